"""Quantities: what is read from reports' text, what is refused, and that words read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deals.vocab.codes import Qualifier
from deals.vocab.quantities import (
    MAX_QUANTITY,
    BadQuantity,
    Quantity,
    group_indian,
    parse_quantity,
    quantity_in_words,
)

READ = [
    ("601427", 601_427, 601_427, Qualifier.EXACT),
    ("601,427", 601_427, 601_427, Qualifier.EXACT),
    ("6,01,427", 601_427, 601_427, Qualifier.EXACT),
    ("7,50,000", 750_000, 750_000, Qualifier.EXACT),
    ("1,00,00,000", 10_000_000, 10_000_000, Qualifier.EXACT),
    ("६,०१,४२७", 601_427, 601_427, Qualifier.EXACT),
    ("6,014,427", 6_014_427, 6_014_427, Qualifier.EXACT),
    ("1.234.567", 1_234_567, 1_234_567, Qualifier.EXACT),
    ("1 234 567", 1_234_567, 1_234_567, Qualifier.EXACT),
    ("1'234'567", 1_234_567, 1_234_567, Qualifier.EXACT),
    ("0", 0, 0, Qualifier.EXACT),
    ("exactly 36", 36, 36, Qualifier.EXACT),
    ("5 lakh", 500_000, 500_000, Qualifier.EXACT),
    ("2 crore 50 lakh", 25_000_000, 25_000_000, Qualifier.EXACT),
    ("1.2 million", 1_200_000, 1_200_000, Qualifier.EXACT),
    ("two dozen", 24, 24, Qualifier.EXACT),
    ("a dozen", 12, 12, Qualifier.EXACT),
    ("half a million", 500_000, 500_000, Qualifier.EXACT),
    ("zero", 0, 0, Qualifier.EXACT),
    ("twenty-four", 24, 24, Qualifier.EXACT),
    ("one hundred and twenty four", 124, 124, Qualifier.EXACT),
    ("two hundred fifty thousand", 250_000, 250_000, Qualifier.EXACT),
    ("one million five hundred thousand", 1_500_000, 1_500_000, Qualifier.EXACT),
    ("three thousand and twelve", 3_012, 3_012, Qualifier.EXACT),
    ("nineteen hundred", 1_900, 1_900, Qualifier.EXACT),
    ("three-point-55 million", 3_550_000, 3_550_000, Qualifier.EXACT),
    ("about 20", 20, 20, Qualifier.ABOUT),
    ("around 20", 20, 20, Qualifier.ABOUT),
    ("~20", 20, 20, Qualifier.ABOUT),
    ("20 or so", 20, 20, Qualifier.ABOUT),
    ("Over 5 lakh", 500_000, None, Qualifier.AT_LEAST),
    ("over five lakh", 500_000, None, Qualifier.AT_LEAST),
    ("more than 600,000", 600_000, None, Qualifier.AT_LEAST),
    ("at least 36", 36, None, Qualifier.AT_LEAST),
    ("36 or more", 36, None, Qualifier.AT_LEAST),
    ("36+", 36, None, Qualifier.AT_LEAST),
    (">= 36", 36, None, Qualifier.AT_LEAST),
    ("5 लाख से अधिक", 500_000, None, Qualifier.AT_LEAST),
    ("up to 36", None, 36, Qualifier.UP_TO),
    ("as many as 36", None, 36, Qualifier.UP_TO),
    ("fewer than 36", None, 36, Qualifier.UP_TO),
    ("20-24", 20, 24, Qualifier.RANGE),
    ("20\N{EN DASH}24", 20, 24, Qualifier.RANGE),
    ("20 to 24", 20, 24, Qualifier.RANGE),
    ("four or five", 4, 5, Qualifier.RANGE),
    ("between 20 and 24", 20, 24, Qualifier.RANGE),
    ("from 20 to 24", 20, 24, Qualifier.RANGE),
    ("about 20 to 24", 20, 24, Qualifier.RANGE),
    ("between one hundred and two hundred", 100, 200, Qualifier.RANGE),
    ("5-6 lakh", 500_000, 600_000, Qualifier.RANGE),
    ("5,000 to 7,000 crore", 50_000_000_000, 70_000_000_000, Qualifier.RANGE),
    ("50,000 to 1 lakh", 50_000, 100_000, Qualifier.RANGE),
    ("900,000,000,000 to 1.2 trillion", 900_000_000_000, 1_200_000_000_000, Qualifier.RANGE),
    ("unknown", None, None, Qualifier.UNKNOWN),
    ("an undisclosed number", None, None, Qualifier.UNDISCLOSED),
]
REFUSED = [
    ("", "found nothing, expected a number"),
    ("many", "found 'many', expected a number"),
    ("dozens", "found 'dozens', expected a number"),
    ("lakh", "found 'lakh', expected a number"),
    ("-5", "found '-', expected a number"),
    ("up to -5", "found '-', expected a number"),
    ("over", "found nothing more, expected a number"),
    ("36 aircraft", "found 'aircraft', expected the end"),
    ("5\N{SUPERSCRIPT TWO}", "found '²', expected the end"),
    ("5-7-9", "found '-', expected the end"),
    ("twenty thirty", "found 'thirty', expected the end"),
    ("$5", "found '$', expected a number"),
    ("between 20", "found nothing more, expected a second number"),
    ("over 5 or more", "found both 'over' and 'or more', expected one of them"),
    ("up to 20-24", "found 'up to' with two numbers, expected one number"),
    ("24-20", "found '24' before '20', expected the lower number first"),
    ("500 to 1.2 million", "found '500' before '1.2 million', expected the lower number first"),
    ("5 thousand 3 million", "found '3 million' after '5 thousand', expected a smaller number"),
    ("1,2,3", "found '1,2,3', expected digits in groups such as 601,427 or 6,01,427"),
    ("1.234,567.8", "found '1.234,567.8', expected digits in groups such as 601,427 or 6,01,427"),
    ("5.000", "found '5.000', which can be read in two ways, expected another notation"),
    ("5,12", "found '5,12', which can be read in two ways, expected another notation"),
    ("50,00 lakh", "found '50,00 lakh', which can be read in two ways, expected another notation"),
    ("5.5 point 5", "found '5.5' and 'point', expected whole numbers on both sides"),
    ("5.5", "found 5.5, expected a whole number"),
    ("2 million billion", "found 2,000,000,000,000,000, expected at most 1,000,000,000,000,000"),
    ("2 million trillion", "found '2 million trillion', expected at most 10^18"),
    ("9" * 61, "found a number of 61 digits, expected at most 60"),
    ("9" * 201, "found 201 characters, expected at most 200"),
]
WORDS = [
    (601_427, 601_427, Qualifier.EXACT, "601,427"),
    (0, 0, Qualifier.EXACT, "0"),
    (20, 20, Qualifier.ABOUT, "about 20"),
    (500_000, None, Qualifier.AT_LEAST, "more than 500,000"),
    (None, 36, Qualifier.UP_TO, "up to 36"),
    (20, 24, Qualifier.RANGE, "20 to 24"),
    (None, None, Qualifier.UNDISCLOSED, "undisclosed number"),
    (None, None, Qualifier.UNKNOWN, "unknown number"),
]

numbers = st.integers(min_value=0, max_value=MAX_QUANTITY)
quantities = st.one_of(
    st.builds(lambda n, q: (n, n, q), numbers, st.sampled_from([Qualifier.EXACT, Qualifier.ABOUT])),
    numbers.map(lambda n: (n, None, Qualifier.AT_LEAST)),
    numbers.map(lambda n: (None, n, Qualifier.UP_TO)),
    st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair), Qualifier.RANGE)),
    st.sampled_from([Qualifier.UNKNOWN, Qualifier.UNDISCLOSED]).map(lambda q: (None, None, q)),
)
WORDS_OF_FIGURES = [
    *("5", "20", "1.2", "6,01,427", "lakh", "crore", "million", "dozen", "hundred", "point", "and"),
    *("to", "-", "between", "from", "up", "over", "more", "than", "or", "about", "a", "half"),
    *("twenty", "four", "undisclosed", "number", "plus", "+", ",", ".", "'", "करोड़", "½", ""),
]


@pytest.mark.parametrize(("text", "low", "high", "qualifier"), READ)
def test_reads(text, low, high, qualifier):
    assert parse_quantity(text) == Quantity(low, high, qualifier, reported=text)


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_refuses_in_words(text, message):
    with pytest.raises(BadQuantity) as caught:
        parse_quantity(text)

    assert str(caught.value) == message


def test_reported_is_the_text_without_white_space_around_it():
    assert parse_quantity(" 6,01,427\n").reported == "6,01,427"


@pytest.mark.parametrize(("low", "high", "qualifier", "words"), WORDS)
def test_words(low, high, qualifier, words):
    assert quantity_in_words(low, high, qualifier) == words


def test_indian_grouping():
    assert [group_indian(number) for number in (0, 999, 1_000, 601_427, 10_000_000)] == [
        "0",
        "999",
        "1,000",
        "6,01,427",
        "1,00,00,000",
    ]


@given(quantities)
def test_words_read_back(quantity):
    parsed = parse_quantity(quantity_in_words(*quantity))

    assert (parsed.low, parsed.high, parsed.qualifier) == quantity


@given(numbers)
def test_indian_grouping_reads_back(number):
    assert parse_quantity(group_indian(number)).low == number


@given(
    st.one_of(st.text(max_size=250), st.lists(st.sampled_from(WORDS_OF_FIGURES), max_size=12).map(" ".join))
)
def test_any_text_is_read_or_refused_by_name(text):
    try:
        parsed = parse_quantity(text)
    except BadQuantity:
        return
    has_no_number = parsed.qualifier in {Qualifier.UNKNOWN, Qualifier.UNDISCLOSED}
    assert (parsed.low is None) == (has_no_number or parsed.qualifier is Qualifier.UP_TO)
    assert (parsed.high is None) == (has_no_number or parsed.qualifier is Qualifier.AT_LEAST)
    assert parsed.low is None or parsed.high is None or parsed.low <= parsed.high


def test_length_is_checked_before_anything_is_read():
    with pytest.raises(BadQuantity, match="found 10000000 characters, expected at most 200"):
        parse_quantity("1,2" * 3_333_333 + "4")
