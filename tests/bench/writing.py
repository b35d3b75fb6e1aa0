"""How long curators wait: publishing all deals, and loading and publishing a large report file."""

import tempfile
from pathlib import Path

from django.contrib.auth.models import User
from django.db import connection

from deals.actions.publish import publish
from deals.models import Agreement
from deals.reports.check import check_report
from deals.reports.load import load_checked
from deals.reports.write import write_report
from tests.bench.desk import write_desk, write_names
from tests.bench.invented import invent_report, invent_reports
from tests.bench.table import Row
from tests.bench.timing import Work, working

DEALS = 10_000
DEALS_A_SOURCE = 5
DEALS_IN_FILE = 1_000


def measure_publication() -> list[Row]:
    """Make the deals and publish them at one stroke."""
    by = User.objects.create_superuser("bench")
    with working(f"writing {DEALS} deals to the desk"):
        write_names(by=by)
        agreements = write_desk(invent_reports(DEALS, deals_a_report=DEALS_A_SOURCE), by=by)
    _analyze()
    with working(f"publishing {DEALS} deals") as work:
        publish(agreements, by=by, reason="made up")
    _analyze()
    return [_row(f"publishing {DEALS:,} deals", work, DEALS, "deals")]


def measure_report_file() -> list[Row]:
    """Check, load with --accept and publish one file of many agreements."""
    by = User.objects.get(username="bench")
    report = invent_report(DEALS, DEALS_IN_FILE)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{report.source.id}.yaml"
        path.write_text(write_report(report), encoding="utf-8")
        size = path.stat().st_size / 1_000_000
        with working("checking a report file") as check:
            checked = check_report(path, root=Path(folder))
    with working("loading it") as load:
        load_checked(checked, by=by, accept=True)
    agreements = Agreement.objects.filter(slug__in=[entry.id for entry in report.agreements])
    with working("publishing it") as publication:
        publish(agreements, by=by, reason="made up")
    title = f"report file of {DEALS_IN_FILE:,} agreements ({size:.1f} MB)"
    return [
        _row(f"checking a {title}", check, DEALS_IN_FILE, "agreements"),
        _row("loading it, accepted", load, DEALS_IN_FILE, "agreements"),
        _row("publishing it", publication, DEALS_IN_FILE, "deals"),
    ]


def _row(what: str, work: Work, number: int, things: str) -> Row:
    statements = f", {work.statements} statements" if work.statements else ""
    return Row(what, f"{work.seconds:.1f} s", f"{number / work.seconds:,.0f} {things} a second{statements}")


def _analyze() -> None:
    """What the server does by itself some time after many rows came."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
