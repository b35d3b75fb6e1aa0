"""What nobody should type: each gives an error at its field, and never a broken page."""

from typing import Any

import pytest
from django.test import Client

from deals.models import Agreement, Item, Milestone, Party, Source
from tests.admin.pages import errors, typed, url
from tests.factories import AgreementFactory, ItemFactory, MilestoneFactory, PartyFactory, SystemFactory


def refused(client: Client, record: Any, **changes: Any) -> dict[str, list[str]]:
    """The errors of the record's page when these changes are sent."""
    address = url(record, "change")
    return errors(client.post(address, typed(client.get(address), **changes)))


UNSAFE = {
    "\0": "NUL character U+0000",
    "\x1b": "control character U+001B",
    "‮": "direction mark U+202E",
    "﷐": "noncharacter U+FDD0",
}


@pytest.mark.parametrize(("character", "what"), UNSAFE.items(), ids=["nul", "escape", "bidi", "noncharacter"])
@pytest.mark.parametrize("field", ["note", "part", "quote", "reason"])
def test_unsafe_character_is_refused_with_its_place(
    client: Client, field: str, character: str, what: str
) -> None:
    item = ItemFactory(status="pending")

    found = refused(client, item, **{field: f"ab{character}cd"})

    assert f"Character 3 is a {what}. Take it out." in found[field]
    assert Item.objects.get().note == ""


def test_unsafe_character_in_an_address_is_refused(client: Client) -> None:
    page = client.get(url(Source, "add"))
    data = typed(page, slug="a", kind="other", publisher="A", url="https://example.org/‮gpj.exe")

    response = client.post(url(Source, "add"), data)

    assert errors(response)["url"] == ["Character 21 is a direction mark U+202E. Take it out."]


def test_line_ends_of_browsers_are_no_control_characters(client: Client) -> None:
    item = ItemFactory(status="pending")

    client.post(url(item, "change"), typed(client.get(url(item, "change")), note="one\r\ntwo"))

    assert Item.objects.get().note == "one\ntwo"


@pytest.mark.parametrize(
    ("field", "longest"), [("note", 5_000), ("part", 100), ("reason", 300)], ids=["text", "name", "reason"]
)
def test_huge_text_is_refused(client: Client, field: str, longest: int) -> None:
    item = ItemFactory(status="pending")

    found = refused(client, item, **{field: "a" * 100_000})

    assert found == {field: [f"Ensure this value has at most {longest} characters (it has 100000)."]}


def test_number_over_what_the_database_holds_is_refused(client: Client) -> None:
    item = ItemFactory(status="pending")

    found = refused(client, item, quantity_low=str(2**63), quantity_high=str(2**63))

    message = f"Ensure this value is less than or equal to {2**63 - 1}."
    assert found == {"quantity_low": [message], "quantity_high": [message]}


@pytest.mark.parametrize("number", ["-1", "1.5", "NaN", "five", "9" * 5_000])
def test_what_is_no_quantity_is_refused(client: Client, number: str) -> None:
    item = ItemFactory(status="pending")

    assert "quantity_low" in refused(client, item, quantity_low=number)


def test_bad_partial_date_is_refused_with_what_was_expected(client: Client) -> None:
    milestone = MilestoneFactory(status="pending")

    found = refused(client, milestone, date="5 October 2018")

    assert found == {
        "date": [
            "found '5 October 2018', expected an EDTF date such as 2018, 2018-10, 2018-10-05, 2021/2031,"
            " 2018/.., 2019~, 2019? or 201X"
        ]
    }
    assert Milestone.objects.get().date == "2020-01-01"


@pytest.mark.parametrize("reference", ["abc", "-1", "9" * 40, "1 OR 1=1"])
def test_reference_that_is_no_record_is_refused(client: Client, reference: str) -> None:
    item = ItemFactory(status="pending")

    found = refused(client, item, system=reference)

    assert found == {"system": ["Select a valid choice. That choice is not one of the available choices."]}


def test_reference_that_is_nul_is_refused(client: Client) -> None:
    item = ItemFactory(status="pending")

    assert refused(client, item, system="\0") == {"system": ["Null characters are not allowed."]}


@pytest.mark.parametrize("passage", ["abc", "9" * 40, "\0"])
def test_passage_that_is_no_record_is_refused(client: Client, passage: str) -> None:
    item = ItemFactory(status="pending")

    assert list(refused(client, item, passages=[passage])) == ["passages"]


def test_taken_id_is_refused(client: Client) -> None:
    AgreementFactory(slug="taken")
    page = client.get(url(Agreement, "add"))

    response = client.post(url(Agreement, "add"), typed(page, slug="taken", title="A", kind="contract"))

    assert errors(response) == {"slug": ["Agreement with this Slug already exists."]}


def test_id_that_is_no_slug_is_refused(client: Client) -> None:
    page = client.get(url(Agreement, "add"))

    response = client.post(url(Agreement, "add"), typed(page, slug="a b/c", title="A", kind="contract"))

    assert list(errors(response)) == ["slug"]


def test_country_that_is_no_code_is_refused(client: Client) -> None:
    party = PartyFactory()

    found = refused(client, party, country="in")

    assert found == {"__all__": ["A country is three capital letters of ISO 3166-1, such as IND."]}
    assert Party.objects.get().country == ""


@pytest.mark.parametrize("number", ["0", "9" * 25])
@pytest.mark.parametrize("page", ["change", "history"])
def test_number_of_no_record_is_no_broken_page(client: Client, page: str, number: str) -> None:
    SystemFactory()

    assert client.get(f"/admin/deals/system/{number}/{page}/").status_code in {302, 404}
    assert client.get(f"/admin/deals/system/{number}/delete/").status_code == 404


@pytest.mark.parametrize("chosen", ["\0", "abc", "9" * 40])
def test_chosen_record_that_is_no_number_is_a_bad_request(client: Client, chosen: str) -> None:
    data = {"action": "accept", "_selected_action": chosen, "index": "0"}

    assert client.post(url(Item, "changelist"), data).status_code == 400


@pytest.mark.parametrize("token", ["item:abc", "item:\0", "party:1", "item", "", "item:" + "9" * 40])
def test_chosen_fact_that_is_none_is_a_bad_request(client: Client, token: str) -> None:
    agreement = AgreementFactory()

    response = client.post(f"/admin/deals/agreement/{agreement.pk}/facts/accept/", {"claim": token})

    assert response.status_code == 400


def test_fact_of_another_agreement_is_a_bad_request(client: Client) -> None:
    item = ItemFactory(status="pending")
    agreement = AgreementFactory()

    response = client.post(
        f"/admin/deals/agreement/{agreement.pk}/facts/accept/",
        {"claim": f"item:{item.pk}", "confirmed": "yes"},
    )

    item.refresh_from_db()
    assert response.status_code == 400
    assert item.status == "pending"
