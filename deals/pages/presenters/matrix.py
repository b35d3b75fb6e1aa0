"""Who says what: the sources of a deal as rows, what each says of date, number and price as columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from deals.pages.presenters.words import dollar_words, item_words, label, lowered, source_name, value_words
from deals.shelf.document import (
    CitedSource,
    DealDocument,
    PublicClaim,
    PublicMilestone,
    PublicValue,
)
from deals.vocab.codes import MilestoneKind, ValueKind


@dataclass(frozen=True, slots=True)
class Entry:
    """What one source says in one cell, with the verdict on it."""

    text: str
    status: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One source and what it says; an empty cell means that it does not say."""

    number: int
    name: str
    signed: list[Entry] = field(default_factory=list)
    quantity: list[Entry] = field(default_factory=list)
    value: list[Entry] = field(default_factory=list)
    dollars: list[Entry] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        """Whether any of the columns is stated."""
        return bool(self.signed or self.quantity or self.value)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows, newest source last, and how many further sources say nothing on any of the columns."""

    rows: list[Row]
    silent: int


def who_says_what(document: DealDocument) -> Matrix:
    """The matrix of a deal's sources."""
    rows = [_row(document, source) for source in sorted(document["sources"], key=_age)]
    stating = [row for row in rows if row.says_something]
    return Matrix(rows=stating, silent=len(rows) - len(stating))


def _age(source: CitedSource) -> tuple[str, int]:
    """Sorts sources by the last day they can be of, undated ones first: nothing says that they are new."""
    published = source["published"]
    return (published["latest"] or published["earliest"] or "") if published else "", source["number"]


def _row(document: DealDocument, source: CitedSource) -> Row:
    signatures = [step for step in document["milestones"] if step["kind"] == MilestoneKind.SIGNATURE]
    items, values = document["items"], document["values"]
    several = len({item["system"]["id"] for item in items}) > 1
    return Row(
        number=source["number"],
        name=source_name(source),
        signed=_entries(source, signatures, _signature),
        quantity=_entries(source, items, lambda item: (item_words(item, items, named=several), item["part"])),
        value=_entries(source, values, _value),
        dollars=_entries(source, _own_dollars(source, values), _dollars),
    )


def _entries(
    source: CitedSource, claims: Sequence[PublicClaim], words: Callable[[Any], tuple[str, str]]
) -> list[Entry]:
    entries = []
    for claim in claims:
        text, detail = words(claim)
        if text and _says(source, claim):
            entries.append(Entry(text, claim["status"], detail))
    return entries


def _says(source: CitedSource, claim: PublicClaim) -> bool:
    return any(evidence["source"] == source["id"] for evidence in claim["evidence"])


def _own_dollars(source: CitedSource, values: list[PublicValue]) -> list[PublicValue]:
    """The values that give the source's dollars: without those that it expresses in dollars itself."""
    said = [value for value in values if _says(source, value)]
    in_dollars = [value for value in said if value["currency"] == "USD"]
    expressed = {value["equivalent_to"] for value in in_dollars} | {
        value["claim"]
        for value in said
        if value["equivalent_to"] in {dollars["claim"] for dollars in in_dollars}
    }
    return [value for value in said if value["currency"] == "USD" or value["claim"] not in expressed]


def _signature(step: PublicMilestone) -> tuple[str, str]:
    return (step["date"]["text"] if step["date"] else "signed, date not stated"), ""


def _value(value: PublicValue) -> tuple[str, str]:
    kind = "" if value["kind"] == ValueKind.CONTRACT_VALUE else lowered(label(ValueKind, value["kind"]))
    return value_words(value), ", ".join(part for part in (value["indian"], kind) if part)


def _dollars(value: PublicValue) -> tuple[str, str]:
    usd = value["usd"]
    if value["currency"] != "USD" and usd["basis"] == "reported":
        return dollar_words(value), "as another source puts it"
    return dollar_words(value), f"{usd['year']} rate" if usd["basis"] == "converted" else ""
