"""Quantities as reports print them: text in, lowest and highest whole number out, and back into words."""

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_decimal

from deals.vocab.codes import Qualifier
from deals.vocab.figures import read_figure
from deals.vocab.tokens import BadFigure, number_lexicon

MAX_QUANTITY = 10**15


class BadQuantity(ValueError):
    """A text that is no quantity; the message says what was found and what was expected."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, as far as a report says; `low` and `high` are equal unless it gives bounds or a range."""

    low: int | None
    high: int | None
    qualifier: Qualifier
    reported: str


def parse_quantity(text: str) -> Quantity:
    """Read "6,01,427", "over 5 lakh", "up to 36", "20-24", "two dozen"; raises BadQuantity.

    Only the number and what belongs to it: a counted thing ("36 aircraft") is refused, for the unit is
    another part of the claim.
    """
    try:
        figure = read_figure(text, number_lexicon())
    except BadFigure as error:
        raise BadQuantity(str(error)) from error
    return Quantity(_whole(figure.low), _whole(figure.high), figure.qualifier, text.strip())


def group_indian(number: int) -> str:
    """A whole number with Indian grouping, 2-2-3: 601427 is "6,01,427"."""
    return format_decimal(number, locale="en_IN")


def quantity_in_words(low: int | None, high: int | None, qualifier: Qualifier) -> str:
    """A quantity for people: "601,427", "more than 500,000", "up to 36", "20 to 24", "undisclosed number"."""
    if qualifier in {Qualifier.UNKNOWN, Qualifier.UNDISCLOSED}:
        return f"{qualifier.value} number"
    bounds = [f"{bound:,}" for bound in (low, high) if bound is not None]
    if low == high and qualifier is not Qualifier.RANGE:
        bounds = bounds[:1]
    before = {Qualifier.ABOUT: "about ", Qualifier.AT_LEAST: "more than ", Qualifier.UP_TO: "up to "}
    return before.get(qualifier, "") + (" to ".join(bounds) or "unknown number")


def _whole(number: Decimal | None) -> int | None:
    if number is None:
        return None
    if number % 1:
        raise BadQuantity(f"found {number.normalize():f}, expected a whole number")
    if number > MAX_QUANTITY:
        raise BadQuantity(f"found {number:,.0f}, expected at most {MAX_QUANTITY:,}")
    return int(number)
