"""`manage.py edition_checkpoint`: write down the newest edition of every deal, to be kept elsewhere."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import orjson
from django.core.management.base import BaseCommand

from deals.actions.verify import make_checkpoint


class Command(BaseCommand):
    """A chain of hashes cannot show that its newest links are gone; a checkpoint kept elsewhere can."""

    help = "Write a checkpoint of the newest editions, for verify_editions --checkpoint."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to write."""
        parser.add_argument("--output", type=Path, help="the file to write; standard output when left out")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the checkpoint as JSON."""
        body = orjson.dumps(make_checkpoint(), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n"
        if options["output"]:
            options["output"].write_bytes(body)
            self.stdout.write(f"Checkpoint written to {options['output']}; keep it on another machine.")
        else:
            sys.stdout.buffer.write(body)
