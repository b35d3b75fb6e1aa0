"""Partial dates: EDTF (ISO 8601-2) in, the earliest and latest day it can mean out. Never guesses a day."""

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Self

MAX_LENGTH = 40
EXPECTED = "an EDTF date such as 2018, 2018-10, 2018-10-05, 2021/2031, 2018/.., 2019~, 2019? or 201X"


class BadPartialDate(ValueError):
    """A text that is no partial date; the message says what was found and what was expected."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known, with the earliest and the latest day that it can mean.

    `earliest` or `latest` is None where an interval is open. The days of an approximate or uncertain date
    are those of the form as written: `2019~` is 2019-01-01 to 2019-12-31, for nothing says how far "about"
    reaches.
    """

    text: str
    earliest: datetime.date | None
    latest: datetime.date | None
    approximate: bool
    uncertain: bool

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read EDTF levels 0 and 1, quarters and half-years; raises BadPartialDate."""
        text = _bounded(text)
        parts = [_read_part(part, text) for part in text.split("/", 2)]
        if len(parts) > 2 or all(part.form in _OPEN_FORMS for part in parts):
            raise BadPartialDate(f"found {text!r}, expected {EXPECTED}")
        first, last = parts[0], parts[-1]
        if first.earliest and last.latest and first.earliest > last.latest:
            raise BadPartialDate(f"found {text!r}, expected an interval that ends after it starts")
        return cls(
            text=text,
            earliest=first.earliest,
            latest=last.latest,
            approximate=any(part.approximate for part in parts),
            uncertain=any(part.uncertain for part in parts),
        )

    def in_words(self) -> str:
        """The date for people: "5 October 2018", "about 2019", "2021 to 2031", "since 2018"."""
        first, *rest = (_read_part(part, self.text) for part in self.text.split("/"))
        if not rest:
            return first.in_words()
        last = rest[0]
        if first.form in _OPEN_FORMS:
            return f"until {last.in_words()}" + _UNKNOWN_START[first.form]
        if last.form in _OPEN_FORMS:
            return f"since {first.in_words()}" + _UNKNOWN_END[last.form]
        return f"{first.in_words()} to {last.in_words()}"


@dataclass(frozen=True, slots=True)
class _Part:
    """One side of an interval, or the whole of a text that is none."""

    form: str
    words: str
    earliest: datetime.date | None
    latest: datetime.date | None
    qualifier: str = ""

    @property
    def approximate(self) -> bool:
        return self.qualifier in {"~", "%"}

    @property
    def uncertain(self) -> bool:
        return self.qualifier in {"?", "%"}

    def in_words(self) -> str:
        return (
            ("about " if self.approximate else "") + self.words + (" (uncertain)" if self.uncertain else "")
        )


# The package `edtf` knows the same forms, but takes 8 milliseconds a date, prints to standard output and
# raises AttributeError on some texts; so it is the tests' second opinion, and the forms are read here.
_PART = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<qualifier>[~?%]?)"
)

# Not calendar.month_name, which speaks the language of the process's locale.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# An open end (`..`) goes on; an empty end is one that nobody knows.
_OPEN_FORMS = ("..", "")
_UNKNOWN_START = {"..": "", "": ", start unknown"}
_UNKNOWN_END = {"..": "", "": ", end unknown"}

# ISO 8601-2 puts parts of a year in the month's place. Each has its first and last month, counted past 12
# into the next year. Seasons are those of the north, where nearly all reports are written; winter can mean
# the start of the year as well as its end.
_YEAR_PARTS: dict[str, tuple[int, int, str]] = {
    "21": (3, 5, "spring"),
    "22": (6, 8, "summer"),
    "23": (9, 11, "autumn"),
    "24": (1, 14, "winter"),
    "33": (1, 3, "first quarter of"),
    "34": (4, 6, "second quarter of"),
    "35": (7, 9, "third quarter of"),
    "36": (10, 12, "fourth quarter of"),
    "40": (1, 6, "first half of"),
    "41": (7, 12, "second half of"),
}


def _bounded(text: str) -> str:
    """The text without surrounding white space, refused when it is too long for any date."""
    if len(text) > MAX_LENGTH:
        raise BadPartialDate(f"found {len(text)} characters, expected at most {MAX_LENGTH}")
    return text.strip()


def _read_part(part: str, text: str) -> _Part:
    if part in _OPEN_FORMS:
        return _Part(form=part, words="", earliest=None, latest=None)
    match = _PART.fullmatch(part)
    if match is None:
        raise BadPartialDate(f"found {text!r}, expected {EXPECTED}")
    year, month, day, qualifier = match.group("year", "month", "day", "qualifier")
    if year == "0000":
        raise BadPartialDate(f"found the year 0000 in {text!r}, expected 0001 to 9999")
    if "X" in year:
        return _some_year(year, month, qualifier, text)
    if month in _YEAR_PARTS:
        return _part_of_year(int(year), month, day, qualifier, text)
    return _calendar_date(int(year), month, day, qualifier, text)


def _some_year(year: str, month: str | None, qualifier: str, text: str) -> _Part:
    """A decade or century in which the year is not known, such as 201X; nothing finer can follow it."""
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is not None or first == 0:
        raise BadPartialDate(f"found {text!r}, expected a year such as 2018 or 201X on its own")
    words = f"some year from {first} to {last}"
    return _Part(year, words, datetime.date(first, 1, 1), datetime.date(last, 12, 31), qualifier)


def _part_of_year(year: int, code: str, day: str | None, qualifier: str, text: str) -> _Part:
    """A season, quarter or half-year; EDTF gives these no day and no qualifier."""
    if day is not None or qualifier:
        raise BadPartialDate(f"found {text!r}, expected nothing after the season, quarter or half-year")
    first, last, name = _YEAR_PARTS[code]
    return _Part(code, f"{name} {year}", _month_start(year, first), _month_end(year, last))


def _calendar_date(year: int, month: str | None, day: str | None, qualifier: str, text: str) -> _Part:
    """A year, month or day; XX stands for a month or day that is not known."""
    if month is None or month == "XX":
        if day not in {None, "XX"}:
            raise BadPartialDate(f"found {text!r}, expected a month before the day {day}")
        words = f"{year}" if month is None else f"some {'month' if day is None else 'day'} in {year}"
        return _Part("year", words, _month_start(year, 1), _month_end(year, 12), qualifier)
    number = int(month)
    if not 1 <= number <= 12:
        raise BadPartialDate(
            f"found the month {month} in {text!r}, expected 01 to 12, a season 21 to 24, "
            "a quarter 33 to 36 or a half-year 40 or 41"
        )
    words = f"{_MONTHS[number - 1]} {year}"
    if day is None or day == "XX":
        words = words if day is None else f"some day in {words}"
        return _Part("month", words, _month_start(year, number), _month_end(year, number), qualifier)
    last = _month_end(year, number).day
    if not 1 <= int(day) <= last:
        raise BadPartialDate(f"found the day {day} in {text!r}, expected 01 to {last}")
    date = datetime.date(year, number, int(day))
    return _Part("day", f"{date.day} {words}", date, date, qualifier)


def _month_start(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, 1)


def _month_end(year: int, month: int) -> datetime.date:
    """The last day of a month, counted on past 12 into the next year, within what a date can hold."""
    year, month = (year, month) if month <= 12 else (year + 1, month - 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return datetime.date(year, month, calendar.monthrange(year, month)[1])
