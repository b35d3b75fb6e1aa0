"""Publishing, withdrawing and merging: with a reason for readers, and every obstacle in words."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from deals.actions.publish import publish
from deals.models import Agreement
from deals.shelf import Deal, Edition, Tombstone
from tests.admin.pages import CONFIRM, errors, messages, url
from tests.factories import AgreementFactory, ItemFactory, signed_contract


@pytest.fixture
def published(curator: User) -> Agreement:
    """A contract that readers see."""
    contract = signed_contract(title="Contract Zero")
    publish([contract], by=curator, reason="First.")
    return contract


def state(agreement: Agreement) -> str:
    agreement.refresh_from_db()
    return agreement.state


def choose(action: str, *agreements: Agreement) -> dict[str, Any]:
    return {"action": action, "_selected_action": [one.pk for one in agreements], "index": "0"}


def test_draft_is_published_with_a_reason(client: Client) -> None:
    contract = signed_contract()

    asked = client.get(url(contract, "publish"))
    nothing_yet = Edition.objects.count()
    done = client.post(url(contract, "publish"), {**CONFIRM, "reason": "First report."}, follow=True)

    edition = Edition.objects.get()
    assert asked.status_code == 200
    assert nothing_yet == 0
    assert (edition.slug, edition.published_by, edition.reason) == (contract.slug, "ada", "First report.")
    assert state(contract) == "published"
    assert Deal.objects.get().slug == contract.slug
    assert messages(done) == ["Deals with a new edition: 1. As they should be already: 0."]


def test_several_are_published_from_the_list(client: Client) -> None:
    contracts = [signed_contract() for _ in range(2)]

    client.post(url(Agreement, "changelist"), choose("publish", *contracts) | CONFIRM | {"reason": "First."})

    assert [state(contract) for contract in contracts] == ["published", "published"]


@pytest.mark.parametrize("decision", ["publish", "withdraw"])
@pytest.mark.parametrize("reason", ["", "   "])
def test_reason_for_readers_is_required(
    client: Client, published: Agreement, decision: str, reason: str
) -> None:
    response = client.post(url(published, decision), {**CONFIRM, "reason": reason})

    assert errors(response) == {"reason": ["This field is required."]}
    assert state(published) == "published"
    assert Edition.objects.count() == 1


def test_every_obstacle_is_listed_and_nothing_is_published(client: Client) -> None:
    empty = AgreementFactory(slug="empty")
    bare = ItemFactory(passages=[])
    good = signed_contract()
    data = choose("publish", empty, bare.agreement, good) | CONFIRM | {"reason": "First."}

    response = client.post(url(Agreement, "changelist"), data)

    assert errors(response) == {
        "__all__": ["empty has no accepted fact to show.", f"“{bare}” is accepted without evidence."]
    }
    assert [state(one) for one in (empty, bare.agreement, good)] == ["draft"] * 3
    assert not Edition.objects.exists()


def test_withdrawn_deal_leaves_the_shelf_and_its_address_says_why(
    client: Client, published: Agreement
) -> None:
    client.post(url(published, "withdraw"), {**CONFIRM, "reason": "The report was a hoax."})

    assert state(published) == "withdrawn"
    assert not Deal.objects.exists()
    assert Tombstone.objects.get().reason == "The report was a hoax."


def test_draft_cannot_be_withdrawn(client: Client) -> None:
    draft = AgreementFactory(slug="draft")

    response = client.post(url(draft, "withdraw"), {**CONFIRM, "reason": "No."})

    assert errors(response) == {"__all__": ["draft is not published: it is draft."]}


def test_several_are_withdrawn_all_or_none(client: Client, published: Agreement) -> None:
    draft = AgreementFactory(slug="zzz")
    data = choose("withdraw", published, draft) | CONFIRM | {"reason": "No."}

    response = client.post(url(Agreement, "changelist"), data)

    assert errors(response) == {"__all__": ["zzz is not published: it is draft."]}
    assert state(published) == "published"
    assert Edition.objects.count() == 1


def test_merged_deal_leads_to_the_other(client: Client, curator: User, published: Agreement) -> None:
    target = signed_contract()
    publish([target], by=curator, reason="First.")

    client.post(url(published, "merge"), {**CONFIRM, "into": target.pk, "reason": "The same contract."})

    assert state(published) == "merged"
    assert published.merged_into == target
    assert Tombstone.objects.get().merged_into == target.slug


def test_nothing_is_merged_into_a_draft(client: Client, published: Agreement) -> None:
    draft = AgreementFactory(slug="draft")

    response = client.post(url(published, "merge"), {**CONFIRM, "into": draft.pk, "reason": "The same."})

    assert errors(response) == {"__all__": ["draft is not published: it is draft."]}
    assert state(published) == "published"


def test_nothing_is_merged_into_itself(client: Client, published: Agreement) -> None:
    response = client.post(url(published, "merge"), {**CONFIRM, "into": published.pk, "reason": "The same."})

    assert errors(response) == {"into": ["A record cannot lead to itself; choose another one."]}
    assert state(published) == "published"


@pytest.mark.parametrize("target", ["", "abc", "0", "9" * 40])
def test_merging_needs_a_record_to_lead_to(client: Client, published: Agreement, target: str) -> None:
    response = client.post(url(published, "merge"), {**CONFIRM, "into": target, "reason": "The same."})

    assert list(errors(response)) == ["into"]


def test_page_offers_what_the_state_allows(client: Client, published: Agreement) -> None:
    def offered(agreement: Agreement) -> list[str]:
        return [one.name for one, _ in client.get(url(agreement, "change")).context["decision_links"]]

    assert offered(AgreementFactory()) == ["publish"]
    assert offered(published) == ["publish", "withdraw", "merge"]


def test_edited_title_of_a_published_deal_reaches_readers_only_when_it_is_published_again(
    client: Client, published: Agreement
) -> None:
    before = bytes(Deal.objects.get().document)
    data = {"title": "Contract One", "kind": "contract", "summary": "", "reason": "typo"}

    saved = client.post(url(published, "change"), data, follow=True)
    between = bytes(Deal.objects.get().document)
    client.post(url(published, "publish"), {**CONFIRM, "reason": "Title."})

    assert messages(saved)[1].startswith("Readers see this only after “Contract One” is published again.")
    assert between == before
    assert Deal.objects.get().title == "Contract One"
    assert [edition.number for edition in Edition.objects.all()] == [2, 1]


def test_editions_can_be_looked_at_and_not_written(client: Client, published: Agreement) -> None:
    edition = Edition.objects.get()

    page = client.get(url(edition, "change"))

    assert page.status_code == 200
    assert "&quot;title&quot;: &quot;Contract Zero&quot;" in page.content.decode()
    assert client.post(url(edition, "change"), {"reason": "rewritten"}).status_code == 403
    assert client.post(url(edition, "delete"), CONFIRM).status_code == 403
    assert client.get(url(Edition, "add")).status_code == 403
    assert client.post(url(Edition, "changelist"), choose("delete_selected", published)).status_code == 403
    assert (
        client.get(url(edition, "history"))["Location"] == f"{url(Edition, 'changelist')}?q={published.slug}"
    )
