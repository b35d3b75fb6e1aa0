"""A curator's own entries: writing records and claims by hand, each with its evidence and a reason."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models

from deals.actions.recording import recording
from deals.actions.review import lock_owners, owner_column, slot_rivals
from deals.models import Agreement, Claim, Passage, Source, Value
from deals.models.fields import ContentHashField, DerivedDayField
from deals.vocab.codes import AgreementState, ClaimStatus
from deals.vocab.quotes import QuoteFinder


def save_record(record: models.Model, *, by: AbstractBaseUser, reason: str) -> None:
    """Write one row of the desk, checked against its constraints first; raises ValidationError."""
    with recording(by=by, reason=reason):
        _check(record)
        record.save()


def delete_record(record: models.Model, *, by: AbstractBaseUser, reason: str) -> None:
    """Delete one row of the desk. History keeps it; what others refer to is refused by the database.

    An agreement that was ever public stays: its address must go on answering. Raises ValidationError.
    """
    with recording(by=by, reason=reason):
        if isinstance(record, Agreement) and record.state != AgreementState.DRAFT:
            raise ValidationError(f"“{record}” was published; withdraw or merge it instead of deleting it.")
        record.delete()


def save_claim(claim: Claim, *, evidence: Iterable[Passage], by: AbstractBaseUser, reason: str) -> None:
    """Write a claim with exactly this evidence. Its verdict stays as it is: giving one is another action.

    Raises ValidationError when the claim is there already, or is accepted and would contradict another
    accepted one.
    """
    wanted = {passage.pk for passage in evidence}
    with recording(by=by, reason=reason):
        _derive(claim)
        _refuse_double(claim)
        _refuse_second_accepted(claim)
        claim.full_clean()
        claim.save()
        _rehash_equivalents(claim)
        rows: Any = claim.evidence
        rows.exclude(passage__in=wanted).delete()
        kept = set(rows.values_list("passage_id", flat=True))
        # What a curator adds by hand has been seen by one.
        rows.bulk_create(
            [rows.model(fact=claim, passage_id=pk, accepted=True) for pk in sorted(wanted - kept)]
        )


def quote_passage(
    source: Source, quote: str, *, nth: int | None = None, by: AbstractBaseUser, reason: str
) -> Passage:
    """The passage of a source with this quote, made when it is not there yet.

    The quote must stand in the archived text, where there is one (raises QuoteNotFound or QuoteOccursOften);
    without a text it is kept as typed and shown as not checked.
    """
    start = end = None
    if source.text:
        span = QuoteFinder(source.text).locate(quote, nth=nth)
        start, end = span.start, span.end
        quote = source.text[start:end]
    with recording(by=by, reason=reason):
        passage, _ = Passage.objects.get_or_create(
            source=source, quote=quote, start=start, defaults={"end": end}
        )
    return passage


def _check(record: models.Model) -> None:
    """All that columns and constraints demand, with derived columns as they will be written."""
    _derive(record)
    record.full_clean()


def _derive(record: models.Model) -> None:
    """Work derived columns out before constraints look at them, from columns that are sound."""
    record.clean_fields()
    for field in record._meta.concrete_fields:
        if isinstance(field, DerivedDayField | ContentHashField):
            field.pre_save(record, add=record._state.adding)


def _rehash_equivalents(claim: Claim) -> None:
    """A sum told in a second currency says which one it re-expresses, so its hash follows that one's."""
    if isinstance(claim, Value):
        for equivalent in claim.equivalents.all():
            equivalent.save(update_fields=["content_hash"])


def _refuse_double(claim: Claim) -> None:
    owner = owner_column(type(claim))
    same = type(claim).objects.filter(**{owner: getattr(claim, owner)}, content_hash=claim.content_hash)
    if double := same.exclude(pk=claim.pk).first():
        raise ValidationError(f"The same claim is there already: “{double}”. Add the quote to that one.")


def _refuse_second_accepted(claim: Claim) -> None:
    if claim.status != ClaimStatus.ACCEPTED or claim.slot is None:
        return
    lock_owners([claim])
    owner = getattr(claim, owner_column(type(claim)))
    for rival in slot_rivals(type(claim), [owner])[owner, claim.slot]:
        if rival.pk != claim.pk:
            raise ValidationError(
                f"“{rival}” is accepted already and only one can be true;"
                " dispute or supersede one of them first."
            )
