"""The curators' verdicts on claims: accept, dispute, supersede, reject, or put back to pending."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from deals.actions.recording import recording
from deals.models import Claim, evidence_model
from deals.vocab.codes import ClaimStatus


class CannotAccept(Exception):
    """Some claims contradict what is accepted already; `conflicts` says which, in words."""

    def __init__(self, conflicts: list[str]) -> None:
        self.conflicts = conflicts
        super().__init__("Nothing was accepted. " + " ".join(conflicts))


def accept(claims: Iterable[Claim], *, by: AbstractBaseUser, reason: str) -> int:
    """Let the record stand by these claims.

    Raises CannotAccept where only one can be true and another one is accepted.
    """
    with recording(by=by, reason=reason):
        chosen = _lock(claims)
        lock_owners(chosen)
        if conflicts := _conflicts(chosen):
            raise CannotAccept(conflicts)
        _accept_evidence(chosen)
        return _give_verdict(chosen, ClaimStatus.ACCEPTED, by=by)


def dispute(claims: Iterable[Claim], *, by: AbstractBaseUser, reason: str) -> int:
    """Show these claims beside what is accepted, as what a source says."""
    with recording(by=by, reason=reason):
        chosen = _lock(claims)
        _accept_evidence(chosen)
        return _give_verdict(chosen, ClaimStatus.DISPUTED, by=by)


def supersede(claims: Iterable[Claim], *, by: AbstractBaseUser, reason: str) -> int:
    """Take these claims out of the record because later information replaced them."""
    with recording(by=by, reason=reason):
        return _give_verdict(_lock(claims), ClaimStatus.SUPERSEDED, by=by)


def reject(claims: Iterable[Claim], *, by: AbstractBaseUser, reason: str) -> int:
    """Keep these claims off the record for good, as wrongly read."""
    with recording(by=by, reason=reason):
        return _give_verdict(_lock(claims), ClaimStatus.REJECTED, by=by)


def reopen(claims: Iterable[Claim], *, by: AbstractBaseUser, reason: str) -> int:
    """Put these claims back to pending, without a verdict."""
    with recording(by=by, reason=reason):
        return _update(_lock(claims), status=ClaimStatus.PENDING, reviewed_by=None, reviewed_at=None)


def lock_owners(claims: Sequence[Claim]) -> None:
    """Lock what the claims are about until the end of the transaction: acceptances of rivals queue up.

    Two at once would otherwise each miss what the other accepts.
    """
    for model in {type(claim) for claim in claims}:
        column = owner_column(model)
        owners: Any = model._meta.get_field(column.removesuffix("_id")).related_model
        ids = {getattr(claim, column) for claim in claims if type(claim) is model}
        list(owners.objects.filter(pk__in=ids).order_by("pk").select_for_update(no_key=True))


def slot_rivals(model: type[Claim], owners: Sequence[int]) -> dict[tuple[int, object], list[Claim]]:
    """The accepted claims of one type about these agreements or parties, by slot where only one can be
    true."""
    rivals: dict[tuple[int, object], list[Claim]] = defaultdict(list)
    owner = owner_column(model)
    for claim in model.objects.accepted().exclusive().filter(**{f"{owner}__in": owners}):
        rivals[getattr(claim, owner), claim.slot].append(claim)
    return rivals


def owner_column(model: type[Claim]) -> str:
    """The column that says what claims of this type are about: the agreement, or for stakes the party
    owned."""
    return "owned_id" if model._meta.model_name == "stake" else "agreement_id"


def _lock(claims: Iterable[Claim]) -> list[Claim]:
    by_model: dict[type[Claim], list[int]] = defaultdict(list)
    for claim in claims:
        by_model[type(claim)].append(claim.pk)
    locked: list[Claim] = []
    for model, ids in by_model.items():
        locked += model.objects.filter(pk__in=ids).order_by("pk").select_for_update()
    return locked


def _conflicts(claims: Sequence[Claim]) -> list[str]:
    """In words: claims that would be accepted beside another accepted one where only one can be true."""
    conflicts = []
    for model in {type(claim) for claim in claims}:
        mine = [claim for claim in claims if type(claim) is model]
        owner = owner_column(model)
        taken = slot_rivals(model, [getattr(claim, owner) for claim in mine])
        for claim in mine:
            if claim.slot is None:
                continue
            rivals = taken[getattr(claim, owner), claim.slot]
            conflicts += [
                f"“{claim}” cannot be accepted: “{other}” is accepted already and only one can be true;"
                " dispute or supersede one of them first."
                for other in rivals
                if other.pk != claim.pk
            ]
            rivals.append(claim)
    return conflicts


def _give_verdict(claims: Sequence[Claim], status: ClaimStatus, *, by: AbstractBaseUser) -> int:
    return _update(claims, status=status, reviewed_by=by, reviewed_at=timezone.now())


def _accept_evidence(claims: Sequence[Claim]) -> None:
    """A verdict that makes claims public is given on the evidence as it is then; what comes later waits
    again."""
    for model in {type(claim) for claim in claims}:
        rows: Any = evidence_model(model)
        ids = [claim.pk for claim in claims if type(claim) is model]
        rows.objects.filter(fact__in=ids, accepted=False).update(accepted=True)


def _update(claims: Sequence[Claim], **columns: object) -> int:
    by_model: dict[type[Claim], list[int]] = defaultdict(list)
    for claim in claims:
        by_model[type(claim)].append(claim.pk)
    return sum(model.objects.filter(pk__in=ids).update(**columns) for model, ids in by_model.items())
