"""An archived text with its cited passages marked in place, however they overlap."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from deals.pages.presenters.anchors import passage_anchor
from deals.shelf.document import CitedPassage, SourceDocument

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage with its number on the page, its anchor, and the claims that it supports."""

    number: int
    anchor: str
    quote: str
    checked: bool
    span: Span | None
    supports: list[CitedPassage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, or the start or end of a mark; `edge` where the passage starts or ends, and no cut."""

    kind: Literal["text", "open", "close"]
    text: str = ""
    passage: Passage | None = None
    edge: bool = False


def passages_of(document: SourceDocument) -> list[Passage]:
    """The source's passages in the order of the text, each once, with all that they support."""
    found: dict[str, Passage] = {}
    for cited in sorted(document["passages"], key=_place):
        anchor = passage_anchor(quote=cited["quote"], start=cited["start"], end=cited["end"])
        if anchor not in found:
            found[anchor] = Passage(len(found) + 1, anchor, cited["quote"], cited["checked"], _span(cited))
        found[anchor].supports.append(cited)
    return list(found.values())


def mark(text: str, passages: Iterable[Passage]) -> list[Piece]:
    """The text in pieces whose marks nest: a mark that crosses another's end is cut in two there."""
    pieces: list[Piece] = []
    open_parts: list[_Part] = []
    at = 0
    waiting = [
        _Part(passage.span[0], -passage.span[1], passage.number, passage)
        for passage in passages
        if passage.span
    ]
    heapq.heapify(waiting)
    while waiting or open_parts:
        if open_parts and (not waiting or open_parts[-1].end <= waiting[0].start):
            part = open_parts.pop()
            pieces += [
                Piece("text", text[at : part.end]),
                Piece("close", passage=part.passage, edge=part.is_last),
            ]
            at = max(at, part.end)
            continue
        part = heapq.heappop(waiting)
        if open_parts and part.end > open_parts[-1].end:
            heapq.heappush(waiting, _Part(open_parts[-1].end, part.negative_end, part.number, part.passage))
            part = _Part(part.start, -open_parts[-1].end, part.number, part.passage)
        pieces += [
            Piece("text", text[at : part.start]),
            Piece("open", passage=part.passage, edge=part.is_first),
        ]
        at = max(at, part.start)
        open_parts.append(part)
    pieces.append(Piece("text", text[at:]))
    return [piece for piece in pieces if piece.kind != "text" or piece.text]


@dataclass(frozen=True, slots=True, order=True)
class _Part:
    """A passage, or what is left of it; by start, the longer one first, so that the shorter nests in it."""

    start: int
    negative_end: int
    number: int
    passage: Passage = field(compare=False)

    @property
    def end(self) -> int:
        return -self.negative_end

    @property
    def is_first(self) -> bool:
        return self.passage.span is not None and self.start == self.passage.span[0]

    @property
    def is_last(self) -> bool:
        return self.passage.span is not None and self.end == self.passage.span[1]


def _place(cited: CitedPassage) -> tuple[bool, int, int]:
    return cited["start"] is None, cited["start"] or 0, -(cited["end"] or 0)


def _span(cited: CitedPassage) -> Span | None:
    return None if cited["start"] is None or cited["end"] is None else (cited["start"], cited["end"])
