"""The words in which reports write numbers and say how exact they are, as data."""

from deals.vocab.codes import Qualifier

_BELOW_TWENTY = (
    "zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, "
    "fifteen, sixteen, seventeen, eighteen, nineteen"
)
_TENS = "twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety"

# Number words below one hundred; hundred and what is above it are scales (see money_words).
UNITS: dict[str, int] = {
    **{word: number for number, word in enumerate(_BELOW_TWENTY.split(", "))},
    **{word: 10 * number for number, word in enumerate(_TENS.split(", "), start=2)},
}

_BEFORE_A_NUMBER: dict[Qualifier, str] = {
    Qualifier.EXACT: "exactly, precisely",
    Qualifier.ABOUT: (
        "about, around, approximately, approx, roughly, some, circa, ca, nearly, almost, close to, "
        "estimated, an estimated, in the region of, ~, ≈, लगभग, करीब, около"
    ),
    Qualifier.AT_LEAST: (
        "at least, over, more than, above, exceeding, in excess of, upwards of, minimum of, a minimum of, "
        "no fewer than, not fewer than, no less than, not less than, >, ≥, > =, более"
    ),
    Qualifier.UP_TO: (
        "up to, upto, at most, no more than, not more than, as many as, as much as, under, below, less than, "
        "fewer than, maximum of, a maximum of, <, ≤, < =, до"
    ),
}
_AFTER_A_NUMBER: dict[Qualifier, str] = {
    Qualifier.ABOUT: "or so",
    Qualifier.AT_LEAST: "or more, plus, +, and above, से अधिक, से ज्यादा",
    Qualifier.UP_TO: "or less, or fewer",
}

# Phrases before a number, and after one, that say how exactly it is meant.
LEADING_QUALIFIERS = {
    phrase: qualifier for qualifier, words in _BEFORE_A_NUMBER.items() for phrase in words.split(", ")
}
TRAILING_QUALIFIERS = {
    phrase: qualifier for qualifier, words in _AFTER_A_NUMBER.items() for phrase in words.split(", ")
}
