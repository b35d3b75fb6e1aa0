"""Systems: the weapons, equipment and services that agreements supply."""

from django.db import models

from deals.models.history import recorded
from deals.models.party import Party
from deals.vocab.codes import SystemCategory, UnrocaCategory


class SystemManager(models.Manager["System"]):
    """Finds systems by the stable id that report files use."""

    def get_by_natural_key(self, slug: str) -> "System":
        """The system with this stable id."""
        return self.get(slug=slug)


@recorded
class System(models.Model):
    """A type of weapon, equipment or service, such as the S-400 or the AK-203.

    The two categories are independent: a ground-to-air system has a SIPRI category and no UNROCA one, an
    assault rifle the other way round.
    """

    slug = models.SlugField(max_length=120, unique=True, help_text="Stable id; never changes once published.")
    name = models.CharField(max_length=200, help_text="Designation we show, such as S-400.")
    category = models.CharField(
        max_length=30,
        choices=SystemCategory,
        help_text="Category, after SIPRI's arms categories with small arms and services added.",
    )
    unroca_category = models.CharField(
        max_length=5,
        blank=True,
        choices=UnrocaCategory,
        help_text="Category in the UN Register of Conventional Arms; blank if none.",
    )
    producer = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="systems_produced",
        help_text="The party that designed or first produced it; empty if unknown.",
    )
    variant_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="variants",
        help_text="The system this is a variant of.",
    )

    objects = SystemManager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="system_not_its_own_variant",
                condition=~models.Q(variant_of=models.F("id")),
                violation_error_message="A system cannot be a variant of itself.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        """The stable id, so that fixtures do not depend on row numbers."""
        return (self.slug,)


@recorded
class SystemAlias(models.Model):
    """Another designation that reports use for a system, such as S400 or SA-21."""

    system = models.ForeignKey(
        System, on_delete=models.CASCADE, related_name="aliases", help_text="The system so named."
    )
    name = models.CharField(max_length=200, help_text="The other designation, as reports write it.")

    class Meta:
        verbose_name_plural = "system aliases"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(name="system_alias_once", fields=["system", "name"])]

    def __str__(self) -> str:
        return self.name
