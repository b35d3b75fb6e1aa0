"""Pages of claims: what is typed goes through the actions, quotes are looked up, nothing typed is lost."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from deals.actions.publish import publish
from deals.models import Agreement, Item, Milestone, Passage, Source, Stake, Value
from tests import factories
from tests.admin.pages import body, errors, messages, typed, url
from tests.factories import (
    AgreementFactory,
    ItemFactory,
    MilestoneFactory,
    PartyFactory,
    PassageFactory,
    RelationFactory,
    SourceFactory,
    StakeFactory,
    SystemFactory,
    ValueFactory,
    signed_contract,
)


def new_item(client: Client, **changes: Any) -> dict[str, Any]:
    """A form for five batteries of a new agreement, as a browser would send it."""
    page = client.get(url(Item, "add"), {"agreement": AgreementFactory().pk})
    data = {"system": SystemFactory().pk, "quantity_low": 5, "quantity_high": 5, "unit": "battery"}
    return typed(page, **data, **changes)


def test_fact_is_added_as_pending_with_a_new_quote(client: Client, source: Source) -> None:
    data = new_item(client, quote_source=source.pk, quote="five  batteries", reason="read today")

    response = client.post(url(Item, "add"), data)

    item = Item.objects.get()
    passage = Passage.objects.get()
    event = Item.pgh_event_model.objects.get()
    assert response["Location"] == url(item.agreement, "change")
    assert (item.status, item.quantity_low, item.unit) == ("pending", 5, "battery")
    assert [one.passage for one in item.evidence.all()] == [passage]
    assert (passage.quote, passage.start, passage.end) == ("five batteries", 17, 31)
    assert event.pgh_context["reason"] == "read today"
    assert event.pgh_context["username"] == "ada"


def test_without_a_reason_the_history_says_where_it_was_done(client: Client) -> None:
    client.post(url(Item, "add"), new_item(client))

    assert Item.pgh_event_model.objects.get().pgh_context["reason"] == "added in the admin"


def test_fact_and_its_quote_are_written_in_one_transaction(client: Client, source: Source) -> None:
    data = new_item(client, quote_source=source.pk, quote="five batteries")

    client.post(url(Item, "add"), data)

    (written,) = {event.pgh_context_id for event in Item.pgh_event_model.objects.all()}
    assert Passage.pgh_event_model.objects.get().pgh_context_id == written


def test_quote_that_is_not_in_the_text_is_refused_at_its_field_and_nothing_is_lost(
    client: Client, source: Source
) -> None:
    data = new_item(client, quote_source=source.pk, quote="six batteries of missiles", note="as printed")

    response = client.post(url(Item, "add"), data)

    assert errors(response) == {
        "quote": ["Found a quote that is not in the text; expected words of the archived text, verbatim."]
    }
    assert typed(response)["quote"] == "six batteries of missiles"
    assert typed(response)["note"] == "as printed"
    assert not Item.objects.exists()
    assert not Passage.objects.exists()


def test_quote_that_stands_there_twice_asks_which(client: Client, source: Source) -> None:
    data = new_item(client, quote_source=source.pk, quote="The price is")

    refused = client.post(url(Item, "add"), data)
    client.post(url(Item, "add"), data | {"quote_nth": 2})

    assert errors(refused) == {
        "quote": ["Found a quote that occurs 2 times in the text; say which one below, or quote more words."]
    }
    assert Passage.objects.get().start == source.text.rindex("The price is")


def test_quote_needs_its_source(client: Client) -> None:
    response = client.post(url(Item, "add"), new_item(client, quote="five batteries"))

    assert errors(response) == {"quote_source": ["Say which source has these words."]}


def test_source_needs_its_words(client: Client, source: Source) -> None:
    response = client.post(url(Item, "add"), new_item(client, quote_source=source.pk))

    assert errors(response) == {"quote": ["Type the words of the source; only a row of a register has none."]}


def test_register_is_cited_without_words(client: Client) -> None:
    register = SourceFactory(kind="register")

    client.post(url(Item, "add"), new_item(client, quote_source=register.pk))

    assert Passage.objects.get().quote == ""
    assert Item.objects.get().evidence.count() == 1


def test_quote_that_the_index_cannot_hold_is_refused(client: Client) -> None:
    source = SourceFactory()

    response = client.post(url(Item, "add"), new_item(client, quote_source=source.pk, quote="ж" * 1300))

    assert errors(response) == {
        "quote": ["Found 2,600 bytes of text; a quote has at most 2,500. Quote the words that matter."]
    }


def test_evidence_is_exactly_what_the_form_names(client: Client) -> None:
    item = ItemFactory(status="pending")
    other = PassageFactory()

    page = client.get(url(item, "change"))
    client.post(url(item, "change"), typed(page, passages=[other.pk]))

    assert typed(page)["passages"] != [other.pk]
    assert [one.passage for one in item.evidence.all()] == [other]


def test_number_of_an_accepted_claim_can_be_corrected_and_its_verdict_stays(client: Client) -> None:
    value = ValueFactory()

    client.post(
        url(value, "change"),
        typed(client.get(url(value, "change")), amount_low="2000000", amount_high="2000000"),
    )

    value.refresh_from_db()
    assert value.amount_low == Decimal(2_000_000)
    assert value.status == "accepted"
    assert value.reviewed_by


def test_correcting_a_published_deal_says_that_readers_see_it_later_and_leads_there(
    client: Client, curator: User
) -> None:
    contract = signed_contract(title="Contract Zero")
    publish([contract], by=curator, reason="First.")
    item = contract.items.get()

    data = typed(client.get(url(item, "change")), quantity_low="6", quantity_high="6")
    response = client.post(url(item, "change"), data, follow=True)

    link = url(contract, "publish")
    assert messages(response)[1] == (
        f'Readers see this only after “Contract Zero” is published again. <a href="{link}">Publish it …</a>'
    )
    assert f'<a href="{link}">Publish it …</a>' in body(response)


def test_editing_a_draft_says_nothing_of_readers(client: Client) -> None:
    item = ItemFactory()

    response = client.post(url(item, "change"), typed(client.get(url(item, "change"))), follow=True)

    assert len(messages(response)) == 1


def test_editing_a_pending_fact_of_a_published_deal_says_nothing_of_readers(
    client: Client, curator: User
) -> None:
    contract = signed_contract()
    publish([contract], by=curator, reason="First.")
    item = ItemFactory(agreement=contract, status="pending")

    response = client.post(url(item, "change"), typed(client.get(url(item, "change"))), follow=True)

    assert len(messages(response)) == 1


def test_status_is_never_typed(client: Client) -> None:
    item = ItemFactory(status="pending")

    client.post(
        url(item, "change"), typed(client.get(url(item, "change")), status="accepted", content_hash="0")
    )

    item.refresh_from_db()
    assert item.status == "pending"
    assert item.content_hash != "0"


def test_same_claim_is_not_stored_twice(client: Client) -> None:
    first = ItemFactory()
    data = new_item(client, agreement=first.agreement.pk, passages=[])
    data |= {"system": first.system.pk, "unit": first.unit}

    response = client.post(url(Item, "add"), data)

    assert errors(response) == {
        "__all__": [f"The same claim is there already: “{first}”. Add the quote to that one."]
    }
    assert Item.objects.count() == 1


def test_editing_does_not_make_two_accepted_claims_where_one_can_be_true(client: Client) -> None:
    signed = MilestoneFactory()
    other = MilestoneFactory(agreement=signed.agreement, kind="statement")

    response = client.post(
        url(other, "change"), typed(client.get(url(other, "change")), kind="signature", date="2021")
    )

    assert errors(response) == {
        "__all__": [
            "“Signature 2020-01-01” is accepted already and only one can be true;"
            " dispute or supersede one of them first."
        ]
    }
    assert Milestone.objects.get(pk=other.pk).kind == "statement"


def test_bounds_that_do_not_fit_their_qualifier_are_refused(client: Client) -> None:
    response = client.post(url(Item, "add"), new_item(client, qualifier="up_to"))

    assert list(errors(response)) == ["__all__"]
    assert errors(response)["__all__"][0].startswith("The two bounds must fit the qualifier:")


def test_stake_that_ends_before_it_begins_is_refused(client: Client) -> None:
    page = client.get(url(Stake, "add"))
    data = typed(page, owned=PartyFactory().pk, owner=PartyFactory().pk, held_from="2020", held_until="2019")

    response = client.post(url(Stake, "add"), data)

    assert errors(response) == {"__all__": ["A stake cannot end before it begins."]}


def test_stake_leads_back_to_the_party_owned(client: Client) -> None:
    stake = StakeFactory()

    response = client.post(url(stake, "change"), typed(client.get(url(stake, "change")), share="49"))

    assert response["Location"] == url(stake.owned, "change")


def test_page_shows_where_the_quote_stands(client: Client, source: Source) -> None:
    passage = PassageFactory(source=source, quote="five batteries")
    item = ItemFactory(passages=[passage])

    page = body(client.get(url(item, "change")))

    assert "Ruritania bought <mark>five batteries</mark> of missiles." in page
    assert f"characters 17 to 31 of {len(source.text)} in the archived text." in page


def test_page_says_that_there_is_no_archived_text(client: Client) -> None:
    item = ItemFactory(passages=[PassageFactory(quote="five batteries")])

    page = body(client.get(url(item, "change")))

    assert "<mark>five batteries</mark>" in page
    assert "no archived text, so the quote is as printed and not checked." in page


def test_page_says_that_a_quote_was_never_checked(client: Client, source: Source) -> None:
    item = ItemFactory(passages=[PassageFactory(source=source, quote="five batteries", start=None, end=None)])

    assert "not checked against the archived text; quote it anew." in body(client.get(url(item, "change")))


def test_page_says_that_the_text_has_other_words_there(client: Client, source: Source) -> None:
    item = ItemFactory(passages=[PassageFactory(source=source, quote="five", start=0, end=4)])

    assert "the archived text has other words at characters 0 to 4." in body(client.get(url(item, "change")))


def test_page_says_that_a_register_has_no_words(client: Client) -> None:
    passage = PassageFactory(source=SourceFactory(kind="register"), quote="")
    item = ItemFactory(passages=[passage])

    assert "A row of this register, which has no words of its own." in body(client.get(url(item, "change")))


def test_page_says_that_there_is_no_evidence(client: Client) -> None:
    item = ItemFactory(passages=[])

    assert "No evidence: no passage supports this." in body(client.get(url(item, "change")))


def test_quote_is_shown_and_not_obeyed(client: Client) -> None:
    source = SourceFactory(text="A <script>alert(1)</script> B")
    item = ItemFactory(passages=[PassageFactory(source=source, quote="<script>alert(1)</script>")])

    page = body(client.get(url(item, "change")))

    assert "<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize("factory", ["InvolvementFactory", "ExposureFactory", "RelationFactory"])
def test_every_other_type_of_fact_is_saved(client: Client, factory: str) -> None:
    fact = getattr(factories, factory)(status="pending")

    response = client.post(
        url(fact, "change"), typed(client.get(url(fact, "change")), note="checked", reason="x")
    )

    fact.refresh_from_db()
    assert response["Location"] == url(fact.agreement, "change")
    assert fact.note == "checked"


def test_equivalent_value_is_found_and_saved(client: Client) -> None:
    value = ValueFactory()
    page = client.get(url(Value, "add"), {"agreement": value.agreement.pk})
    sum_in_rupees = {"kind": "contract_value", "reported": "Rs 70 million", "currency": "INR"}
    amounts = {"amount_low": "70000000", "amount_high": "70000000", "equivalent_to": value.pk}

    client.post(url(Value, "add"), typed(page, **sum_in_rupees, **amounts))

    assert Value.objects.get(currency="INR").equivalent_to == value


def test_relation_to_itself_is_refused(client: Client) -> None:
    relation = RelationFactory(status="pending")

    response = client.post(
        url(relation, "change"), typed(client.get(url(relation, "change")), to=relation.agreement.pk)
    )

    assert errors(response) == {"__all__": ["An agreement cannot be related to itself."]}


def test_link_to_the_form_fills_in_records_only(client: Client) -> None:
    agreement = AgreementFactory()

    good = client.get(url(Item, "add"), {"agreement": agreement.pk, "note": "planted"})
    bad = client.get(url(Item, "add"), {"agreement": "\0", "system": "9" * 40})

    assert typed(good)["agreement"] == str(agreement.pk)
    assert "note" not in typed(good)
    assert "agreement" not in typed(bad)
    assert Agreement.objects.count() == 1
