"""Claims of a deal as rows of its tables: each with the words that templates cannot make of it."""

from dataclasses import dataclass

from deals.pages.presenters.headline import spread_words
from deals.pages.presenters.words import delivery_words, dollar_words, rate_words
from deals.shelf.document import DealDocument, Disagreement, PublicMilestone, PublicValue
from deals.vocab.codes import ValueKind


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value, its dollar figure, and how that came about."""

    value: PublicValue
    dollars: str
    rate: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A milestone and what it handed over."""

    step: PublicMilestone
    delivery: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that sources differ on, and how far apart they are."""

    dispute: Disagreement
    spread: str


def value_rows(document: DealDocument) -> list[ValueRow]:
    """The deal's values: accepted ones and the contract's first, each with its other expressions below it."""
    roots = sorted((value for value in document["values"] if value["equivalent_to"] is None), key=_rank)
    known = {value["claim"] for value in roots}
    # An expression of a value that is not public stands for itself.
    stray = [
        value
        for value in document["values"]
        if value["equivalent_to"] and value["equivalent_to"] not in known
    ]
    ordered = [
        value
        for root in roots
        for value in (root, *(one for one in document["values"] if one["equivalent_to"] == root["claim"]))
    ]
    return [ValueRow(value, dollar_words(value), rate_words(value)) for value in (*ordered, *stray)]


def step_rows(document: DealDocument) -> list[StepRow]:
    """The deal's milestones."""
    return [StepRow(step, delivery_words(step)) for step in document["milestones"]]


def differences(document: DealDocument) -> list[Difference]:
    """What the deal's sources differ on."""
    return [Difference(dispute, spread_words(dispute["spread"])) for dispute in document["disagreements"]]


def _rank(value: PublicValue) -> tuple[bool, bool]:
    return value["status"] != "accepted", value["kind"] != ValueKind.CONTRACT_VALUE
