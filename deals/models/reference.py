"""Reference figures that conversions rest on."""

from django.db import models

from deals.models.history import recorded


class ExchangeRateManager(models.Manager["ExchangeRate"]):
    """Finds rates by currency and year."""

    def get_by_natural_key(self, currency: str, year: int) -> "ExchangeRate":
        """The rate of this currency in this year."""
        return self.get(currency=currency, year=year)


@recorded
class ExchangeRate(models.Model):
    """How many units of a currency bought one US dollar, on average over a year.

    A value in a currency and year without a rate has no dollar figure, and pages say so.
    """

    currency = models.CharField(max_length=3, help_text="ISO 4217 code of the currency.")
    year = models.PositiveSmallIntegerField(help_text="Calendar year that the average covers.")
    per_usd = models.DecimalField(
        max_digits=20, decimal_places=6, help_text="Units of the currency for one US dollar, annual average."
    )
    source = models.CharField(
        max_length=300, help_text="Who publishes the rate and how the average was made."
    )

    objects = ExchangeRateManager()

    class Meta:
        ordering = ["currency", "-year"]
        constraints = [
            models.UniqueConstraint(name="exchange_rate_once_a_year", fields=["currency", "year"]),
            models.CheckConstraint(
                name="exchange_rate_positive",
                condition=models.Q(per_usd__gt=0),
                violation_error_message="A rate is greater than zero.",
            ),
            models.CheckConstraint(
                name="exchange_rate_currency_code",
                condition=models.Q(currency__regex=r"^[A-Z]{3}$"),
                violation_error_message="A currency is three capital letters of ISO 4217, such as INR.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.per_usd} {self.currency} per USD in {self.year}"

    def natural_key(self) -> tuple[str, int]:
        """Currency and year, so that fixtures do not depend on row numbers."""
        return (self.currency, self.year)
