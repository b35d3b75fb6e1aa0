"""`manage.py load_report`: load report files, each as a whole or not at all."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError
from tqdm import tqdm

from deals.management.people import find_curator
from deals.management.report_paths import report_files
from deals.reports.check import check_report
from deals.reports.load import PROJECT_ROOT, MayNotAccept, load_report, require_right_to_accept
from deals.reports.plan import plan_report
from deals.reports.planning.diff import Plan
from deals.reports.problems import ReportProblems

DONE, REFUSED, TEMPORARY = 0, 2, 3

LoadOne = Callable[[Path], Plan]


class Command(BaseCommand):
    """Exits 0 when all is done, 2 when files were refused, 3 when the database is away."""

    help = "Load report files into the desk; what is new waits for a curator unless --accept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which files, by whom, and how far to go."""
        parser.add_argument("path", nargs="+", help="report files, or folders of them, in the order to load")
        parser.add_argument(
            "--dry-run", action="store_true", help="print what would change, and change nothing"
        )
        parser.add_argument(
            "--accept",
            action="store_true",
            help="accept the claims; what contradicts accepted ones becomes disputed",
        )
        parser.add_argument("--by", help="user name of the loader; needed unless --dry-run")

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run, and say so in words when the database is away; Django's own checks may find out first."""
        try:
            return super().execute(*args, **options)
        except (OperationalError, InterfaceError) as error:
            reason = str(error).strip().splitlines()[:1]
            raise CommandError(
                f"The database is away ({' '.join(reason)}). What was loaded stays; try again later.",
                returncode=TEMPORARY,
            ) from error

    def handle(self, *args: Any, **options: Any) -> None:
        """Load one file after the other; a file that is refused keeps no other from being loaded."""
        files = report_files(options["path"])
        load = _dry_run(options) if options["dry_run"] else _loader(options)
        refused = sum(not self._try(load, path, full=options["dry_run"]) for path in _with_progress(files))
        if refused:
            raise CommandError(f"{refused} of {len(files)} files refused.", returncode=REFUSED)

    def _try(self, load: LoadOne, path: Path, *, full: bool) -> bool:
        """Load one file and say what was done, or all that is wrong with it."""
        try:
            plan = load(path)
        except ReportProblems as problems:
            self.stderr.write(str(problems))
            return False
        except OSError as error:
            self.stderr.write(f"{path}: cannot be read: {error.strerror}")
            return False
        with tqdm.external_write_mode():
            self.stdout.write(str(plan) if full else plan.for_curators())
        return True


def _dry_run(options: dict[str, Any]) -> LoadOne:
    def load(path: Path) -> Plan:
        return plan_report(check_report(path, root=PROJECT_ROOT), accept=options["accept"])

    return load


def _loader(options: dict[str, Any]) -> LoadOne:
    if not options["by"]:
        raise CommandError("Say who loads: --by USER, or --dry-run.", returncode=REFUSED)
    by = find_curator(options["by"])
    if options["accept"]:
        try:
            require_right_to_accept(by)
        except MayNotAccept as error:
            raise CommandError(str(error), returncode=REFUSED) from error

    def load(path: Path) -> Plan:
        return load_report(path, root=PROJECT_ROOT, by=by, accept=options["accept"])

    return load


def _with_progress(files: list[Path]) -> Iterable[Path]:
    """A bar on stderr, for people at a terminal who load several files."""
    silent = len(files) < 2 or not sys.stderr.isatty()
    bar: Iterable[Path] = tqdm(files, unit="file", file=sys.stderr, disable=silent)
    return bar
