"""Who may do what: Django's permissions, on every page and action, each with its positive control."""

from typing import Any

import pytest
from django.test import Client

from deals.models import Agreement, Item, Passage
from tests.admin.conftest import SignIn
from tests.admin.pages import CONFIRM, body, typed, url
from tests.factories import AgreementFactory, ItemFactory, PartyFactory, PassageFactory, signed_contract

ITEM_DECISIONS = ["accept", "dispute", "supersede", "reject", "reopen"]


def item_status() -> str:
    return Item.objects.get().status


@pytest.mark.parametrize("decision", ITEM_DECISIONS)
def test_verdict_needs_leave_to_change(sign_in: SignIn, decision: str) -> None:
    item = ItemFactory(status="pending")
    viewer, editor = sign_in("view_item"), sign_in("view_item", "change_item")
    data = {**CONFIRM, "reason": "x"}

    refused = [viewer.get(url(item, decision)), viewer.post(url(item, decision), data)]

    assert [response.status_code for response in refused] == [403, 403]
    assert item_status() == "pending"
    assert editor.post(url(item, decision), data).status_code == 302


@pytest.mark.parametrize("action", [*ITEM_DECISIONS, "delete_selected", "nonsense"])
def test_viewer_sees_no_action_in_a_list_and_sends_none(sign_in: SignIn, action: str) -> None:
    item = ItemFactory(status="pending")
    viewer = sign_in("view_item")

    page = viewer.get(url(Item, "changelist"))
    sent = viewer.post(url(Item, "changelist"), {"action": action, "_selected_action": item.pk, **CONFIRM})

    assert page.context["action_form"] is None
    assert sent.status_code == 403
    assert item_status() == "pending"


@pytest.mark.parametrize("action", ITEM_DECISIONS)
def test_editor_decides_in_a_list(sign_in: SignIn, action: str) -> None:
    item = ItemFactory(status="pending")
    editor = sign_in("view_item", "change_item")

    sent = editor.post(url(Item, "changelist"), {"action": action, "_selected_action": item.pk, **CONFIRM})

    assert sent.status_code == 302


def test_editor_without_leave_to_delete_deletes_nothing(sign_in: SignIn) -> None:
    item = ItemFactory()
    editor, remover = sign_in("view_item", "change_item"), sign_in("view_item", "delete_item")
    data = {"action": "delete_selected", "_selected_action": item.pk, **CONFIRM}

    assert editor.post(url(Item, "changelist"), data).status_code == 403
    assert editor.post(url(item, "delete"), CONFIRM).status_code == 403
    assert Item.objects.count() == 1
    assert remover.post(url(Item, "changelist"), data).status_code == 302
    assert not Item.objects.exists()


@pytest.mark.parametrize("decision", ["publish", "withdraw", "merge"])
def test_publication_needs_leave_to_change(sign_in: SignIn, decision: str) -> None:
    contract = signed_contract()
    viewer, editor = sign_in("view_agreement"), sign_in("view_agreement", "change_agreement")

    assert viewer.get(url(contract, decision)).status_code == 403
    assert viewer.post(url(contract, decision), {**CONFIRM, "reason": "x"}).status_code == 403
    assert Agreement.objects.get().state == "draft"
    assert editor.get(url(contract, decision)).status_code == 200


def test_editor_publishes(sign_in: SignIn) -> None:
    contract = signed_contract()

    sign_in("change_agreement").post(url(contract, "publish"), {**CONFIRM, "reason": "First."})

    assert Agreement.objects.get().state == "published"


def test_viewer_sees_a_claim_without_form_and_saves_nothing(sign_in: SignIn) -> None:
    item = ItemFactory()
    viewer = sign_in("view_item")

    page = viewer.get(url(item, "change"))

    assert page.status_code == 200
    assert page.context["decision_links"] == []
    assert 'name="reason"' not in body(page)
    assert 'name="quote"' not in body(page)
    assert 'type="submit"' not in body(page).split('id="content"')[1].split('id="footer"')[0]
    assert viewer.post(url(item, "change"), {"note": "x"}).status_code == 403


def test_editor_saves_a_claim(sign_in: SignIn) -> None:
    item = ItemFactory()
    editor = sign_in("change_item")

    editor.post(url(item, "change"), typed(editor.get(url(item, "change")), note="seen"))

    assert Item.objects.get().note == "seen"


def test_viewer_sees_facts_below_an_agreement_without_choosing(sign_in: SignIn) -> None:
    item = ItemFactory()
    viewer = sign_in("view_agreement", "view_item")

    page = viewer.get(url(item.agreement, "change"))

    assert [section.title for section in page.context["sections"]] == ["items"]
    assert 'name="claim"' not in body(page)
    assert "Accept …" not in body(page)


def test_facts_of_types_that_one_may_not_see_are_not_shown(sign_in: SignIn) -> None:
    item = ItemFactory()

    page = sign_in("view_agreement").get(url(item.agreement, "change"))

    assert page.context["sections"] == []
    assert str(item) not in body(page)


def test_verdicts_from_an_agreement_need_leave_for_each_type(sign_in: SignIn) -> None:
    item = ItemFactory(status="pending")
    address = f"/admin/deals/agreement/{item.agreement.pk}/facts/accept/"
    data: dict[str, Any] = {"claim": f"item:{item.pk}", **CONFIRM}
    leave = ("view_agreement", "change_agreement", "view_item", "change_value")

    assert sign_in(*leave).post(address, data).status_code == 403
    assert item_status() == "pending"
    assert sign_in("view_agreement", "change_item").post(address, data).status_code == 302
    assert item_status() == "accepted"


def test_agreement_that_one_may_not_see_has_no_verdict_page(sign_in: SignIn) -> None:
    item = ItemFactory(status="pending")
    address = f"/admin/deals/agreement/{item.agreement.pk}/facts/accept/"

    response = sign_in("change_item").post(address, {"claim": f"item:{item.pk}", **CONFIRM})

    assert response.status_code == 403
    assert item_status() == "pending"


@pytest.mark.parametrize("page", ["change", "history"])
def test_pages_need_leave_to_view(sign_in: SignIn, page: str) -> None:
    party = PartyFactory()

    assert sign_in("view_item").get(url(party, page)).status_code == 403
    assert sign_in("view_party").get(url(party, page)).status_code == 200


def test_search_of_passages_needs_leave_to_view(sign_in: SignIn) -> None:
    assert sign_in("change_item").get("/admin/deals/passage/find/").status_code == 403
    assert sign_in("view_passage").get("/admin/deals/passage/find/").status_code == 200


def test_nobody_edits_a_passage(client: Client) -> None:
    passage = PassageFactory()

    assert client.post(url(passage, "change"), {"quote": "other words"}).status_code == 403
    assert client.get(url(passage, "change")).status_code == 200
    assert Passage.objects.get().quote == passage.quote


def test_whoever_is_no_staff_stays_outside(client: Client) -> None:
    reader = Client()
    user = client.get("/admin/").context["user"]
    user.is_staff = False
    user.save()
    reader.force_login(user)

    assert reader.get(url(Item, "changelist")).status_code == 302


def test_view_of_an_agreement_offers_no_new_facts_to_a_viewer(sign_in: SignIn) -> None:
    agreement = AgreementFactory()

    page = sign_in("view_agreement", "view_item").get(url(agreement, "change"))

    assert "addlink" not in body(page).split('id="facts"')[1]
