"""What strangers send: what is out of bounds is a 400 that names it, never a 500, never the whole table."""

import pytest
from django.test import Client

from deals.filters import DealFilter, PartyFilter, RegisterLineFilter, SourceFilter, SystemFilter
from tests import shelf_rows

pytestmark = pytest.mark.django_db

LISTS = {
    "deals": DealFilter,
    "register": RegisterLineFilter,
    "parties": PartyFilter,
    "systems": SystemFilter,
    "sources": SourceFilter,
}

DETAILS = [
    "",
    "deals/s-400/",
    "deals/s-400/editions/1/",
    "parties/india/",
    "systems/s-400/",
    "sources/daily/",
    "schema/",
]

VALUES = [
    "\0",
    "a\0b",
    "\x1b[31m",
    "'; DROP TABLE deals_deal; --",
    "%",
    "\\",
    "{{7*7}}",
    "١٢٣",
    "9" * 5000,
    "-" + "9" * 30,
    "1e999",
    "NaN",
    "null",
    "[]",
    "a," * 500,
    "\u202eabc",
    "\ufffd",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "9999",
    "XXXX",
    "&" * 50,
    "word " * 2000,
]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("value", VALUES)
def test_no_value_of_any_parameter_breaks_a_list(client: Client, name, value):
    for parameter in [*LISTS[name].lookups(), "page", "page_size"]:
        response = client.get(f"/api/v1/{name}/", {parameter: value})

        beyond = {404} if (parameter, value) == ("page", "9999") else set()
        assert response.status_code in {200, 400} | beyond, parameter
        if response.status_code == 400:
            assert [error["parameter"] for error in response.json()["errors"]] == [parameter]


@pytest.mark.parametrize(
    ("parameter", "value", "expected"),
    [
        ("page_size", "1" + "0" * 20, "a whole number from 1 to 200"),
        ("page_size", "0", "a whole number from 1 to 200"),
        ("page_size", "201", "a whole number from 1 to 200"),
        ("page", "0", "a whole number from 1 to 100000"),
        ("page", "-1", "a whole number from 1 to 100000"),
        ("page", "abc", "a whole number from 1 to 100000"),
        ("q", "a\0", "text without control characters"),
        ("q", "word " * 2000, "words of letters or digits, at most 10 words and 200 characters"),
        (
            "ordering",
            "search_text",
            "one of: -published, published, -signed, signed, -value, value, title",
        ),
        (
            "ordering",
            "document",
            "one of: -published, published, -signed, signed, -value, value, title",
        ),
    ],
)
def test_a_refusal_names_parameter_and_what_was_expected(client: Client, parameter, value, expected):
    response = client.get("/api/v1/deals/", {parameter: value})

    assert response.status_code == 400
    (error,) = response.json()["errors"]
    assert (error["parameter"], error["expected"]) == (parameter, expected)


@pytest.mark.parametrize(
    "parameter",
    [
        "document__contains",
        "deal__slug",
        "search_text",
        "published_by",
        "edition",
        "kind__in",
        "id",
        "pk",
        "fields",
        "format",
    ],
)
@pytest.mark.parametrize("name", LISTS)
def test_columns_and_lookups_are_no_parameters(client: Client, name, parameter):
    shelf_rows.deal()

    response = client.get(f"/api/v1/{name}/", {parameter: "x"})

    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == parameter


@pytest.mark.parametrize("address", DETAILS)
def test_details_take_no_parameters(client: Client, address):
    response = client.get(f"/api/v1/{address}?fields=secret")

    assert response.status_code == 400
    assert response.json() == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": "Some parameters cannot be answered; see errors.",
        "errors": [{"parameter": "fields", "found": "secret", "expected": "no parameters"}],
    }


def test_an_address_with_thousands_of_parameters_is_refused(client: Client):
    client.raise_request_exception = False

    response = client.get("/api/v1/deals/?" + "&".join(f"a{number}=1" for number in range(6000)))

    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"


def test_bytes_that_are_no_text_are_refused(client: Client):
    response = client.get("/api/v1/deals/?party=%FF%FE")

    assert response.status_code == 400
    assert response.json()["errors"][0]["found"] == "��"
