"""Fixtures that several tests of actions need."""

import pytest

from tests.factories import ExchangeRateFactory


@pytest.fixture
def rupee_rates():
    """Ten rupees for a dollar in 2020."""
    ExchangeRateFactory(currency="INR", year=2020)
