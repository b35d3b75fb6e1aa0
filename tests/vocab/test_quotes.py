"""Quotes are found where they stand, white space apart, and a miss says how far the text agrees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deals.vocab.quotes import QuoteFinder, QuoteNotFound, QuoteOccursOften, Span, fold_white_space, locate

TEXT = "Five  units\n\tof the Falcon. Five units are not five launchers."


def test_a_quote_is_found_with_its_offsets():
    span = locate("of the Falcon", TEXT)

    assert TEXT[span.start : span.end] == "of the Falcon"


def test_a_run_of_white_space_counts_as_one_space_on_both_sides():
    span = locate(" units  of\nthe ", TEXT)

    assert TEXT[span.start : span.end] == "units\n\tof the"


def test_white_space_before_the_first_word_of_the_text_moves_the_offsets():
    assert locate("Falcon", " \n Falcon") == Span(3, 9)


def test_the_second_occurrence_is_found_by_its_number():
    span = locate("Five units", TEXT, nth=2)

    assert span == Span(28, 38)


def test_an_ambiguous_quote_is_refused():
    with pytest.raises(QuoteOccursOften) as caught:
        locate("Five units", TEXT)

    assert str(caught.value) == "a quote that occurs 2 times in the text"


def test_an_occurrence_beyond_the_last_is_refused():
    with pytest.raises(QuoteNotFound) as caught:
        locate("Five units", TEXT, nth=3)

    assert str(caught.value) == "occurrence 3 of a quote that occurs 2 times in the text"


def test_the_zeroth_occurrence_is_refused():
    with pytest.raises(QuoteNotFound) as caught:
        locate("Falcon", TEXT, nth=0)

    assert str(caught.value) == "occurrence 0 of a quote that occurs once in the text"


def test_occurrences_do_not_overlap():
    with pytest.raises(QuoteOccursOften) as caught:
        locate("abab", "ababab abab")

    assert str(caught.value) == "a quote that occurs 2 times in the text"


def test_an_empty_quote_is_refused():
    with pytest.raises(QuoteNotFound) as caught:
        locate(" \n", TEXT)

    assert str(caught.value) == "an empty quote"


def test_a_miss_says_where_the_text_goes_on_differently():
    with pytest.raises(QuoteNotFound) as caught:
        locate("units of the Eagle", TEXT)

    assert str(caught.value) == (
        'a quote that is not in the text, which has "units of the " and goes on '
        '"Falcon. Five units are not fiv" where the quote goes on "Eagle"'
    )


def test_a_miss_from_the_start_says_no_more():
    with pytest.raises(QuoteNotFound) as caught:
        locate("Six launchers", TEXT)

    assert str(caught.value) == "a quote that is not in the text"


@given(st.text(alphabet="ab \n\t\u3000é", max_size=40), st.data())
def test_every_piece_of_a_text_is_found_at_one_of_its_places(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    finder = QuoteFinder(text)

    try:
        span = finder.locate(quote)
    except QuoteOccursOften:
        span = finder.locate(quote, nth=2)
    except QuoteNotFound:
        assert not quote.strip()
        return

    assert fold_white_space(text[span.start : span.end]) == fold_white_space(quote)
    assert not text[span.start : span.end][0].isspace()
    assert not text[span.start : span.end][-1].isspace()


@given(st.text(max_size=60), st.text(max_size=20), st.none() | st.integers(-2, 5))
def test_any_quote_of_any_text_is_found_or_refused(text, quote, nth):
    try:
        span = locate(quote, text, nth=nth)
    except (QuoteNotFound, QuoteOccursOften):
        return

    assert fold_white_space(text[span.start : span.end]) == fold_white_space(quote)
