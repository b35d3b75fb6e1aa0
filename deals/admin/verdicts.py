"""The curators' verdicts on claims, as decisions."""

from collections.abc import Callable, Sequence
from typing import Any

from deals.actions.review import accept, dispute, reject, reopen, supersede
from deals.admin.decisions import Decision
from deals.models import Claim
from deals.vocab.codes import ClaimStatus


def _verdict(act: Callable[..., int], status: ClaimStatus, verb: str, meaning: str) -> Decision:
    """The decision that gives claims this status."""
    done = status.label.lower() if status is not ClaimStatus.PENDING else "put back to pending"

    def apply(claims: Sequence[Claim], *, by: Any, reason: str) -> str:
        count = act(claims, by=by, reason=reason or f"{done} in the admin")
        return f"{count} {'claim' if count == 1 else 'claims'} {done}."

    return Decision(act.__name__, verb, meaning, apply, offered=lambda claim: claim.status != status)


VERDICTS = (
    _verdict(accept, ClaimStatus.ACCEPTED, "Accept", "The record stands by these claims from now on."),
    _verdict(
        dispute,
        ClaimStatus.DISPUTED,
        "Dispute",
        "Readers see these claims beside what is accepted, as what a source says.",
    ),
    _verdict(
        supersede,
        ClaimStatus.SUPERSEDED,
        "Supersede",
        "Later information replaced these claims; they leave the record.",
    ),
    _verdict(
        reject, ClaimStatus.REJECTED, "Reject", "These claims were wrongly read; readers never see them."
    ),
    _verdict(reopen, ClaimStatus.PENDING, "Reopen", "These claims wait for a verdict again."),
)
