"""Verdicts and deletions: asked on a page of their own, with a reason, and all or nothing."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from deals.actions.publish import publish
from deals.models import Agreement, Claim, Item, Party, Passage
from tests.admin.pages import CONFIRM, body, errors, messages, url
from tests.factories import (
    AgreementFactory,
    InvolvementFactory,
    ItemFactory,
    MilestoneFactory,
    PartyFactory,
    PassageFactory,
    SourceFactory,
    ValueFactory,
    signed_contract,
)

DONE = {
    "accept": ("accepted", "1 claim accepted."),
    "dispute": ("disputed", "1 claim disputed."),
    "supersede": ("superseded", "1 claim superseded."),
    "reject": ("rejected", "1 claim rejected."),
    "reopen": ("pending", "1 claim put back to pending."),
}


def status(claim: Claim) -> str:
    claim.refresh_from_db()
    return claim.status


def choose(action: str, *records: Any) -> dict[str, Any]:
    """What a list sends when these records are chosen for an action."""
    return {"action": action, "_selected_action": [record.pk for record in records], "index": "0"}


@pytest.mark.parametrize("verdict", DONE)
def test_page_of_a_claim_asks_first_and_then_gives_the_verdict(
    client: Client, curator: User, verdict: str
) -> None:
    becomes, words = DONE[verdict]
    before = "accepted" if verdict == "reopen" else "pending"
    item = ItemFactory(status=before)
    address = url(item, verdict)

    asked = client.get(address)
    unchanged = status(item)
    done = client.post(address, {**CONFIRM, "reason": "read again"}, follow=True)

    assert asked.status_code == 200
    assert unchanged == before
    assert status(item) == becomes
    assert item.reviewed_by == (None if becomes == "pending" else curator)
    assert messages(done) == [words]
    assert done.redirect_chain == [(url(item.agreement, "change"), 302)]
    assert Item.pgh_event_model.objects.last().pgh_context["reason"] == "read again"


@pytest.mark.parametrize("verdict", DONE)
def test_list_asks_first_lists_what_is_chosen_and_then_gives_the_verdict(
    client: Client, verdict: str
) -> None:
    becomes, _ = DONE[verdict]
    items = [ItemFactory(status="accepted" if verdict == "reopen" else "pending") for _ in range(2)]
    other = ItemFactory(status="pending")
    address = url(Item, "changelist") + "?unit__exact=item"

    asked = client.post(address, choose(verdict, *items))
    done = client.post(address, choose(verdict, *items) | CONFIRM)

    assert [one.record for one in asked.context["question"].chosen] == items[::-1]
    assert f"{items[0].agreement}: {items[0]}" in body(asked)
    assert [status(item) for item in items] == [becomes, becomes]
    assert status(other) == "pending"
    assert done["Location"] == address


def test_page_of_a_claim_offers_every_verdict_but_its_own(client: Client) -> None:
    item = ItemFactory()

    links = client.get(url(item, "change")).context["decision_links"]

    assert [decision.name for decision, _ in links] == ["dispute", "supersede", "reject", "reopen"]


def test_verdict_without_a_reason_says_where_it_was_given(client: Client) -> None:
    item = ItemFactory(status="pending")

    client.post(url(item, "accept"), CONFIRM)

    assert Item.pgh_event_model.objects.last().pgh_context["reason"] == "accepted in the admin"


def test_what_contradicts_is_not_accepted_and_every_conflict_is_listed(client: Client) -> None:
    value = ValueFactory()
    rivals = [
        ValueFactory(agreement=value.agreement, amount_low=number, reported=f"${number}", status="pending")
        for number in (2, 3)
    ]
    signed = MilestoneFactory(agreement=value.agreement)
    second = MilestoneFactory(agreement=value.agreement, date="2021", status="pending")
    harmless = InvolvementFactory(agreement=value.agreement, status="pending")
    tokens = [f"value:{one.pk}" for one in rivals] + [f"milestone:{second.pk}", f"involvement:{harmless.pk}"]
    address = f"/admin/deals/agreement/{value.agreement.pk}/facts/accept/"

    response = client.post(address, {"claim": tokens, "reason": "kept", **CONFIRM})

    why = "is accepted already and only one can be true; dispute or supersede one of them first."
    assert sorted(errors(response)["__all__"]) == sorted(
        [
            f"“Contract value: $2” cannot be accepted: “Contract value: $1 million” {why}",
            f"“Contract value: $3” cannot be accepted: “Contract value: $1 million” {why}",
            f"“Contract value: $3” cannot be accepted: “Contract value: $2” {why}",
            f"“{second}” cannot be accepted: “{signed}” {why}",
        ]
    )
    assert response.context["form"]["reason"].value() == "kept"
    assert [status(one) for one in (*rivals, second, harmless)] == ["pending"] * 4


def test_facts_of_several_types_are_decided_together_from_the_agreement(client: Client) -> None:
    item = ItemFactory(status="pending")
    value = ValueFactory(agreement=item.agreement, status="pending")
    left = InvolvementFactory(agreement=item.agreement, status="pending")
    tokens = [f"item:{item.pk}", f"value:{value.pk}"]
    address = f"/admin/deals/agreement/{item.agreement.pk}/facts/accept/"

    asked = client.post(address, {"claim": tokens})
    done = client.post(address, {"claim": tokens, **CONFIRM}, follow=True)

    assert [one.value for one in asked.context["question"].chosen] == tokens
    assert messages(done) == ["2 claims accepted."]
    assert [status(one) for one in (item, value, left)] == ["accepted", "accepted", "pending"]
    assert done.redirect_chain == [(f"{url(item.agreement, 'change')}#facts", 302)]


def test_unknown_verdict_is_no_page(client: Client) -> None:
    assert client.get(f"/admin/deals/agreement/{AgreementFactory().pk}/facts/publish/").status_code == 404


def test_verdict_on_a_fact_of_a_published_deal_says_that_readers_see_it_later(
    client: Client, curator: User
) -> None:
    contract = signed_contract(title="Contract Zero")
    publish([contract], by=curator, reason="First.")

    done = client.post(url(contract.items.get(), "dispute"), CONFIRM, follow=True)

    assert messages(done)[1].startswith("Readers see this only after “Contract Zero” is published again.")


def test_unsafe_reason_is_refused_at_its_field(client: Client) -> None:
    item = ItemFactory(status="pending")

    response = client.post(url(item, "accept"), {**CONFIRM, "reason": "a\0"})

    assert errors(response) == {"reason": ["Character 2 is a NUL character U+0000. Take it out."]}
    assert status(item) == "pending"


def test_more_than_a_page_can_list_is_not_decided(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deals.admin.deciding.MOST_AT_ONCE", 1)
    items = [ItemFactory(status="pending") for _ in range(2)]

    response = client.post(url(Item, "changelist"), choose("accept", *items) | CONFIRM, follow=True)

    assert messages(response) == ["At most 1 can be decided at once; choose fewer."]
    assert [status(item) for item in items] == ["pending", "pending"]


def test_record_is_deleted_with_a_reason_and_the_history_keeps_it(client: Client) -> None:
    party = PartyFactory()

    asked = client.get(url(party, "delete"))
    done = client.post(url(party, "delete"), {**CONFIRM, "reason": "a double"}, follow=True)

    event = Party.pgh_event_model.objects.last()
    assert asked.status_code == 200
    assert messages(done) == ["Deleted: 1. The history keeps what was there."]
    assert done.redirect_chain == [(url(Party, "changelist"), 302)]
    assert (event.pgh_label, event.name, event.pgh_context["reason"]) == ("delete", party.name, "a double")


def test_records_chosen_in_a_list_are_deleted_all_or_none(client: Client) -> None:
    needed = InvolvementFactory().party
    free = PartyFactory()

    response = client.post(url(Party, "changelist"), choose("delete_selected", free, needed) | CONFIRM)

    assert errors(response) == {
        "__all__": ["Nothing was deleted, because this is still needed by: 1 involvement."]
    }
    assert Party.objects.count() == 2


def test_chosen_records_are_deleted(client: Client) -> None:
    parties = [PartyFactory() for _ in range(2)]

    client.post(url(Party, "changelist"), choose("delete_selected", *parties) | CONFIRM)

    assert not Party.objects.exists()


def test_source_of_quotes_is_not_deleted(client: Client) -> None:
    source = SourceFactory()
    PassageFactory(source=source)
    PassageFactory(source=source)

    response = client.post(url(source, "delete"), CONFIRM)

    assert errors(response) == {
        "__all__": ["Nothing was deleted, because this is still needed by: 2 passages."]
    }


def test_claim_is_deleted_with_its_links_to_evidence_and_the_passage_stays(client: Client) -> None:
    item = ItemFactory()

    client.post(url(item, "delete"), CONFIRM)

    assert not Item.objects.exists()
    assert Passage.objects.count() == 1


def test_draft_without_facts_is_deleted(client: Client) -> None:
    agreement = AgreementFactory()

    client.post(url(agreement, "delete"), CONFIRM)

    assert not Agreement.objects.exists()


def test_what_was_published_is_never_deleted(client: Client, curator: User) -> None:
    contract = signed_contract()
    publish([contract], by=curator, reason="First.")

    one = client.post(url(contract, "delete"), CONFIRM)
    many = client.post(url(Agreement, "changelist"), choose("delete_selected", contract) | CONFIRM)

    assert [one.status_code, many.status_code] == [403, 403]
    assert Agreement.objects.count() == 1
