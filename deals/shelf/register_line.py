"""Register lines: the trade register's rows, one for each accepted item of a published deal."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from deals.shelf.deal import Deal, slugs
from deals.vocab.codes import DeliveryStatus, Qualifier, SystemCategory, UnitOfCount


class RegisterLine(models.Model):
    """One line of the trade register: who ordered what from whom, when, how many, and what was delivered."""

    deal = models.ForeignKey(
        Deal,
        on_delete=models.CASCADE,
        related_name="lines",
        help_text="The deal that the line is taken from.",
    )
    position = models.PositiveIntegerField(help_text="Place of the line within its deal, from 1.")
    suppliers = slugs("Ids of the parties that supply.")
    recipients = slugs("Ids of the parties that receive.")
    year_of_order = models.PositiveSmallIntegerField(
        null=True, help_text="Year in which the order was signed; empty if unknown."
    )
    number_low = models.BigIntegerField(
        null=True, help_text="Number ordered, at least; empty if open or unknown."
    )
    number_high = models.BigIntegerField(
        null=True, help_text="Number ordered, at most; empty if open or unknown."
    )
    qualifier = models.CharField(max_length=12, choices=Qualifier, help_text="How the number is qualified.")
    unit = models.CharField(max_length=12, choices=UnitOfCount, help_text="What is counted.")
    system = models.CharField(max_length=120, help_text="Id of the system.")
    designation = models.CharField(max_length=200, help_text="The system's designation.")
    category = models.CharField(max_length=30, choices=SystemCategory, help_text="Category of the system.")
    delivery_status = models.CharField(
        max_length=20, choices=DeliveryStatus, help_text="How far delivery has got."
    )
    delivered = models.BigIntegerField(
        null=True, help_text="Number delivered, from accepted deliveries; empty if none is known."
    )
    counts = models.BooleanField(help_text="Whether the deal counts toward totals.")
    document = models.BinaryField(help_text="The line as JSON in UTF-8, as the API sends it.")

    class Meta:
        ordering = ["-year_of_order", "deal_id", "position"]
        constraints = [models.UniqueConstraint(name="register_line_once", fields=["deal", "position"])]
        indexes = [
            models.Index(name="register_year", fields=["-year_of_order", "deal", "position"]),
            models.Index(name="register_system", fields=["system"]),
            models.Index(name="register_category", fields=["category"]),
            GinIndex(name="register_suppliers", fields=["suppliers"]),
            GinIndex(name="register_recipients", fields=["recipients"]),
        ]

    def __str__(self) -> str:
        return f"{self.designation} ({self.year_of_order or 'year unknown'})"
