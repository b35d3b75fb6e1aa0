"""Every constraint refuses its bad row, whoever writes it: forms, loaders or SQL."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from deals.models import CLAIM_MODELS, Agreement, Party, PartyAlias, Stake, System, SystemAlias, Value
from deals.shelf import Citation
from tests import shelf_rows
from tests.factories import (
    AgreementFactory,
    ExchangeRateFactory,
    ItemFactory,
    MilestoneFactory,
    PartyFactory,
    PassageFactory,
    RelationFactory,
    SourceFactory,
    StakeFactory,
    SystemFactory,
    UserFactory,
    ValueFactory,
)
from tests.models.examples import EVIDENCE_MODELS, claim_factory, example

pytestmark = pytest.mark.django_db

BadRow = Callable[[], Any]

CONSTRAINTS = sorted(
    constraint.name
    for model in apps.get_app_config("deals").get_models()
    for constraint in model._meta.constraints
)


def twice(record: Any, **changes: Any) -> None:
    """Store a copy of the record as a row of its own."""
    record.pk = None
    record._state.adding = True
    for name, value in changes.items():
        setattr(record, name, value)
    record.save(force_insert=True)


def updated(record: Any, **columns: Any) -> None:
    """Write these columns past everything that models do."""
    type(record)._base_manager.filter(pk=record.pk).update(**columns)


def with_itself(factory: Any, column: str, **columns: Any) -> BadRow:
    """A row that refers to itself."""

    def make() -> None:
        record = factory()
        updated(record, **{column: record}, **columns)

    return make


FITTING = {
    "exact": [(5, 5), (0, 0)],
    "about": [(5, 5), (4, 6)],
    "range": [(4, 6)],
    "at_least": [(5, None)],
    "up_to": [(None, 5)],
    "unknown": [(None, None)],
    "undisclosed": [(None, None)],
}
POSSIBLE = [(5, 5), (0, 0), (4, 6), (6, 4), (5, None), (None, 5), (None, None)]
QUALIFIED = [
    (qualifier, bounds, bounds in FITTING[qualifier] or (qualifier == "about" and bounds == (0, 0)))
    for qualifier in FITTING
    for bounds in POSSIBLE
]


def misfits(factory: Any, low: str, high: str, **columns: Any) -> list[BadRow]:
    """Rows whose bounds do not fit their qualifier, one for each way to get it wrong."""
    return [
        lambda qualifier=qualifier, bounds=bounds: factory(
            qualifier=qualifier, **{low: bounds[0], high: bounds[1]}, **columns
        )
        for qualifier, bounds, fits in QUALIFIED
        if not fits
    ]


def delivery(**columns: Any) -> Any:
    """A delivery of a system."""
    return MilestoneFactory(kind="delivery", system=SystemFactory(), **columns)


BAD_ROWS: dict[str, list[BadRow]] = {
    "agreement_merged_into_paired": [
        lambda: AgreementFactory(state="merged"),
        lambda: AgreementFactory(state="published", merged_into=AgreementFactory()),
    ],
    "agreement_withdrawn_with_reason": [lambda: AgreementFactory(state="withdrawn")],
    "agreement_not_merged_into_itself": [with_itself(AgreementFactory, "merged_into", state="merged")],
    "party_country_alpha3": [
        lambda: PartyFactory(country="IN"),
        lambda: PartyFactory(country="ind"),
        lambda: PartyFactory(country="IN1"),
    ],
    "party_not_its_own_successor": [with_itself(PartyFactory, "successor_of")],
    "party_alias_once": [lambda: twice(example(PartyAlias))],
    "system_not_its_own_variant": [with_itself(SystemFactory, "variant_of")],
    "system_alias_once": [lambda: twice(example(SystemAlias))],
    "source_text_with_sha256": [
        lambda: SourceFactory(text="words", sha256=""),
        lambda: SourceFactory(text="", sha256="a" * 64),
        lambda: SourceFactory(text="words", sha256="A" * 64),
        lambda: SourceFactory(text="words", sha256="a" * 63),
    ],
    "source_grades_paired": [
        lambda: SourceFactory(source_grade="A"),
        lambda: SourceFactory(information_grade="1"),
    ],
    "passage_once_per_source": [
        lambda: twice(PassageFactory()),
        lambda: twice(PassageFactory(source__text="five units", quote="five units")),
    ],
    "passage_offsets_paired": [
        lambda: PassageFactory(start=0, end=None),
        lambda: PassageFactory(start=None, end=4),
    ],
    "passage_offsets_span_quote": [
        lambda: PassageFactory(quote="five", start=0, end=3),
        lambda: PassageFactory(quote="five", start=0, end=5),
    ],
    "exchange_rate_once_a_year": [lambda: twice(ExchangeRateFactory())],
    "exchange_rate_positive": [
        lambda: ExchangeRateFactory(per_usd=0),
        lambda: ExchangeRateFactory(per_usd=-1),
    ],
    "exchange_rate_currency_code": [
        lambda: ExchangeRateFactory(currency="inr"),
        lambda: ExchangeRateFactory(currency="Rs"),
    ],
    "item_quantity_fits_qualifier": misfits(ItemFactory, "quantity_low", "quantity_high"),
    "milestone_quantity_fits_qualifier": misfits(delivery, "quantity_low", "quantity_high"),
    "milestone_quantity_of_system": [
        lambda: MilestoneFactory(quantity_low=5, quantity_high=5, qualifier="exact"),
        lambda: MilestoneFactory(quantity_low=5, qualifier="at_least"),
        lambda: MilestoneFactory(quantity_high=5, qualifier="up_to"),
    ],
    "milestone_days_in_order": [
        lambda: updated(MilestoneFactory(), date_earliest=date(2020, 1, 2), date_latest=date(2020, 1, 1))
    ],
    "value_amount_fits_qualifier": misfits(ValueFactory, "amount_low", "amount_high"),
    "value_amount_not_negative": [
        lambda: ValueFactory(amount_low=-1),
        lambda: ValueFactory(amount_low=None, amount_high=-1, qualifier="up_to"),
    ],
    "value_amount_with_currency": [
        lambda: ValueFactory(currency=""),
        lambda: ValueFactory(currency="usd"),
        lambda: ValueFactory(currency="US"),
        lambda: ValueFactory(amount_low=None, qualifier="unknown", currency="$"),
    ],
    "value_not_its_own_equivalent": [with_itself(ValueFactory, "equivalent_to")],
    "relation_not_to_itself": [
        lambda: (lambda deal: RelationFactory(agreement=deal, to=deal))(AgreementFactory())
    ],
    "stake_share_percent": [lambda: StakeFactory(share=-1), lambda: StakeFactory(share=101)],
    "stake_not_in_itself": [lambda: (lambda party: StakeFactory(owned=party, owner=party))(PartyFactory())],
    "stake_days_in_order": [lambda: StakeFactory(held_from="2020", held_until="2019")],
    "edition_number_once": [lambda: twice(shelf_rows.edition("jets"), hash="0" * 64)],
    "edition_first_has_no_previous": [
        lambda: twice(shelf_rows.edition("jets"), slug="guns", hash="0" * 64, previous_hash="1" * 64),
        lambda: twice(shelf_rows.edition("jets"), slug="guns", hash="0" * 64, number=2),
    ],
    "citation_of_deal_or_party": [
        lambda: Citation.objects.create(source="daily", claim="item-1", label="Jets", status="accepted"),
        lambda: Citation.objects.create(
            deal=shelf_rows.deal("jets"),
            party="india",
            source="daily",
            claim="item-1",
            label="Jets",
            status="accepted",
        ),
    ],
    "register_line_once": [lambda: twice(shelf_rows.line(shelf_rows.deal("jets")))],
}
for claim_model in CLAIM_MODELS:
    name = claim_model.__name__.lower()
    make = claim_factory(claim_model)
    BAD_ROWS |= {
        f"{name}_reviewed_paired": [
            lambda make=make: make(reviewed_by=None),
            lambda make=make: make(reviewed_at=None),
            lambda make=make: make(status="pending", reviewed_by=UserFactory()),
            lambda make=make: make(status="pending", reviewed_at="2020-01-01T00:00:00Z"),
        ],
        f"{name}_content_once": [lambda make=make: twice(make(passages=[]))],
    }
for evidence_model in EVIDENCE_MODELS:
    name = evidence_model._meta.get_field("fact").related_model.__name__.lower()
    BAD_ROWS[f"{name}_evidence_once"] = [lambda model=evidence_model: twice(example(model))]


def test_every_constraint_has_a_bad_row_here() -> None:
    assert sorted(BAD_ROWS) == CONSTRAINTS


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_constraint_refuses_its_bad_rows(constraint: str) -> None:
    refused = []
    for make in BAD_ROWS[constraint]:
        with pytest.raises(IntegrityError) as caught, transaction.atomic():
            make()
        refused.append(caught.value.__cause__.diag.constraint_name)

    assert set(refused) == {constraint}


@pytest.mark.parametrize(
    ("factory", "low", "high"),
    [
        (ItemFactory, "quantity_low", "quantity_high"),
        (delivery, "quantity_low", "quantity_high"),
        (ValueFactory, "amount_low", "amount_high"),
    ],
)
def test_bounds_that_fit_their_qualifier_are_stored(factory: Any, low: str, high: str) -> None:
    for qualifier, bounds, fits in QUALIFIED:
        if fits:
            stored = factory(qualifier=qualifier, **{low: bounds[0], high: bounds[1]})
            assert (getattr(stored, low), getattr(stored, high)) == bounds


@pytest.mark.parametrize("model", [Agreement, Party, System])
def test_a_stable_id_is_given_once(model: Any) -> None:
    with pytest.raises(IntegrityError, match="slug"), transaction.atomic():
        twice(example(model))


def test_a_stake_may_begin_and_end_in_the_same_year() -> None:
    assert StakeFactory(held_from="2020", held_until="2020").pk in Stake.objects.values_list("pk", flat=True)


def test_a_sum_that_is_not_disclosed_may_have_a_currency_or_none() -> None:
    for currency in ("", "USD"):
        ValueFactory(amount_low=None, qualifier="undisclosed", currency=currency)

    assert Value.objects.count() == 2
