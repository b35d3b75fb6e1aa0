"""What follows from an agreement's accepted facts: its status, its items' delivery, and whether it counts
toward totals.

Plain rules on plain values, as the vocabulary states them; no record types its status in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from deals.vocab.codes import AgreementKind, AgreementStatus, DeliveryStatus, MilestoneKind

# Kinds in the order of an agreement's life: of two milestones with the same or no date, the later kind
# decides. Kinds
# that are not here (statement, objection, payment, amendment) say nothing about how far the agreement has
# come.
_STATUS_OF: dict[MilestoneKind, AgreementStatus] = {
    MilestoneKind.ANNOUNCEMENT: AgreementStatus.REPORTED,
    MilestoneKind.REQUEST: AgreementStatus.UNDER_NEGOTIATION,
    MilestoneKind.TENDER: AgreementStatus.UNDER_NEGOTIATION,
    MilestoneKind.NEGOTIATION: AgreementStatus.UNDER_NEGOTIATION,
    MilestoneKind.INITIALLING: AgreementStatus.UNDER_NEGOTIATION,
    MilestoneKind.NOTIFICATION: AgreementStatus.APPROVED,
    MilestoneKind.APPROVAL: AgreementStatus.APPROVED,
    MilestoneKind.SIGNATURE: AgreementStatus.SIGNED,
    MilestoneKind.RATIFICATION: AgreementStatus.SIGNED,
    MilestoneKind.ENTRY_INTO_FORCE: AgreementStatus.IN_FORCE,
    MilestoneKind.PRODUCTION_START: AgreementStatus.IN_FORCE,
    MilestoneKind.DELIVERY: AgreementStatus.IN_FORCE,
    MilestoneKind.RENEWAL: AgreementStatus.IN_FORCE,
    MilestoneKind.SUSPENSION: AgreementStatus.SUSPENDED,
    MilestoneKind.RESUMPTION: AgreementStatus.IN_FORCE,
    MilestoneKind.DELIVERY_COMPLETION: AgreementStatus.COMPLETED,
    MilestoneKind.EXPIRY: AgreementStatus.EXPIRED,
    MilestoneKind.CANCELLATION: AgreementStatus.CANCELLED,
}
_RANK = {kind: rank for rank, kind in enumerate(_STATUS_OF)}

_SIGNED_OR_LATER = {
    AgreementStatus.SIGNED,
    AgreementStatus.IN_FORCE,
    AgreementStatus.EXPIRED,
    AgreementStatus.COMPLETED,
    AgreementStatus.SUSPENDED,
}


@dataclass(frozen=True)
class Step:
    """A milestone as far as status goes: its kind and the earliest day it can have happened (none when
    undated)."""

    kind: MilestoneKind
    day: date | None


@dataclass(frozen=True)
class Counting:
    """Whether a deal counts toward totals, and why or why not, in words."""

    counts: bool
    reason: str


def agreement_status(steps: Iterable[Step], *, on: date) -> AgreementStatus:
    """The status that the latest step gives, as known on a day.

    A step dated after that day has not happened yet: a programme that expires in 2031 is not expired today.
    """
    past = [step for step in steps if step.kind in _STATUS_OF and (step.day is None or step.day <= on)]
    if not past:
        return AgreementStatus.UNKNOWN
    latest = max(past, key=lambda step: (step.day or date.min, _RANK[step.kind]))
    furthest = max(past, key=lambda step: _RANK[step.kind])
    # An undated step says how far things have come, not when: it decides only when it is further along.
    return _STATUS_OF[furthest.kind if furthest.day is None else latest.kind]


def delivery_status(*, ordered: int | None, delivered: int | None, status: AgreementStatus) -> DeliveryStatus:
    """How far the delivery of an item has got, from the number ordered (at most) and the number known to be
    delivered.

    Without a known delivery nothing is claimed, whatever officials call "implemented"; only a called-off
    agreement says more.
    """
    if delivered and ordered and delivered >= ordered:
        return DeliveryStatus.COMPLETED
    if status is AgreementStatus.CANCELLED:
        return DeliveryStatus.CANCELLED
    if delivered is None:
        return DeliveryStatus.UNKNOWN
    if status is AgreementStatus.SUSPENDED:
        return DeliveryStatus.HALTED
    return DeliveryStatus.IN_DELIVERY if delivered else DeliveryStatus.NOT_STARTED


def counting(
    kind: AgreementKind, status: AgreementStatus, *, own_goods: bool, superseded_by: str = ""
) -> Counting:
    """Whether a deal counts toward totals.

    `own_goods`: it has accepted items and values; `superseded_by`: a title.
    """
    if superseded_by:
        return Counting(False, f"superseded by {superseded_by}")
    if status is AgreementStatus.CANCELLED:
        return Counting(False, "cancelled")
    if kind.umbrella_reason and not (kind.counts_with_own_goods and own_goods):
        return Counting(False, kind.umbrella_reason)
    if status not in _SIGNED_OR_LATER:
        return Counting(False, "not known to be signed")
    return Counting(True, f"a signed {kind.label.lower()}")
