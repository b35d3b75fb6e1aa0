"""Agreements: the instruments that facts are about."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from deals.models.history import recorded
from deals.vocab.codes import AgreementKind, AgreementState, ClaimStatus

# Related names of the typed facts, whose models refer to this one and so cannot be imported here.
FACT_NAMES = ("involvements", "items", "values", "milestones", "relations", "exposures")


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """Named sets of agreements."""

    def published(self) -> "AgreementQuerySet":
        """Those whose newest edition the public can read."""
        return self.filter(state=AgreementState.PUBLISHED)

    def having_accepted_facts(self) -> "AgreementQuerySet":
        """Those that publishing has something to show of: a fact of any type that the record stands by."""
        accepted = Q()
        for name in FACT_NAMES:
            accepted |= Q(
                pk__in=self.model.objects.filter(**{f"{name}__status": ClaimStatus.ACCEPTED}).values("pk")
            )
        return self.filter(accepted)

    def get_by_natural_key(self, slug: str) -> "Agreement":
        """The agreement with this stable id."""
        return self.get(slug=slug)


@recorded
class Agreement(models.Model):
    """One instrument: a contract, programme, protocol, amendment or notice.

    Identity only. Its status, signing date, partners and totals follow from its facts and are never typed in.
    """

    slug = models.SlugField(
        max_length=120, unique=True, help_text="Stable id; the public permalink is built from it."
    )
    title = models.CharField(
        max_length=300, help_text="Title we show, in our own words, without claims that facts do not make."
    )
    kind = models.CharField(max_length=40, choices=AgreementKind, help_text="What sort of instrument it is.")
    summary = models.TextField(
        blank=True, help_text="One or two sentences in our own words; figures belong in facts."
    )
    state = models.CharField(
        max_length=10,
        choices=AgreementState,
        default=AgreementState.DRAFT,
        editable=False,
        help_text=(
            "Whether the public can read this record; changed by publishing, withdrawing and merging only."
        ),
    )
    state_reason = models.TextField(
        blank=True,
        editable=False,
        help_text="Why the record was withdrawn or merged; readers of the old address see it.",
    )
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_records",
        help_text="The record that took this one's place; its old address redirects there.",
    )

    objects: ClassVar[Any] = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                name="agreement_merged_into_paired",
                condition=Q(state=AgreementState.MERGED, merged_into__isnull=False)
                | (~Q(state=AgreementState.MERGED) & Q(merged_into__isnull=True)),
                violation_error_message=(
                    "A merged record names the one that took its place, and no other record does."
                ),
            ),
            models.CheckConstraint(
                name="agreement_withdrawn_with_reason",
                condition=~Q(state=AgreementState.WITHDRAWN) | ~Q(state_reason=""),
                violation_error_message="A withdrawn record says why.",
            ),
            models.CheckConstraint(
                name="agreement_not_merged_into_itself",
                condition=~Q(merged_into=models.F("id")),
                violation_error_message="A record cannot be merged into itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        """The stable id, so that fixtures do not depend on row numbers."""
        return (self.slug,)
