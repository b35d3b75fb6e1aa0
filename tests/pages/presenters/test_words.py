"""Claims in a few words."""

import pytest

from deals.pages.presenters.words import (
    count_words,
    delivery_words,
    dollar_words,
    item_words,
    leading_value,
    rate_words,
    route_words,
    source_name,
    value_words,
)
from tests.pages import documents


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        (5, "regiment", "5 regiments"),
        (10, "battery", "10 batteries"),
        (1, "battery", "1 battery"),
        (601427, "item", "601,427"),
    ],
)
def test_a_number_stands_with_what_it_counts(number, unit, expected):
    item = documents.item(number=number, unit=unit)

    assert count_words(item["quantity"], unit) == expected


@pytest.mark.parametrize(
    ("qualifier", "expected"), [("unknown", "number not stated"), ("undisclosed", "number undisclosed")]
)
def test_a_missing_number_says_why(qualifier, expected):
    item = documents.item(number=None, qualifier=qualifier)

    assert item_words(item, [item]) == expected


def test_a_bare_number_is_of_its_system():
    item = documents.item(number=601427, system="AK-203")

    assert item_words(item, [item]) == "601,427 × AK-203"


def test_a_bare_number_is_of_units_where_another_claim_counts_something_else():
    units, systems = documents.item(), documents.item(number=10, unit="system")

    assert item_words(units, [units, systems]) == "5 units"


def test_another_systems_unit_changes_nothing():
    rifles, systems = documents.item(system="AK-203"), documents.item(unit="system")

    assert item_words(rifles, [rifles, systems]) == "5 × AK-203"


def test_our_own_conversion_is_rounded_to_three_digits():
    value = documents.value(currency="INR", usd=documents.converted("5697726742.90", year=2018))

    assert dollar_words(value) == "≈ $5.7 bn"


def test_a_reported_dollar_sum_stands_as_it_is():
    assert dollar_words(documents.value()) == "$5 bn"


def test_a_sum_without_a_rate_says_so():
    value = documents.value(currency="KPW", usd=documents.dollars(None, "", "none"))

    assert dollar_words(value) == "no rate"
    assert rate_words(value) == "no exchange rate is on record for KPW"


def test_a_sum_that_is_not_stated_has_no_dollars():
    value = documents.value(
        amount=None, qualifier="undisclosed", currency="", usd=documents.dollars(None, "", "none")
    )

    assert value_words(value) == "amount undisclosed"
    assert dollar_words(value) == ""
    assert rate_words(value) == ""


def test_a_conversion_names_its_rate_year_and_source():
    value = documents.value(currency="INR", usd=documents.converted("1.00", year=2018))

    assert (
        rate_words(value)
        == "converted by us at 68.45 INR to the dollar, the 2018 rate of the European Central Bank"
    )


def test_the_contracts_value_leads_and_second_expressions_and_disputed_ones_never_do():
    estimate = documents.value(claim="estimate", kind="estimated_cost")
    second = documents.value(claim="second", equivalent_to="estimate")
    disputed = documents.value(claim="disputed", status="disputed")
    contract = documents.value(claim="contract")

    assert leading_value([estimate, second, disputed, contract]) == contract
    assert leading_value([second, disputed]) is None


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ([("russia", "supplier"), ("india", "recipient")], "Russia → India"),
        ([("russia", "supplier")], "from Russia, recipient not stated"),
        ([("india", "recipient")], "to India, supplier not stated"),
        ([("india", "signatory"), ("russia", "signatory")], "India and Russia"),
        ([("a", "signatory"), ("b", "signatory"), ("c", "signatory")], "A, B and C"),
        ([("usa", "objector")], "parties not stated"),
    ],
)
def test_the_route_names_who_deals_with_whom(parties, expected):
    document = documents.deal_document(parties=[documents.party(*party) for party in parties])

    assert route_words(document) == expected


def test_a_disputed_party_is_not_on_the_route():
    parties = [
        documents.party("russia", "supplier", status="disputed"),
        documents.party("india", "recipient"),
    ]

    assert route_words(documents.deal_document(parties=parties)) == "to India, supplier not stated"


def test_a_delivery_says_what_was_handed_over():
    rifles = documents.step(kind="delivery", system="AK-203", number=35000)
    squadrons = documents.step(kind="delivery", system="S-400", number=3, unit="squadron")

    assert delivery_words(rifles) == "35,000 × AK-203"
    assert delivery_words(squadrons) == "3 squadrons of S-400"
    assert delivery_words(documents.step()) == ""


def test_a_source_is_named_by_publisher_and_date():
    assert source_name(documents.source("courier", "2018-09")) == "The Courier, September 2018"
    assert source_name(documents.register()) == "The Register, undated"
