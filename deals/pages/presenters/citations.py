"""The numbered sources of a document: each with its quotes, how they were checked, and what they support."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from deals.pages.presenters.anchors import passage_address
from deals.pages.presenters.words import delivery_words, item_words, label, lowered, source_name, value_words
from deals.shelf.document import (
    CitedEvidence,
    CitedSource,
    DealDocument,
    PartyDocument,
    PublicClaim,
    PublicMilestone,
    PublicStake,
)
from deals.vocab.codes import ExposureStatus, MilestoneKind, PartyRole, ValueKind

LabelledClaim = tuple[str, PublicClaim]


@dataclass(frozen=True, slots=True)
class Support:
    """A claim that a quote supports: its anchor on the page, its words, its verdict."""

    claim: str
    label: str
    status: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a source, or its row when there are none, with the place where they stand."""

    text: str
    checked: bool
    address: str
    supports: list[Support] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One numbered source with its quotes."""

    source: CitedSource
    name: str
    quotes: list[Quote]

    @property
    def verdicts(self) -> list[str]:
        """How its quotes were checked: `checked`, `unchecked`, `row`; mostly one of these."""
        return list(
            dict.fromkeys(
                "row" if not quote.text else "checked" if quote.checked else "unchecked"
                for quote in self.quotes
            )
        )


def deal_sources(document: DealDocument) -> list[SourceEntry]:
    """The sources of a deal, in the order of their numbers."""
    return _entries(document["sources"], _deal_claims(document))


def party_sources(document: PartyDocument) -> list[SourceEntry]:
    """The sources of what a party's page claims itself: its stakes."""
    return _entries(document["sources"], [(stake_words(stake), stake) for stake in document["stakes"]])


def stake_words(stake: PublicStake) -> str:
    """Who owns how much."""
    share = f"{stake['share']} %" if stake["share"] else "a share of unknown size"
    return f"{stake['owner']['name'] or 'an owner who is not named'} owns {share}"


def _deal_claims(document: DealDocument) -> list[LabelledClaim]:
    """Every claim of the deal with its words, in the order of the page."""
    items = document["items"]
    return [
        *((_step_words(step), step) for step in document["milestones"]),
        *((f"ordered: {item_words(item, items)}", item) for item in items),
        *(
            (f"{lowered(label(ValueKind, value['kind']))}: {value_words(value)}", value)
            for value in document["values"]
        ),
        *(
            (f"{one['party']['name']} as {lowered(label(PartyRole, one['role']))}", one)
            for one in document["parties"]
        ),
        *((f"{one['label']} “{one['deal']['name']}”", one) for one in document["relations"]),
        *(
            (f"{one['regime']}: {lowered(label(ExposureStatus, one['exposure_status']))}", one)
            for one in document["exposures"]
        ),
    ]


def _step_words(step: PublicMilestone) -> str:
    what = lowered(label(MilestoneKind, step["kind"]))
    details = [delivery_words(step), step["date"]["text"] if step["date"] else ""]
    return ": ".join([what, ", ".join(detail for detail in details if detail)]) if any(details) else what


def _entries(sources: list[CitedSource], claims: Iterable[LabelledClaim]) -> list[SourceEntry]:
    quotes: dict[str, dict[tuple[str, int | None], Quote]] = {source["id"]: {} for source in sources}
    for words, claim in claims:
        for evidence in claim["evidence"]:
            of_source = quotes[evidence["source"]]
            quote = of_source.setdefault((evidence["quote"], evidence["start"]), _quote(evidence))
            quote.supports.append(Support(claim["claim"], words, claim["status"]))
    return [
        SourceEntry(source, source_name(source), list(quotes[source["id"]].values())) for source in sources
    ]


def _quote(evidence: CitedEvidence) -> Quote:
    address = passage_address(
        evidence["source"], quote=evidence["quote"], start=evidence["start"], end=evidence["end"]
    )
    return Quote(evidence["quote"], evidence["checked"], address)
