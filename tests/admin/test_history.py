"""History pages: who, when, why and what changed field by field, for every kind of write."""

from typing import Any

import pghistory
import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from deals.actions.edit import delete_record, save_record
from deals.actions.recording import recording
from deals.admin.history import Entry
from deals.models import Item, Party, PartyAlias, Source
from tests.admin.pages import CONFIRM, body, typed, url
from tests.factories import ItemFactory, PartyFactory, PassageFactory, SourceFactory


def entries(client: Client, record: Any) -> list[Entry]:
    response = client.get(url(record, "history"))
    assert response.status_code == 200
    return list(response.context["page"])


def entry(client: Client, record: Any, *, why: str) -> Entry:
    """The entry with this reason; a test is one transaction, so its entries have one time and no order."""
    (found,) = [one for one in entries(client, record) if one.why == why]
    return found


def changes(entry: Entry) -> list[tuple[str, str, dict[str, tuple[str, str]]]]:
    return [
        (change.what, change.verb, {field.label: (field.before, field.after) for field in change.fields})
        for change in entry.changes
    ]


def test_edit_in_the_admin_is_told_field_by_field(client: Client) -> None:
    party = PartyFactory(name="Ruritania")

    data = typed(client.get(url(party, "change")), name="Kingdom of Ruritania", reason="its full name")
    client.post(url(party, "change"), data)

    newest, _ = entries(client, party)
    assert (newest.who, newest.why) == ("ada", "its full name")
    assert changes(newest) == [("Party", "changed", {"Name": ("Ruritania", "Kingdom of Ruritania")})]


def test_verdict_is_told_with_words_for_codes_and_people(client: Client) -> None:
    item = ItemFactory(status="pending", passages=[])

    client.post(url(item, "accept"), {**CONFIRM, "reason": "checked"})

    newest, *_ = entries(client, item)
    ((what, verb, fields),) = changes(newest)
    assert (what, verb) == (f"Item “{item}”", "changed")
    assert fields["Status"] == ("Pending", "Accepted")
    assert fields["Reviewed by"] == ("empty", "ada")


def test_new_evidence_belongs_to_the_history_of_its_claim(client: Client) -> None:
    item = ItemFactory(status="pending", passages=[])
    passage = PassageFactory(quote="five batteries")

    data = typed(client.get(url(item, "change")), passages=[passage.pk], reason="found it")
    client.post(url(item, "change"), data)

    assert changes(entry(client, item, why="found it")) == [
        (
            "Item evidence",
            "added",
            {
                "Passage": ("empty", "“five batteries”"),
                "Accepted": ("empty", "True"),
                "Fact": ("empty", str(item)),
            },
        )
    ]


def test_facts_belong_to_the_history_of_their_agreement_even_when_deleted(
    client: Client, curator: User
) -> None:
    item = ItemFactory(status="pending", passages=[])
    agreement, system = item.agreement, item.system

    delete_record(item, by=curator, reason="misread")

    ((what, verb, fields),) = changes(entry(client, agreement, why="misread"))
    assert (what, verb) == ("Item", "deleted")
    assert fields["System"] == (str(system), "empty")


def test_other_names_belong_to_the_history_of_their_party(client: Client, curator: User) -> None:
    party = PartyFactory()

    save_record(PartyAlias(party=party, name="Old Name"), by=curator, reason="as reports say")

    ((what, verb, fields),) = changes(entry(client, party, why="as reports say"))
    assert (what, verb, fields["Name"]) == ("Party alias", "added", ("empty", "Old Name"))


def test_bulk_change_and_load_are_told_like_any_other(client: Client, curator: User) -> None:
    parties = [PartyFactory(kind="state") for _ in range(2)]

    with recording(by=curator, reason="report:2020-01-02-gazette"):
        Party.objects.update(kind="company")

    for party in parties:
        newest, _ = entries(client, party)
        assert (newest.who, newest.why) == ("ada", "report file 2020-01-02-gazette")
        assert changes(newest)[0][2] == {"Kind": ("State", "Company")}


def test_change_outside_the_application_is_told_as_such(client: Client) -> None:
    party = PartyFactory(name="Before")

    with connection.cursor() as cursor:
        cursor.execute("UPDATE deals_party SET name = 'After' WHERE id = %s", [party.pk])

    found = entry(client, party, why="no reason given")
    assert found.who == "not recorded (outside the application)"
    assert changes(found)[-1] == ("Party", "changed", {"Name": ("Before", "After")})


def test_person_without_a_recorded_name_is_looked_up(client: Client, curator: User) -> None:
    with pghistory.context(user=curator.pk):
        party = PartyFactory()

    (only,) = entries(client, party)
    assert only.who == "ada"


def test_what_is_gone_is_told_by_number(client: Client, curator: User) -> None:
    old = PartyFactory()
    party = PartyFactory(successor_of=old)
    party.successor_of = None
    save_record(party, by=curator, reason="wrong")
    gone = old.pk
    delete_record(old, by=curator, reason="a double")

    newest, _ = entries(client, party)

    assert changes(newest)[0][2] == {"Successor of": (f"party no. {gone}, deleted since", "empty")}


def test_long_text_is_cut(client: Client) -> None:
    source = SourceFactory(text="word " * 1000)

    (only,) = entries(client, source)

    text = changes(only)[0][2]["Text"][1]
    assert text.endswith("… (5,000 characters)")
    assert len(text) < 350


def test_what_was_recorded_is_shown_and_not_obeyed(client: Client) -> None:
    party = PartyFactory(name="<script>alert(1)</script>")

    page = body(client.get(url(party, "history")))

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("number", "first"), [("1", "Name 60"), ("2", "Name 10"), ("0", "Name 10"), ("\0", "Name 60")]
)
def test_history_is_cut_into_pages(client: Client, curator: User, number: str, first: str) -> None:
    party = PartyFactory(name="Name 0")
    for count in range(1, 61):
        party.name = f"Name {count}"
        save_record(party, by=curator, reason=str(count))

    page = client.get(url(party, "history"), {"p": number}).context["page"]

    assert page[0].changes[0].fields[0].after == first
    assert page.paginator.count == 61


def test_as_many_queries_for_many_writes(client: Client, curator: User) -> None:
    item = ItemFactory(passages=[])

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(url(item.agreement, "history"))
        return len(captured)

    few = count()
    for _ in range(20):
        ItemFactory(agreement=item.agreement, passages=[])
        Item.objects.update(note=str(_))

    assert count() == few


def test_saving_writes_no_second_history(client: Client) -> None:
    party = PartyFactory()

    client.post(url(party, "change"), typed(client.get(url(party, "change")), name="Other"))

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_admin_log")
        assert cursor.fetchone() == (0,)


def test_saving_what_is_unchanged_leaves_no_trace(client: Client) -> None:
    source = SourceFactory()

    client.post(url(source, "change"), typed(client.get(url(source, "change"))))

    assert len(entries(client, source)) == 1
    assert Source.pgh_event_model.objects.count() == 1
