"""Rules about facts that cannot all be true."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Q

from deals.models import FACT_MODELS, Agreement, ExchangeRate, Item, Milestone, Value
from deals.quality.rule import Offender, among, rule
from deals.vocab.codes import ClaimStatus, MilestoneKind


@rule("Where only one claim can be true, at most one is accepted.")
def two_accepted_in_one_slot(agreements: Sequence[Agreement] | None) -> Iterator[Offender]:
    """Accepted facts that exclude each other: two quantities of one line, two contract values, two dates
    of signature."""
    for model in FACT_MODELS:
        slots: dict[Any, list[Any]] = defaultdict(list)
        facts = model.objects.accepted().exclusive().with_related().select_related("agreement")
        for fact in among(facts, agreements):
            slots[fact.agreement_id, fact.slot].append(fact)
        for rivals in slots.values():
            if len(rivals) == 1:
                continue
            words = " and ".join(f"“{fact}”" for fact in rivals)
            for fact in rivals[1:]:
                yield Offender(fact, fact.agreement, f"{words} are both accepted, and only one can be true.")


@rule("No more is delivered of an item than was ordered.")
def delivered_more_than_ordered(agreements: Sequence[Agreement] | None) -> Iterator[Offender]:
    """Accepted deliveries that add up to more than the accepted order, in the same unit of count."""
    delivered: dict[Any, int] = defaultdict(int)
    deliveries = Milestone.objects.accepted().filter(kind=MilestoneKind.DELIVERY, quantity_low__isnull=False)
    for step in among(deliveries, agreements):
        delivered[step.agreement_id, step.system_id, step.unit] += step.quantity_low
    ordered: dict[Any, list[Item]] = defaultdict(list)
    for item in among(Item.objects.accepted().select_related("agreement", "system"), agreements):
        ordered[item.agreement_id, item.system_id, item.unit].append(item)
    for key, items in ordered.items():
        limits = [item.quantity_high for item in items]
        if None not in limits and delivered[key] > sum(limit for limit in limits if limit is not None):
            reason = (
                f"{delivered[key]:,} of {items[0].system} are accepted as delivered, more than were ordered."
            )
            yield Offender(items[0], items[0].agreement, reason)


@rule("Nothing is delivered before the agreement is signed.")
def delivery_before_signature(agreements: Sequence[Agreement] | None) -> Iterator[Offender]:
    """Accepted deliveries that are surely earlier than the accepted signature."""
    signed = dict(
        Milestone.objects.accepted()
        .filter(kind=MilestoneKind.SIGNATURE, date_earliest__isnull=False)
        .values_list("agreement_id", "date_earliest")
    )
    kinds = (MilestoneKind.DELIVERY, MilestoneKind.DELIVERY_COMPLETION)
    deliveries = Milestone.objects.accepted().filter(kind__in=kinds, date_latest__isnull=False)
    for step in among(deliveries.select_related("agreement"), agreements):
        day = signed.get(step.agreement_id)
        if day and step.date_latest < day:
            yield Offender(
                step, step.agreement, f"“{step}” is before the signature, {day.isoformat()} at the earliest."
            )


@rule("What ends does not end before it begins.")
def end_before_start(agreements: Sequence[Agreement] | None) -> Iterator[Offender]:
    """Agreements that expire or are cancelled before they are signed. For stakes the database holds it."""
    starts = dict(
        Milestone.objects.accepted()
        .filter(
            kind__in=[MilestoneKind.SIGNATURE, MilestoneKind.ENTRY_INTO_FORCE], date_earliest__isnull=False
        )
        .order_by("-date_earliest")
        .values_list("agreement_id", "date_earliest")
    )
    kinds = (MilestoneKind.EXPIRY, MilestoneKind.CANCELLATION, MilestoneKind.DELIVERY_COMPLETION)
    ends = Milestone.objects.accepted().filter(kind__in=kinds, date_latest__isnull=False)
    for step in among(ends.select_related("agreement"), agreements):
        day = starts.get(step.agreement_id)
        if day and step.date_latest < day:
            yield Offender(
                step, step.agreement, f"“{step}” is before the start, {day.isoformat()} at the earliest."
            )


@rule("An accepted value can be shown in US dollars.")
def value_without_rate(agreements: Sequence[Agreement] | None) -> Iterator[Offender]:
    """Accepted values in a currency without any exchange rate."""
    known = set(ExchangeRate.objects.values_list("currency", flat=True)) | {"USD", ""}
    values = Value.objects.filter(status=ClaimStatus.ACCEPTED).exclude(Q(currency__in=known))
    for value in among(values.select_related("agreement"), agreements):
        yield Offender(
            value, value.agreement, f"“{value}” is in {value.currency}, for which there is no exchange rate."
        )
