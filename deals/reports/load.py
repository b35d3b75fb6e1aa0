"""Loads one report file: check, plan, apply. Commands, the admin and the API all come this way."""

from pathlib import Path

from django.contrib.auth.models import User

from deals.actions.load import loading, write_batch
from deals.reports.check import CheckedReport, check_report
from deals.reports.plan import plan_report
from deals.reports.planning.diff import Plan

RIGHT_TO_ACCEPT = "deals.change_agreement"

PROJECT_ROOT = Path(__file__).resolve().parents[2]
"""Where the paths of archived texts begin."""


class MayNotAccept(Exception):
    """The loader has no right to give verdicts."""

    def __init__(self, username: str) -> None:
        super().__init__(
            f"{username} may not accept claims: that needs the permission {RIGHT_TO_ACCEPT}."
            " Without accepting, the file can be loaded for a curator to look at."
        )


def load_report(path: Path, *, root: Path, by: User, accept: bool = False) -> Plan:
    """Load the report file at `path`; archived texts are looked for under `root`. Gives what was done.

    Raises `ReportProblems`, `MayNotAccept`, or OSError when the file cannot be read.
    """
    return load_checked(check_report(path, root=root), by=by, accept=accept)


def load_checked(checked: CheckedReport, *, by: User, accept: bool = False) -> Plan:
    """The same for a report that was checked already. New claims are pending, unless `accept`.

    With `accept` they are accepted, or disputed where they contradict what is accepted.
    """
    if accept:
        require_right_to_accept(by)
    with loading(source_id=checked.report.source.id, by=by):
        plan = plan_report(checked, accept=accept)
        if plan.batch is not None:
            write_batch(plan.batch, by=by)
    return plan


def require_right_to_accept(by: User) -> None:
    """Raise `MayNotAccept` unless this person may give verdicts."""
    if not by.has_perm(RIGHT_TO_ACCEPT):
        raise MayNotAccept(by.get_username())
