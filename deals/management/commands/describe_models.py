"""`manage.py describe_models`: the models' documentation, from the models themselves."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from deals.management.model_docs import describe_models


class Command(BaseCommand):
    """Prints Markdown, or writes it."""

    help = "Print the documentation of every model, from docstrings and help texts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to write."""
        parser.add_argument("--output", type=Path, help="the file to write; standard output when left out")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write or print."""
        if options["output"]:
            options["output"].write_text(describe_models(), encoding="utf-8")
        else:
            self.stdout.write(describe_models(), ending="")
