"""Relations: how one agreement stands to another."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F

from deals.models.agreement import Agreement
from deals.models.claim import Evidence
from deals.models.fact import Fact
from deals.models.history import recorded
from deals.vocab.codes import RelationType


@recorded
class Relation(Fact):
    """The claim that this agreement amends, renews, implements ...

    another. Read from this record to that one.
    """

    RELATED = ("agreement", "to")

    type = models.CharField(
        max_length=20, choices=RelationType, help_text="How this agreement stands to the other."
    )
    to = models.ForeignKey(
        Agreement,
        on_delete=models.PROTECT,
        related_name="relations_to_this",
        help_text="The other agreement.",
    )

    class Meta(Fact.Meta):
        constraints: ClassVar[list[Any]] = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="relation_not_to_itself",
                condition=~models.Q(to=F("agreement")),
                violation_error_message="An agreement cannot be related to itself.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} {self.to}"

    def content(self) -> dict[str, Any]:
        """Type and the other agreement."""
        return {"type": self.type, "to": self.to.slug}


@recorded
class RelationEvidence(Evidence):
    """A passage that supports a relation."""

    fact = models.ForeignKey(
        Relation,
        on_delete=models.CASCADE,
        related_name="evidence",
        help_text="The relation that the passage supports.",
    )

    class Meta(Evidence.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="relation_evidence_once", fields=["fact", "passage"])
        ]
