"""Turns the claims of a report file into unsaved rows of the desk, with the records that they refer to."""

from collections.abc import Iterator
from typing import Any

from deals.models import Agreement, Claim, Exposure, Involvement, Item, Milestone, Relation, Stake, Value
from deals.reports import report_file as entries
from deals.reports.planning.workbench import Workbench


def stake(bench: Workbench, entry: entries.StakeEntry, owned: str) -> Stake:
    """The claim that a party owns a share of the party `owned`."""
    return Stake(
        owned=bench.parties[owned],
        owner=bench.parties[entry.owner],
        share=entry.share,
        held_from=entry.held_from,
        held_until=entry.held_until,
        note=entry.note,
    )


def facts(bench: Workbench, entry: entries.AgreementEntry) -> Iterator[tuple[entries.Claim, Claim]]:
    """Each fact of an agreement beside its row, without the values, which refer to each other."""
    agreement = bench.agreements[entry.id]
    for involvement in entry.parties:
        yield involvement, _involvement(bench, involvement, agreement)
    for item in entry.items:
        yield item, _item(bench, item, agreement)
    for milestone in entry.milestones:
        yield milestone, _milestone(bench, milestone, agreement)
    for relation in entry.relations:
        yield relation, _relation(bench, relation, agreement)
    for exposure in entry.exposures:
        yield exposure, _exposure(bench, exposure, agreement)


def value(
    bench: Workbench, entry: entries.ValueEntry, agreement: Agreement, equivalent_to: Claim | None
) -> Value:
    """The claim that the agreement is worth a sum; `equivalent_to` is the value that it re-expresses."""
    return Value(
        agreement=agreement,
        kind=entry.kind,
        reported=entry.reported,
        amount_low=entry.amount.low,
        amount_high=entry.amount.high,
        qualifier=entry.amount.qualifier,
        currency=entry.currency,
        equivalent_to=equivalent_to,  # type: ignore[misc]  # only values are given
        note=entry.note,
    )


def _involvement(bench: Workbench, entry: entries.InvolvementEntry, agreement: Agreement) -> Involvement:
    return Involvement(
        agreement=agreement, party=bench.parties[entry.party], role=entry.role, note=entry.note
    )


def _item(bench: Workbench, entry: entries.ItemEntry, agreement: Agreement) -> Item:
    return Item(
        agreement=agreement,
        system=bench.systems[entry.system],
        part=entry.part,
        unit=entry.unit,
        mode=entry.mode,
        condition=entry.condition,
        note=entry.note,
        **_quantity(entry.quantity),
    )


def _milestone(bench: Workbench, entry: entries.MilestoneEntry, agreement: Agreement) -> Milestone:
    return Milestone(
        agreement=agreement,
        kind=entry.kind,
        date=entry.date,
        by=bench.parties.get(entry.by),
        system=bench.systems.get(entry.system),
        unit=entry.unit,
        note=entry.note,
        **_quantity(entry.quantity),
    )


def _relation(bench: Workbench, entry: entries.RelationEntry, agreement: Agreement) -> Relation:
    return Relation(agreement=agreement, type=entry.type, to=bench.agreements[entry.to], note=entry.note)


def _exposure(bench: Workbench, entry: entries.ExposureEntry, agreement: Agreement) -> Exposure:
    return Exposure(
        agreement=agreement,
        regime=entry.regime,
        authority=bench.parties[entry.authority],
        exposure_status=entry.status,
        date=entry.date,
        note=entry.note,
    )


def _quantity(figure: entries.Figure) -> dict[str, Any]:
    low, high = (None if end is None else int(end) for end in (figure.low, figure.high))
    return {"quantity_low": low, "quantity_high": high, "qualifier": figure.qualifier}
