"""Money: what is read from reports' text, what is refused, and that words read back."""

from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from deals.vocab.codes import Qualifier
from deals.vocab.money import (
    BadMoney,
    Money,
    currency_codes,
    in_crore,
    money_in_words,
    money_short,
    parse_money,
)

READ = [
    ("USD 5 billion", "5e9", "5e9", Qualifier.EXACT, "USD"),
    ("$5 bn", "5e9", "5e9", Qualifier.EXACT, "USD"),
    ("US$5.43bn", "5.43e9", "5.43e9", Qualifier.EXACT, "USD"),
    ("US $5 billion", "5e9", "5e9", Qualifier.EXACT, "USD"),
    ("5 billion U.S. dollars", "5e9", "5e9", Qualifier.EXACT, "USD"),
    ("$5 billion USD", "5e9", "5e9", Qualifier.EXACT, "USD"),
    ("three-point-55 billion dollars", "3.55e9", "3.55e9", Qualifier.EXACT, "USD"),
    ("half a billion dollars", "5e8", "5e8", Qualifier.EXACT, "USD"),
    ("$1,234.50", "1234.50", "1234.50", Qualifier.EXACT, "USD"),
    ("$5b", "5e9", "5e9", Qualifier.EXACT, "USD"),
    ("$500k", "5e5", "5e5", Qualifier.EXACT, "USD"),
    ("$500 thousand", "5e5", "5e5", Qualifier.EXACT, "USD"),
    ("$790 mn", "7.9e8", "7.9e8", Qualifier.EXACT, "USD"),
    ("Rs 5000 crore", "5e10", "5e10", Qualifier.EXACT, "INR"),
    ("Rs. 5,000 crore", "5e10", "5e10", Qualifier.EXACT, "INR"),
    ("Rs.5000 crores", "5e10", "5e10", Qualifier.EXACT, "INR"),
    ("Rs 40,000 crore", "4e11", "4e11", Qualifier.EXACT, "INR"),
    ("Rs 2 crore 50 lakh", "2.5e7", "2.5e7", Qualifier.EXACT, "INR"),
    ("Rs 5 lakh crore", "5e12", "5e12", Qualifier.EXACT, "INR"),
    ("₹39,000 crore", "3.9e11", "3.9e11", Qualifier.EXACT, "INR"),
    ("39,000 crore rupees", "3.9e11", "3.9e11", Qualifier.EXACT, "INR"),
    ("INR390 billion", "3.9e11", "3.9e11", Qualifier.EXACT, "INR"),
    ("5,100 crore", "5.1e10", "5.1e10", Qualifier.EXACT, "INR"),
    ("5,100-crore", "5.1e10", "5.1e10", Qualifier.EXACT, "INR"),
    ("5,124 करोड़", "5.124e10", "5.124e10", Qualifier.EXACT, "INR"),
    ("५,१२४ करोड़ रुपये", "5.124e10", "5.124e10", Qualifier.EXACT, "INR"),
    ("5 billion Pakistani rupees", "5e9", "5e9", Qualifier.EXACT, "PKR"),
    ("EUR821 m", "8.21e8", "8.21e8", Qualifier.EXACT, "EUR"),
    ("381,1 million €", "3.811e8", "3.811e8", Qualifier.EXACT, "EUR"),
    ("€1.234.567,89", "1234567.89", "1234567.89", Qualifier.EXACT, "EUR"),
    ("€1 050 million", "1.05e9", "1.05e9", Qualifier.EXACT, "EUR"),
    ("eur 5m", "5e6", "5e6", Qualifier.EXACT, "EUR"),
    ("£1'234.50", "1234.50", "1234.50", Qualifier.EXACT, "GBP"),
    ("PLN 17bn", "1.7e10", "1.7e10", Qualifier.EXACT, "PLN"),
    ("17 mld zł", "1.7e10", "1.7e10", Qualifier.EXACT, "PLN"),
    ("1.2 trillion won", "1.2e12", "1.2e12", Qualifier.EXACT, "KRW"),
    ("254 billion yen", "2.54e11", "2.54e11", Qualifier.EXACT, "JPY"),
    ("59.7 billion Czech crowns", "5.97e10", "5.97e10", Qualifier.EXACT, "CZK"),
    ("5 billion Danish kroner", "5e9", "5e9", Qualifier.EXACT, "DKK"),
    ("5 billion Norwegian crowns", "5e9", "5e9", Qualifier.EXACT, "NOK"),
    ("5 billion Swedish kronor", "5e9", "5e9", Qualifier.EXACT, "SEK"),
    ("PHP18.9 billion", "1.89e10", "1.89e10", Qualifier.EXACT, "PHP"),
    ("Php18.9bn", "1.89e10", "1.89e10", Qualifier.EXACT, "PHP"),
    ("2 billion Mexican pesos", "2e9", "2e9", Qualifier.EXACT, "MXN"),
    ("3 billion baht", "3e9", "3e9", Qualifier.EXACT, "THB"),
    ("100 million roubles", "1e8", "1e8", Qualifier.EXACT, "RUB"),
    ("100 million rubles", "1e8", "1e8", Qualifier.EXACT, "RUB"),
    ("120 млрд руб.", "1.2e11", "1.2e11", Qualifier.EXACT, "RUB"),
    ("1 billion UAE dirhams", "1e9", "1e9", Qualifier.EXACT, "AED"),
    ("3 billion Saudi riyals", "3e9", "3e9", Qualifier.EXACT, "SAR"),
    ("CN¥5 billion", "5e9", "5e9", Qualifier.EXACT, "CNY"),
    ("Hong Kong dollars 5 million", "5e6", "5e6", Qualifier.EXACT, "HKD"),
    ("5 million New Zealand dollars", "5e6", "5e6", Qualifier.EXACT, "NZD"),
    ("C$5m", "5e6", "5e6", Qualifier.EXACT, "CAD"),
    ("NZ$5m", "5e6", "5e6", Qualifier.EXACT, "NZD"),
    ("S$5m", "5e6", "5e6", Qualifier.EXACT, "SGD"),
    ("HK$5m", "5e6", "5e6", Qualifier.EXACT, "HKD"),
    ("NT$5m", "5e6", "5e6", Qualifier.EXACT, "TWD"),
    ("TRY 5 million", "5e6", "5e6", Qualifier.EXACT, "TRY"),
    ("more than $5 billion", "5e9", None, Qualifier.AT_LEAST, "USD"),
    ("$5 billion+", "5e9", None, Qualifier.AT_LEAST, "USD"),
    ("up to $950 million", None, "9.5e8", Qualifier.UP_TO, "USD"),
    ("around Rs 5000 cr", "5e10", "5e10", Qualifier.ABOUT, "INR"),
    ("$670-750 m", "6.7e8", "7.5e8", Qualifier.RANGE, "USD"),
    ("$670m-$750m", "6.7e8", "7.5e8", Qualifier.RANGE, "USD"),
    ("between $670 million and $1.2 billion", "6.7e8", "1.2e9", Qualifier.RANGE, "USD"),
    ("A$5-7 billion", "5e9", "7e9", Qualifier.RANGE, "AUD"),
    ("undisclosed amount", None, None, Qualifier.UNDISCLOSED, ""),
]
REFUSED = [
    ("", "found nothing, expected a number"),
    ("$", "found nothing more, expected a number"),
    ("5 billion", "found no currency, expected one such as USD, $ or rupees"),
    ("try 5 million", "found 'try', expected a number"),
    ("$5.43 billion (Rs 40,000 crore)", "found '(', expected the end"),
    ("$5 to €7 billion", "found two currencies, USD and EUR, expected one"),
    ("$-5", "found '-', expected a number"),
    (
        "5 billion kroner",
        "found 'kroner', which can be CZK, SEK, DKK, NOK, ISK, expected the country's name before it",
    ),
    (
        "5 billion crowns",
        "found 'crowns', which can be CZK, SEK, DKK, NOK, ISK, expected the country's name before it",
    ),
    ("1 billion dirhams", "found 'dirhams', which can be AED, MAD, expected the country's name before it"),
    ("¥254 billion", "found '¥', which can be JPY, CNY, expected the country's name before it"),
    ("€5.000", "found '5.000', which can be read in two ways, expected another notation"),
    ("Rs 50,00 crore", "found '50,00 crore', which can be read in two ways, expected another notation"),
    ("$0.001", "found 0.001, expected at most two decimals"),
    ("$2 million trillion", "found '2 million trillion', expected at most 10^18"),
    ("$" + "9" * 61, "found a number of 61 digits, expected at most 60"),
    ("$" + "9" * 200, "found 201 characters, expected at most 200"),
]
WORDS = [
    ("5e9", "5e9", Qualifier.EXACT, "USD", "$5 billion", "$5 bn"),
    ("5e10", "5e10", Qualifier.ABOUT, "INR", "about ₹50 billion", "about INR 50 bn"),
    ("3.9e11", "3.9e11", Qualifier.EXACT, "INR", "₹390 billion", "INR 390 bn"),
    ("5e9", None, Qualifier.AT_LEAST, "USD", "more than $5 billion", "over $5 bn"),
    (None, "9.5e8", Qualifier.UP_TO, "USD", "up to $950 million", "up to $950 m"),
    ("6.7e8", "7.5e8", Qualifier.RANGE, "USD", "$670 million to $750 million", "$670 m to $750 m"),
    ("5", "7e9", Qualifier.RANGE, "USD", "$5 to $7,000,000,000", "$5 to $7,000,000,000"),
    ("1.7e10", "1.7e10", Qualifier.EXACT, "PLN", "PLN 17 billion", "PLN 17 bn"),
    ("1.2e12", "1.2e12", Qualifier.EXACT, "KRW", "KRW 1.2 trillion", "KRW 1.2 tn"),
    ("4569612345678", "4569612345678", Qualifier.EXACT, "EUR", "€4,569,612,345,678", "€4,569,612,345,678"),
    ("1234.5", "1234.5", Qualifier.EXACT, "GBP", "£1,234.50", "£1,234.50"),
    ("5e9", "5e9", Qualifier.EXACT, "", "5 billion", "5 bn"),
    (None, None, Qualifier.UNKNOWN, "", "unknown amount", "unknown amount"),
    (None, None, Qualifier.UNDISCLOSED, "USD", "undisclosed amount", "undisclosed amount"),
]

amounts = st.one_of(
    st.decimals(min_value=0, max_value=10**18, places=2),
    st.builds(lambda n, power: Decimal(n) * 10**power, st.integers(0, 99_999), st.integers(0, 12)),
)
currencies = st.sampled_from(sorted(currency_codes()))
monies = st.one_of(
    st.builds(lambda n, q: (n, n, q), amounts, st.sampled_from([Qualifier.EXACT, Qualifier.ABOUT])),
    amounts.map(lambda n: (n, None, Qualifier.AT_LEAST)),
    amounts.map(lambda n: (None, n, Qualifier.UP_TO)),
    st.tuples(amounts, amounts).map(lambda pair: (min(pair), max(pair), Qualifier.RANGE)),
)
WORDS_OF_MONEY = [
    *("5", "20", "1.2", "381,1", "6,01,427", "$", "A$", "₹", "Rs", "Rs.", "USD", "kroner", "Czech"),
    *("crowns", "lakh", "crore", "m", "bn", "billion", "and", "to", "-", "between", "up", "over"),
    *("more", "than", "or", "about", "a", "half", "twenty", "undisclosed", "amount", "करोड़", "(", ""),
]


def number(text):
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(("text", "low", "high", "qualifier", "currency"), READ)
def test_reads(text, low, high, qualifier, currency):
    assert parse_money(text) == Money(number(low), number(high), qualifier, currency, reported=text)


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_refuses_in_words(text, message):
    with pytest.raises(BadMoney) as caught:
        parse_money(text)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "default", "currency"),
    [
        ("5 billion", "EUR", "EUR"),
        ("5 billion kroner", "NOK", "NOK"),
        ("1 billion dirhams", "AED", "AED"),
        ("¥254 billion", "JPY", "JPY"),
        ("5,000 crore", "PKR", "PKR"),
        ("5,000 crore", "USD", "INR"),
        ("$5 billion", "AUD", "USD"),
        ("undisclosed amount", "USD", "USD"),
    ],
)
def test_default_currency_fills_in_only_what_the_text_leaves_open(text, default, currency):
    assert parse_money(text, default_currency=default).currency == currency


def test_default_currency_that_the_word_cannot_mean_does_not_help():
    with pytest.raises(BadMoney, match="found 'kroner', which can be CZK, SEK, DKK, NOK, ISK"):
        parse_money("5 billion kroner", default_currency="INR")


def test_equal_amounts_are_written_alike():
    assert [str(parse_money(text).low) for text in ("$5.430 bn", "$5,430 m", "$12.50", "$12.5")] == [
        "5430000000",
        "5430000000",
        "12.50",
        "12.50",
    ]


@pytest.mark.parametrize(("low", "high", "qualifier", "currency", "words", "short"), WORDS)
def test_words(low, high, qualifier, currency, words, short):
    assert money_in_words(number(low), number(high), qualifier, currency) == words
    assert money_short(number(low), number(high), qualifier, currency) == short


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("390000000000", "39,000 crore"),
        ("51240000000", "5,124 crore"),
        ("5000000000000", "5,00,000 crore"),
        ("25000000", "2.5 crore"),
        ("500000", "5 lakh"),
        ("99999", "99,999"),
        ("12345678.91", "1.234567891 crore"),
        ("0", "0"),
    ],
)
def test_rupees_in_indian_notation(amount, words):
    assert in_crore(Decimal(amount)) == words


@pytest.mark.parametrize("in_words", [money_in_words, money_short])
@given(money=monies, currency=currencies)
def test_words_read_back(in_words, money, currency):
    parsed = parse_money(in_words(*money, currency))

    assert (parsed.low, parsed.high, parsed.qualifier, parsed.currency) == (*money, currency)


@given(amounts)
def test_indian_notation_reads_back(amount):
    assert parse_money(f"₹{in_crore(amount)}").low == amount


@given(st.one_of(st.text(max_size=250), st.lists(st.sampled_from(WORDS_OF_MONEY), max_size=12).map(" ".join)))
def test_any_text_is_read_or_refused_by_name(text):
    try:
        parsed = parse_money(text)
    except BadMoney:
        return
    assert parsed.low is None or parsed.high is None or 0 <= parsed.low <= parsed.high
    assert parsed.currency in Locale("en").currencies or (parsed.low is None and parsed.high is None)


def test_length_is_checked_before_anything_is_read():
    with pytest.raises(BadMoney, match="found 10000000 characters, expected at most 200"):
        parse_money("$5 to " * 1_666_666 + "1234")
