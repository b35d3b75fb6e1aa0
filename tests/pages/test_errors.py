"""Error pages, and what a load balancer is told."""

from unittest.mock import patch

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError, connection
from django.test import Client, RequestFactory

from deals.pages import errors
from tests import shelf_rows
from tests.factories import AgreementFactory, PartyFactory, SourceFactory, SystemFactory
from tests.pages import documents
from tests.pages.reading import html


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["deals", "parties", "systems", "sources"])
def test_what_is_hidden_and_what_never_existed_give_the_same_bytes(client: Client, kind):
    make = {
        "deals": AgreementFactory,
        "parties": PartyFactory,
        "systems": SystemFactory,
        "sources": SourceFactory,
    }[kind]
    make(slug="hidden")

    hidden, never = client.get(f"/{kind}/hidden/"), client.get(f"/{kind}/never-was/")
    unrouted = client.get("/no/such/page")

    assert (hidden.status_code, hidden.content, hidden.headers) == (404, never.content, never.headers)
    assert unrouted.content == never.content
    assert b"never-was" not in never.content


@pytest.mark.django_db
def test_not_found_offers_a_search_and_is_not_kept(client: Client):
    response = client.get("/deals/never-was/")

    assert 'action="/deals/"' in html(response)
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("view", "status", "heading"),
    [
        (errors.bad_request, 400, "This request cannot be answered"),
        (errors.forbidden, 403, "You may not do this"),
        (errors.not_found, 404, "There is nothing here"),
    ],
)
def test_an_error_says_in_words_what_is_wrong(rf: RequestFactory, view, status, heading):
    response = view(rf.get("/secret-address/"), PermissionDenied("secret reason"))

    assert response.status_code == status
    assert f"<h1>{heading}</h1>" in html(response)
    assert "secret" not in html(response)


def test_a_failure_is_our_fault_and_tells_nothing(rf: RequestFactory):
    try:
        raise ValueError("secret")
    except ValueError:
        response = errors.broken(rf.get("/"))

    assert response.status_code == 500
    assert "<h1>Something broke on our side</h1>" in html(response)
    assert "secret" not in html(response)


@pytest.mark.parametrize("failure", [OperationalError, InterfaceError])
def test_a_failure_to_reach_the_database_says_when_to_try_again(rf: RequestFactory, failure):
    try:
        raise failure("gone")
    except failure:
        response = errors.broken(rf.get("/"))

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"
    assert "<h1>Back in a moment</h1>" in html(response)


@pytest.mark.django_db
def test_the_tombstone_of_a_deal_is_not_kept(client: Client):
    shelf_rows.tombstone("gone")

    response = client.get("/deals/gone/")

    assert response.status_code == 410
    assert response.headers["Cache-Control"] == "no-store"
    assert 'was withdrawn on <time datetime="2026-01-02T03:04:05+00:00">2 January 2026</time>' in html(
        response
    )


@pytest.mark.django_db
def test_health_is_fine_while_the_database_answers(client: Client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_health_is_not_fine_while_the_database_is_away(client: Client):
    with patch.object(connection, "cursor", side_effect=OperationalError("gone")):
        response = client.get("/healthz")

    assert (response.status_code, response.content) == (503, b"database away\n")
    assert response.headers["Retry-After"] == "10"


@pytest.mark.django_db
def test_all_wrong_parameters_are_named_at_once(client: Client):
    documents.publish(documents.deal_document())

    page = html(client.get("/deals/?year=abc&usd_min=much"))

    assert (
        "<code>year</code>: found <q><bdi>abc</bdi></q>, expected a year such as 2018, or unknown</li>"
        in page
    )
    assert "<code>usd_min</code>: found <q><bdi>much</bdi></q>" in page
