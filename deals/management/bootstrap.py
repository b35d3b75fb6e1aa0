"""Fills an empty installation: reference data, the first curator, the project's report files, and their
deals."""

from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction

from deals.actions.publish import publish
from deals.management.people import make_curator
from deals.models import Agreement, ExchangeRate, ReportLoad
from deals.quality.publication import missing_partners
from deals.reports.load import load_report

CURATOR = "curator"
REASON = "first published from the project's report files"

# The article comes first, so that what it says is accepted and what differs from it is shown as disputed.
FIRST_REPORT = "2021-12-06-republic-india-russia.yaml"

# Our own note is nobody's report: what rests on it waits for a curator, who may find the report itself.
LEFT_PENDING = frozenset({"2026-11-23-arms-deal-tracker-note.yaml"})


@dataclass(frozen=True)
class Bootstrap:
    """What was done: reports loaded, deals published, and the new curator's password (none when one was
    there)."""

    reports: int
    deals: int
    password: str | None


def bootstrap(root: Path) -> Bootstrap:
    """Fill what is empty, all or nothing; an installation that has been filled is left as its curators
    made it."""
    with transaction.atomic():
        if not ExchangeRate.objects.exists():
            call_command("loaddata", *_reference(root), verbosity=0)
        password = None
        if not User.objects.filter(is_superuser=True).exists():
            _, password = make_curator(CURATOR)
        if ReportLoad.objects.exists():
            return Bootstrap(0, 0, password)
        reports, deals = _fill(root)
    return Bootstrap(reports, deals, password)


def _reference(root: Path) -> list[str]:
    folder = root / "fixtures" / "reference"
    return [str(path) for path in sorted(folder.iterdir()) if path.suffix in {".json", ".yaml"}]


def _fill(root: Path) -> tuple[int, int]:
    curator = User.objects.filter(is_superuser=True).order_by("pk")[0]
    folder = root / "fixtures" / "reports"
    paths = sorted(folder.glob("*.yaml"), key=lambda path: (path.name != FIRST_REPORT, path.name))
    for path in paths:
        load_report(path, root=root, by=curator, accept=path.name not in LEFT_PENDING)
    done = publish(_presentable(), by=curator, reason=REASON)
    return len(paths), len(done.published)


def _presentable() -> list[Agreement]:
    """Agreements that have something to show and name who supplies whom; the others wait for a curator as
    drafts."""
    agreements = list(Agreement.objects.having_accepted_facts())
    incomplete = {agreement.pk for agreement, _ in missing_partners(agreements)}
    return [agreement for agreement in agreements if agreement.pk not in incomplete]
