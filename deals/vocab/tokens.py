"""Cuts the text of a figure into tokens with a meaning. Knows words, signs and digits; knows no grammar."""

import enum
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from deals.vocab.codes import Qualifier
from deals.vocab.money_words import INDIAN_SCALES, SCALES, SYMBOLS
from deals.vocab.number_words import LEADING_QUALIFIERS, TRAILING_QUALIFIERS, UNITS

MAX_LENGTH = 200
MAX_DIGITS = 60


class BadFigure(ValueError):
    """A text that is no figure; the message says what was found and what was expected."""


class Kind(enum.Enum):
    """The part a token can take in a figure."""

    NUMBER = enum.auto()  # digits, such as 6,01,427
    UNIT = enum.auto()  # a word for a number below one hundred
    SCALE = enum.auto()
    CURRENCY = enum.auto()
    LEADING = enum.auto()  # a qualifier before a number
    TRAILING = enum.auto()  # a qualifier after a number
    BETWEEN = enum.auto()
    TO = enum.auto()
    AND = enum.auto()
    ARTICLE = enum.auto()
    HALF = enum.auto()
    POINT = enum.auto()
    HYPHEN = enum.auto()
    EMPTY = enum.auto()  # "undisclosed", "unknown number"
    OTHER = enum.auto()
    END = enum.auto()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase stands for. `codes` are currencies: one, or several that share the word."""

    kind: Kind
    number: Decimal = Decimal(0)
    qualifier: Qualifier = Qualifier.EXACT
    codes: tuple[str, ...] = ()
    indian: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A phrase of the text with its meaning."""

    text: str
    meaning: Meaning

    @property
    def kind(self) -> Kind:
        return self.meaning.kind


Lexicon = Mapping[tuple[str, ...], Meaning]


def tokenise(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of a text, longest phrases first, then END; raises BadFigure when it is too long."""
    if len(text) > MAX_LENGTH:
        raise BadFigure(f"found {len(text)} characters, expected at most {MAX_LENGTH}")
    return [*_drop_joining_hyphens(_merge(list(_cut(_plain(text))), lexicon)), END]


@cache
def number_lexicon() -> Lexicon:
    """The phrases that figures of every sort are made of: number words, scales, qualifiers, separators."""
    lexicon = {
        **{word: Meaning(Kind.UNIT, number=Decimal(n)) for word, n in UNITS.items()},
        **{word: Meaning(Kind.SCALE, number=n, indian=word in INDIAN_SCALES) for word, n in SCALES.items()},
        **{phrase: Meaning(Kind.LEADING, qualifier=q) for phrase, q in LEADING_QUALIFIERS.items()},
        **{phrase: Meaning(Kind.TRAILING, qualifier=q) for phrase, q in TRAILING_QUALIFIERS.items()},
        **dict.fromkeys(("between", "from"), Meaning(Kind.BETWEEN)),
        **dict.fromkeys(("to", "or"), Meaning(Kind.TO)),
        **dict.fromkeys(("a", "an"), Meaning(Kind.ARTICLE)),
        "and": Meaning(Kind.AND),
        "half": Meaning(Kind.HALF),
        "point": Meaning(Kind.POINT),
        "-": Meaning(Kind.HYPHEN),
    }
    for qualifier in (Qualifier.UNKNOWN, Qualifier.UNDISCLOSED):
        for phrase in ("", " number", " amount", " quantity", " value", " sum"):
            for article in ("", "an "):
                lexicon[f"{article}{qualifier.value}{phrase}"] = Meaning(Kind.EMPTY, qualifier=qualifier)
    return phrases(lexicon)


def phrases(meanings: Mapping[str, Meaning]) -> dict[tuple[str, ...], Meaning]:
    """A lexicon from phrases whose words are parted by spaces, in the form that the text is compared in."""
    return {tuple(_plain(phrase).casefold().split()): meaning for phrase, meaning in meanings.items()}


END = Token("the end", Meaning(Kind.END))

_LONGEST_PHRASE = 5
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ"), "'")

# Letters carry their combining marks with them, as Devanagari vowels and the dot of crore do; a symbol may
# begin with letters (A$). No alternative can match what another has given back, so the cut is linear.
_TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:[.,'][0-9]+| [0-9]{3}(?![0-9]))*)"
    rf"|(?P<symbol>{'|'.join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True))})"
    r"|(?P<word>(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0903\u093a-\u094f])+)(?P<dot>\.?)"
    r"|(?P<sign>\S)",
    re.IGNORECASE,
)


def _plain(text: str) -> str:
    """One form for what can be written in several ways: digits, dashes, apostrophes, white space."""
    text = unicodedata.normalize("NFC", text).translate(_DASHES).translate(_APOSTROPHES)
    plain = "".join(str(unicodedata.decimal(char, char)) for char in text)
    return " ".join(plain.split()).removesuffix(".")


def _cut(text: str) -> Iterator[tuple[str, bool]]:
    """The text's pieces, each with whether it is a number in digits; a dot after a word is left out."""
    for match in _TOKEN.finditer(text):
        yield match.group("word") or match.group(), match.group("number") is not None


def _merge(pieces: list[tuple[str, bool]], lexicon: Lexicon) -> Iterator[Token]:
    """Join pieces into the longest phrases that the lexicon has."""
    words = [piece.casefold() for piece, _ in pieces]
    at = 0
    while at < len(pieces):
        piece, is_number = pieces[at]
        length, meaning = (
            (1, Meaning(Kind.NUMBER)) if is_number else _longest_phrase(piece, words, at, lexicon)
        )
        yield Token(" ".join(piece for piece, _ in pieces[at : at + length]), meaning)
        at += length


def _longest_phrase(piece: str, words: list[str], at: int, lexicon: Lexicon) -> tuple[int, Meaning]:
    """How many words the phrase at a place has, and its meaning; codes in capitals are found as written."""
    for length in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
        meaning = lexicon.get(tuple(words[at : at + length]))
        if meaning is not None:
            return length, meaning
    return 1, lexicon.get((piece,), Meaning(Kind.OTHER))


def _drop_joining_hyphens(tokens: Iterator[Token]) -> Iterator[Token]:
    """Leave out hyphens that join words ("twenty-four", "5,100-crore"), keep those that part two numbers."""
    found = list(tokens)
    for index, token in enumerate(found):
        before = found[index - 1].kind if index else Kind.END
        after = found[index + 1].kind if index + 1 < len(found) else Kind.END
        joins = (before in _BEFORE_JOIN and after in _AFTER_JOIN) or before is Kind.POINT
        if token.kind is not Kind.HYPHEN or not joins:
            yield token


_BEFORE_JOIN = frozenset({Kind.NUMBER, Kind.UNIT, Kind.SCALE})
_AFTER_JOIN = frozenset({Kind.SCALE, Kind.UNIT, Kind.POINT, Kind.TRAILING})
