"""Money as reports print it: text in, lowest and highest amount and currency out, and back into words."""

from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache

from babel import Locale
from babel.numbers import format_decimal, get_currency_name

from deals.vocab.codes import Qualifier
from deals.vocab.figures import Figure, read_figure
from deals.vocab.money_words import (
    CURRENCY_WORDS,
    LAKH_AND_CRORE_CURRENCIES,
    PRINTED_SCALES,
    PRINTED_SYMBOLS,
    SHARED_WORDS,
    SHORT_SYMBOLS,
    SMALL_LETTER_CODES,
    SYMBOLS,
)
from deals.vocab.tokens import BadFigure, Kind, Lexicon, Meaning, Token, number_lexicon, phrases


class BadMoney(ValueError):
    """A text that is no amount of money; the message says what was found and what was expected."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as far as a report says, in units of an ISO 4217 currency, with at most two decimals."""

    low: Decimal | None
    high: Decimal | None
    qualifier: Qualifier
    currency: str
    reported: str


def parse_money(text: str, *, default_currency: str = "") -> Money:
    """Read "Rs 5000 crore", "$670-750 m", "1.2 trillion won", "5,124 करोड़"; raises BadMoney.

    `default_currency` is what the text is taken to mean where it names no currency, or one by a shared
    word. Without it, lakh and crore mean Indian rupees, and what else has no currency is refused.
    """
    try:
        figure = read_figure(text, money_lexicon())
    except BadFigure as error:
        raise BadMoney(str(error)) from error
    currency = _currency(figure, default_currency)
    return Money(_cents(figure.low), _cents(figure.high), figure.qualifier, currency, text.strip())


def money_in_words(low: Decimal | None, high: Decimal | None, qualifier: Qualifier, currency: str) -> str:
    """An amount for people: "about ₹50 billion", "more than $5 billion", "PLN 17 billion". Never rounds."""
    return _in_words(low, high, qualifier, currency, more_than="more than ", short=False)


def money_short(low: Decimal | None, high: Decimal | None, qualifier: Qualifier, currency: str) -> str:
    """The same for a table's cell: "$5 bn", "INR 390 bn", "over $5 bn", "$670 m to $750 m"."""
    return _in_words(low, high, qualifier, currency, more_than="over ", short=True)


def in_crore(amount: Decimal) -> str:
    """Rupees in Indian notation: "39,000 crore", "5 lakh", "99,999". Nothing is rounded."""
    for factor, word in ((Decimal(10**7), " crore"), (Decimal(10**5), " lakh")):
        if amount >= factor:
            return _indian(amount / factor) + word
    return _indian(amount)


@cache
def money_lexicon() -> Lexicon:
    """The phrases of figures and of currencies: Babel's names and codes, signs, and the words of reports."""
    words: dict[str, tuple[str, ...]] = {
        word: (code,) for word, code in {**_babel_names(), **SYMBOLS, **CURRENCY_WORDS}.items()
    }
    words |= {code.casefold(): (code,) for code in SMALL_LETTER_CODES}
    for word, countries in SHARED_WORDS.items():
        words[word] = tuple(countries)
        words |= {f"{land} {word}": (code,) for code, lands in countries.items() for land in lands}
    in_capitals = {(code,): (code,) for code in currency_codes()}
    return {
        **{phrase: Meaning(Kind.CURRENCY, codes=codes) for phrase, codes in in_capitals.items()},
        **phrases({word: Meaning(Kind.CURRENCY, codes=codes) for word, codes in words.items()}),
        **number_lexicon(),
    }


@cache
def currency_codes() -> frozenset[str]:
    """The ISO 4217 codes that Babel knows, those of former currencies among them."""
    return frozenset(Locale("en").currencies)


_EXACT = Context(prec=200)
_CENT = Decimal("0.01")


def _babel_names() -> dict[str, str]:
    """Currency names of two words and more, in the singular and plural: "Polish zlotys" is PLN."""
    names = {
        get_currency_name(code, count=count, locale="en").casefold(): code
        for code in sorted(currency_codes())
        for count in (1, 2)
    }
    return {name: code for name, code in names.items() if " " in name}


def _currency(figure: Figure, default: str) -> str:
    """The one currency that a figure is in; empty only where it names none and has no number."""
    codes = dict.fromkeys(_settled(token, default) for token in figure.currencies)
    if len(codes) > 1:
        raise BadMoney(f"found two currencies, {' and '.join(codes)}, expected one")
    if codes:
        return next(iter(codes))
    if figure.has_indian_scale and default not in LAKH_AND_CRORE_CURRENCIES:
        return "INR"
    has_number = figure.low is not None or figure.high is not None
    if has_number and not default:
        raise BadMoney("found no currency, expected one such as USD, $ or rupees")
    return default


def _settled(token: Token, default: str) -> str:
    """The currency a word stands for; one that several share needs a country before it, or a default."""
    codes = token.meaning.codes
    if len(codes) == 1:
        return codes[0]
    if default in codes:
        return default
    raise BadMoney(
        f"found {token.text!r}, which can be {', '.join(codes)}, expected the country's name before it"
    )


def _in_words(
    low: Decimal | None,
    high: Decimal | None,
    qualifier: Qualifier,
    currency: str,
    *,
    more_than: str,
    short: bool,
) -> str:
    if qualifier in {Qualifier.UNKNOWN, Qualifier.UNDISCLOSED}:
        return f"{qualifier.value} amount"
    bounds = [amount for amount in (low, high) if amount is not None]
    if low == high and qualifier is not Qualifier.RANGE:
        bounds = bounds[:1]
    scaled = len(bounds) == 1 or all(_scale(amount) for amount in bounds)
    words = " to ".join(_amount(amount, currency, short=short, scaled=scaled) for amount in bounds)
    before = {Qualifier.ABOUT: "about ", Qualifier.AT_LEAST: more_than, Qualifier.UP_TO: "up to "}
    return before.get(qualifier, "") + (words or "unknown amount")


def _amount(amount: Decimal, currency: str, *, short: bool, scaled: bool) -> str:
    """One amount with its currency; `scaled` False spells it out, for "$5 to $7 bn" would mean $5 bn."""
    signs = SHORT_SYMBOLS if short else PRINTED_SYMBOLS
    sign = signs.get(currency, f"{currency} " if currency else "")
    scale = _scale(amount) if scaled else None
    if scale is None:
        return sign + _spelled_out(amount)
    factor, word, short_word = scale
    return f"{sign}{_without_zeros(amount / factor):,f} {short_word if short else word}"


def _scale(amount: Decimal) -> tuple[Decimal, str, str] | None:
    """The largest scale that shows an amount whole with at most three decimals."""
    for scale in PRINTED_SCALES:
        if amount >= scale[0] and not (amount / scale[0] * 1000) % 1:
            return scale
    return None


def _spelled_out(amount: Decimal) -> str:
    """All the amount's digits in groups of three; cents take two places."""
    plain = _without_zeros(amount)
    return f"{plain:,.2f}" if plain.as_tuple().exponent == -1 else f"{plain:,f}"


def _indian(number: Decimal) -> str:
    return format_decimal(_without_zeros(number), format="#,##,##0.###########", locale="en_IN")


def _cents(amount: Decimal | None) -> Decimal | None:
    """The amount whole, or with two decimals, so that equal amounts are written alike; refused when finer."""
    if amount is None:
        return None
    cents = _EXACT.quantize(amount, _CENT)
    if cents != amount:
        raise BadMoney(f"found {amount.normalize():f}, expected at most two decimals")
    return cents if cents % 1 else cents.to_integral_value()


def _without_zeros(number: Decimal) -> Decimal:
    """The number without zeros at the end of its decimals; a whole number keeps all its digits."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
