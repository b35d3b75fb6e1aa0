"""Reads figures as reports print them: a number or a range, with scale and qualifier. Knows no currency."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from deals.vocab.codes import Qualifier
from deals.vocab.tokens import END, MAX_DIGITS, BadFigure, Kind, Lexicon, Token, tokenise

MAX_NUMBER = Decimal(10**18)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a text says: bounds (None where it gives none), how exactly, and the currency words it uses."""

    low: Decimal | None
    high: Decimal | None
    qualifier: Qualifier
    currencies: tuple[Token, ...] = ()
    has_indian_scale: bool = False


def read_figure(text: str, lexicon: Lexicon) -> Figure:
    """The figure that a text consists of; raises BadFigure when anything in it is not understood."""
    tokens = tokenise(text, lexicon)
    if tokens[0].kind is Kind.EMPTY and tokens[1] is END:
        return Figure(None, None, tokens[0].meaning.qualifier)
    return _Reader(tokens).read()


def with_bounds(number: Decimal, qualifier: Qualifier) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and highest number that a single number with its qualifier allows."""
    low = None if qualifier is Qualifier.UP_TO else number
    high = None if qualifier is Qualifier.AT_LEAST else number
    return low, high


# Exact arithmetic: 60 digits and the scales that fit into a text of bounded length stay below 2,000 digits.
_EXACT = Context(prec=2000)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as read, before a range's second number lends its scale to the first ("$670-750 m")."""

    text: str
    value: Decimal
    scale: Decimal = Decimal(1)
    indian: bool = False
    doubt: str = ""  # the separator that can mean two things: "." in 5.000, "," in 381,1

    def scaled(self, scale: Decimal, *, by: str, indian: bool) -> "_Number":
        text, value = f"{self.text} {by}".strip(), _EXACT.multiply(self.value, scale)
        return _Number(text, value, _EXACT.multiply(self.scale, scale), self.indian or indian, self.doubt)

    def plus(self, part: "_Number") -> "_Number":
        value = _EXACT.add(self.value, part.value)
        return _Number(f"{self.text} {part.text}", value, self.scale, self.indian or part.indian, self.doubt)

    def settled(self) -> Decimal:
        """The number's value, refused when its separator can mean thousands as well as decimals."""
        if self.value > MAX_NUMBER:
            raise BadFigure(f"found {self.text!r}, expected at most 10^18")
        if (self.doubt and self.scale == 1) or (self.doubt == "," and self.indian):
            raise BadFigure(f"found {self.text!r}, which can be read in two ways, expected another notation")
        return self.value


class _Reader:
    """A descent through the tokens: qualifier, number, separator, number, qualifier."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._currencies: list[Token] = []

    def read(self) -> Figure:
        leading = self._take(Kind.LEADING)
        between = None if leading else self._take(Kind.BETWEEN)
        low = self._amount(joined_by_and=between is None)
        high = self._amount(joined_by_and=False) if self._take_separator(between) else None
        trailing = self._take(Kind.TRAILING)
        if self._next is not END or (between and high is None):
            raise self._unexpected("a second number" if between and high is None else "the end")
        if leading and trailing:
            raise BadFigure(f"found both {leading.text!r} and {trailing.text!r}, expected one of them")
        qualifier = leading or trailing
        if high is None:
            return self._single(low, qualifier.meaning.qualifier if qualifier else Qualifier.EXACT)
        return self._range(low, high, qualifier)

    def _single(self, number: _Number, qualifier: Qualifier) -> Figure:
        low, high = with_bounds(number.settled(), qualifier)
        return Figure(low, high, qualifier, tuple(self._currencies), number.indian)

    def _range(self, low: _Number, high: _Number, qualifier: Token | None) -> Figure:
        if qualifier and qualifier.meaning.qualifier is not Qualifier.ABOUT:
            raise BadFigure(f"found {qualifier.text!r} with two numbers, expected one number")
        low = _with_lent_scale(low, high)
        lowest, highest = low.settled(), high.settled()
        if lowest > highest:
            raise BadFigure(f"found {low.text!r} before {high.text!r}, expected the lower number first")
        return Figure(lowest, highest, Qualifier.RANGE, tuple(self._currencies), low.indian or high.indian)

    def _amount(self, *, joined_by_and: bool) -> _Number:
        """A number with its currency before or after it, or both."""
        self._take_currency()
        number = self._number(joined_by_and=joined_by_and)
        self._take_currency()
        return number

    def _number(self, *, joined_by_and: bool) -> _Number:
        """Parts of falling scale: "five", "1.2 million", "2 crore 50 lakh", "three thousand and twelve"."""
        number = self._scaled(self._group(joined_by_and=joined_by_and))
        scale = number.scale
        while scale > 1 and self._starts_a_part(joined_by_and=joined_by_and):
            self._take(Kind.AND)
            part = self._scaled(self._group(joined_by_and=joined_by_and))
            if part.value >= scale:
                raise BadFigure(f"found {part.text!r} after {number.text!r}, expected a smaller number")
            number = number.plus(part)
            scale = part.scale
        return number

    def _starts_a_part(self, *, joined_by_and: bool) -> bool:
        """Whether a further part follows: a number word, or digits that have a scale of their own."""
        ahead = self._at + (joined_by_and and self._sees(Kind.AND))
        kind = self._tokens[ahead].kind
        return kind is Kind.UNIT or (kind is Kind.NUMBER and self._tokens[ahead + 1].kind is Kind.SCALE)

    def _scaled(self, number: _Number) -> _Number:
        while token := self._take(Kind.SCALE):
            number = number.scaled(token.meaning.number, by=token.text, indian=token.meaning.indian)
        return number

    def _group(self, *, joined_by_and: bool) -> _Number:
        """A number without its scale: digits, "a" or "half a" before a scale, or words below one thousand."""
        if token := self._take(Kind.NUMBER):
            return self._with_decimals(_read_digits(token.text))
        half, article = self._take(Kind.HALF), self._take(Kind.ARTICLE)
        if (half or article) and self._sees(Kind.SCALE):
            return _Number("half" if half else "a", Decimal("0.5") if half else Decimal(1))
        if half or article or not self._sees(Kind.UNIT):
            raise self._unexpected("a number")
        number = self._below_hundred()
        if self._sees(Kind.SCALE) and self._next.meaning.number == 100:
            number = self._hundreds(number, joined_by_and=joined_by_and)
        return self._with_decimals(number)

    def _hundreds(self, count: _Number, *, joined_by_and: bool) -> _Number:
        """ "two hundred and fifty", of which a scale after it takes the whole."""
        text, value = f"{count.text} {self._advance().text}", 100 * count.value
        if self._starts_a_part(joined_by_and=joined_by_and) and not self._sees(Kind.NUMBER):
            self._take(Kind.AND)
            if self._sees(Kind.UNIT):
                rest = self._below_hundred()
                text, value = f"{text} {rest.text}", value + rest.value
        return _Number(text, value)

    def _below_hundred(self) -> _Number:
        token = self._advance()
        text, value = token.text, token.meaning.number
        if value >= 20 and self._sees(Kind.UNIT) and 1 <= self._next.meaning.number <= 9:
            unit = self._advance()
            text, value = f"{text} {unit.text}", value + unit.meaning.number
        return _Number(text, value)

    def _with_decimals(self, number: _Number) -> _Number:
        """ "three point 55": digits or one number word after the word "point"."""
        if not self._take(Kind.POINT):
            return number
        token = self._take(Kind.NUMBER) or self._take(Kind.UNIT)
        digits = token and (token.text if token.kind is Kind.NUMBER else str(token.meaning.number))
        if (
            not token
            or not digits
            or not digits.isdigit()
            or number.value != number.value.to_integral_value()
        ):
            raise BadFigure(f"found {number.text!r} and 'point', expected whole numbers on both sides")
        return _Number(f"{number.text} point {token.text}", Decimal(f"{int(number.value)}.{digits}"))

    def _take_separator(self, between: Token | None) -> bool:
        kinds = {Kind.TO, Kind.HYPHEN} | ({Kind.AND} if between else set())
        return any(self._take(kind) for kind in kinds)

    def _take_currency(self) -> None:
        if token := self._take(Kind.CURRENCY):
            self._currencies.append(token)

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _sees(self, kind: Kind) -> bool:
        return self._next.kind is kind

    def _take(self, kind: Kind) -> Token | None:
        return self._advance() if self._sees(kind) else None

    def _advance(self) -> Token:
        token = self._next
        self._at += 1
        return token

    def _unexpected(self, expected: str) -> BadFigure:
        nothing = "nothing more" if self._at else "nothing"
        found = nothing if self._next is END else repr(self._next.text)
        return BadFigure(f"found {found}, expected {expected}")


def _with_lent_scale(low: _Number, high: _Number) -> _Number:
    """The first number of a range with the second's scale, unless only without it is it the lower one."""
    if low.scale != 1 or high.scale == 1:
        return low
    stands_alone = 1000 <= low.value <= high.value < _EXACT.multiply(low.value, high.scale)
    return low if stands_alone else low.scaled(high.scale, by="", indian=high.indian)


_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}")


def _read_digits(text: str) -> _Number:
    """A number in digits, with the separators of any country; refused when they are not consistent."""
    count = sum(char.isdigit() for char in text)
    if count > MAX_DIGITS:
        raise BadFigure(f"found a number of {count} digits, expected at most {MAX_DIGITS}")
    whole, decimals, doubt = _split_decimals(text)
    separators = {char for char in whole if not char.isdigit()}
    if len(separators) > 1 or (separators and not _GROUPED.fullmatch(re.sub("[.' ]", ",", whole))):
        raise BadFigure(f"found {text!r}, expected digits in groups such as 601,427 or 6,01,427")
    digits = "".join(char for char in whole if char.isdigit())
    return _Number(text, Decimal(f"{digits}.{decimals}" if decimals else digits), doubt=doubt)


def _split_decimals(text: str) -> tuple[str, str, str]:
    """The whole part, the decimals, and the separator between them when it can be read in two ways."""
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return text, "", ""
    whole, mark, decimals = text[:last], text[last], text[last + 1 :]
    if not decimals.isdigit() or mark in whole:
        return text, "", ""
    if not whole.isdigit():
        return whole, decimals, ""
    is_group = len(decimals) == 3 and len(whole) <= 3 and whole[0] != "0"
    if mark == ",":
        return (text, "", "") if is_group else (whole, decimals, ",")
    return whole, decimals, "." if is_group else ""
