"""One hash of all content and history: blind to row numbers and times, and to nothing else."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pgtrigger
import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone

from deals.actions.edit import quote_passage, save_claim, save_record
from deals.actions.fingerprint import data_fingerprint
from deals.actions.publish import publish
from deals.actions.recording import recording
from deals.actions.review import accept
from deals.models import (
    Agreement,
    ExchangeRate,
    Involvement,
    Item,
    ItemEvidence,
    Party,
    PartyAlias,
    ReportLoad,
    Source,
    Stake,
    System,
    Value,
)
from deals.shelf import Deal, Edition
from tests.factories import ItemFactory, PassageFactory, SystemFactory, UserFactory
from tests.models.examples import DESK_MODELS, example

pytestmark = pytest.mark.django_db


class Undone(Exception):
    """Ends a transaction whose work must not stay."""


def fingerprint_of(*work: Callable[[], Any]) -> str:
    """The fingerprint after this work, which is undone then."""
    found = ""
    try:
        with transaction.atomic():
            for step in work:
                step()
            found = data_fingerprint()
            raise Undone
    except Undone:
        return found


def shift_row_numbers(by: int = 1000) -> None:
    """Let every table go on counting from another number, as a restored or rebuilt database does."""
    tables = [*apps.get_app_config("deals").get_models(), *apps.get_app_config("auth").get_models()]
    with connection.cursor() as cursor:
        for model in tables:
            key = model._meta.pk
            if isinstance(key, models.AutoField | models.BigAutoField):
                cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [model._meta.db_table, key.column])
                (sequence,) = cursor.fetchone()
                cursor.execute("SELECT setval(%s, nextval(%s) + %s)", [sequence, sequence, by])


def curate() -> None:
    """A little of all the work that curators do."""
    ada = UserFactory(username="ada")

    def saved(record: Any) -> Any:
        save_record(record, by=ada, reason="from the newspaper")
        return record

    russia, india, venture = (saved(Party(slug=name, name=name.title(), kind="state")) for name in PARTIES)
    missiles = saved(System(slug="s-400", name="S-400", category="air_defence_systems", producer=russia))
    source = saved(Source(slug="daily", kind="news_report", publisher="Daily", text=TEXT, sha256="0" * 64))
    deals = [saved(Agreement(slug=name, title=name.title(), kind="contract")) for name in DEALS]
    saved(PartyAlias(party=india, name="Bharat"))
    saved(ExchangeRate(currency="INR", year=2021, per_usd=Decimal(75), source="made up"))
    saved(ReportLoad(source=source, content_hash="1" * 64, loaded_by=ada))
    claims: list[Any] = [Stake(owned=venture, owner=india, share=Decimal("50.5"))]
    sum_of_money = {"reported": "₹5", "amount_low": 5, "amount_high": 5, "currency": "INR"}
    for deal in deals:
        claims += [
            Involvement(agreement=deal, party=russia, role="supplier"),
            Involvement(agreement=deal, party=india, role="recipient"),
            Item(agreement=deal, system=missiles, quantity_low=5, quantity_high=5),
            Value(agreement=deal, kind="contract_value", **sum_of_money),
        ]
    passage = quote_passage(source, "five units", by=ada, reason="read")
    for claim in claims:
        save_claim(claim, evidence=[passage], by=ada, reason="read")
    accept(claims, by=ada, reason="as printed")
    publish(deals, by=ada, reason="first")


PARTIES = ("russia", "india", "venture")
DEALS = ("jets", "missiles")
TEXT = "India bought five units from Russia."


def test_an_empty_database_has_a_fingerprint() -> None:
    assert len(data_fingerprint()) == 64


def test_the_same_work_gives_the_same_fingerprint_whatever_the_row_numbers_and_times(
    monkeypatch: Any,
) -> None:
    first = fingerprint_of(curate)
    monkeypatch.setattr(timezone, "now", lambda: datetime(2031, 1, 1, tzinfo=UTC))

    second = fingerprint_of(UserFactory, shift_row_numbers, curate)

    assert second == first


def test_the_order_of_row_numbers_makes_no_difference() -> None:
    def make(*slugs: str) -> Callable[[], None]:
        return lambda: [SystemFactory(slug=slug, name=slug) for slug in slugs] and None

    assert fingerprint_of(make("a", "b", "c")) == fingerprint_of(make("c", "a", "b"))


def test_each_table_counts() -> None:
    before = data_fingerprint()

    same = [
        model.__name__
        for model in DESK_MODELS
        if fingerprint_of(lambda model=model: example(model)) == before
    ]

    assert same == []


def once(model: Any, **columns: Any) -> Callable[[], Any]:
    """Change columns of the first row."""

    def change() -> None:
        with pgtrigger.ignore():  # History would tell as well.
            model.objects.filter(pk=model.objects.order_by("pk").first().pk).update(**columns)

    return change


@pytest.mark.parametrize(
    "change",
    [
        once(Item, note="A misprint."),
        once(Item, status="disputed"),
        once(Item, quantity_low=6, quantity_high=6),
        once(Item, reviewed_by=None, reviewed_at=None, status="pending"),
        once(Value, reported="Rs 5"),
        once(PartyAlias, name="Hindustan"),
        once(Agreement, title="Other jets"),
        once(Agreement, state_reason="no reason"),
        once(Source, text="India bought six units."),
        once(ItemEvidence, accepted=False),
        once(ReportLoad, content_hash="2" * 64),
        once(ExchangeRate, per_usd=Decimal(76)),
        once(Stake, share=Decimal("50.6")),
        once(Deal, title="Other jets"),
        once(Edition, reason="no reason"),
    ],
)
def test_one_changed_cell_changes_the_fingerprint(change: Callable[[], Any]) -> None:
    assert fingerprint_of(curate, change) != fingerprint_of(curate)


def test_who_gave_a_verdict_counts() -> None:
    def by_another() -> None:
        once(Item, reviewed_by=UserFactory(username="eve"))()

    assert fingerprint_of(curate, by_another) != fingerprint_of(curate)


def test_which_of_two_equal_claims_has_the_evidence_counts() -> None:
    system = SystemFactory()
    first, second = (ItemFactory(system=system, passages=[]) for _ in DEALS)
    passage = PassageFactory()

    def give(claim: Item) -> Callable[[], None]:
        def work() -> None:
            with pgtrigger.ignore():  # History would tell as well.
                claim.evidence.create(passage=passage)

        return work

    assert first.content_hash == second.content_hash
    assert fingerprint_of(give(first)) != fingerprint_of(give(second))


def test_why_something_was_done_counts() -> None:
    ada = UserFactory(username="ada")

    def rename(reason: str) -> Callable[[], None]:
        def work() -> None:
            with recording(by=ada, reason=reason):
                SystemFactory(slug="s-400", name="S-400", category="missiles")

        return work

    assert fingerprint_of(rename("one")) == fingerprint_of(rename("one"))
    assert fingerprint_of(rename("one")) != fingerprint_of(rename("two"))


def test_history_counts_even_when_the_row_is_as_it_was() -> None:
    def there_and_back() -> None:
        for title in ("Other jets", "Jets"):
            Agreement.objects.filter(slug="jets").update(title=title)

    assert fingerprint_of(curate, there_and_back) != fingerprint_of(curate)
