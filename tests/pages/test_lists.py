"""The home page and the lists: forms, chips, counts, pages."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import shelf_rows
from tests.pages import documents
from tests.pages.reading import html

pytestmark = pytest.mark.django_db

LISTS = {"deals": "deal", "parties": "party", "systems": "system", "sources": "source"}


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    ("address", "most"), [("/", 3), ("/deals/", 3), ("/parties/", 1), ("/systems/", 1), ("/sources/", 1)]
)
def test_a_list_takes_the_same_few_queries_for_1_row_and_for_50(client: Client, address, most):
    def add(number):
        documents.publish(documents.deal_document(f"deal-{number}"))
        for make in (shelf_rows.party, shelf_rows.system, shelf_rows.source):
            make(f"row-{number}")

    add(1)
    with_one = queries_of(client, address)
    for number in range(2, 51):
        add(number)

    assert (with_one, queries_of(client, address)) == (most, most)


def test_a_second_page_is_counted_with_one_more_query(client: Client):
    for number in range(51):
        documents.publish(documents.deal_document(f"deal-{number}"))

    assert queries_of(client, "/deals/?page=2") == 4


def test_the_home_page_counts_deals_and_sources(client: Client):
    documents.publish(documents.deal_document())
    shelf_rows.source("gazette")

    page = html(client.get("/"))

    assert "<b>1</b> deal</a> from" in page
    assert "<b>1</b> source</a>" in page
    assert '<a href="/deals/s-400-2018/">S-400 systems for India</a>' in page


def test_a_list_without_rows_on_the_home_page_says_so(client: Client):
    assert "No deal has been published yet." in html(client.get("/"))


def test_a_row_says_who_what_when_and_for_how_much(client: Client):
    documents.publish(documents.deal_document())

    page = html(client.get("/deals/"))

    for words in ("Contract · Russia → India", "5 units", "$5 bn", "a signed contract", "sources differ"):
        assert words in page


def test_what_a_row_does_not_know_is_not_stated(client: Client):
    documents.publish(documents.deal_document(signed=None, items=[], values=[]))

    assert html(client.get("/deals/")).count('<span class="none">not stated</span>') == 3


@pytest.mark.parametrize(
    ("count", "query", "heading"),
    [
        (0, "", "No deals"),
        (1, "", "1 deal"),
        (2, "", "2 deals"),
        (2, "?kind=contract", "2 deals that match"),
        (2, "?q=zebra", "No deals for “zebra”"),
    ],
)
def test_the_heading_counts_what_is_found(client: Client, count, query, heading):
    for number in range(count):
        documents.publish(documents.deal_document(f"deal-{number}"))

    page = html(client.get(f"/deals/{query}"))

    assert f"<h1>{heading}</h1>" in page
    assert f"<title>{heading} · Arms Deal Tracker</title>" in page


def test_counting_ends_at_a_bound_and_says_so(client: Client, monkeypatch):
    monkeypatch.setattr("deals.pages.listing.MOST_COUNTED", 50)
    for number in range(52):
        documents.publish(documents.deal_document(f"deal-{number}"))

    page = html(client.get("/deals/"))

    assert "<h1>More than 50 deals</h1>" in page


def test_every_restriction_has_a_chip_that_takes_it_away(client: Client):
    shelf_rows.party("russia")

    page = html(
        client.get("/deals/?supplier=russia&kind=contract&kind=protocol&source=gazette&ordering=title")
    )

    assert page.count('<span class="hidden">Remove </span>') == 4
    assert '<a href="/deals/?kind=contract&amp;kind=protocol&amp;source=gazette&amp;ordering=title">' in page
    assert (
        '<a href="/deals/?supplier=russia&amp;source=gazette&amp;ordering=title&amp;kind=protocol">' in page
    )
    assert '<span class="chip-label">Supplier:</span> Russia' in page
    assert '<a href="/deals/?ordering=title">Clear all</a>' in page


def test_one_code_of_a_comma_separated_list_can_be_taken_away(client: Client):
    page = html(client.get("/deals/?kind=contract,protocol"))

    assert '<a href="/deals/?kind=protocol"><span class="hidden">Remove </span>' in page


def test_the_form_keeps_what_was_asked_for(client: Client):
    page = html(
        client.get("/deals/?q=rifles&kind=contract&source=gazette&recipient=atlantis&ordering=-value")
    )

    assert 'name="q" type="search" value="rifles"' in page
    assert 'value="contract" checked' in page
    assert '<input type="hidden" name="source" value="gazette">' in page
    assert '<option value="atlantis" selected>atlantis</option>' in page
    assert '<option value="-value" selected>Largest value first</option>' in page
    assert "(1 in use)" not in page
    assert "(2 in use)" in page


def test_the_usual_order_needs_no_parameter(client: Client):
    page = html(client.get("/deals/"))

    assert '<option value="" selected>Newest edition first</option>' in page
    assert 'value="-published"' not in page


def test_empty_parameters_of_the_form_are_dropped_from_the_address(client: Client):
    response = client.get("/deals/?q=&supplier=russia&kind=&ordering=")

    assert (response.status_code, response.headers["Location"]) == (302, "/deals/?supplier=russia")


@pytest.mark.parametrize("address", [f"/{name}/" for name in LISTS])
def test_a_form_that_is_left_empty_leads_to_the_whole_list(client: Client, address):
    response = client.get(f"{address}?q=&ordering=")

    assert (response.status_code, response.headers["Location"]) == (302, address)


def test_an_empty_result_helps_on(client: Client):
    page = html(client.get("/deals/?q=caf%C3%A9"))

    assert "No published deal fits all of this." in page
    assert '<a href="/parties/?q=caf%C3%A9">parties</a>' in page


@pytest.mark.parametrize(("name", "make"), LISTS.items())
def test_long_lists_have_pages_that_keep_the_query(client: Client, name, make):
    for number in range(3):
        getattr(shelf_rows, make)(f"row-{number}")

    first = html(client.get(f"/{name}/?page_size=2&q=row"))
    second = html(client.get(f"/{name}/?page_size=2&q=row&page=2"))

    assert f'<a rel="next" href="/{name}/?page_size=2&amp;q=row&amp;page=2">Next page →</a>' in first
    assert f'<a rel="prev" href="/{name}/?page_size=2&amp;q=row">← Previous page</a>' in second
    assert "Page 2, rows 3 to 3" in second
    assert ", page 2 · Arms Deal Tracker</title>" in second
    assert 'rel="next"' not in second


@pytest.mark.parametrize("name", LISTS)
def test_a_page_beyond_the_last_is_not_found(client: Client, name):
    assert client.get(f"/{name}/?page=2").status_code == 404


@pytest.mark.parametrize("name", LISTS)
def test_lists_of_nothing_say_what_would_be_there(client: Client, name):
    assert '<div class="empty">' in html(client.get(f"/{name}/"))


@pytest.mark.parametrize("name", LISTS)
def test_a_parameter_that_no_list_knows_is_refused_by_name(client: Client, name):
    response = client.get(f"/{name}/?sort=%3Cb%3E")

    assert response.status_code == 400
    assert (
        "<li><code>sort</code>: found <q><bdi>&lt;b&gt;</bdi></q>, expected one of the parameters:"
        in html(response)
    )
    assert response.headers["Cache-Control"] == "no-store"
