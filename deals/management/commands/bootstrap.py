"""`manage.py bootstrap`: fill an empty installation, so that there is something to see and somebody to
sign in as."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from deals.management.bootstrap import CURATOR, bootstrap
from deals.reports.load import PROJECT_ROOT
from deals.reports.problems import ReportProblems


class Command(BaseCommand):
    """Safe to run again: what is there already stays as it is."""

    help = (
        "Load the reference data and the project's report files into an empty installation, and publish them."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill, and print the new curator's password; it is stored nowhere, so this is the one time."""
        try:
            done = bootstrap(PROJECT_ROOT)
        except ReportProblems as problems:
            raise CommandError(
                f"The project's report files are wrong, nothing was loaded.\n{problems}"
            ) from problems
        if done.reports:
            self.stdout.write(f"Loaded {done.reports} reports and published {done.deals} deals.")
        if done.password:
            self.stdout.write(f"Sign in to the admin as {CURATOR} with the password {done.password}")
            self.stdout.write("It is printed this once and stored nowhere.")
