"""The facts at the head of a deal's page: how far it has come, what was ordered and at what price."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from deals.pages.presenters.words import dollar_words, item_words, label, lowered, value_words
from deals.shelf.document import (
    DealDocument,
    Disagreement,
    PublicClaim,
    PublicItem,
    PublicMilestone,
    PublicValue,
)
from deals.vocab.codes import AgreementStatus, DeliveryStatus, MilestoneKind, ValueKind

AnyClaim = TypeVar("AnyClaim", bound=PublicClaim)

_MOST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line below a fact, with the numbers of its sources; a disputed one leads to the disagreement."""

    text: str
    numbers: list[int] = field(default_factory=list)
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class HeadlineFact:
    """One fact in a few words, with the numbers of its sources and what must be said with it."""

    name: str
    text: str
    numbers: list[int]
    lines: list[Line]


def headline(document: DealDocument) -> list[HeadlineFact]:
    """The four facts of every deal."""
    return [_agreement(document), _ordered(document), _value(document), _counting(document)]


def source_numbers(claims: Iterable[PublicClaim]) -> list[int]:
    """The numbers of the sources that support the claims, each once."""
    return sorted({evidence["number"] for claim in claims for evidence in claim["evidence"]})


def _agreement(document: DealDocument) -> HeadlineFact:
    status = AgreementStatus(document["status"])
    signatures = [
        step for step in _accepted(document["milestones"]) if step["kind"] == MilestoneKind.SIGNATURE
    ]
    dated = [step for step in signatures if step["date"]]
    when = dated[0]["date"]["text"] if dated and dated[0]["date"] else ""
    numbers = source_numbers(signatures)
    lines = [*_signature_lines(status, when, numbers, known=bool(signatures)), *_statement_lines(document)]
    is_signature = status is AgreementStatus.SIGNED and when
    return HeadlineFact(
        "Agreement",
        f"Signed {when}" if is_signature else status.label,
        numbers if is_signature else [],
        [*lines, *_dispute_lines(document, {"Date of signature"})],
    )


def _signature_lines(status: AgreementStatus, when: str, numbers: list[int], *, known: bool) -> list[Line]:
    if status is AgreementStatus.SIGNED and when:
        return []
    if known:
        return [Line(f"signed {when}" if when else "signed, date not stated", numbers)]
    return [
        Line(
            lowered(status.description) if status is AgreementStatus.UNKNOWN else "no signature is on record"
        )
    ]


def _statement_lines(document: DealDocument) -> list[Line]:
    """The latest dated statement: what officials say stands there as said, and not as done."""
    statements = [
        step
        for step in _accepted(document["milestones"])
        if step["kind"] == MilestoneKind.STATEMENT and step["date"]
    ]
    if not statements:
        return []
    latest = max(statements, key=_day)
    speaker = f" by {latest['by']['name']}" if latest["by"] else ""
    when = f", {latest['date']['text']}" if latest["date"] else ""
    return [Line(f"statement{speaker}{when}: said, not proven", source_numbers([latest]))]


def _day(step: PublicMilestone) -> str:
    return (step["date"]["latest"] or step["date"]["earliest"] or "") if step["date"] else ""


def _ordered(document: DealDocument) -> HeadlineFact:
    items = document["items"]
    accepted = _accepted(items)
    disputes = _dispute_lines(
        document, {dispute["fact"] for dispute in document["disagreements"] if _is_of_number(dispute)}
    )
    if not items:
        return HeadlineFact(
            "Ordered", "No goods named", [], [Line("no source names goods for this agreement")]
        )
    if not accepted:
        return HeadlineFact(
            "Ordered", "No number accepted", [], disputes or [Line("only disputed numbers", disputed=True)]
        )
    shown = accepted[:_MOST_ITEMS]
    more = len(accepted) - len(shown)
    text = "; ".join(item_words(item, items) for item in shown) + (f"; {more} more" if more else "")
    return HeadlineFact("Ordered", text, source_numbers(shown), [*_item_lines(shown), *disputes])


def _is_of_number(dispute: Disagreement) -> bool:
    return dispute["fact"].startswith("Number of ")


def _item_lines(items: Sequence[PublicItem]) -> list[Line]:
    if len(items) != 1:
        return []
    name, delivery = items[0]["system"]["name"], items[0]["delivery"]
    return [
        Line(
            name
            if delivery is None
            else f"{name} · {lowered(_delivered(delivery['status'], delivery['delivered']))}"
        )
    ]


def _delivered(status: str, delivered: int | None) -> str:
    if delivered is None:
        return (
            "Number delivered not known"
            if status == DeliveryStatus.UNKNOWN
            else f"Delivery {lowered(label(DeliveryStatus, status))}"
        )
    return f"{delivered:,} delivered"


def _value(document: DealDocument) -> HeadlineFact:
    values = [value for value in document["values"] if value["equivalent_to"] is None]
    accepted = sorted(_accepted(values), key=lambda value: value["kind"] != ValueKind.CONTRACT_VALUE)
    disputes = _dispute_lines(document, {kind.label for kind in ValueKind})
    if not values:
        return HeadlineFact(
            "Value", "Not stated", [], [Line("no source gives a price; that is not the same as nothing paid")]
        )
    if not accepted:
        return HeadlineFact(
            "Value", "No value accepted", [], disputes or [Line("only disputed figures", disputed=True)]
        )
    first, *others = accepted
    also = [
        Line(f"{lowered(label(ValueKind, other['kind']))}: {value_words(other)}", source_numbers([other]))
        for other in others
    ]
    return HeadlineFact(
        "Value",
        _capital(value_words(first)),
        source_numbers([first]),
        [*_value_lines(first), *also, *disputes],
    )


def _value_lines(value: PublicValue) -> list[Line]:
    kind = "" if value["kind"] == ValueKind.CONTRACT_VALUE else lowered(label(ValueKind, value["kind"]))
    dollars = "" if value["currency"] == "USD" else dollar_words(value)
    if dollars == "no rate":
        dollars = "no rate to US dollars on record"
    elif value["usd"]["basis"] == "converted":
        dollars = f"{dollars} at the {value['usd']['year']} rate"
    text = " · ".join(part for part in (kind, value["indian"], dollars) if part)
    return [Line(text)] if text else []


def _counting(document: DealDocument) -> HeadlineFact:
    answer = "Yes" if document["counts_toward_totals"] else "No"
    return HeadlineFact("Counts toward totals", answer, [], [Line(document["counting_reason"])])


def _dispute_lines(document: DealDocument, facts: set[str]) -> list[Line]:
    return [
        Line(_dispute_words(dispute), disputed=True)
        for dispute in document["disagreements"]
        if dispute["fact"] in facts and dispute["disputed"]
    ]


def _dispute_words(dispute: Disagreement) -> str:
    others = len(dispute["disputed"])
    spread = f", {spread_words(dispute['spread'])}" if dispute["spread"] else ""
    return (
        f"{others} other {'figure' if others == 1 else 'figures'}{spread}"
        if spread
        else f"{others} other {'version' if others == 1 else 'versions'}"
    )


def spread_words(spread: str) -> str:
    """How far apart the figures are: the per cent as a spread, anything else as it stands."""
    return f"spread {spread}".replace(" %", "\N{NO-BREAK SPACE}%") if spread.endswith("%") else spread


def _accepted(claims: Iterable[AnyClaim]) -> list[AnyClaim]:
    return [claim for claim in claims if claim["status"] == "accepted"]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
