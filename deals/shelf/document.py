"""The shape of a deal's document: the finished JSON that pages, the API and exports show as it stands.

Documents hold what readers may see and nothing else. Amounts are decimal texts in whole units of their
currency, dates are EDTF with the days they can mean, `text` members are the same in words.
"""

from typing import Final, Literal, TypedDict

ACCEPTED: Final = "accepted"
"""The verdict of what the record stands by, as documents write it."""

DOCUMENT_FORMAT = 1
"""Rises when a member changes its meaning; members may be added without."""


class Reference(TypedDict):
    """A party, system or deal by id and name. The id is blank where the public side has no page for it."""

    id: str
    name: str


class CitedEvidence(TypedDict):
    """One passage that supports a claim.

    `source` is its id, `number` its place in the deal's list of sources.
    """

    source: str
    number: int
    quote: str
    checked: bool
    start: int | None
    end: int | None


class PublicClaim(TypedDict):
    """What every claim carries: its id within the deal, the curators' verdict, a note for readers, its
    evidence."""

    claim: str
    status: Literal["accepted", "disputed"]
    note: str
    evidence: list[CitedEvidence]


class PublicDate(TypedDict):
    """A partial date: as written (EDTF), the days it can mean (ISO 8601; none where that end is open), and
    in words."""

    edtf: str
    earliest: str | None
    latest: str | None
    text: str


class PublicQuantity(TypedDict):
    """A number of things: bounds (none where open), the qualifier's code, and in words."""

    low: int | None
    high: int | None
    qualifier: str
    text: str


class PublicInvolvement(PublicClaim):
    """Which party takes part, in which role."""

    party: Reference
    role: str


class PublicDelivery(TypedDict):
    """What is known to have been delivered of an item: accepted deliveries added up, the years they fall
    in."""

    status: str
    delivered: int | None
    years: str


class PublicItem(PublicClaim):
    """What is supplied, and how many. `delivery` is none on disputed items."""

    system: Reference
    category: str
    part: str
    quantity: PublicQuantity
    unit: str
    mode: str
    condition: str
    delivery: PublicDelivery | None


Basis = Literal["reported", "converted", "none"]
"""Where a dollar figure comes from."""


class DollarAmount(TypedDict):
    """A value in US dollars of the day.

    `basis` is reported, converted or none; converted ones name rate, year and source.
    """

    low: str | None
    high: str | None
    text: str
    basis: Basis
    rate: str | None
    year: int | None
    rate_source: str


class PublicValue(PublicClaim):
    """A sum: as reported, in numbers, in words, in crore where that is how it was reported, and in US
    dollars."""

    kind: str
    reported: str
    low: str | None
    high: str | None
    qualifier: str
    currency: str
    text: str
    indian: str
    usd: DollarAmount
    equivalent_to: str | None


class PublicMilestone(PublicClaim):
    """What happened, when, by whom, and what was delivered."""

    kind: str
    date: PublicDate | None
    by: Reference | None
    system: Reference | None
    quantity: PublicQuantity | None
    unit: str


class PublicRelation(PublicClaim):
    """How this deal stands to another published one.

    `direction` is `to`, or `from` when the other record says so.
    """

    type: str
    direction: Literal["to", "from"]
    label: str
    deal: Reference


class PublicExposure(PublicClaim):
    """A sanctions regime that the deal risks or meets."""

    regime: str
    authority: Reference
    exposure_status: str
    date: PublicDate | None


class CitedSource(TypedDict):
    """A source as a deal cites it. `archived` says whether quotes could be checked against its text."""

    id: str
    number: int
    kind: str
    publisher: str
    title: str
    published: PublicDate | None
    url: str
    language: str
    archived: bool


class Disagreement(TypedDict):
    """One fact that sources differ on: what it is, what was accepted, what else is said, and how far
    apart, in words."""

    fact: str
    accepted: list[str]
    disputed: list[str]
    spread: str


class DealDocument(TypedDict):
    """One published deal, complete."""

    format: int
    id: str
    title: str
    kind: str
    summary: str
    status: str
    counts_toward_totals: bool
    counting_reason: str
    disputed: bool
    signed: PublicDate | None
    parties: list[PublicInvolvement]
    items: list[PublicItem]
    values: list[PublicValue]
    milestones: list[PublicMilestone]
    relations: list[PublicRelation]
    exposures: list[PublicExposure]
    disagreements: list[Disagreement]
    sources: list[CitedSource]


class PublicStake(PublicClaim):
    """The share that a party owns of another, in per cent as a decimal text (none when not said), and
    when."""

    owner: Reference
    share: str | None
    held_from: PublicDate | None
    held_until: PublicDate | None


class PartyDocument(TypedDict):
    """One party that a published deal names.

    `sipri_mark` is SIPRI's: `*` armed group, `**` international organisation.
    """

    format: int
    id: str
    name: str
    kind: str
    country: str
    sipri_mark: str
    aliases: list[str]
    successor_of: Reference | None
    stakes: list[PublicStake]
    sources: list[CitedSource]


class SystemDocument(TypedDict):
    """One system that a published deal supplies."""

    format: int
    id: str
    name: str
    category: str
    unroca_category: str
    aliases: list[str]
    producer: Reference | None
    variant_of: Reference | None


class CitedPassage(TypedDict):
    """One passage of a source, with what it supports: a claim of a deal or of a party (ids, one of them
    blank), and the verdict."""

    quote: str
    checked: bool
    start: int | None
    end: int | None
    deal: str
    party: str
    claim: str
    label: str
    status: str


class SourceDocument(TypedDict):
    """One source that a published deal cites, with every passage that is cited."""

    format: int
    id: str
    kind: str
    publisher: str
    title: str
    language: str
    published: PublicDate | None
    retrieved: PublicDate | None
    url: str
    archived: bool
    sha256: str
    source_grade: str
    information_grade: str
    passages: list[CitedPassage]


class RegisterLineDocument(TypedDict):
    """One line of the trade register.

    `delivered` is the sum of accepted deliveries, none when no delivery is known.
    """

    deal: Reference
    suppliers: list[Reference]
    recipients: list[Reference]
    year_of_order: int | None
    ordered: PublicQuantity
    unit: str
    system: Reference
    category: str
    part: str
    mode: str
    condition: str
    delivery_status: str
    delivered: int | None
    delivery_years: str
    deal_status: str
    counts_toward_totals: bool
    counting_reason: str
    disputed: bool
