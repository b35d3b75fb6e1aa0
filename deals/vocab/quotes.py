"""Finds a verbatim quote in a text, with its offsets.

Plain values only: it knows nothing of sources, passages or files.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

WHITE_SPACE = re.compile(r"\s+")
SHORTEST_TELLING_START = 8
LONGEST_EXTRACT = 60


@dataclass(frozen=True, slots=True)
class Span:
    """Where a quote stands in a text: offsets in characters, `end` is the first character after it."""

    start: int
    end: int


class QuoteNotFound(ValueError):
    """The quote, or its nth occurrence, is not in the text."""


class QuoteOccursOften(ValueError):
    """The quote occurs more than once, and nothing says which occurrence is meant."""


def locate(quote: str, text: str, *, nth: int | None = None) -> Span:
    """The place of one quote in one text; `QuoteFinder` serves many quotes of one text."""
    return QuoteFinder(text).locate(quote, nth=nth)


class QuoteFinder:
    """Finds quotes in one text, which is folded once, so each quote costs one plain search.

    A run of white space counts as one space on both sides, and white space around a quote does not count.
    Occurrences are counted as an editor's "find next" counts them: they do not overlap.
    """

    def __init__(self, text: str) -> None:
        self._folded, self._folded_starts, self._text_starts = _fold(text)

    def locate(self, quote: str, *, nth: int | None = None) -> Span:
        """The offsets of `quote` in the text as it was given, or of its nth occurrence, counted from 1.

        Raises `QuoteNotFound` or `QuoteOccursOften`; their messages say what the text has instead.
        """
        wanted = fold_white_space(quote)
        if not wanted:
            raise QuoteNotFound("an empty quote")
        starts = list(self._occurrences(wanted))
        if not starts:
            raise QuoteNotFound(self._why_missing(wanted))
        if nth is None and len(starts) > 1:
            raise QuoteOccursOften(f"a quote that occurs {len(starts)} times in the text")
        if nth is not None and not 1 <= nth <= len(starts):
            raise QuoteNotFound(f"occurrence {nth} of a quote that occurs {_times(len(starts))} in the text")
        start = starts[(nth or 1) - 1]
        return Span(self._in_text(start), self._in_text(start + len(wanted) - 1) + 1)

    def _occurrences(self, wanted: str) -> Iterator[int]:
        start = self._folded.find(wanted)
        while start >= 0:
            yield start
            start = self._folded.find(wanted, start + len(wanted))

    def _in_text(self, folded_offset: int) -> int:
        """The offset in the text of a character of the folded text."""
        run = bisect_right(self._folded_starts, folded_offset) - 1
        return self._text_starts[run] + folded_offset - self._folded_starts[run]

    def _why_missing(self, wanted: str) -> str:
        """Says how far the text agrees with the quote, found by halving: a prefix's prefix is found too."""
        found, missing = 0, len(wanted)
        while missing - found > 1:
            middle = (found + missing) // 2
            if wanted[:middle] in self._folded:
                found = middle
            else:
                missing = middle
        if found < SHORTEST_TELLING_START:
            return "a quote that is not in the text"
        after = self._folded.find(wanted[:found]) + found
        there = self._folded[after : after + LONGEST_EXTRACT // 2]
        return (
            f'a quote that is not in the text, which has "{_last(wanted[:found])}" and goes on '
            f'"{there}" where the quote goes on "{wanted[found : found + LONGEST_EXTRACT // 2]}"'
        )


def fold_white_space(text: str) -> str:
    """The text with each run of white space as one space, and none around it."""
    return WHITE_SPACE.sub(" ", text).strip()


def _fold(text: str) -> tuple[str, list[int], list[int]]:
    """The folded text and, for each stretch of it, where it starts in the folded text and in the text."""
    pieces: list[str] = []
    folded_starts, text_starts = [0], [0]
    folded_length, done = 0, 0
    for run in WHITE_SPACE.finditer(text):
        pieces += [text[done : run.start()], " "]
        folded_length += run.start() - done + 1
        done = run.end()
        folded_starts.append(folded_length)
        text_starts.append(done)
    pieces.append(text[done:])
    return "".join(pieces), folded_starts, text_starts


def _last(text: str) -> str:
    return text if len(text) <= LONGEST_EXTRACT else "…" + text[-LONGEST_EXTRACT:]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
