"""Columns that follow from others are right whoever writes the row; slots tell which claims compete."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from deals.models import CLAIM_MODELS, Item, Milestone, Source, Stake
from deals.models.fields import DerivedDayField, hash_content
from tests.factories import (
    AgreementFactory,
    ExposureFactory,
    InvolvementFactory,
    ItemFactory,
    MilestoneFactory,
    PassageFactory,
    RelationFactory,
    SourceFactory,
    StakeFactory,
    SystemFactory,
    ValueFactory,
)
from tests.models.examples import DESK_MODELS, claim_factory

pytestmark = pytest.mark.django_db

each_claim_model = pytest.mark.parametrize("model", CLAIM_MODELS, ids=lambda model: model.__name__)


@each_claim_model
def test_saving_hashes_what_the_claim_says(model: Any) -> None:
    claim = claim_factory(model)()

    assert model.objects.get().content_hash == hash_content(claim.content())


@each_claim_model
def test_verdict_and_note_are_not_part_of_what_the_claim_says(model: Any) -> None:
    claim = claim_factory(model)()
    before = claim.content_hash

    claim.note, claim.status = "A misprint.", "disputed"
    claim.save()

    assert model.objects.get().content_hash == before


def test_bulk_creation_derives_hash_and_days() -> None:
    agreement = AgreementFactory()
    Milestone.objects.bulk_create(
        [Milestone(agreement=agreement, kind="signature", date="2018-10", content_hash="stale")]
    )

    stored = Milestone.objects.get()
    assert stored.content_hash == hash_content(stored.content())
    assert (stored.date_earliest, stored.date_latest) == (date(2018, 10, 1), date(2018, 10, 31))


def test_another_number_is_another_claim() -> None:
    item = ItemFactory()
    before = item.content_hash

    item.quantity_low = item.quantity_high = 6
    item.save()

    assert Item.objects.get().content_hash != before


def test_two_wordings_of_one_sum_are_one_claim() -> None:
    first = ValueFactory(reported="$1 million")
    second = ValueFactory(reported="one million dollars")

    assert first.content_hash == second.content_hash


def test_a_sum_that_re_expresses_another_is_not_the_same_claim() -> None:
    rupees = ValueFactory(currency="INR")

    assert ValueFactory().content_hash != ValueFactory(equivalent_to=rupees).content_hash


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("", None, None),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-12-06", date(2021, 12, 6), date(2021, 12, 6)),
        ("2021/2031", date(2021, 1, 1), date(2031, 12, 31)),
        ("2021/..", date(2021, 1, 1), None),
        ("../2021", None, date(2021, 12, 31)),
    ],
)
def test_days_follow_from_the_date_as_written(written: str, earliest: Any, latest: Any) -> None:
    SourceFactory(published=written)

    stored = Source.objects.get()
    assert (stored.published_earliest, stored.published_latest) == (earliest, latest)


def test_every_derived_day_follows_a_partial_date_of_its_own_table() -> None:
    derived = [
        (model, field)
        for model in DESK_MODELS
        for field in model._meta.concrete_fields
        if isinstance(field, DerivedDayField)
    ]

    assert len(derived) == 8
    for model, field in derived:
        assert type(model._meta.get_field(field.of)).__name__ == "PartialDateField"
        assert field.name == f"{field.of}_{field.end}"


def test_a_date_that_is_none_is_refused_in_words() -> None:
    stake = Stake(held_from="last year")

    with pytest.raises(ValidationError) as caught:
        stake.clean_fields(exclude={"owned", "owner", "reviewed_by"})

    assert list(caught.value.message_dict) == ["held_from"]
    assert "last year" in caught.value.message_dict["held_from"][0]


@pytest.mark.parametrize(
    ("make", "slot"),
    [
        (lambda: ValueFactory(kind="ceiling"), ("ceiling",)),
        (lambda: ValueFactory(equivalent_to=ValueFactory(currency="INR")), None),
        (lambda: MilestoneFactory(kind="signature"), ("signature",)),
        (lambda: MilestoneFactory(kind="delivery"), None),
        (InvolvementFactory, None),
        (RelationFactory, None),
        (ExposureFactory, None),
        (StakeFactory, None),
    ],
)
def test_a_slot_is_what_only_one_claim_can_fill(make: Any, slot: Any) -> None:
    claim = make()

    assert claim.slot == slot
    assert type(claim).objects.exclusive().filter(pk=claim.pk).exists() == (slot is not None)


def test_an_items_slot_is_its_line_of_the_order() -> None:
    system = SystemFactory()

    assert ItemFactory(system=system, part="off the shelf").slot == (system.pk, "off the shelf")


@each_claim_model
def test_only_accepted_and_disputed_claims_are_public(model: Any) -> None:
    make = claim_factory(model)
    made = {
        status: make(status=status).pk
        for status in ("pending", "accepted", "disputed", "superseded", "rejected")
    }

    assert set(model.objects.public().values_list("pk", flat=True)) == {made["accepted"], made["disputed"]}
    assert model.objects.accepted().get().pk == made["accepted"]
    assert model.objects.pending().get().pk == made["pending"]


def test_records_say_in_words_what_they_are() -> None:
    assert (
        str(StakeFactory(owner__name="India", owned__name="Venture", share=Decimal(50)))
        == "India owns 50 % of Venture"
    )
    assert str(PassageFactory(quote="five units")) == "“five units”"
    assert str(PassageFactory(quote="", source__publisher="A register")) == "a row of A register"
