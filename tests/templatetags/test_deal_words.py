"""Template filters in words."""

from datetime import UTC, datetime

import pytest

from deals.templatetags.deal_words import (
    country_name,
    day,
    entry,
    label,
    language_name,
    meaning,
    number,
    source_numbers,
    when,
)
from deals.vocab.dates import PartialDate


def public_date(edtf):
    parsed = PartialDate.parse(edtf)
    earliest = parsed.earliest.isoformat() if parsed.earliest else None
    return {"edtf": edtf, "earliest": earliest, "latest": None, "text": parsed.in_words()}


def test_a_code_has_its_label_and_meaning():
    assert label("licensed_production", "TransferMode") == "Licensed production"
    assert meaning("supplier", "PartyRole") == "Sells, leases or gives the goods."


def test_a_code_that_is_no_longer_listed_is_shown_as_it_is():
    assert label("barter", "TransferMode") == "barter"
    assert meaning("barter", "TransferMode") == ""


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2018", '<time datetime="2018">2018</time>'),
        ("2018-10", '<time datetime="2018-10">October 2018</time>'),
        ("2018-10-05", '<time datetime="2018-10-05">5 October 2018</time>'),
        ("2018~", "about 2018"),
        ("2021/2031", "2021 to 2031"),
        ("2018-21", "spring 2018"),
    ],
)
def test_only_a_plain_date_is_for_machines(edtf, expected):
    assert when(public_date(edtf)) == expected


def test_no_date_says_so():
    assert when(None) == "date not stated"


def test_a_moment_is_shown_as_its_day():
    moment = datetime(2026, 11, 3, 22, 15, 30, 123, tzinfo=UTC)

    assert day(moment) == '<time datetime="2026-11-03T22:15:30+00:00">3 November 2026</time>'


def test_sources_are_numbered_once():
    assert source_numbers([{"number": 7}, {"number": 2}, {"number": 7}]) == [2, 7]


def test_languages_and_countries_have_english_names():
    assert (language_name("hi"), language_name("xx-unheard")) == ("Hindi", "xx-unheard")
    assert (country_name("IND"), country_name("QQQ")) == ("India", "QQQ")


def test_numbers_are_grouped_and_tables_are_looked_up():
    assert number(1234567) == "1,234,567"
    assert (entry({"a": "A"}, "a"), entry({}, "a")) == ("A", "")
