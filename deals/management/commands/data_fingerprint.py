"""`manage.py data_fingerprint`: one hash of all content and history."""

from typing import Any

from django.core.management.base import BaseCommand

from deals.actions.fingerprint import data_fingerprint


class Command(BaseCommand):
    """Two databases with the same content and history print the same hash, whatever their row numbers and
    times."""

    help = "Print one sha256 over all business content and history, free of row numbers and times."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the hash."""
        self.stdout.write(data_fingerprint())
