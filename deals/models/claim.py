"""What every claim has in common: a status, a note, who reviewed it, and the passages that support it.

Abstract: each kind of claim is a typed table of its own (`Involvement`, `Item`, ...), each with its own
evidence table.
"""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from deals.models.fields import ContentHashField
from deals.models.source import Passage
from deals.vocab.codes import ClaimStatus

PUBLIC_STATUSES = [status for status in ClaimStatus if status.is_public]


class ClaimQuerySet(models.QuerySet[Any]):
    """Named sets of claims."""

    def public(self) -> Self:
        """Accepted and disputed claims: what publishing may put on the shelf."""
        return self.filter(status__in=PUBLIC_STATUSES)

    def with_related(self) -> Self:
        """With the records at hand that the claims' words need."""
        return self.select_related(*self.model.RELATED)

    def accepted(self) -> Self:
        """Claims that the record stands by."""
        return self.filter(status=ClaimStatus.ACCEPTED)

    def pending(self) -> Self:
        """Claims that wait for a curator."""
        return self.filter(status=ClaimStatus.PENDING)

    def waiting(self) -> Self:
        """Claims that need a curator: pending ones, and public ones with evidence that nobody has
        accepted."""
        unseen = Q(status__in=PUBLIC_STATUSES) & Q(
            pk__in=self.model.objects.filter(evidence__accepted=False).values("pk")
        )
        return self.filter(Q(status=ClaimStatus.PENDING) | unseen)

    def exclusive(self) -> Self:
        """Claims in a slot where only one can be true; see `SLOT_FIELDS` of the model."""
        return self if self.model.SLOT_FIELDS else self.none()


class Claim(models.Model):
    """Something that a source says, typed, with the curators' verdict on it.

    Two reports that say the same thing are two evidences of one claim: a claim is identified by the hash of
    what it says.
    """

    SLOT_FIELDS: ClassVar[tuple[str, ...]] = ()
    """Columns that name the slot in which only one claim can be true; none where several can be."""

    RELATED: ClassVar[tuple[str, ...]] = ()
    """Columns whose records are needed to say the claim in words."""

    status = models.CharField(
        max_length=10,
        choices=ClaimStatus,
        default=ClaimStatus.PENDING,
        editable=False,
        help_text="The curators' verdict: only accepted and disputed claims are ever published.",
    )
    note = models.TextField(
        blank=True,
        help_text="A sentence for readers about this claim, such as a misprint in the source; blank if none.",
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text="The curator who gave the verdict; empty while pending.",
    )
    reviewed_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When the verdict was given; empty while pending."
    )
    content_hash = ContentHashField(help_text="Sha256 of what the claim says, so that it is stored once.")

    evidence: Any
    """The passages that support the claim, as rows of the evidence table of its type."""

    objects: ClassVar[Any] = ClaimQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_reviewed_paired",
                condition=Q(status=ClaimStatus.PENDING, reviewed_at__isnull=True, reviewed_by__isnull=True)
                | (~Q(status=ClaimStatus.PENDING) & Q(reviewed_at__isnull=False, reviewed_by__isnull=False)),
                violation_error_message="A verdict names who gave it and when; a pending claim has none.",
            )
        ]

    def content(self) -> dict[str, Any]:
        """What the claim says, in stable ids and codes: two claims with the same content are one claim."""
        raise NotImplementedError

    @property
    def slot(self) -> tuple[Any, ...] | None:
        """The slot in which this claim excludes others, or none where several can be true."""
        return tuple(getattr(self, name) for name in self.SLOT_FIELDS) or None


def evidence_model(model: type[Claim]) -> "type[Evidence]":
    """The table that holds the evidence of claims of this type."""
    meta: Any = model._meta
    related: type[Evidence] = meta.get_field("evidence").related_model
    return related


class Evidence(models.Model):
    """One passage that supports one claim.

    A claim that is accepted can get more evidence from a report that nobody has looked at yet: so evidence
    waits for
    a curator on its own, and what waits is never published.
    """

    passage = models.ForeignKey(
        Passage,
        on_delete=models.PROTECT,
        related_name="%(class)s_set",
        help_text="The words of the source that support the claim.",
    )

    accepted = models.BooleanField(
        default=False,
        help_text="Whether a curator has accepted the passage as evidence; what waits is never published.",
    )

    class Meta:
        abstract = True
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return str(self.passage)
