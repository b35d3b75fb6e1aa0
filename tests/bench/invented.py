"""Reports about deals that never were: the same ones each time, each fact with words that say so.

A contract has a supplier, a recipient, one or two items, one or two figures of its value, and a signature.
"""

import zlib
from decimal import Decimal
from typing import Any

from deals.reports.report_file import (
    AgreementEntry,
    Figure,
    InvolvementEntry,
    ItemEntry,
    MilestoneEntry,
    PartyEntry,
    Quote,
    Report,
    SourceBlock,
    SystemEntry,
    ValueEntry,
)
from deals.vocab.codes import (
    AgreementKind,
    MilestoneKind,
    PartyKind,
    PartyRole,
    Qualifier,
    SourceKind,
    SystemCategory,
    TransferMode,
    ValueKind,
)
from deals.vocab.quotes import Span

STATES = 80
SYSTEMS = 300
FIRST_YEAR, YEARS = 1995, 30

_CATEGORIES = list(SystemCategory)
_CURRENCIES = ("USD", "USD", "EUR", "INR", "GBP")


def invent_reports(deals: int, *, deals_a_report: int) -> list[Report]:
    """Reports about so many deals in all."""
    return [
        invent_report(first, min(deals_a_report, deals - first)) for first in range(0, deals, deals_a_report)
    ]


def invent_report(first: int, deals: int) -> Report:
    """One report about so many deals, numbered from `first`, with its archived text."""
    text = _Text()
    agreements = tuple(_invent_deal(number, text) for number in range(first, first + deals))
    source = SourceBlock(
        id=f"invented-report-{first}",
        kind=SourceKind.NEWS_REPORT,
        publisher=f"The Daily Invention, issue {first}",
        title="Arms deals of the week",
        published=f"{FIRST_YEAR + first % YEARS}-12-24",
        language="en",
        body=text.written,
    )
    return Report(source=source, agreements=agreements)


def invent_states() -> list[PartyEntry]:
    """All parties that the reports name."""
    return [
        PartyEntry(id=f"state-{number}", name=f"Republic {number}", kind=PartyKind.STATE)
        for number in range(STATES)
    ]


def invent_systems() -> list[SystemEntry]:
    """All systems that the reports name."""
    return [
        SystemEntry(
            id=f"system-{number}", name=f"MX-{number}", category=_CATEGORIES[number % len(_CATEGORIES)]
        )
        for number in range(SYSTEMS)
    ]


class _Text:
    """The archived text of a report while it is written, sentence by sentence."""

    def __init__(self) -> None:
        self._sentences: list[str] = []
        self._length = 0

    @property
    def written(self) -> str:
        """The text so far."""
        return "\n".join(self._sentences)

    def quote(self, sentence: str) -> tuple[Quote, ...]:
        """Write the sentence and quote it."""
        span = Span(self._length, self._length + len(sentence))
        self._sentences.append(sentence)
        self._length += len(sentence) + 1
        return (Quote(text=sentence, span=span),)


def _invent_deal(number: int, text: _Text) -> AgreementEntry:
    supplier = _draw(STATES, number, "supplier")
    recipient = (supplier + 1 + _draw(STATES - 1, number, "recipient")) % STATES
    about = f"Under contract {number}"
    return AgreementEntry(
        id=f"invented-deal-{number}",
        title=f"Contract {number} of Republic {supplier} with Republic {recipient}",
        kind=AgreementKind.CONTRACT,
        summary="A contract that was made up to see how quickly it can be read.",
        parties=(
            InvolvementEntry(
                party=f"state-{supplier}",
                role=PartyRole.SUPPLIER,
                quotes=text.quote(f"{about}, Republic {supplier} will supply what was agreed."),
            ),
            InvolvementEntry(
                party=f"state-{recipient}",
                role=PartyRole.RECIPIENT,
                quotes=text.quote(f"{about}, everything goes to Republic {recipient}."),
            ),
        ),
        items=tuple(_invent_item(number, nth, text) for nth in range(1 + _draw(2, number, "items"))),
        values=tuple(_invent_value(number, nth, text) for nth in range(1 + _draw(2, number, "values"))),
        milestones=(_invent_signature(number, text),),
    )


def _invent_item(number: int, nth: int, text: _Text) -> ItemEntry:
    system = (_draw(SYSTEMS, number, "system") + nth) % SYSTEMS
    quantity = 1 + _draw(500, number, "quantity", nth)
    return ItemEntry(
        system=f"system-{system}",
        quantity=_exactly(quantity),
        mode=TransferMode.SALE,
        quotes=text.quote(f"Under contract {number}, {quantity} pieces of MX-{system} were ordered in all."),
    )


def _invent_value(number: int, nth: int, text: _Text) -> ValueEntry:
    """The second figure disagrees with the first."""
    millions = 10 + _draw(4_000, number, "value") + 7 * nth
    currency = _CURRENCIES[_draw(len(_CURRENCIES), number, "currency")]
    reported = f"{currency} {millions} million"
    said = "is worth" if nth == 0 else "was elsewhere said to be worth"
    return ValueEntry(
        kind=ValueKind.CONTRACT_VALUE,
        reported=reported,
        amount=_exactly(millions * 1_000_000),
        currency=currency,
        quotes=text.quote(f"The contract numbered {number} {said} {reported}."),
    )


def _invent_signature(number: int, text: _Text) -> MilestoneEntry:
    year, month = FIRST_YEAR + _draw(YEARS, number, "year"), 1 + _draw(12, number, "month")
    date = f"{year}-{month:02}-{1 + _draw(28, number, 'day'):02}"
    return MilestoneEntry(
        kind=MilestoneKind.SIGNATURE,
        date=date,
        quotes=text.quote(f"Contract {number} was signed on {date} in the capital."),
    )


def _exactly(number: int) -> Figure:
    return Figure(low=Decimal(number), high=Decimal(number), qualifier=Qualifier.EXACT)


def _draw(below: int, *key: Any) -> int:
    """A number from 0 up to, not including, `below`: one that looks drawn by lot, and is always the same."""
    return zlib.crc32(repr(key).encode()) % below
