"""Partial dates: what is read, which days it can mean, its words, and what is refused in which words."""

import datetime
from datetime import date

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deals.vocab.dates import EXPECTED, BadPartialDate, PartialDate

READ = [
    ("2018", date(2018, 1, 1), date(2018, 12, 31), "2018"),
    ("2018-10", date(2018, 10, 1), date(2018, 10, 31), "October 2018"),
    ("2018-10-05", date(2018, 10, 5), date(2018, 10, 5), "5 October 2018"),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "February 2016"),
    ("2016-02-29", date(2016, 2, 29), date(2016, 2, 29), "29 February 2016"),
    ("2018-12", date(2018, 12, 1), date(2018, 12, 31), "December 2018"),
    ("2021/2031", date(2021, 1, 1), date(2031, 12, 31), "2021 to 2031"),
    ("2018-10/2018", date(2018, 10, 1), date(2018, 12, 31), "October 2018 to 2018"),
    ("2018-10-05/2021-12", date(2018, 10, 5), date(2021, 12, 31), "5 October 2018 to December 2021"),
    ("2018/..", date(2018, 1, 1), None, "since 2018"),
    ("../2023", None, date(2023, 12, 31), "until 2023"),
    ("2018/", date(2018, 1, 1), None, "since 2018, end unknown"),
    ("/2023", None, date(2023, 12, 31), "until 2023, start unknown"),
    ("2018-21", date(2018, 3, 1), date(2018, 5, 31), "spring 2018"),
    ("2018-22", date(2018, 6, 1), date(2018, 8, 31), "summer 2018"),
    ("2018-23", date(2018, 9, 1), date(2018, 11, 30), "autumn 2018"),
    ("2018-24", date(2018, 1, 1), date(2019, 2, 28), "winter 2018"),
    ("2019-24", date(2019, 1, 1), date(2020, 2, 29), "winter 2019"),
    ("9999-24", date(9999, 1, 1), date(9999, 12, 31), "winter 9999"),
    ("2018-33", date(2018, 1, 1), date(2018, 3, 31), "first quarter of 2018"),
    ("2018-34", date(2018, 4, 1), date(2018, 6, 30), "second quarter of 2018"),
    ("2018-35", date(2018, 7, 1), date(2018, 9, 30), "third quarter of 2018"),
    ("2018-36", date(2018, 10, 1), date(2018, 12, 31), "fourth quarter of 2018"),
    ("2018-40", date(2018, 1, 1), date(2018, 6, 30), "first half of 2018"),
    ("2018-41", date(2018, 7, 1), date(2018, 12, 31), "second half of 2018"),
    ("201X", date(2010, 1, 1), date(2019, 12, 31), "some year from 2010 to 2019"),
    ("20XX", date(2000, 1, 1), date(2099, 12, 31), "some year from 2000 to 2099"),
    ("2018-XX", date(2018, 1, 1), date(2018, 12, 31), "some month in 2018"),
    ("2018-XX-XX", date(2018, 1, 1), date(2018, 12, 31), "some day in 2018"),
    ("2018-10-XX", date(2018, 10, 1), date(2018, 10, 31), "some day in October 2018"),
    ("0001", date(1, 1, 1), date(1, 12, 31), "1"),
]
QUALIFIED = [
    ("2019~", True, False, "about 2019"),
    ("2019?", False, True, "2019 (uncertain)"),
    ("2019%", True, True, "about 2019 (uncertain)"),
    ("2018-10-05~", True, False, "about 5 October 2018"),
    ("201X?", False, True, "some year from 2010 to 2019 (uncertain)"),
    ("2019~/2021?", True, True, "about 2019 to 2021 (uncertain)"),
    ("2018/2021", False, False, "2018 to 2021"),
]
REFUSED = [
    ("", f"found '', expected {EXPECTED}"),
    ("..", f"found '..', expected {EXPECTED}"),
    ("../..", f"found '../..', expected {EXPECTED}"),
    ("/", f"found '/', expected {EXPECTED}"),
    ("2018/2019/2020", f"found '2018/2019/2020', expected {EXPECTED}"),
    ("5 October 2018", f"found '5 October 2018', expected {EXPECTED}"),
    ("2018-1", f"found '2018-1', expected {EXPECTED}"),
    ("2018-1X", f"found '2018-1X', expected {EXPECTED}"),
    ("२०१८", f"found '२०१८', expected {EXPECTED}"),
    ("2018-10-05T10:00:00Z", f"found '2018-10-05T10:00:00Z', expected {EXPECTED}"),
    ("2018\u202e", f"found '2018\\u202e', expected {EXPECTED}"),
    ("a" * 41, "found 41 characters, expected at most 40"),
    ("0000", "found the year 0000 in '0000', expected 0001 to 9999"),
    ("00XX", "found '00XX', expected a year such as 2018 or 201X on its own"),
    ("201X-05", "found '201X-05', expected a year such as 2018 or 201X on its own"),
    ("2018-XX-05", "found '2018-XX-05', expected a month before the day 05"),
    (
        "2018-13",
        "found the month 13 in '2018-13', expected 01 to 12, a season 21 to 24, a quarter 33 to 36 "
        "or a half-year 40 or 41",
    ),
    ("2018-02-29", "found the day 29 in '2018-02-29', expected 01 to 28"),
    ("2018-10-00", "found the day 00 in '2018-10-00', expected 01 to 31"),
    ("2018-21~", "found '2018-21~', expected nothing after the season, quarter or half-year"),
    ("2018-33-01", "found '2018-33-01', expected nothing after the season, quarter or half-year"),
    ("2031/2021", "found '2031/2021', expected an interval that ends after it starts"),
]

days = st.dates(min_value=date(1, 1, 1))
plain_forms = st.one_of(
    days.map(lambda day: f"{day:%Y-%m-%d}".rjust(10, "0")),
    days.map(lambda day: f"{day.year:04}-{day.month:02}"),
    days.map(lambda day: f"{day.year:04}"),
    days.map(lambda day: f"{day.year:04}-{day.month:02}-XX"),
    days.map(lambda day: f"{day.year:04}-XX"),
)
sides = st.one_of(st.sampled_from(["", "..", "201X", "2018-24", "2018-33"]), plain_forms)
texts = st.one_of(
    st.builds("{}{}".format, plain_forms, st.sampled_from(["", "~", "?", "%"])),
    st.builds("{}/{}".format, sides, sides),
    st.text(alphabet="0123456789-/.X~?% ", max_size=14),
    st.text(max_size=60),
)


@pytest.mark.parametrize(("text", "earliest", "latest", "words"), READ)
def test_reads_a_form(text, earliest, latest, words):
    parsed = PartialDate.parse(text)

    assert parsed == PartialDate(text, earliest, latest, approximate=False, uncertain=False)
    assert parsed.in_words() == words


@pytest.mark.parametrize(("text", "approximate", "uncertain", "words"), QUALIFIED)
def test_reads_qualifiers(text, approximate, uncertain, words):
    parsed = PartialDate.parse(text)

    assert (parsed.approximate, parsed.uncertain) == (approximate, uncertain)
    assert parsed.in_words() == words


def test_approximate_date_means_no_other_days_than_the_form_itself():
    about, plain = PartialDate.parse("2019~"), PartialDate.parse("2019")

    assert (about.earliest, about.latest) == (plain.earliest, plain.latest)


def test_white_space_around_is_not_part_of_the_text():
    assert PartialDate.parse(" 2018-10\n").text == "2018-10"


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_refuses_in_words(text, message):
    with pytest.raises(BadPartialDate) as caught:
        PartialDate.parse(text)

    assert str(caught.value) == message


def test_length_is_checked_before_anything_is_read():
    with pytest.raises(BadPartialDate, match="found 10000000 characters, expected at most 40"):
        PartialDate.parse("2" * 10_000_000)


@given(texts)
def test_any_text_is_read_or_refused_by_name(text):
    try:
        parsed = PartialDate.parse(text)
    except BadPartialDate:
        return
    assert PartialDate.parse(parsed.text) == parsed
    assert parsed.in_words()
    assert parsed.earliest or parsed.latest
    assert not parsed.earliest or not parsed.latest or parsed.earliest <= parsed.latest


@given(days)
def test_a_day_is_within_its_month_and_year(day):
    forms = [f"{day.year:04}-{day.month:02}-{day.day:02}", f"{day.year:04}-{day.month:02}", f"{day.year:04}"]
    bounds = [PartialDate.parse(form) for form in forms]

    assert bounds[0].earliest == bounds[0].latest == day
    assert bounds[2].earliest <= bounds[1].earliest <= day <= bounds[1].latest <= bounds[2].latest
    assert bounds[1].latest == datetime.date.max or (bounds[1].latest + datetime.timedelta(days=1)).day == 1


@pytest.mark.parametrize("text", [text for text, *_ in READ + QUALIFIED])
def test_what_is_read_is_edtf_to_another_reader_too(text):
    assert edtf.is_valid_edtf(text)


@given(st.builds("{}{}".format, plain_forms, st.sampled_from(["", "~", "?", "%"])))
def test_single_dates_are_edtf_to_another_reader_too(text):
    PartialDate.parse(text)

    assert edtf.is_valid_edtf(text)
