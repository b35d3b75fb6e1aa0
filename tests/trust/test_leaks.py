"""No public answer, by any way of asking, holds what nobody has published."""

from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import get_resolver

from deals.actions.publish import publish
from deals.models import Agreement
from deals.shelf import Edition
from tests.factories import UserFactory
from tests.trust.questions import FILTERSETS, asked, asked_of_figures
from tests.trust.site import (
    EXAMPLES,
    PUBLIC_NAMESPACES,
    answer,
    crawl,
    public_addresses,
    public_names,
)
from tests.trust.world import MARKER, hide, make_public_side

pytestmark = pytest.mark.django_db

METHODS = ("get", "head", "options", "post", "put", "patch", "delete", "trace")


@pytest.fixture
def contract() -> Agreement:
    """The public side with private work beside it, published anew with the private work in place."""
    contract = make_public_side()
    hide(contract)
    contract.milestones.filter(kind="statement", status="accepted").update(note="A speech.")
    publish([contract], by=UserFactory(username=f"{MARKER}-editor"), reason="a note")
    return contract


def leaks(answers: dict[str, dict[str, Any]]) -> list[str]:
    """The addresses whose answers hold the marker, in whatever case."""
    return [address for address, found in answers.items() if MARKER in repr(found).lower()]


def alike(found: dict[str, Any], control: dict[str, Any], word: str, other: str) -> bool:
    """Whether two answers differ in nothing but the word that was asked for."""
    # Hash and length of a body that repeats the word depend on the word.
    for one in (found, control):
        if one["status"] == 200:
            one["headers"].pop("ETag", None)
    return repr(found).replace(word, other) == repr(control)


def test_every_public_address_is_visited() -> None:
    assert {name.partition(":")[2] for name in public_names()} == set(EXAMPLES)
    assert {getattr(site, "namespace", None) for site in get_resolver().url_patterns} == {
        *PUBLIC_NAMESPACES,
        "admin",
    }


def test_every_filter_set_is_asked() -> None:
    lists = {address for address in public_addresses() if address.rstrip("/").rpartition("/")[2] in LISTS}

    assert lists == set(FILTERSETS)


LISTS = {"deals", "register", "parties", "systems", "sources"}


def test_the_private_work_is_there_to_be_found(contract: Agreement) -> None:
    desk = [
        model for model in apps.get_app_config("deals").get_models() if "deals.models" in model.__module__
    ]
    marked = [model.__name__ for model in desk if MARKER in repr(list(model._base_manager.values())).lower()]

    assert {"Agreement", "Party", "System", "Source", "Passage", "PartyAlias", "Item", "ItemEvent"} <= set(
        marked
    )
    assert Edition.objects.filter(slug="jets").count() == 3


def test_no_answer_holds_private_words(contract: Agreement, client: Client) -> None:
    answers = crawl(client, public_addresses())

    statuses = {found["status"] for found in answers.values()}
    assert len(answers) > 100
    assert statuses == {200, 301, 404, 410} | (statuses & {302})
    assert leaks(answers) == []


def test_the_crawl_finds_what_is_published(contract: Agreement, client: Client) -> None:
    draft = Agreement.objects.get(slug=f"{MARKER}-draft")
    publish([draft], by=UserFactory(), reason="first")

    found = leaks(crawl(client, public_addresses()))

    for place in (
        "/",
        "/deals/",
        "/parties/",
        "/systems/",
        "/sources/",
        "/api/v1/deals/",
        "/api/v1/register/",
    ):
        assert place in found
    assert f"/deals/{MARKER}-draft/" in found


def test_no_method_holds_private_words(contract: Agreement, client: Client) -> None:
    found = {
        f"{method} {address}": answer(client, address, method)
        for address in public_addresses()
        for method in METHODS
    }

    assert leaks(found) == []


def test_a_list_asked_for_private_words_answers_as_for_words_that_never_were(
    contract: Agreement, client: Client
) -> None:
    other = "plugh"
    telling = [
        address
        for address, control in zip(asked(MARKER), asked(other), strict=True)
        if not alike(answer(client, address), answer(client, control), MARKER, other)
    ]

    assert telling == []


def test_no_filter_and_no_order_holds_private_words(contract: Agreement, client: Client) -> None:
    assert leaks({address: answer(client, address) for address in asked_of_figures()}) == []


HIDDEN = [
    "/deals/{word}-draft/",
    "/deals/{word}-draft/editions/",
    "/deals/{word}-draft/editions/1/",
    "/parties/{word}-party-draft/",
    "/parties/{word}-party-pending/",
    "/parties/{word}-owner-pending/",
    "/parties/{word}-heir/",
    "/systems/{word}-system-draft/",
    "/systems/{word}-system-rejected/",
    "/sources/{word}-source-draft/",
    "/sources/{word}-source-superseded/",
    "/sources/{word}-source-waiting/",
]


@pytest.mark.parametrize("root", ["", "/api/v1"])
@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_is_hidden_answers_as_what_never_existed(
    contract: Agreement, client: Client, root: str, hidden: str
) -> None:
    address, never = (root + hidden.format(word=word) for word in (MARKER, "plugh"))
    variants: list[tuple[str, str, dict[str, Any]]] = [
        *((method, "", {}) for method in METHODS),
        ("get", "?page=1", {}),
        ("get", "?unknown=1", {}),
        ("get", "", {"headers": {"if-none-match": "*"}}),
        ("get", "", {"headers": {"accept": "text/html"}}),
        ("get", "", {"headers": {"accept": "application/xml"}}),
        ("get", "", {"headers": {"accept-encoding": "gzip"}}),
    ]

    for method, query, extra in variants:
        found = answer(client, address + query, method, **extra)
        assert found == answer(client, never + query, method, **extra), (method, query, extra)
        assert found["status"] >= 400 or method == "options"
        assert MARKER not in repr(found)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_without_the_last_stroke_the_way_is_the_same(
    contract: Agreement, client: Client, hidden: str
) -> None:
    address, never = (hidden.format(word=word).rstrip("/") for word in (MARKER, "plugh"))

    assert alike(answer(client, address), answer(client, never), MARKER, "plugh")
