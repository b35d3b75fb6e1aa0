"""The ids that a report names without introducing them: whether they exist, only the database knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from deals.reports.problems import Path
from deals.reports.report_file import AgreementEntry, Entry, Report


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of an id, and where it stands."""

    id: str
    line: int
    path: Path


@dataclass(frozen=True, slots=True)
class References:
    """All mentions of parties, systems and agreements that the report does not introduce itself."""

    parties: tuple[Reference, ...]
    systems: tuple[Reference, ...]
    agreements: tuple[Reference, ...]


def outside_references(report: Report) -> References:
    """What the report refers to outside itself."""
    return References(
        parties=_not_in(report.parties, _parties(report)),
        systems=_not_in(report.systems, _systems(report)),
        agreements=_not_in(report.agreements, _agreements(report)),
    )


def _not_in(introduced: tuple[Entry, ...], mentions: Iterator[Reference]) -> tuple[Reference, ...]:
    known = {getattr(entry, "id", "") for entry in introduced}
    return tuple(mention for mention in mentions if mention.id and mention.id not in known)


def _mention(entry: Entry, key: str) -> Reference:
    return Reference(getattr(entry, key), entry.line, (*entry.path, key))


def _parties(report: Report) -> Iterator[Reference]:
    for party in report.parties:
        yield _mention(party, "successor_of")
        for stake in party.stakes:
            yield _mention(stake, "owner")
    for system in report.systems:
        yield _mention(system, "producer")
    for agreement in report.agreements:
        yield from _parties_of(agreement)


def _parties_of(agreement: AgreementEntry) -> Iterator[Reference]:
    for involvement in agreement.parties:
        yield _mention(involvement, "party")
    for milestone in agreement.milestones:
        yield _mention(milestone, "by")
    for exposure in agreement.exposures:
        yield _mention(exposure, "authority")


def _systems(report: Report) -> Iterator[Reference]:
    for system in report.systems:
        yield _mention(system, "variant_of")
    for agreement in report.agreements:
        for fact in (*agreement.items, *agreement.milestones):
            yield _mention(fact, "system")


def _agreements(report: Report) -> Iterator[Reference]:
    for agreement in report.agreements:
        for relation in agreement.relations:
            yield _mention(relation, "to")
