"""Items: what an agreement supplies, and how many."""

from typing import Any, ClassVar

from django.db import models

from deals.models.claim import Evidence
from deals.models.fact import BOUNDS_MESSAGE, Fact, bounds_agree
from deals.models.history import recorded
from deals.models.system import System
from deals.vocab.codes import ItemCondition, Qualifier, TransferMode, UnitOfCount
from deals.vocab.quantities import quantity_in_words


@recorded
class Item(Fact):
    """The claim that the agreement covers a number of a system.

    The unit of count is part of the claim: five units of an air-defence system are not five launchers.
    """

    SLOT_FIELDS = ("system_id", "part")
    RELATED = ("system",)

    system = models.ForeignKey(
        System, on_delete=models.PROTECT, related_name="items", help_text="What is supplied."
    )
    part = models.CharField(
        max_length=100,
        blank=True,
        help_text=(
            "Which line of the order, when one order has several lines of one system, such as “bought "
            "off the shelf”; else blank."
        ),
    )
    quantity_low = models.PositiveBigIntegerField(
        null=True, blank=True, help_text="At least this many; empty if no lower bound is given."
    )
    quantity_high = models.PositiveBigIntegerField(
        null=True, blank=True, help_text="At most this many; empty if no upper bound is given."
    )
    qualifier = models.CharField(
        max_length=12,
        choices=Qualifier,
        default=Qualifier.EXACT,
        help_text="How the source qualifies the number.",
    )
    unit = models.CharField(
        max_length=12,
        choices=UnitOfCount,
        default=UnitOfCount.ITEM,
        help_text="What is counted: single items, batteries, regiments, ...",
    )
    mode = models.CharField(
        max_length=22,
        choices=TransferMode,
        default=TransferMode.UNKNOWN,
        help_text="How it is transferred: sale, licensed production, ...",
    )
    condition = models.CharField(
        max_length=24,
        choices=ItemCondition,
        default=ItemCondition.UNKNOWN,
        help_text="Whether it is new or second-hand.",
    )

    class Meta(Fact.Meta):
        constraints: ClassVar[list[Any]] = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="item_quantity_fits_qualifier",
                condition=bounds_agree("quantity_low", "quantity_high"),
                violation_error_message=BOUNDS_MESSAGE,
            ),
        ]

    def __str__(self) -> str:
        quantity = quantity_in_words(self.quantity_low, self.quantity_high, Qualifier(self.qualifier))
        return f"{self.system}: {quantity}"

    def content(self) -> dict[str, Any]:
        """System, part of the order, quantity, unit of count, transfer mode and condition."""
        return {
            "system": self.system.slug,
            "part": self.part,
            "quantity": [self.quantity_low, self.quantity_high],
            "qualifier": self.qualifier,
            "unit": self.unit,
            "mode": self.mode,
            "condition": self.condition,
        }


@recorded
class ItemEvidence(Evidence):
    """A passage that supports an item."""

    fact = models.ForeignKey(
        Item,
        on_delete=models.CASCADE,
        related_name="evidence",
        help_text="The item that the passage supports.",
    )

    class Meta(Evidence.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="item_evidence_once", fields=["fact", "passage"])
        ]
