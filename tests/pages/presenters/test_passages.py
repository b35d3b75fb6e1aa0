"""Cited passages marked in their text."""

from hypothesis import given
from hypothesis import strategies as st

from deals.pages.presenters.passages import mark, passages_of
from tests.pages import documents

TEXT = "abcdefghij"


def marked(*spans, text=TEXT):
    """The text with its marks as brackets: the number at a mark's true start, a bar where one was cut."""
    passages = passages_of({"passages": [documents.passage(text[a:b], start=a, end=b) for a, b in spans]})
    shown = []
    for piece in mark(text, passages):
        name = piece.passage.number if piece.passage and piece.edge else "|"
        shown.append({"text": piece.text, "open": f"[{name}", "close": f"{name}]"}[piece.kind])
    return "".join(shown)


def test_a_passage_is_marked_in_its_place():
    assert marked((2, 5)) == "ab[1cde1]fghij"


def test_passages_side_by_side_stay_apart():
    assert marked((0, 2), (2, 4)) == "[1ab1][2cd2]efghij"


def test_a_passage_within_another_nests():
    assert marked((1, 8), (3, 5)) == "a[1bc[2de2]fgh1]ij"


def test_passages_that_start_together_nest_the_shorter_in_the_longer():
    assert marked((1, 3), (1, 8)) == "a[1[2bc2]defgh1]ij"


def test_a_passage_that_crosses_anothers_end_is_cut_there():
    assert marked((1, 5), (3, 8)) == "a[1bc[2de|]1][|fgh2]ij"


def test_one_passage_that_supports_two_claims_is_one_mark():
    document = {
        "passages": [
            documents.passage("cde", start=2, end=5, claim="item-a"),
            documents.passage("cde", start=2, end=5, claim="value-a"),
        ]
    }

    (passage,) = passages_of(document)

    assert [one["claim"] for one in passage.supports] == ["item-a", "value-a"]


def test_quotes_without_a_place_come_last_and_are_not_marked():
    document = {"passages": [documents.passage("elsewhere"), documents.passage("abc", start=0, end=3)]}

    passages = passages_of(document)

    assert [passage.quote for passage in passages] == ["abc", "elsewhere"]
    assert "".join(piece.text for piece in mark(TEXT, passages)) == TEXT


spans = st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=12))
def test_marks_always_nest_and_the_text_stays_whole(found):
    text = "".join(chr(ord("a") + number % 26) for number in range(60))
    passages = passages_of({"passages": [documents.passage(text[a:b], start=a, end=b) for a, b in found]})
    open_marks, covered, at = [], {passage.anchor: [] for passage in passages}, 0

    for piece in mark(text, passages):
        if piece.kind == "open":
            open_marks.append(piece.passage)
        elif piece.kind == "close":
            assert open_marks.pop() is piece.passage
        else:
            assert text[at : at + len(piece.text)] == piece.text
            for passage in open_marks:
                covered[passage.anchor] += range(at, at + len(piece.text))
            at += len(piece.text)

    assert (at, open_marks) == (len(text), [])
    for passage in passages:
        assert covered[passage.anchor] == list(range(*passage.span))


@given(st.lists(spans, max_size=12))
def test_every_passage_starts_and_ends_once(found):
    passages = passages_of({"passages": [documents.passage("x", start=a, end=b) for a, b in found]})
    pieces = mark("x" * 60, passages)

    for kind in ("open", "close"):
        edges = sorted(piece.passage.number for piece in pieces if piece.kind == kind and piece.edge)
        assert edges == [passage.number for passage in passages]
