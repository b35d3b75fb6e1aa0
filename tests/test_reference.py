"""The reference data in fixtures/reference: what it holds, and that the rates can be made again."""

import io
import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import CommandError, call_command

from deals.management.commands.make_reference_rates import annual_averages, ecb_days, fixture_text
from deals.models import ExchangeRate, Party, PartyAlias
from deals.vocab.codes import PartyKind

REFERENCE = Path(settings.BASE_DIR) / "fixtures" / "reference"
RATES = REFERENCE / "exchange_rates.json"
PARTIES = REFERENCE / "parties.yaml"


@pytest.fixture(scope="module")
def rates() -> dict[tuple[str, int], Decimal]:
    rows = [row["fields"] for row in json.loads(RATES.read_text(encoding="utf-8"))]
    return {(row["currency"], row["year"]): Decimal(row["per_usd"]) for row in rows}


@pytest.fixture(scope="module")
def parties() -> list[dict[str, Any]]:
    return _rows("deals.party")


def test_average_is_that_of_daily_cross_rates() -> None:
    days = [
        {"EUR": Decimal(1), "USD": Decimal(2), "INR": Decimal(100)},
        {"EUR": Decimal(1), "USD": Decimal(1), "INR": Decimal(100)},
    ]

    assert annual_averages(days) == {"EUR": Decimal("0.750000"), "INR": Decimal("75.000000")}


def test_currency_missing_on_one_day_has_no_average() -> None:
    days = [
        {"EUR": Decimal(1), "USD": Decimal(1), "RUB": Decimal(80)},
        {"EUR": Decimal(1), "USD": Decimal(1)},
    ]

    assert "RUB" not in annual_averages(days)


def test_a_year_of_the_fixture_is_made_again_alike(rates: dict[tuple[str, int], Decimal]) -> None:
    expected = {currency: rate for (currency, year), rate in rates.items() if year == 2018}

    assert annual_averages(ecb_days()[2018]) == {
        currency: rate for currency, rate in expected.items() if currency not in {"AED", "SAR"}
    }


def test_fixture_text_has_one_rate_a_line_and_pegs_for_every_year() -> None:
    day = {"EUR": Decimal(1), "USD": Decimal("1.25")}

    lines = fixture_text({2018: [day]}).splitlines()

    assert [json.loads(line.rstrip(","))["fields"]["per_usd"] for line in lines[1:-1]] == [
        "3.6725",
        "0.800000",
        "3.75",
    ]


@pytest.mark.parametrize(
    ("currency", "year"),
    [("USD", 2018), ("RUB", 2022), ("INR", 2008), ("TRY", 2004), ("ISK", 2018)],
    ids=["the dollar itself", "ends in March", "not quoted yet", "old lira then", "starts in February"],
)
def test_year_without_a_full_year_of_rates_has_none(
    rates: dict[tuple[str, int], Decimal], currency: str, year: int
) -> None:
    assert (currency, year) not in rates


def test_command_prints_the_fixture() -> None:
    printed = io.StringIO()

    call_command("make_reference_rates", stdout=printed)

    assert printed.getvalue() == fixture_text(ecb_days())


def test_command_writes_a_file_that_its_check_accepts(tmp_path: Path) -> None:
    file = tmp_path / "rates.json"

    call_command("make_reference_rates", output=file)

    call_command("make_reference_rates", check=file)


def test_command_refuses_a_file_that_differs(tmp_path: Path) -> None:
    file = tmp_path / "rates.json"
    file.write_text("[]\n", encoding="utf-8")

    with pytest.raises(CommandError) as refusal:
        call_command("make_reference_rates", check=file)

    assert str(refusal.value) == f"{file} differs from the installed rates; --output {file} mends it"


def test_states_are_the_members_and_observers_of_the_united_nations(parties: list[dict[str, Any]]) -> None:
    states = [party for party in parties if party["kind"] == PartyKind.STATE]

    assert len(states) == 193 + 2
    assert all(party["country"] for party in states)


def test_party_kinds_are_codes_of_the_vocabulary(parties: list[dict[str, Any]]) -> None:
    assert {party["kind"] for party in parties} <= set(PartyKind.values)


def test_no_name_and_no_country_code_is_given_twice(parties: list[dict[str, Any]]) -> None:
    names = [party["name"] for party in parties] + [alias["name"] for alias in _rows("deals.partyalias")]
    codes = [party["country"] for party in parties if party["country"]]

    assert [name for name, count in Counter(map(str.casefold, names)).items() if count > 1] == []
    assert [code for code, count in Counter(codes).items() if count > 1] == []


@pytest.mark.django_db
def test_loading_twice_updates_and_never_doubles(parties: list[dict[str, Any]]) -> None:
    for _ in range(2):
        call_command("loaddata", PARTIES, RATES, verbosity=0)

    assert Party.objects.count() == len(parties)
    assert PartyAlias.objects.count() == len(_rows("deals.partyalias"))
    assert ExchangeRate.objects.count() == len(json.loads(RATES.read_text(encoding="utf-8")))
    assert Party.objects.get(slug="russia").successor_of == Party.objects.get(slug="soviet-union")


def _rows(model: str) -> list[dict[str, Any]]:
    entries = yaml.safe_load(PARTIES.read_text(encoding="utf-8"))
    return [entry["fields"] for entry in entries if entry["model"] == model]
