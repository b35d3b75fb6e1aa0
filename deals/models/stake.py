"""Stakes: who owns a joint venture or company, how much of it, and when."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from deals.models.claim import Claim, Evidence
from deals.models.fields import DerivedDayField, PartialDateField
from deals.models.history import recorded
from deals.models.party import Party


@recorded
class Stake(Claim):
    """The claim that a party owns a share of another between two dates."""

    RELATED = ("owned", "owner")

    owned = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="stakes", help_text="The company or joint venture."
    )
    owner = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="holdings", help_text="Who owns the share."
    )
    share = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Share in per cent, 0 to 100; empty if not said.",
    )
    held_from = PartialDateField(help_text="Since when, in EDTF; blank if unknown.")
    held_from_earliest = DerivedDayField(
        of="held_from", end="earliest", help_text="First day that the start can mean."
    )
    held_until = PartialDateField(help_text="Until when, in EDTF; blank if unknown or still held.")
    held_until_latest = DerivedDayField(
        of="held_until", end="latest", help_text="Last day that the end can mean."
    )

    class Meta(Claim.Meta):
        ordering = ["owned", "pk"]
        constraints: ClassVar[list[Any]] = [
            *Claim.Meta.constraints,
            models.UniqueConstraint(name="stake_content_once", fields=["owned", "content_hash"]),
            models.CheckConstraint(
                name="stake_share_percent",
                condition=Q(share__isnull=True) | Q(share__gte=0, share__lte=100),
                violation_error_message="A share is between 0 and 100 per cent.",
            ),
            models.CheckConstraint(
                name="stake_not_in_itself",
                condition=~Q(owner=F("owned")),
                violation_error_message="A party cannot own a stake in itself.",
            ),
            models.CheckConstraint(
                name="stake_days_in_order",
                condition=Q(held_from_earliest__isnull=True)
                | Q(held_until_latest__isnull=True)
                | Q(held_from_earliest__lte=F("held_until_latest")),
                violation_error_message="A stake cannot end before it begins.",
            ),
        ]

    def __str__(self) -> str:
        share = f"{self.share.normalize():f} % of " if self.share is not None else "a share of "
        return f"{self.owner} owns {share}{self.owned}"

    def content(self) -> dict[str, Any]:
        """Owned, owner, share and dates."""
        return {
            "owned": self.owned.slug,
            "owner": self.owner.slug,
            "share": None if self.share is None else f"{self.share:.2f}",
            "from": self.held_from,
            "until": self.held_until,
        }


@recorded
class StakeEvidence(Evidence):
    """A passage that supports a stake."""

    fact = models.ForeignKey(
        Stake,
        on_delete=models.CASCADE,
        related_name="evidence",
        help_text="The stake that the passage supports.",
    )

    class Meta(Evidence.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="stake_evidence_once", fields=["fact", "passage"])
        ]
