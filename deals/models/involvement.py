"""Involvements: which party takes part in an agreement, in which role."""

from typing import Any, ClassVar

from django.db import models

from deals.models.claim import Evidence
from deals.models.fact import Fact
from deals.models.history import recorded
from deals.models.party import Party
from deals.vocab.codes import PartyRole


@recorded
class Involvement(Fact):
    """The claim that a party takes part in the agreement in a role. Several parties can share a role."""

    RELATED = ("party",)

    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="involvements", help_text="Who takes part."
    )
    role = models.CharField(max_length=20, choices=PartyRole, help_text="In which role.")

    class Meta(Fact.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.party} is {self.get_role_display().lower()}"

    def content(self) -> dict[str, Any]:
        """Party and role."""
        return {"party": self.party.slug, "role": self.role}


@recorded
class InvolvementEvidence(Evidence):
    """A passage that supports an involvement."""

    fact = models.ForeignKey(
        Involvement,
        on_delete=models.CASCADE,
        related_name="evidence",
        help_text="The involvement that the passage supports.",
    )

    class Meta(Evidence.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="involvement_evidence_once", fields=["fact", "passage"])
        ]
