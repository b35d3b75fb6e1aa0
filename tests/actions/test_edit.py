"""A curator's own entries: checked, with exactly the evidence given, and with a reason in history."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from deals.actions.edit import delete_record, quote_passage, save_claim, save_record
from deals.models import Agreement, Item, Milestone, Party, Passage, Source, Value
from deals.models.fact import BOUNDS_MESSAGE
from deals.vocab.quotes import QuoteNotFound, QuoteOccursOften
from tests.factories import (
    AgreementFactory,
    ItemFactory,
    PartyFactory,
    PassageFactory,
    SourceFactory,
    SystemFactory,
    UserFactory,
    ValueFactory,
)

pytestmark = pytest.mark.django_db

TEXT = "It bought five  units.\nFive days later it bought one more, and one more."


@pytest.fixture
def told() -> dict[str, Any]:
    """Who does it and why."""
    return {"by": UserFactory(username="ada"), "reason": "read again"}


def reasons(model: Any) -> list[tuple[str, str, str]]:
    return [
        (event.pgh_label, event.pgh_context["username"], event.pgh_context["reason"])
        for event in model.pgh_event_model.objects.order_by("pgh_id")
        if event.pgh_context
    ]


def passages_of(claim: Any) -> set[Passage]:
    return {one.passage for one in claim.evidence.all()}


def test_a_record_is_saved_with_its_derived_days(told: dict[str, Any]) -> None:
    save_record(Source(slug="daily", kind="news_report", publisher="Daily", published="2021-02"), **told)

    assert str(Source.objects.get().published_latest) == "2021-02-28"
    assert reasons(Source) == [("insert", "ada", "read again")]


@pytest.mark.parametrize(
    ("party", "errors"),
    [
        (
            Party(slug="india", name="India", kind="state", country="IN"),
            {"__all__": ["A country is three capital letters of ISO 3166-1, such as IND."]},
        ),
        (
            Party(slug="no slug", name="India", kind="state"),
            {"slug": ["Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."]},
        ),
    ],
)
def test_a_record_that_breaks_a_constraint_is_refused_in_words(
    party: Party, errors: dict[str, list[str]], told: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError) as caught:
        save_record(party, **told)

    assert caught.value.message_dict == errors
    assert not Party.objects.exists()


def test_a_deleted_record_stays_in_history(told: dict[str, Any]) -> None:
    delete_record(PartyFactory(), **told)

    assert not Party.objects.exists()
    assert reasons(Party) == [("delete", "ada", "read again")]


def test_a_record_that_others_refer_to_is_not_deleted(told: dict[str, Any]) -> None:
    item = ItemFactory()

    with pytest.raises(ProtectedError):
        delete_record(item.system, **told)

    assert Item.objects.get() == item


@pytest.mark.parametrize("state", ["published", "withdrawn"])
def test_an_agreement_that_was_ever_public_is_not_deleted(state: str, told: dict[str, Any]) -> None:
    agreement = AgreementFactory(title="Jets", state=state, state_reason="why")

    with pytest.raises(ValidationError) as caught:
        delete_record(agreement, **told)

    assert caught.value.messages == ["“Jets” was published; withdraw or merge it instead of deleting it."]
    assert Agreement.objects.get() == agreement


def test_a_draft_is_deleted(told: dict[str, Any]) -> None:
    delete_record(AgreementFactory(), **told)

    assert not Agreement.objects.exists()


def test_a_new_claim_is_pending_with_its_evidence(told: dict[str, Any]) -> None:
    passages = [PassageFactory(), PassageFactory()]
    claim = Item(agreement=AgreementFactory(), system=SystemFactory(), quantity_low=5, quantity_high=5)

    save_claim(claim, evidence=passages, **told)

    stored = Item.objects.get()
    assert (stored.status, stored.reviewed_by, passages_of(stored)) == ("pending", None, set(passages))
    assert reasons(Item) == [("insert", "ada", "read again")]


def test_a_claim_keeps_exactly_the_evidence_given(told: dict[str, Any]) -> None:
    kept, dropped, added = PassageFactory(), PassageFactory(), PassageFactory()
    claim = ItemFactory(passages=[kept, dropped])
    row = claim.evidence.get(passage=kept)

    save_claim(claim, evidence=[added, kept, kept], **told)

    assert passages_of(claim) == {kept, added}
    assert claim.evidence.get(passage=kept) == row
    assert claim.evidence.get(passage=added).accepted


def test_a_claim_may_lose_all_its_evidence(told: dict[str, Any]) -> None:
    claim = ItemFactory()

    save_claim(claim, evidence=[], **told)

    assert passages_of(claim) == set()


def test_editing_leaves_the_verdict_as_it_is(told: dict[str, Any]) -> None:
    claim = ItemFactory(status="disputed")
    before = claim.reviewed_by

    claim.note = "A misprint."
    save_claim(claim, evidence=[], **told)

    claim.refresh_from_db()
    assert (claim.status, claim.reviewed_by, claim.note) == ("disputed", before, "A misprint.")


def test_the_same_claim_a_second_time_is_refused(told: dict[str, Any]) -> None:
    first = ItemFactory(system__name="Missile")
    second = Item(agreement=first.agreement, system=first.system, quantity_low=5, quantity_high=5)

    with pytest.raises(ValidationError) as caught:
        save_claim(second, evidence=[PassageFactory()], **told)

    assert caught.value.messages == [
        "The same claim is there already: “Missile: 5”. Add the quote to that one."
    ]
    assert Item.objects.get() == first


def test_an_accepted_claim_is_not_edited_into_the_slot_of_another(told: dict[str, Any]) -> None:
    first = ValueFactory()
    second = ValueFactory(agreement=first.agreement, kind="ceiling")
    second.kind, second.amount_low, second.amount_high = "contract_value", 5, 5

    with pytest.raises(ValidationError) as caught:
        save_claim(second, evidence=[], **told)

    assert caught.value.messages == [
        "“Contract value: $1 million” is accepted already and only one can be true;"
        " dispute or supersede one of them first."
    ]
    assert Value.objects.get(pk=second.pk).kind == "ceiling"
    assert second.evidence.exists()


def test_a_pending_claim_may_compete(told: dict[str, Any]) -> None:
    first = ValueFactory()
    rival = Value(agreement=first.agreement, kind="contract_value", reported="$2", currency="USD")
    rival.amount_low = rival.amount_high = 2

    save_claim(rival, evidence=[], **told)

    assert Value.objects.pending().get() == rival


def test_a_claim_with_bad_bounds_is_refused_and_nothing_is_half_done(told: dict[str, Any]) -> None:
    claim = ItemFactory()
    claim.quantity_high = 4

    with pytest.raises(ValidationError) as caught:
        save_claim(claim, evidence=[], **told)

    assert caught.value.message_dict == {"__all__": [BOUNDS_MESSAGE]}
    assert (Item.objects.get().quantity_high, claim.evidence.count()) == (5, 1)


def test_a_date_that_is_none_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        save_claim(
            Milestone(agreement=AgreementFactory(), kind="signature", date="last year"), evidence=[], **told
        )

    assert list(caught.value.message_dict) == ["date"]
    assert not Milestone.objects.exists()


def test_a_corrected_sum_keeps_the_hash_of_its_second_expression_right(told: dict[str, Any]) -> None:
    rupees = ValueFactory(currency="INR", reported="Rs 5 crore", amount_low=50_000_000)
    dollars = ValueFactory(agreement=rupees.agreement, equivalent_to=rupees)

    rupees.amount_low = rupees.amount_high = 60_000_000
    save_claim(rupees, evidence=[], **told)

    stored = Value.objects.get(pk=dollars.pk)
    before = stored.content_hash
    stored.save()
    assert stored.content_hash == before


def test_a_quote_is_looked_up_in_the_text(told: dict[str, Any]) -> None:
    source = SourceFactory(text=TEXT)

    passage = quote_passage(source, " five units ", **told)

    assert (passage.quote, passage.start, passage.end) == ("five  units", 10, 21)
    assert passage.checked
    assert reasons(Passage) == [("insert", "ada", "read again")]


def test_the_same_quote_is_the_same_passage(told: dict[str, Any]) -> None:
    source = SourceFactory(text=TEXT)

    assert quote_passage(source, "five units", **told) == quote_passage(source, "five  units", **told)


def test_one_of_several_occurrences_is_named(told: dict[str, Any]) -> None:
    source = SourceFactory(text=TEXT)

    passage = quote_passage(source, "one more", nth=2, **told)

    assert passage.start == TEXT.rindex("one more")


@pytest.mark.parametrize(
    ("quote", "error", "message"),
    [
        ("six units", QuoteNotFound, "a quote that is not in the text"),
        ("", QuoteNotFound, "an empty quote"),
        ("one more", QuoteOccursOften, "a quote that occurs 2 times in the text"),
    ],
)
def test_a_quote_that_is_not_in_the_text_is_refused(
    quote: str, error: type[Exception], message: str, told: dict[str, Any]
) -> None:
    source = SourceFactory(text=TEXT)

    with pytest.raises(error) as caught:
        quote_passage(source, quote, **told)

    assert str(caught.value) == message
    assert not Passage.objects.exists()


def test_without_a_text_the_quote_stays_unchecked(told: dict[str, Any]) -> None:
    source = SourceFactory(text="")

    passage = quote_passage(source, "five units", **told)

    assert (passage.quote, passage.start, passage.end, passage.checked) == ("five units", None, None, False)
    assert quote_passage(source, "five units", **told) == passage
