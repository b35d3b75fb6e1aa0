"""`manage.py check_report`: check report files by themselves, without the database."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from deals.management.report_paths import report_files
from deals.reports.check import check_report
from deals.reports.load import PROJECT_ROOT
from deals.reports.problems import ReportProblems


class Command(BaseCommand):
    """Exits 0 when every file is sound, else 2 with all that is wrong on stderr."""

    help = "Check report files without the database, which load_report --dry-run asks too."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which files."""
        parser.add_argument("path", nargs="+", help="report files, or folders of them")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what is wrong with each file, and what a person should look at."""
        files = report_files(options["path"])
        refused = 0
        for path in files:
            try:
                checked = check_report(path, root=PROJECT_ROOT)
            except ReportProblems as problems:
                refused += 1
                self.stderr.write(str(problems))
            except OSError as error:
                refused += 1
                self.stderr.write(f"{path}: cannot be read: {error.strerror}")
            else:
                for warning in checked.warnings:
                    self.stderr.write(f"warning: {warning}")
        if refused:
            raise CommandError(f"{refused} of {len(files)} files refused.", returncode=2)
        self.stdout.write(f"{len(files)} {'file' if len(files) == 1 else 'files'} sound.")
