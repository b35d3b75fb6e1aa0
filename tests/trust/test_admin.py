"""The admin tells a stranger nothing, not even which records there are."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from tests.admin.test_registry import admin_addresses
from tests.trust.site import answer
from tests.trust.world import MARKER, hide, make_public_side

pytestmark = pytest.mark.django_db

METHODS = ("get", "head", "options", "post")
NEVER = "987654321"
# The doors themselves, which are there for everybody.
DOORS = {"/admin/login/", "/admin/logout/"}


@pytest.fixture(autouse=True)
def _private_work() -> None:
    hide(make_public_side())


def test_every_address_sends_a_stranger_to_sign_in_whether_the_record_is_there_or_not(client: Client) -> None:
    telling = []
    for address in sorted(set(admin_addresses()) - DOORS):
        there = address.replace("/1/", f"/{_number_in(address)}/")
        never = address.replace("/1/", f"/{NEVER}/")
        for method in METHODS:
            found, control = answer(client, there, method), answer(client, never, method)
            found["headers"]["Location"] = found["headers"].get("Location", "").replace(there, never)
            control["headers"].setdefault("Location", "")
            if found != control or not _sends_away(found):
                telling.append((method, there, found["status"], control["status"]))

    assert telling == []


def test_the_door_says_nothing_of_what_is_inside(client: Client) -> None:
    found = answer(client, "/admin/login/?next=/admin/deals/agreement/")

    assert found["status"] == 200
    assert MARKER not in repr(found).lower()


def _sends_away(found: dict[str, Any]) -> bool:
    return found["status"] == 302 and found["headers"]["Location"].startswith("/admin/login/?next=")


def _number_in(address: str) -> str:
    """The number of a record that there is in the table that the address is about."""
    named = re.match(r"/admin/(deals|auth)/(\w+)/", address)
    if named is None:
        return "1"
    row = apps.get_model(*named.groups())._base_manager.order_by("pk").first()
    return str(row.pk) if row else "1"
