"""What is done under `recording` is done whole or not at all, and history says who and why."""

import pytest
from django.db import IntegrityError

from deals.actions.recording import recording
from deals.models import Party
from tests.factories import PartyFactory, UserFactory

pytestmark = pytest.mark.django_db


def history() -> list[tuple[str, str, str]]:
    events = Party.pgh_event_model.objects.order_by("pgh_id")
    return [(event.pgh_label, event.name, (event.pgh_context or {}).get("reason")) for event in events]


def test_each_event_says_who_and_why() -> None:
    ada = UserFactory(username="ada")

    with recording(by=ada, reason="report:daily"):
        PartyFactory()

    context = Party.pgh_event_model.objects.get().pgh_context
    assert context == {"user": ada.pk, "username": "ada", "reason": "report:daily"}


def test_an_error_undoes_all_of_it_and_its_history() -> None:
    ada = UserFactory()

    with pytest.raises(IntegrityError), recording(by=ada, reason="half"):
        Party.objects.bulk_create([Party(slug=slug) for slug in ("once", "twice", "twice")], batch_size=1)

    assert (Party.objects.count(), history()) == (0, [])


def test_what_is_done_within_keeps_the_inner_reason() -> None:
    ada = UserFactory()

    with recording(by=ada, reason="outer"):
        PartyFactory(name="first")
        with recording(by=ada, reason="inner"):
            PartyFactory(name="second")
        PartyFactory(name="third")

    assert history() == [
        ("insert", "first", "outer"),
        ("insert", "second", "inner"),
        ("insert", "third", "outer"),
    ]
