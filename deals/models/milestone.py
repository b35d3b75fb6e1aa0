"""Milestones: what happened to an agreement, and when."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from deals.models.claim import ClaimQuerySet, Evidence
from deals.models.fact import BOUNDS_MESSAGE, Fact, bounds_agree
from deals.models.fields import DerivedDayField, PartialDateField
from deals.models.history import recorded
from deals.models.party import Party
from deals.models.system import System
from deals.vocab.codes import MilestoneKind, Qualifier, UnitOfCount

ONCE_KINDS = [kind for kind in MilestoneKind if kind.happens_once]


class MilestoneQuerySet(ClaimQuerySet):
    """Named sets of milestones."""

    def exclusive(self) -> Self:
        """Milestones that happen once in an agreement's life, such as its signature."""
        return self.filter(kind__in=ONCE_KINDS)


@recorded
class Milestone(Fact):
    """The claim that something happened to the agreement on a date, with a quantity where goods were
    delivered."""

    SLOT_FIELDS = ("kind",)
    RELATED = ("by", "system")

    kind = models.CharField(max_length=20, choices=MilestoneKind, help_text="What happened.")
    date = PartialDateField(
        help_text="When it happened, in EDTF (2018, 2018-10, 2021-12-06, 2021/2023); blank if unknown."
    )
    date_earliest = DerivedDayField(of="date", end="earliest", help_text="First day that the date can mean.")
    date_latest = DerivedDayField(of="date", end="latest", help_text="Last day that the date can mean.")
    by = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="milestones",
        help_text="Who did or said it, such as the objecting state or the speaker; empty if not said.",
    )
    system = models.ForeignKey(
        System,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="milestones",
        help_text="What was delivered; empty otherwise.",
    )
    quantity_low = models.PositiveBigIntegerField(
        null=True, blank=True, help_text="At least this many delivered; empty if not said."
    )
    quantity_high = models.PositiveBigIntegerField(
        null=True, blank=True, help_text="At most this many delivered; empty if not said."
    )
    qualifier = models.CharField(
        max_length=12,
        choices=Qualifier,
        default=Qualifier.UNKNOWN,
        help_text="How the source qualifies the number delivered.",
    )
    unit = models.CharField(
        max_length=12, choices=UnitOfCount, default=UnitOfCount.ITEM, help_text="What is counted."
    )

    objects: ClassVar[Any] = MilestoneQuerySet.as_manager()

    class Meta(Fact.Meta):
        ordering = ["agreement", "date_earliest", "pk"]
        constraints: ClassVar[list[Any]] = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="milestone_quantity_fits_qualifier",
                condition=bounds_agree("quantity_low", "quantity_high"),
                violation_error_message=BOUNDS_MESSAGE,
            ),
            models.CheckConstraint(
                name="milestone_quantity_of_system",
                condition=Q(quantity_low__isnull=True, quantity_high__isnull=True) | Q(system__isnull=False),
                violation_error_message="A delivered quantity needs the system that was delivered.",
            ),
            models.CheckConstraint(
                name="milestone_days_in_order",
                condition=Q(date_earliest__isnull=True)
                | Q(date_latest__isnull=True)
                | Q(date_earliest__lte=models.F("date_latest")),
                violation_error_message="A date's earliest day cannot be after its latest.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.date}".strip()

    @property
    def slot(self) -> tuple[Any, ...] | None:
        """Its kind, for what happens once; else none."""
        return super().slot if MilestoneKind(self.kind).happens_once else None

    def content(self) -> dict[str, Any]:
        """Kind, date, who, and what was delivered."""
        return {
            "kind": self.kind,
            "date": self.date,
            "by": self.by.slug if self.by else None,
            "system": self.system.slug if self.system else None,
            "quantity": [self.quantity_low, self.quantity_high],
            "qualifier": self.qualifier,
            "unit": self.unit,
        }


@recorded
class MilestoneEvidence(Evidence):
    """A passage that supports a milestone."""

    fact = models.ForeignKey(
        Milestone,
        on_delete=models.CASCADE,
        related_name="evidence",
        help_text="The milestone that the passage supports.",
    )

    class Meta(Evidence.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="milestone_evidence_once", fields=["fact", "passage"])
        ]
