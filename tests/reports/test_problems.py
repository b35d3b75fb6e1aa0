"""Problems name file, line, path, what was found and what was expected, and are told once."""

import pytest

from deals.reports.problems import (
    MOST_PROBLEMS,
    Problem,
    ProblemList,
    ReportProblems,
    in_quotes,
    path_in_words,
)


def test_a_problem_reads_as_one_line():
    problem = Problem("a.yaml", 7, "agreements[1].items[0].quantity", '"010"', "a whole number")

    assert str(problem) == 'a.yaml:7: agreements[1].items[0].quantity: found "010"; expected a whole number'


def test_a_problem_of_the_whole_file_has_no_path():
    assert str(Problem("a.yaml", 1, "", "an empty file", "a report")) == (
        "a.yaml:1: found an empty file; expected a report"
    )


def test_problems_are_raised_in_the_order_of_their_lines():
    problems = ProblemList("a.yaml")
    problems.add(("b",), "x", "y", line=2)
    problems.add(("a",), "x", "y", line=1)

    with pytest.raises(ReportProblems) as caught:
        problems.raise_if_any()

    assert str(caught.value) == "a.yaml:1: a: found x; expected y\na.yaml:2: b: found x; expected y"


def test_nothing_is_raised_without_a_problem():
    ProblemList("a.yaml").raise_if_any()


def test_a_file_is_given_up_at_its_thousandth_problem():
    problems = ProblemList("a.yaml")
    for line in range(1, MOST_PROBLEMS):
        problems.add((), "x", "y", line=line)

    with pytest.raises(ReportProblems) as caught:
        problems.add((), "x", "y", line=3)

    assert len(caught.value.problems) == MOST_PROBLEMS + 1
    assert str(caught.value.problems[-1]) == "a.yaml:999: found 1,000 problems, and gave up; expected fewer"


def test_a_place_is_wrong_where_a_problem_is_and_above():
    problems = ProblemList("a.yaml")
    problems.add(("a", 0, "b"), "x", "y", line=1)

    assert problems.wrong_at(("a", 0, "b"))
    assert not problems.wrong_at(("a", 0))
    assert problems.wrong_in(("a", 0))
    assert not problems.wrong_in(("a", 1))
    assert not problems.wrong_in(("a", 0, "b", "c"))


def test_keys_that_are_no_words_are_shown_in_quotes():
    assert path_in_words(("a", "b.c", 2)) == 'a["b.c"][2]'


def test_what_is_invisible_is_shown_by_its_number():
    assert in_quotes("a\u200bb\n") == '"a\\u200bb\\u000a"'


def test_long_text_is_cut():
    assert in_quotes("x" * 81) == '"' + "x" * 80 + '…"'
