"""Values in US dollars: as the source prints them, converted at a named rate, or not at all."""

import orjson
import pytest

from deals.actions.publish import publish
from deals.shelf import Deal
from tests.factories import UserFactory, ValueFactory, signed_contract

pytestmark = pytest.mark.django_db


def document_of(agreement):
    return orjson.loads(bytes(Deal.objects.get(slug=agreement.slug).document))


def test_a_value_in_another_currency_is_converted_at_the_rate_of_the_year_of_signature(rupee_rates):
    contract = signed_contract()
    contract.values.all().delete()
    ValueFactory(agreement=contract, reported="Rs 5 crore", amount_low=50_000_000, currency="INR")

    publish([contract], by=UserFactory(), reason="first")

    value = document_of(contract)["values"][0]
    assert value["usd"] == {
        "low": "5000000.00",
        "high": "5000000.00",
        "text": "$5 m",
        "basis": "converted",
        "rate": "10",
        "year": 2020,
        "rate_source": "a rate made up for tests",
    }
    assert value["indian"] == "5 crore"


def test_a_value_without_a_rate_has_no_dollar_figure():
    contract = signed_contract()
    contract.values.all().delete()
    ValueFactory(agreement=contract, reported="Rs 5 crore", amount_low=50_000_000, currency="INR")

    publish([contract], by=UserFactory(), reason="first")

    assert document_of(contract)["values"][0]["usd"]["basis"] == "none"
    assert Deal.objects.get().usd_high is None


def test_a_dollar_figure_that_the_source_prints_beats_a_conversion(rupee_rates):
    contract = signed_contract()
    contract.values.all().delete()
    rupees = ValueFactory(agreement=contract, reported="Rs 5 crore", amount_low=50_000_000, currency="INR")
    ValueFactory(agreement=contract, reported="$6 million", amount_low=6_000_000, equivalent_to=rupees)

    publish([contract], by=UserFactory(), reason="first")

    assert (Deal.objects.get().usd_low, document_of(contract)["values"][0]["usd"]["basis"]) == (
        6_000_000,
        "reported",
    )


def test_a_disputed_dollar_figure_does_not_speak_for_an_accepted_sum(rupee_rates):
    contract = signed_contract()
    contract.values.all().delete()
    rupees = ValueFactory(agreement=contract, reported="Rs 5 crore", amount_low=50_000_000, currency="INR")
    ValueFactory(
        agreement=contract,
        reported="$6 million",
        amount_low=6_000_000,
        equivalent_to=rupees,
        status="disputed",
    )

    publish([contract], by=UserFactory(), reason="first")

    assert (Deal.objects.get().usd_low, document_of(contract)["values"][0]["usd"]["basis"]) == (
        5_000_000,
        "converted",
    )
