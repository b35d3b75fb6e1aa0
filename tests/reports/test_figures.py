"""A number and its qualifier become two ends, or are refused when they contradict each other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deals.reports.figures import BadFigure, read_figure, write_figure
from deals.reports.report_file import Figure
from deals.vocab.codes import KindOfEmpty, Qualifier

D = Decimal


@pytest.mark.parametrize(
    ("number", "qualifier", "expected"),
    [
        (5, None, Figure(D(5), D(5), Qualifier.EXACT)),
        (0, None, Figure(D(0), D(0), Qualifier.EXACT)),
        (5, "about", Figure(D(5), D(5), Qualifier.ABOUT)),
        (5, "at_least", Figure(D(5), None, Qualifier.AT_LEAST)),
        (5, "up_to", Figure(None, D(5), Qualifier.UP_TO)),
        ({"low": 5, "high": 7}, None, Figure(D(5), D(7), Qualifier.RANGE)),
        ({"low": 5, "high": 7}, "range", Figure(D(5), D(7), Qualifier.RANGE)),
        ({"low": 5, "high": 7}, "about", Figure(D(5), D(7), Qualifier.ABOUT)),
        ({"low": 5, "high": 5}, None, Figure(D(5), D(5), Qualifier.EXACT)),
        ({"low": 5}, None, Figure(D(5), None, Qualifier.AT_LEAST)),
        ({"low": 5}, "at_least", Figure(D(5), None, Qualifier.AT_LEAST)),
        ({"high": 5}, None, Figure(None, D(5), Qualifier.UP_TO)),
        ({"high": 5}, "up_to", Figure(None, D(5), Qualifier.UP_TO)),
        (None, None, Figure()),
        (None, "unknown", Figure(None, None, Qualifier.UNKNOWN, KindOfEmpty.UNKNOWN)),
        ("unknown", None, Figure(None, None, Qualifier.UNKNOWN, KindOfEmpty.UNKNOWN)),
        ("undisclosed", None, Figure(None, None, Qualifier.UNDISCLOSED, KindOfEmpty.UNDISCLOSED)),
        (None, "undisclosed", Figure(None, None, Qualifier.UNDISCLOSED, KindOfEmpty.UNDISCLOSED)),
        ("not_yet", None, Figure(None, None, Qualifier.UNKNOWN, KindOfEmpty.NOT_YET)),
        ("not_applicable", "unknown", Figure(None, None, Qualifier.UNKNOWN, KindOfEmpty.NOT_APPLICABLE)),
    ],
)
def test_a_number_and_its_qualifier_are_read(number, qualifier, expected):
    assert read_figure(number, qualifier) == expected


@pytest.mark.parametrize(
    ("number", "qualifier", "message"),
    [
        ({"low": 7, "high": 5}, None, "found low 7 above high 5; expected low at most as great as high"),
        (
            {"low": 5, "high": 7},
            "exact",
            "found low 5 and high 7 with the qualifier exact; expected one number",
        ),
        (
            {"low": 5},
            "about",
            "found low 5 with the qualifier about; expected one number, or both low and high",
        ),
        (5, "range", "found 5 with the qualifier range; expected low and high, which differ"),
        (
            {"low": 5, "high": 7},
            "at_least",
            "found low 5 and high 7 with the qualifier at_least; expected low alone",
        ),
        ({"high": 7}, "at_least", "found high 7 with the qualifier at_least; expected low alone"),
        ({"low": 5}, "up_to", "found low 5 with the qualifier up_to; expected high alone"),
        (5, "unknown", "found 5 with the qualifier unknown; expected no number"),
        (5, "undisclosed", "found 5 with the qualifier undisclosed; expected no number"),
        (None, "exact", "found no number with the qualifier exact; expected one number"),
        ("unknown", "up_to", 'found "unknown" with the qualifier up_to; expected high alone'),
        (
            "unknown",
            "undisclosed",
            'found "unknown" with the qualifier undisclosed; expected the qualifier unknown',
        ),
        (D("1.234"), None, "found 1.234; expected at most two decimals"),
    ],
)
def test_what_contradicts_itself_is_refused(number, qualifier, message):
    with pytest.raises(BadFigure) as caught:
        read_figure(number, qualifier)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (Figure(D(5), D(5), Qualifier.EXACT), (5, None)),
        (Figure(D(5), D(5), Qualifier.ABOUT), (5, "about")),
        (Figure(D(5), None, Qualifier.AT_LEAST), (5, "at_least")),
        (Figure(None, D("5.5"), Qualifier.UP_TO), (D("5.50"), "up_to")),
        (Figure(D(5), D(7), Qualifier.RANGE), ({"low": 5, "high": 7}, None)),
        (Figure(D(5), D(7), Qualifier.ABOUT), ({"low": 5, "high": 7}, "about")),
        (Figure(), (None, None)),
        (Figure(empty=KindOfEmpty.NOT_YET), ("not_yet", None)),
    ],
)
def test_a_figure_is_written_in_the_shortest_way(figure, written):
    assert write_figure(figure) == written


AMOUNTS = st.integers(0, 10**20 - 1).map(lambda cents: Decimal(cents) / 100)


@given(
    AMOUNTS
    | st.fixed_dictionaries({}, optional={"low": AMOUNTS, "high": AMOUNTS})
    | st.sampled_from(KindOfEmpty.values),
    st.none() | st.sampled_from(Qualifier.values),
)
def test_what_is_written_reads_as_the_same_figure(number, qualifier):
    if number == {}:
        number = None
    try:
        figure = read_figure(number, qualifier)
    except BadFigure:
        return

    assert read_figure(*write_figure(figure)) == figure
