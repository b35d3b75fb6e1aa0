"""One row of every desk table, and a change that can be made to it, for tests that walk all tables."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.models import Model

from deals.models import CLAIM_MODELS, PartyAlias, ReportLoad, Stake, SystemAlias
from tests import factories
from tests.factories import (
    AgreementFactory,
    ExchangeRateFactory,
    PartyFactory,
    PassageFactory,
    SourceFactory,
    SystemFactory,
    UserFactory,
)

DESK_MODELS: list[Any] = [
    model
    for model in apps.get_app_config("deals").get_models()
    if model.__module__.startswith("deals.models.")
]
"""Every table of the desk, without the tables of its history."""

EVIDENCE_MODELS: list[Any] = [model._meta.get_field("evidence").related_model for model in CLAIM_MODELS]


def claim_factory(model: Any) -> Any:
    """The factory of one kind of claim."""
    return getattr(factories, f"{model.__name__}Factory")


def example(model: Any) -> Any:
    """A stored row of this model that nothing else refers to."""
    if model in CLAIM_MODELS:
        return claim_factory(model)(passages=[])
    if model in EVIDENCE_MODELS:
        return _evidence(model)
    return _RECORDS[model.__name__]()


def change(model: Any) -> tuple[str, Any]:
    """A column of this model and another value that it can take."""
    if model in CLAIM_MODELS:
        return "note", "changed"
    if model in EVIDENCE_MODELS:
        return "passage_id", PassageFactory().pk
    return _CHANGES[model.__name__], "changed"


def _evidence(model: Any) -> Any:
    claim = claim_factory(model._meta.get_field("fact").related_model)(passages=[])
    return model.objects.create(fact=claim, passage=PassageFactory())


_RECORDS: dict[str, Callable[[], Model]] = {
    "Agreement": AgreementFactory,
    "ExchangeRate": ExchangeRateFactory,
    "Party": PartyFactory,
    "PartyAlias": lambda: PartyAlias.objects.create(party=PartyFactory(), name="Alias"),
    "Passage": PassageFactory,
    "ReportLoad": lambda: ReportLoad.objects.create(
        source=SourceFactory(), content_hash="0" * 64, loaded_by=UserFactory()
    ),
    "Source": SourceFactory,
    "System": SystemFactory,
    "SystemAlias": lambda: SystemAlias.objects.create(system=SystemFactory(), name="Alias"),
}

_CHANGES = {
    "Agreement": "title",
    "ExchangeRate": "source",
    "Party": "name",
    "PartyAlias": "name",
    "Passage": "quote",
    "ReportLoad": "content_hash",
    "Source": "title",
    "System": "name",
    "SystemAlias": "name",
}


def owner_of(claim: Any) -> str:
    """The column that says what the claim is about."""
    return "owned" if isinstance(claim, Stake) else "agreement"
