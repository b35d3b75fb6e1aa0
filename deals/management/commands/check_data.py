"""`manage.py check_data`: list what breaks the quality rules."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from deals.quality.check import find_offenders, rules


class Command(BaseCommand):
    """Exits 1 when a rule has offenders, with a line for each."""

    help = "List the offenders of every quality rule."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each rule that has offenders, with the reason for each offender."""
        offenders = find_offenders()
        count = sum(len(found) for found in offenders.values())
        for rule in rules():
            found = offenders[rule.name]
            if found:
                self.stdout.write(f"{rule.name}: {rule.meaning}")
                for offender in found:
                    where = f"{offender.agreement.slug}: " if offender.agreement else ""
                    self.stdout.write(f"  {where}{offender.reason}")
        if count:
            raise CommandError(f"{count} offenders.", returncode=1)
        self.stdout.write(f"{len(offenders)} rules, no offender.")
