"""Values: what an agreement is said to cost or to be financed with."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from deals.models.claim import ClaimQuerySet, Evidence
from deals.models.fact import BOUNDS_MESSAGE, Fact, bounds_agree
from deals.models.history import recorded
from deals.vocab.codes import Qualifier, ValueKind


class ValueQuerySet(ClaimQuerySet):
    """Named sets of values."""

    def exclusive(self) -> Self:
        """Values in a slot where only one can be true: a second expression of the same sum does not
        compete with it."""
        return self.filter(equivalent_to__isnull=True)


@recorded
class Value(Fact):
    """The claim that the agreement is worth a sum, always with the text as reported.

    Sums are in whole units of the currency with two decimals: Rs 5,000 crore is 50,000,000,000.00 INR. A
    source that prints one sum in two currencies makes two values, the second `equivalent_to` the first.
    """

    SLOT_FIELDS = ("kind",)
    RELATED = ("equivalent_to",)

    kind = models.CharField(
        max_length=20,
        choices=ValueKind,
        help_text="What the sum is: the contract's value, a ceiling, a unit price, ...",
    )
    reported = models.CharField(
        max_length=200, help_text="The sum exactly as the source writes it, such as “Rs 5000 crore”."
    )
    amount_low = models.DecimalField(
        max_digits=20,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="At least this much; empty if no lower bound is given.",
    )
    amount_high = models.DecimalField(
        max_digits=20,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="At most this much; empty if no upper bound is given.",
    )
    qualifier = models.CharField(
        max_length=12,
        choices=Qualifier,
        default=Qualifier.EXACT,
        help_text="How the source qualifies the sum.",
    )
    currency = models.CharField(
        max_length=3, blank=True, help_text="ISO 4217 code of the currency; blank only without an amount."
    )
    equivalent_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="equivalents",
        help_text="The value that this one re-expresses in another currency, when the source prints both.",
    )

    objects: ClassVar[Any] = ValueQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints: ClassVar[list[Any]] = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="value_amount_fits_qualifier",
                condition=bounds_agree("amount_low", "amount_high"),
                violation_error_message=BOUNDS_MESSAGE,
            ),
            models.CheckConstraint(
                name="value_amount_not_negative",
                condition=(Q(amount_low__isnull=True) | Q(amount_low__gte=0))
                & (Q(amount_high__isnull=True) | Q(amount_high__gte=0)),
                violation_error_message="An amount is not negative.",
            ),
            models.CheckConstraint(
                name="value_amount_with_currency",
                condition=Q(amount_low__isnull=True, amount_high__isnull=True, currency="")
                | Q(currency__regex=r"^[A-Z]{3}$"),
                violation_error_message=(
                    "An amount and its currency (three capital letters of ISO 4217) go together."
                ),
            ),
            models.CheckConstraint(
                name="value_not_its_own_equivalent",
                condition=~Q(equivalent_to=models.F("id")),
                violation_error_message="A value cannot be equivalent to itself.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reported}"

    @property
    def slot(self) -> tuple[Any, ...] | None:
        """Its kind; none for a second expression of the same sum."""
        return None if self.equivalent_to_id else super().slot

    def content(self) -> dict[str, Any]:
        """Kind, sum and currency. The wording is not part of it: two wordings of one sum are one claim."""
        return {
            "kind": self.kind,
            "amount": [_plain(self.amount_low), _plain(self.amount_high)],
            "qualifier": self.qualifier,
            "currency": self.currency,
            "equivalent_to": self.equivalent_to.content() if self.equivalent_to else None,
        }


def _plain(amount: Any) -> str | None:
    """The amount with two decimals, so that 5, 5.0 and 5.00 hash alike."""
    return None if amount is None else f"{amount:.2f}"


@recorded
class ValueEvidence(Evidence):
    """A passage that supports a value."""

    fact = models.ForeignKey(
        Value,
        on_delete=models.CASCADE,
        related_name="evidence",
        help_text="The value that the passage supports.",
    )

    class Meta(Evidence.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="value_evidence_once", fields=["fact", "passage"])
        ]
