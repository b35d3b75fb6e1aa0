"""Loads of the sample report, and everything the desk holds as plain rows that can be compared."""

from collections import Counter
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from deals.models import (
    CLAIM_MODELS,
    Agreement,
    Party,
    PartyAlias,
    Passage,
    Source,
    System,
    SystemAlias,
)
from deals.reports.load import load_checked
from deals.reports.plan import plan_report
from deals.reports.planning.diff import Plan
from deals.reports.problems import ReportProblems
from tests.factories import AgreementFactory, PartyFactory, UserFactory
from tests.reports.samples import REPORT, checked

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "fixtures" / "reports"
ARTICLE = FIXTURES / "2021-12-06-republic-india-russia.yaml"

ROW_MODELS = (Source, Party, PartyAlias, System, SystemAlias, Agreement, Passage, *CLAIM_MODELS)


def make_named() -> None:
    """What the sample report names without introducing it."""
    PartyFactory(slug="syldavia", name="Syldavia")
    PartyFactory(slug="borduria", name="Borduria")
    AgreementFactory(slug="syldavia-falcon-2011", title="Older Falcon rifles")


def make_loader() -> User:
    """Somebody who may load and accept."""
    return UserFactory(is_superuser=True)


def load(
    report: str = REPORT, *, accept: bool = False, by: User | None = None, source: str = "sample"
) -> Plan:
    """Load the text of a report file whose source is `source`."""
    return load_checked(checked(report, file=f"{source}.yaml"), by=by or make_loader(), accept=accept)


def plan(report: str = REPORT, *, accept: bool = False) -> list[str]:
    """The lines that a dry run prints."""
    return str(plan_report(checked(report), accept=accept)).splitlines()


def database_problems(report: str) -> list[str]:
    """What the database has against a report file that is sound by itself, without the file's name."""
    try:
        plan_report(checked(report))
    except ReportProblems as error:
        return [str(problem).removeprefix("sample.yaml:") for problem in error.problems]
    return []


def from_another_source(report: str = REPORT) -> str:
    """The same report as another source prints it."""
    return report.replace("id: sample", "id: other").replace("Klow Gazette", "Szohôd Herald")


def rows() -> dict[str, list[dict[str, Any]]]:
    """Every row of the desk and of its evidence."""
    evidence = [model._meta.get_field("evidence").related_model for model in CLAIM_MODELS]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in (*ROW_MODELS, *evidence)}


def statuses() -> Counter[str]:
    """How many claims there are of each status."""
    return Counter(claim.status for model in CLAIM_MODELS for claim in model.objects.all())
