"""The API's terms: read-only, anonymous, one answer for everybody, JSON only, problems for every error."""

import logging

import pytest
from django.contrib.auth.models import User
from django.db import InterfaceError, OperationalError, connection
from django.test import Client, override_settings

from tests import shelf_rows

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "",
    "deals/",
    "deals/s-400/",
    "deals/s-400/editions/",
    "deals/s-400/editions/1/",
    "register/",
    "parties/",
    "parties/india/",
    "systems/",
    "systems/s-400/",
    "sources/",
    "sources/daily/",
    "schema/",
]

each_address = pytest.mark.parametrize("address", ADDRESSES)


@pytest.fixture(autouse=True)
def rows():
    """One row of each sort."""
    shelf_rows.line(shelf_rows.deal("s-400"))
    shelf_rows.party("india")
    shelf_rows.system("s-400")
    shelf_rows.source("daily")


def fail_with(error: Exception):
    """A wrapper for the database's connection that fails every query."""

    def execute(*_):
        raise error

    return connection.execute_wrapper(execute)


@each_address
def test_pages_of_other_sites_may_read(client: Client, address):
    response = client.get(f"/api/v1/{address}")

    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers


@each_address
def test_nobody_is_known_and_no_cookie_is_set(client: Client, address):
    anonymous = client.get(f"/api/v1/{address}")
    client.force_login(User.objects.create_superuser("curator"))
    signed_in = client.get(f"/api/v1/{address}")

    assert signed_in.content == anonymous.content
    for response in (anonymous, signed_in):
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")


@each_address
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_other_methods_are_refused(client: Client, address, method):
    response = getattr(client, method)(f"/api/v1/{address}")

    assert response.status_code == 405
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert response.json()["detail"] == "The API is for reading: only GET, HEAD and OPTIONS are answered."


@each_address
def test_head_answers_as_get_without_a_body(client: Client, address):
    got = client.get(f"/api/v1/{address}")

    response = client.head(f"/api/v1/{address}")

    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["ETag"] == got.headers["ETag"]


@each_address
def test_browsers_may_ask_before_they_send_a_conditional_request(client: Client, address):
    response = client.options(f"/api/v1/{address}")

    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert response.headers["Access-Control-Allow-Headers"] == "Accept, If-None-Match"


@each_address
def test_only_json_is_answered(client: Client, address):
    response = client.get(f"/api/v1/{address}", headers={"Accept": "text/html"})

    assert response.status_code == 406
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["detail"] == "The answer is JSON; the request accepts only other media types."


@pytest.mark.parametrize(
    "accept", ["application/json", "*/*", "application/*", "text/html,application/xml;q=0.9,*/*;q=0.8"]
)
def test_json_is_answered_to_whoever_accepts_it(client: Client, accept):
    assert client.get("/api/v1/deals/", headers={"Accept": accept}).status_code == 200


@each_address
def test_answers_may_be_kept_for_minutes(client: Client, address):
    response = client.get(f"/api/v1/{address}")

    assert response.headers["Cache-Control"] == "public, max-age=300"


def test_a_failed_precondition_is_a_problem(client: Client):
    response = client.get("/api/v1/deals/s-400/", headers={"If-Match": '"another"'})

    assert response.status_code == 412
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("address", ["/api/", "/api/v2/deals/", "/api/v1/deals/s-400/x/"])
def test_every_address_below_api_answers_problems(client: Client, address):
    response = client.get(address)

    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 404


def test_the_pages_outside_keep_their_own_errors(client: Client):
    response = client.get("/apis/nothing/")

    assert response.status_code == 404
    assert response.headers["Content-Type"].startswith("text/html")


@override_settings(ALLOWED_HOSTS=["right.example"])
def test_a_request_for_another_host_is_a_problem(client: Client):
    response = client.get("/api/v1/deals/", headers={"Host": "wrong.example"})

    assert response.status_code == 400
    assert response.content == (
        b'{"type":"about:blank","title":"Bad Request","status":400,'
        b'"detail":"The request cannot be understood."}'
    )


def test_an_error_of_ours_tells_nothing_of_itself(client: Client, caplog):
    client.raise_request_exception = False

    with fail_with(RuntimeError("secret")):
        response = client.get("/api/v1/deals/")

    assert response.status_code == 500
    assert response.content == (
        b'{"type":"about:blank","title":"Internal Server Error","status":500,'
        b'"detail":"Something went wrong on our side. It has been recorded."}'
    )
    assert "secret" in caplog.text


@pytest.mark.parametrize("error", [OperationalError("no route"), InterfaceError("connection already closed")])
@pytest.mark.parametrize(
    "address", ["deals/", "deals/s-400/", "deals/s-400/editions/", "parties/india/", "register/"]
)
def test_while_the_database_is_away_a_client_is_told_when_to_try_again(
    client: Client, caplog, address, error
):
    with fail_with(error), caplog.at_level(logging.ERROR):
        response = client.get(f"/api/v1/{address}")

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["detail"] == "The database is away for the moment; try again in a few seconds."
    assert f"The database cannot be reached: {error}" in caplog.messages
    assert client.get(f"/api/v1/{address}").status_code == 200


def test_while_the_database_is_away_a_page_says_so(client: Client):
    with fail_with(OperationalError("no route")):
        response = client.get("/deals/")

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"
    assert response.headers["Content-Type"].startswith("text/html")


def test_the_index_leads_everywhere(client: Client):
    index = client.get("/api/v1/").json()

    assert index.pop("licence") == "https://creativecommons.org/licenses/by/4.0/"
    assert index.keys() == {"deals", "register", "parties", "systems", "sources", "schema", "documentation"}
    for address in index.values():
        assert client.get(address).status_code == 200
