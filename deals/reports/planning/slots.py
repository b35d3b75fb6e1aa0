"""Which claims exclude each other, saved and unsaved ones alike, and what follows for their verdicts."""

from collections.abc import Iterable
from typing import Any

from deals.models import Claim, Milestone, Value
from deals.vocab.codes import ClaimStatus, MilestoneKind

SlotKey = tuple[Any, ...]


def owner_of(claim: Any) -> str:
    """The stable id of what the claim is about: its agreement, or for a stake the party owned."""
    owner = claim.owned if claim._meta.model_name == "stake" else claim.agreement
    return str(owner.slug)


def slot_key(claim: Claim) -> SlotKey | None:
    """The claim's slot by stable ids, for rows that are not saved yet have no others; see `Claim.slot`."""
    if isinstance(claim, Value) and claim.equivalent_to is not None:
        return None
    if isinstance(claim, Milestone) and not MilestoneKind(claim.kind).happens_once:
        return None
    if not claim.SLOT_FIELDS:
        return None
    values = (getattr(claim, name.removesuffix("_id")) for name in claim.SLOT_FIELDS)
    return type(claim), owner_of(claim), *(getattr(value, "slug", value) for value in values)


class Slots:
    """The accepted claims by slot, and the verdicts that are planned."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._accepted: dict[SlotKey, Claim] = {}
        self._planned: dict[int, ClaimStatus] = {}
        for claim in claims:
            key = slot_key(claim) if claim.status == ClaimStatus.ACCEPTED else None
            if key is not None:
                self._accepted.setdefault(key, claim)

    def status(self, claim: Claim) -> ClaimStatus:
        """The claim's status, as it will be."""
        return self._planned.get(id(claim), ClaimStatus(claim.status))

    def rival(self, claim: Claim) -> Claim | None:
        """Another claim that is accepted where only one can be true."""
        key = slot_key(claim)
        accepted = self._accepted.get(key) if key is not None else None
        return None if accepted is claim else accepted

    def verdict(self, claim: Claim) -> ClaimStatus:
        """What becomes of a pending claim that the loader accepts.

        A second expression of a sum follows the first, and waits where that one is not on the record.
        """
        if isinstance(claim, Value) and claim.equivalent_to is not None:
            first = self.status(claim.equivalent_to)
            return first if first.is_public else ClaimStatus.PENDING
        return ClaimStatus.ACCEPTED if self.rival(claim) is None else ClaimStatus.DISPUTED

    def decide(self, claim: Claim, verdict: ClaimStatus) -> None:
        """Plan a verdict, which counts for the claims that follow."""
        self._planned[id(claim)] = verdict
        key = slot_key(claim)
        if key is not None and verdict == ClaimStatus.ACCEPTED:
            self._accepted[key] = claim
