"""Quantities and amounts of a report file: number and qualifier in, the two ends out, and back."""

from decimal import Decimal
from typing import Any

from deals.reports.problems import in_quotes
from deals.reports.report_file import Figure
from deals.vocab.codes import KindOfEmpty, Qualifier

HUNDREDTH = Decimal("0.01")

EXPECTED_ENDS = {
    Qualifier.EXACT: "one number",
    Qualifier.ABOUT: "one number, or both low and high",
    Qualifier.RANGE: "low and high, which differ",
    Qualifier.AT_LEAST: "low alone",
    Qualifier.UP_TO: "high alone",
    Qualifier.UNKNOWN: "no number",
    Qualifier.UNDISCLOSED: "no number",
}


class BadFigure(ValueError):
    """A number and a qualifier that do not fit; `found` and `expected` say how."""

    def __init__(self, found: str, expected: str) -> None:
        self.found = found
        self.expected = expected
        super().__init__(f"found {found}; expected {expected}")


def read_figure(number: Any, qualifier: str | None) -> Figure:
    """The figure that a file gives by a number, {low, high}, a kind of empty or nothing, and its qualifier.

    Without a qualifier one number is exact, two are a range, one end alone is a bound. Raises BadFigure.
    """
    if number is None or isinstance(number, str):
        return _read_empty(number, qualifier)
    low, high = _ends(number, qualifier)
    for end in (low, high):
        if end is not None and end != end.quantize(HUNDREDTH):
            raise BadFigure(f"{end}", "at most two decimals")
    if low is not None and high is not None and low > high:
        raise BadFigure(f"low {low} above high {high}", "low at most as great as high")
    named = Qualifier(qualifier) if qualifier else _implied(low, high)
    if not _fits(named, low, high):
        raise BadFigure(f"{_ends_in_words(low, high)} with the qualifier {named}", EXPECTED_ENDS[named])
    return Figure(low, high, named)


def write_figure(figure: Figure) -> tuple[Any, str | None]:
    """The number and qualifier as a report file gives them; None for what it leaves out."""
    if not figure.is_number:
        return (str(figure.empty) if figure.empty else None), None
    low, high = map(_plain, (figure.low, figure.high))
    qualifier = str(figure.qualifier)
    if figure.low == figure.high:
        return low, None if qualifier == Qualifier.EXACT else qualifier
    if qualifier in {Qualifier.AT_LEAST, Qualifier.UP_TO}:
        return (high if low is None else low), qualifier
    return {"low": low, "high": high}, None if qualifier == Qualifier.RANGE else qualifier


def _read_empty(kind: str | None, qualifier: str | None) -> Figure:
    if kind is None and qualifier in {Qualifier.UNKNOWN, Qualifier.UNDISCLOSED}:
        kind = qualifier
    implied = Qualifier.UNDISCLOSED if kind == KindOfEmpty.UNDISCLOSED else Qualifier.UNKNOWN
    if qualifier and qualifier != implied:
        found = in_quotes(kind) if kind else "no number"
        raise BadFigure(f"{found} with the qualifier {qualifier}", _expected_for_empty(qualifier, implied))
    return Figure(qualifier=implied, empty=KindOfEmpty(kind) if kind else None)


def _expected_for_empty(qualifier: str, implied: Qualifier) -> str:
    ends = EXPECTED_ENDS[Qualifier(qualifier)]
    return f"the qualifier {implied}" if ends == "no number" else ends


def _ends(number: Any, qualifier: str | None) -> tuple[Decimal | None, Decimal | None]:
    if isinstance(number, dict):
        low, high = (number.get(end) for end in ("low", "high"))
    else:
        low = None if qualifier == Qualifier.UP_TO else number
        high = None if qualifier == Qualifier.AT_LEAST else number
    return (None if low is None else Decimal(low)), (None if high is None else Decimal(high))


def _implied(low: Decimal | None, high: Decimal | None) -> Qualifier:
    if low is None:
        return Qualifier.UP_TO
    if high is None:
        return Qualifier.AT_LEAST
    return Qualifier.EXACT if low == high else Qualifier.RANGE


def _fits(qualifier: Qualifier, low: Decimal | None, high: Decimal | None) -> bool:
    both = low is not None and high is not None
    match qualifier:
        case Qualifier.EXACT:
            return both and low == high
        case Qualifier.ABOUT:
            return both
        case Qualifier.RANGE:
            return both and low != high
        case Qualifier.AT_LEAST:
            return low is not None and high is None
        case Qualifier.UP_TO:
            return low is None and high is not None
        case _:
            return False


def _ends_in_words(low: Decimal | None, high: Decimal | None) -> str:
    if low == high:
        return str(low)
    return " and ".join(f"{name} {end}" for name, end in (("low", low), ("high", high)) if end is not None)


def _plain(number: Decimal | None) -> int | Decimal | None:
    if number is None or number == number.to_integral_value():
        return None if number is None else int(number)
    return number.quantize(HUNDREDTH)
