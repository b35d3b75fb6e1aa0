"""Verdicts: who gave them and when, none half-done, and never two of what only one can be true."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from deals.actions.publish import publish, withdraw
from deals.actions.review import CannotAccept, accept, dispute, reject, reopen, supersede
from deals.models import CLAIM_MODELS, Item, Value
from tests.factories import (
    AgreementFactory,
    InvolvementFactory,
    ItemFactory,
    MilestoneFactory,
    PassageFactory,
    SystemFactory,
    UserFactory,
    ValueFactory,
    signed_contract,
)
from tests.models.examples import claim_factory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 5, 6, tzinfo=UTC)
VERDICTS: dict[str, Callable[..., int]] = {
    "accepted": accept,
    "disputed": dispute,
    "superseded": supersede,
    "rejected": reject,
}


@pytest.fixture(autouse=True)
def _now(monkeypatch: Any) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def verdict_on(claim: Any) -> tuple[Any, ...]:
    claim.refresh_from_db()
    return claim.status, claim.reviewed_by and claim.reviewed_by.username, claim.reviewed_at


@pytest.mark.parametrize("status", VERDICTS)
@pytest.mark.parametrize("model", CLAIM_MODELS, ids=lambda model: model.__name__)
def test_a_verdict_says_who_gave_it_and_when(model: Any, status: str) -> None:
    claim, other = claim_factory(model)(status="pending"), claim_factory(model)(status="pending")

    count = VERDICTS[status]([claim], by=UserFactory(username="ada"), reason="as printed")

    assert count == 1
    assert verdict_on(claim) == (status, "ada", NOW)
    assert verdict_on(other) == ("pending", None, None)
    event = model.pgh_event_model.objects.order_by("pgh_id").last()
    assert (event.status, event.pgh_context["username"], event.pgh_context["reason"]) == (
        status,
        "ada",
        "as printed",
    )


@pytest.mark.parametrize("status", VERDICTS)
def test_reopening_takes_the_verdict_back(status: str) -> None:
    claim = ItemFactory(status=status)

    assert reopen([claim], by=UserFactory(), reason="wait") == 1

    assert verdict_on(claim) == ("pending", None, None)


@pytest.mark.parametrize("status", VERDICTS)
def test_only_a_verdict_that_publishes_accepts_the_evidence(status: str) -> None:
    claim = ItemFactory(status="pending")

    VERDICTS[status]([claim], by=UserFactory(), reason="as printed")

    assert claim.evidence.get().accepted == (status in {"accepted", "disputed"})


def test_claims_of_all_sorts_are_decided_at_once() -> None:
    claims = [claim_factory(model)(status="pending") for model in CLAIM_MODELS]

    assert accept(claims, by=UserFactory(), reason="as printed") == len(CLAIM_MODELS)


def test_a_rival_of_what_is_accepted_is_refused_and_nothing_is_half_done() -> None:
    first = ValueFactory()
    rival = ValueFactory(
        agreement=first.agreement, status="pending", reported="$2 million", amount_low=2_000_000
    )
    harmless = InvolvementFactory(agreement=first.agreement, status="pending")

    with pytest.raises(CannotAccept) as caught:
        accept([harmless, rival], by=UserFactory(), reason="newer")

    assert caught.value.conflicts == [
        "“Contract value: $2 million” cannot be accepted: “Contract value: $1 million” is accepted already"
        " and only one can be true; dispute or supersede one of them first."
    ]
    assert str(caught.value) == f"Nothing was accepted. {caught.value.conflicts[0]}"
    for claim in (harmless, rival):
        assert verdict_on(claim) == ("pending", None, None)
        assert not claim.evidence.get().accepted


def test_two_rivals_at_once_are_refused() -> None:
    first = ItemFactory(status="pending", system__name="Missile")
    second = ItemFactory(agreement=first.agreement, system=first.system, status="pending", quantity_low=6)

    with pytest.raises(CannotAccept) as caught:
        accept([first, second], by=UserFactory(), reason="both")

    assert caught.value.conflicts == [
        "“Missile: 6” cannot be accepted: “Missile: 5” is accepted already and only one can be true;"
        " dispute or supersede one of them first."
    ]
    assert not Item.objects.accepted().exists()


def test_the_way_out_is_to_supersede_the_first() -> None:
    first = ValueFactory()
    rival = ValueFactory(agreement=first.agreement, status="pending", amount_low=2)

    supersede([first], by=UserFactory(), reason="corrected")
    accept([rival], by=UserFactory(), reason="corrected")

    assert Value.objects.accepted().get() == rival


@pytest.mark.parametrize(
    "make",
    [
        lambda first: ItemFactory(
            agreement=first.agreement, system=first.system, part="option", status="pending"
        ),
        lambda first: ItemFactory(agreement=first.agreement, system=SystemFactory(), status="pending"),
        lambda first: ItemFactory(agreement=AgreementFactory(), system=first.system, status="pending"),
    ],
    ids=["another line", "another system", "another agreement"],
)
def test_what_is_no_rival_is_accepted(make: Any) -> None:
    claim = make(ItemFactory())

    assert accept([claim], by=UserFactory(), reason="both") == 1


def test_what_happens_often_is_accepted_often() -> None:
    first = MilestoneFactory(kind="delivery")
    second = MilestoneFactory(agreement=first.agreement, kind="delivery", date="2021", status="pending")

    assert accept([second], by=UserFactory(), reason="both") == 1


def test_accepting_again_is_no_conflict_with_itself() -> None:
    claim = ValueFactory()

    assert accept([claim], by=UserFactory(username="eve"), reason="again") == 1

    assert verdict_on(claim) == ("accepted", "eve", NOW)


def test_evidence_that_comes_after_the_verdict_waits() -> None:
    claim = ItemFactory()
    later = claim.evidence.create(passage=PassageFactory())

    assert list(Item.objects.waiting()) == [claim]
    accept([claim], by=UserFactory(), reason="seen")

    later.refresh_from_db()
    assert later.accepted
    assert not Item.objects.waiting().exists()


def test_acceptances_of_rivals_queue_up() -> None:
    """Two at once would each miss what the other accepts: the row of the agreement is locked first."""
    claim = ValueFactory(status="pending")

    with CaptureQueriesContext(connection) as queries:
        accept([claim], by=UserFactory(), reason="as printed")

    statements = [query["sql"] for query in queries]
    locking = next(n for n, sql in enumerate(statements) if _locks(sql, "deals_agreement"))
    looking = next(n for n, sql in enumerate(statements) if '"deals_value"."status" = \'accepted\'' in sql)
    assert locking < looking


def test_publishing_and_withdrawing_run_one_at_a_time() -> None:
    contract = signed_contract()

    for act in (lambda: publish([contract], by=UserFactory(), reason="first"), lambda: withdraw_it(contract)):
        with CaptureQueriesContext(connection) as queries:
            act()
        statements = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
        lock = next(n for n, sql in enumerate(statements) if "pg_advisory_xact_lock(" in sql)
        read = next(n for n, sql in enumerate(statements) if _locks(sql, "deals_agreement"))
        assert lock < read


def withdraw_it(contract: Any) -> None:
    withdraw(contract, by=UserFactory(), reason="a hoax")


def _locks(sql: str, table: str) -> bool:
    return f'FROM "{table}"' in sql and " FOR " in sql and "UPDATE" in sql
