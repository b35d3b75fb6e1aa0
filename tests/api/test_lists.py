"""Lists of the API: the stored bytes joined, page by page, in at most two queries however many there are."""

import json
from urllib.parse import urlsplit

import orjson
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import shelf_rows

pytestmark = pytest.mark.django_db

LISTS = ["deals", "register", "parties", "systems", "sources"]

# One reads the page and the count; the lists that only editions change first look for the newest edition.
QUERIES = {"deals": 2, "register": 2, "parties": 1, "systems": 1, "sources": 1}


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list(client: Client, name):
    response = client.get(f"/api/v1/{name}/")

    assert response.status_code == 200
    assert response.content == b'{"count":0,"next":null,"previous":null,"results":[]}'


def fill(name: str, slug: str) -> memoryview:
    """Put one row on the shelf that the list shows; its document's bytes."""
    if name == "register":
        row = shelf_rows.line(shelf_rows.deal(slug))
    else:
        make = {"deals": "deal", "parties": "party", "systems": "system", "sources": "source"}[name]
        row = getattr(shelf_rows, make)(slug)
    row.refresh_from_db()
    return row.document


@pytest.mark.parametrize("name", LISTS)
def test_results_are_the_stored_bytes(client: Client, name):
    first, second = bytes(fill(name, "a")), bytes(fill(name, "b"))

    response = client.get(f"/api/v1/{name}/")

    assert response.headers["Content-Type"] == "application/json"
    assert (
        response.content
        == b'{"count":2,"next":null,"previous":null,"results":[' + first + b"," + second + b"]}"
    )


@pytest.mark.parametrize(("name", "statements"), QUERIES.items())
@pytest.mark.parametrize("rows", [1, 50])
def test_a_list_takes_as_many_queries_for_one_row_as_for_fifty(client: Client, name, statements, rows):
    for number in range(rows):
        fill(name, f"row-{number}")

    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"/api/v1/{name}/")

    assert len(response.json()["results"]) == rows
    assert len(queries) == statements


@pytest.mark.parametrize("name", ["deals", "register"])
def test_a_page_that_was_made_since_the_newest_edition_is_not_made_again(client: Client, name):
    fill(name, "row")
    first = client.get(f"/api/v1/{name}/")

    with CaptureQueriesContext(connection) as queries:
        again = client.get(f"/api/v1/{name}/")

    assert (again.content, again.headers["ETag"]) == (first.content, first.headers["ETag"])
    assert len(queries) == 1


@pytest.mark.parametrize("name", LISTS)
def test_a_new_edition_is_in_the_list_at_once(client: Client, name):
    fill(name, "a")
    client.get(f"/api/v1/{name}/")
    fill(name, "b")

    assert client.get(f"/api/v1/{name}/").json()["count"] == 2


def test_a_page_that_stands_ready_leads_to_the_host_that_is_asked(client: Client, settings):
    settings.ALLOWED_HOSTS = ["a.example", "b.example"]
    for number in range(2):
        shelf_rows.deal(f"deal-{number}")

    following = [
        client.get("/api/v1/deals/?page_size=1", headers={"Host": host}).json()["next"]
        for host in settings.ALLOWED_HOSTS
    ]

    assert following == [
        "http://a.example/api/v1/deals/?page_size=1&page=2",
        "http://b.example/api/v1/deals/?page_size=1&page=2",
    ]


def test_a_list_reads_the_documents_of_its_page_alone(client: Client):
    shelf_rows.deal()

    with CaptureQueriesContext(connection) as queries:
        client.get("/api/v1/deals/?q=deal")

    looking, reading = (query["sql"] for query in queries)
    assert looking == 'SELECT MAX("deals_edition"."id") AS "newest" FROM "deals_edition"'
    assert reading.startswith('SELECT convert_from("deals_deal"."document", \'UTF8\') AS ')
    assert '"deals_deal"."id" IN (SELECT ' in reading
    assert reading.count('"document"') == 1


def test_pages_lead_to_one_another_and_keep_the_other_parameters(client: Client):
    for number in range(5):
        shelf_rows.deal(f"deal-{number}")
    shelf_rows.deal("other", kind="protocol")

    seen, address, links = [], "/api/v1/deals/?page_size=2&kind=contract", []
    while address:
        response = client.get(address)
        links.append(response.headers.get("Link"))
        answer = response.json()
        assert answer["count"] == 5
        seen += [deal["id"] for deal in answer["results"]]
        address = answer["next"]

    root = "http://testserver/api/v1/deals/?page_size=2&kind=contract&page="
    assert seen == [f"deal-{number}" for number in range(5)]
    assert answer["previous"] == f"{root}2"
    assert links == [
        f'<{root}2>; rel="next"',
        f'<{root}3>; rel="next", <{root}1>; rel="prev"',
        f'<{root}2>; rel="prev"',
    ]


def test_a_page_beyond_the_last_is_not_there(client: Client):
    shelf_rows.deal()

    response = client.get("/api/v1/deals/?page=2")

    assert response.status_code == 404
    assert response.json()["detail"] == "There is nothing at this address."


def test_the_addresses_of_other_pages_escape_what_the_parameters_hold(client: Client):
    for number in range(2):
        shelf_rows.deal(f"deal-{number}", title='>; rel="evil" deal')

    response = client.get("/api/v1/deals/", {"q": '>; rel="evil"', "page_size": 1})

    link = response.headers["Link"]
    assert link.count(">") == 1
    assert urlsplit(response.json()["next"]).query == "q=%3E%3B+rel%3D%22evil%22&page_size=1&page=2"


def test_filters_are_those_of_the_filter_sets(client: Client):
    shelf_rows.deal("a", suppliers=["russia"], year=2018)
    shelf_rows.deal("b", suppliers=["russia"], year=2019)
    shelf_rows.deal("c", suppliers=["france"], year=2018)

    response = client.get("/api/v1/deals/?supplier=russia&year=2018")

    assert [deal["id"] for deal in response.json()["results"]] == ["a"]


def test_an_unchanged_list_is_not_sent_again(client: Client):
    shelf_rows.deal("a")
    etag = client.get("/api/v1/deals/").headers["ETag"]

    unchanged = client.get("/api/v1/deals/", headers={"If-None-Match": etag})
    shelf_rows.deal("b")
    changed = client.get("/api/v1/deals/", headers={"If-None-Match": etag})

    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert unchanged.headers["Cache-Control"] == "public, max-age=300"
    assert changed.status_code == 200


def test_lists_are_valid_json_to_every_parser(client: Client):
    shelf_rows.deal(title='Quotes " and \\ and ₹ and राफेल')

    content = client.get("/api/v1/deals/").content

    assert json.loads(content) == orjson.loads(content)
