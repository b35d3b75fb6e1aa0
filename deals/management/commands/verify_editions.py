"""`manage.py verify_editions`: recompute the chain of editions and compare the shelf with it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from deals.actions.verify import BadCheckpoint, Checkpoint, read_checkpoint, verify_editions
from deals.shelf import Edition


class Command(BaseCommand):
    """Exits 1 when anything is wrong, with a line for each finding."""

    help = "Recompute every edition's hash, and compare the shelf, and a checkpoint if given, with them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One optional checkpoint."""
        parser.add_argument(
            "--checkpoint", type=Path, help="a file written by edition_checkpoint and kept elsewhere"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what is wrong."""
        checkpoint = _read(options["checkpoint"]) if options["checkpoint"] else None
        findings = list(verify_editions(checkpoint=checkpoint))
        for finding in findings:
            self.stdout.write(finding)
        if findings:
            raise CommandError(f"{len(findings)} findings.", returncode=1)
        against = f" and with the checkpoint of {checkpoint['made_at']}" if checkpoint else ""
        self.stdout.write(
            f"{Edition.objects.count()} editions agree with their chain and with the shelf{against}."
        )


def _read(path: Path) -> Checkpoint:
    try:
        return read_checkpoint(path.read_bytes())
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.", returncode=2) from error
    except BadCheckpoint as error:
        raise CommandError(f"{path}: {error}", returncode=2) from error
