"""Items of a document, with what is known to have been delivered of each."""

from dataclasses import dataclass

from deals.actions.publishing.claims import SourceList, public_claim, public_quantity, reference
from deals.actions.publishing.gather import Record
from deals.models import Item
from deals.shelf.document import PublicDelivery, PublicItem
from deals.vocab.codes import AgreementStatus, ClaimStatus, MilestoneKind
from deals.vocab.lifecycle import delivery_status


@dataclass(frozen=True)
class Delivered:
    """Accepted deliveries of one system in one unit of count: their number (none when unknown) and years."""

    number: int | None
    years: str


def public_items(record: Record, sources: SourceList, status: AgreementStatus) -> list[PublicItem]:
    """The deal's items. Only accepted ones say what was delivered: what is disputed is no ground to derive
    from."""
    return [
        PublicItem(
            **public_claim(item, sources),
            system=reference(item.system),
            category=item.system.category,
            part=item.part,
            quantity=public_quantity(item),
            unit=item.unit,
            mode=item.mode,
            condition=item.condition,
            delivery=_delivery(record, item, status) if item.status == ClaimStatus.ACCEPTED else None,
        )
        for item in record.items
    ]


def delivered(record: Record, item: Item) -> Delivered:
    """The accepted deliveries of the item's system, added up where they count in the item's unit."""
    deliveries = [
        fact
        for fact in record.milestones
        if fact.kind == MilestoneKind.DELIVERY
        and fact.status == ClaimStatus.ACCEPTED
        and fact.system_id == item.system_id
    ]
    counted = [
        fact.quantity_low for fact in deliveries if fact.unit == item.unit and fact.quantity_low is not None
    ]
    years = [day.year for fact in deliveries for day in (fact.date_earliest, fact.date_latest) if day]
    span = (
        f"{min(years)}-{max(years)}"
        if years and min(years) != max(years)
        else str(min(years))
        if years
        else ""
    )
    return Delivered(number=sum(counted) if counted else None, years=span)


def _delivery(record: Record, item: Item, status: AgreementStatus) -> PublicDelivery:
    known = delivered(record, item)
    ordered = item.quantity_high if item.quantity_high is not None else item.quantity_low
    return PublicDelivery(
        status=delivery_status(ordered=ordered, delivered=known.number, status=status),
        delivered=known.number,
        years=known.years,
    )
