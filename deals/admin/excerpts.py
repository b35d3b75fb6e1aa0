"""Where quotes stand in their sources: the archived text around each, read without loading whole texts."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F, IntegerField, Value
from django.db.models.functions import Greatest, Least, Length, Substr

from deals.models import Passage

CONTEXT = 160
"""Characters of the archived text that are shown before and after a quote."""


@dataclass(frozen=True)
class Excerpt:
    """A quote with the words around it; `state` says how sure its place is.

    found: it stands at its offsets; moved: the text has other words there; unchecked: there is an archived
    text, but the quote was never looked up in it; no_text: there is no archived text; row: a register's row,
    which has no words. `waiting`: it was brought as evidence, and no curator has accepted it as such yet.
    """

    passage: Passage
    state: str
    before: str
    after: str
    cut_before: bool
    cut_after: bool
    text_length: int
    waiting: bool = False


def as_evidence(excerpt: Excerpt, *, accepted: bool) -> Excerpt:
    """The excerpt as evidence of one claim: the same passage may be accepted for one and wait for another."""
    return replace(excerpt, waiting=not accepted)


def excerpts(passage_ids: Collection[int]) -> dict[int, Excerpt]:
    """The excerpts of these passages by passage id, in one query."""
    passages = Passage.objects.filter(pk__in=passage_ids).select_related("source").defer("source__text")
    with_context = passages.annotate(
        text_length=Length("source__text"),
        context_before=Substr(
            "source__text", Greatest(F("start") - CONTEXT + 1, Value(1)), Least(F("start"), Value(CONTEXT))
        ),
        words_there=Substr("source__text", F("start") + 1, Length("quote")),
        context_after=Substr("source__text", F("end") + 1, Value(CONTEXT, output_field=IntegerField())),
    )
    return {passage.pk: _excerpt(passage) for passage in with_context}


def _excerpt(passage: Any) -> Excerpt:
    state = _state(passage)
    found = state == "found"
    return Excerpt(
        passage=passage,
        state=state,
        before=passage.context_before if found else "",
        after=passage.context_after if found else "",
        cut_before=found and passage.start > CONTEXT,
        cut_after=found and passage.text_length > passage.end + CONTEXT,
        text_length=passage.text_length,
    )


def _state(passage: Any) -> str:
    if not passage.quote:
        return "row"
    if not passage.text_length:
        return "no_text"
    if not passage.checked:
        return "unchecked"
    return "found" if passage.words_there == passage.quote else "moved"
