"""A report file as typed, immutable values: what one report claims, in the words of the vocabulary.

Made by `check_report` from a file, or in code by whoever drafts one; `write_report` puts it back into words.
Nothing here reads files or checks anything. Entries compare by what they say; where they stood in a file does
not count.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from deals.reports.problems import Path
from deals.vocab.codes import ItemCondition, KindOfEmpty, Qualifier, TransferMode, UnitOfCount
from deals.vocab.quotes import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Anything that stands at a place in the file; `line` is 0 and `path` empty when it was made in code."""

    line: int = field(default=0, compare=False)
    path: Path = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Entry):
    """The report's own words. `nth` says which occurrence is meant where the text has several.

    `span` is where they stand in the archived text, once they have been found there; None where there is no
    text. What is stored is `text[span.start:span.end]`, which may differ from the quote in its white space.
    """

    text: str
    nth: int | None = None
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity, or an amount in whole units of its currency, as far as the report gives it.

    Both ends are equal when the number is exact, one is None when the other is a bound, and both are when
    there is no number; `empty` is then the kind of empty that the report gives, or blank when it says
    nothing.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: Qualifier = Qualifier.UNKNOWN
    empty: KindOfEmpty | None = None

    @property
    def is_number(self) -> bool:
        """Whether the report gives at least one end."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Entry):
    """A claim of the report: a sentence of ours for readers, and the quotes that it rests on."""

    note: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """The Admiralty grades of a source, A to F, and of its information, 1 to 6."""

    source: str
    information: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceBlock(Entry):
    """The report itself; `body` is its archived text, be it from this file or from that at `text_path`."""

    id: str
    kind: str
    publisher: str
    title: str = ""
    published: str = ""
    retrieved: str = ""
    url: str = ""
    language: str = ""
    text_path: str = ""
    body: str | None = None
    sha256: str = ""
    grade: Grade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasEntry(Entry):
    """Another name of a party or system; a party's may carry the dates between which it was held, in EDTF."""

    name: str
    held_from: str = ""
    held_until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StakeEntry(Claim):
    """The claim that `owner` holds a share, in per cent, of the party that the stake stands under."""

    owner: str
    share: Decimal | None = None
    held_from: str = ""
    held_until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyEntry(Entry):
    """A party that the report introduces, or adds names and stakes to."""

    id: str
    name: str = ""
    kind: str = ""
    country: str = ""
    aliases: tuple[AliasEntry, ...] = ()
    successor_of: str = ""
    stakes: tuple[StakeEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemEntry(Entry):
    """A system that the report introduces, or adds designations to."""

    id: str
    name: str = ""
    category: str = ""
    unroca: str = ""
    producer: str = ""
    variant_of: str = ""
    aliases: tuple[AliasEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InvolvementEntry(Claim):
    """The claim that a party takes part in a role."""

    party: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemEntry(Claim):
    """The claim that the agreement covers a number of a system; `part` tells lines of one order apart."""

    system: str
    part: str = ""
    quantity: Figure = Figure()
    unit: str = UnitOfCount.ITEM
    mode: str = TransferMode.UNKNOWN
    condition: str = ItemCondition.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueEntry(Claim):
    """The claim that the agreement is worth an amount.

    `equivalent_to` is the `reported` text of the value that this one gives in another currency.
    """

    kind: str
    reported: str
    amount: Figure = Figure()
    currency: str = ""
    equivalent_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneEntry(Claim):
    """The claim that something happened, with a quantity of a system where goods were delivered."""

    kind: str
    date: str = ""
    by: str = ""
    system: str = ""
    quantity: Figure = Figure()
    unit: str = UnitOfCount.ITEM


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationEntry(Claim):
    """The claim that this agreement stands in a relation to another."""

    type: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureEntry(Claim):
    """The claim that a sanctions regime touches the agreement."""

    regime: str
    authority: str
    status: str
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEntry(Entry):
    """An agreement and what the report says about it."""

    id: str
    title: str = ""
    kind: str = ""
    summary: str = ""
    parties: tuple[InvolvementEntry, ...] = ()
    items: tuple[ItemEntry, ...] = ()
    values: tuple[ValueEntry, ...] = ()
    milestones: tuple[MilestoneEntry, ...] = ()
    relations: tuple[RelationEntry, ...] = ()
    exposures: tuple[ExposureEntry, ...] = ()

    def facts_by_kind(self) -> tuple[tuple[Claim, ...], ...]:
        """The claims about the agreement, one group a kind, in the order of the format."""
        return (self.parties, self.items, self.values, self.milestones, self.relations, self.exposures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Entry):
    """Everything that one report file says."""

    source: SourceBlock
    parties: tuple[PartyEntry, ...] = ()
    systems: tuple[SystemEntry, ...] = ()
    agreements: tuple[AgreementEntry, ...] = ()

    def claims(self) -> Iterator[Claim]:
        """All claims of the report, stakes first, in the order of the file."""
        for party in self.parties:
            yield from party.stakes
        for agreement in self.agreements:
            for facts in agreement.facts_by_kind():
                yield from facts
