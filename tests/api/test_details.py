"""Single documents, tombstones and editions."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from deals.shelf import Deal
from tests import shelf_rows

pytestmark = pytest.mark.django_db

NOT_FOUND = (
    b'{"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address."}'
)


def test_a_deal_is_its_stored_bytes_and_its_etag_the_hash_of_its_edition(client: Client):
    deal = shelf_rows.deal("s-400")

    response = client.get("/api/v1/deals/s-400/")

    assert response.content == bytes(deal.document)
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["ETag"] == f'"{deal.edition_hash}"'
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert response.headers["Link"] == (
        '<http://testserver/api/v1/deals/s-400/editions/1/>; rel="latest-version", '
        '<http://testserver/api/v1/deals/s-400/editions/>; rel="version-history"'
    )


@pytest.mark.parametrize("name", ["party", "system", "source"])
def test_an_entry_is_its_stored_bytes_and_its_etag_their_hash(client: Client, name):
    entry = getattr(shelf_rows, name)("one")
    address = {"party": "parties", "system": "systems", "source": "sources"}[name]

    response = client.get(f"/api/v1/{address}/one/")

    assert response.content == entry.document
    assert response.headers["ETag"] == f'"{entry.document_sha256}"'
    assert response.headers["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize("address", ["deals", "parties", "systems", "sources"])
def test_a_detail_takes_one_query(client: Client, address):
    make = {"deals": "deal", "parties": "party", "systems": "system", "sources": "source"}[address]
    getattr(shelf_rows, make)("one")

    with CaptureQueriesContext(connection) as queries:
        client.get(f"/api/v1/{address}/one/")

    assert len(queries) == 1


@pytest.mark.parametrize("given", ["{etag}", "W/{etag}", '"other", {etag}', "*"])
def test_an_unchanged_deal_is_not_sent_again(client: Client, given):
    etag = f'"{shelf_rows.deal("s-400").edition_hash}"'

    response = client.get("/api/v1/deals/s-400/", headers={"If-None-Match": given.format(etag=etag)})

    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["ETag"] == etag
    assert response.headers["Cache-Control"] == "public, max-age=300"


def test_a_changed_deal_is_sent_again(client: Client):
    shelf_rows.deal("s-400")

    response = client.get("/api/v1/deals/s-400/", headers={"If-None-Match": '"of an older edition"'})

    assert response.status_code == 200


@pytest.mark.parametrize("rest", ["", "editions/", "editions/1/"])
def test_a_withdrawn_deal_is_gone_with_its_reason(client: Client, rest):
    shelf_rows.edition("hoax", document=b'{"id":"hoax"}')
    shelf_rows.tombstone("hoax", reason="The report was a hoax.")

    response = client.get(f"/api/v1/deals/hoax/{rest}")

    assert response.status_code == 410
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json() == {
        "type": "about:blank",
        "title": "Gone",
        "status": 410,
        "detail": "The report was a hoax.",
        "since": "2026-01-02T03:04:05Z",
    }


@pytest.mark.parametrize(
    ("rest", "leads_to"), [("", ""), ("editions/", "editions/"), ("editions/1/", "editions/")]
)
def test_a_merged_deal_leads_to_the_one_that_took_its_place(client: Client, rest, leads_to):
    shelf_rows.deal("kept")
    shelf_rows.tombstone("double", merged_into="kept")

    response = client.get(f"/api/v1/deals/double/{rest}")

    assert response.status_code == 301
    assert response.headers["Location"] == f"/api/v1/deals/kept/{leads_to}"
    assert response.headers["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize(
    "address",
    [
        "deals/never/",
        "deals/never/editions/",
        "deals/never/editions/1/",
        "deals/there/editions/2/",
        "deals/there/editions/99999999999999999999/",
        "deals/there/editions/0/",
        "deals/" + "x" * 1000 + "/",
        "deals/a b/",
        "parties/never/",
        "systems/never/",
        "sources/never/",
        "nothing/",
        "nothing",
        "deals/there/nothing/",
        "deals/there/editions/one/",
        "../v1/",
        "deals/%00/",
        "deals/%FF/",
    ],
)
def test_what_is_not_there_is_answered_alike(client: Client, address):
    shelf_rows.deal("there")

    response = client.get(f"/api/v1/{address}")

    assert response.status_code == 404
    assert response.content == NOT_FOUND
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Cache-Control"] == "no-store"


def test_an_address_without_its_last_slash_leads_to_the_one_with_it(client: Client):
    response = client.get("/api/v1/deals?kind=contract")

    assert response.status_code == 301
    assert response.headers["Location"] == "/api/v1/deals/?kind=contract"


def two_editions() -> None:
    deal = shelf_rows.deal("s-400")
    taken = shelf_rows.edition("s-400", after=_first(), event="withdrawn", reason="Under review.")
    last = shelf_rows.edition("s-400", after=taken, document=b'{"id":"s-400"}', reason="Reviewed.")
    Deal.objects.filter(pk=deal.pk).update(edition=3, edition_hash=last.hash)


def _first():
    return shelf_rows.Edition.objects.get(slug="s-400", number=1)


def test_editions_are_listed_newest_first_without_who_published(client: Client):
    two_editions()

    answer = client.get("/api/v1/deals/s-400/editions/").json()

    assert answer["count"] == 3
    assert [entry["number"] for entry in answer["results"]] == [3, 2, 1]
    first = _first()
    assert answer["results"][2] == {
        "number": 1,
        "event": "published",
        "published_at": "2026-01-02T03:04:05Z",
        "reason": "A second report came in.",
        "hash": first.hash,
        "previous_hash": "",
        "document_sha256": first.document_sha256,
    }


def test_editions_come_in_pages(client: Client):
    two_editions()

    answer = client.get("/api/v1/deals/s-400/editions/?page_size=2&page=2").json()

    assert [entry["number"] for entry in answer["results"]] == [1]
    assert client.get("/api/v1/deals/s-400/editions/?page_size=3&page=2").status_code == 404


def test_an_edition_is_the_document_as_it_was_published(client: Client):
    two_editions()

    response = client.get("/api/v1/deals/s-400/editions/1/")

    assert response.content == bytes(_first().document)
    assert response.headers["ETag"] == f'"{_first().hash}"'


def test_an_edition_that_took_the_deal_back_has_no_document(client: Client):
    two_editions()

    response = client.get("/api/v1/deals/s-400/editions/2/")

    assert response.status_code == 410
    assert response.json()["detail"] == "Under review."


@pytest.mark.parametrize("address", ["editions/", "editions/1/", "editions/2/", ""])
def test_who_published_is_never_shown(client: Client, address):
    two_editions()

    response = client.get(f"/api/v1/deals/s-400/{address}")

    assert b"secret-curator" not in response.content
