"""Parties: states, companies, organisations, armed groups and persons that take part in agreements."""

from django.db import models

from deals.models.fields import PartialDateField
from deals.models.history import recorded
from deals.vocab.codes import PartyKind


class PartyManager(models.Manager["Party"]):
    """Finds parties by the stable id that report files use."""

    def get_by_natural_key(self, slug: str) -> "Party":
        """The party with this stable id."""
        return self.get(slug=slug)


@recorded
class Party(models.Model):
    """A state, former state, company, body, armed group or person that agreements or claims name."""

    slug = models.SlugField(max_length=120, unique=True, help_text="Stable id; never changes once published.")
    name = models.CharField(max_length=200, help_text="Name we show, in English where one is usual.")
    kind = models.CharField(max_length=30, choices=PartyKind, help_text="What sort of party this is.")
    country = models.CharField(
        max_length=3,
        blank=True,
        help_text="ISO 3166-1 alpha-3 code of the state itself or the country of seat; blank if none.",
    )
    successor_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successors",
        help_text="The former state or company that this one succeeded; the old record stays.",
    )

    objects = PartyManager()

    class Meta:
        verbose_name_plural = "parties"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="party_country_alpha3",
                condition=models.Q(country="") | models.Q(country__regex=r"^[A-Z]{3}$"),
                violation_error_message="A country is three capital letters of ISO 3166-1, such as IND.",
            ),
            models.CheckConstraint(
                name="party_not_its_own_successor",
                condition=~models.Q(successor_of=models.F("id")),
                violation_error_message="A party cannot succeed itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        """The stable id, so that fixtures do not depend on row numbers."""
        return (self.slug,)


class PartyAliasManager(models.Manager["PartyAlias"]):
    """Finds aliases by party and name."""

    def get_by_natural_key(self, slug: str, name: str) -> "PartyAlias":
        """The alias of the party with this stable id."""
        return self.get(party__slug=slug, name=name)


@recorded
class PartyAlias(models.Model):
    """Another name that reports use for a party; a company's former names carry dates."""

    party = models.ForeignKey(
        Party, on_delete=models.CASCADE, related_name="aliases", help_text="The party so named."
    )
    name = models.CharField(max_length=200, help_text="The other name, as reports write it.")
    valid_from = PartialDateField(help_text="When the party took this name, in EDTF; blank if unknown.")
    valid_until = PartialDateField(
        help_text="When the party gave this name up, in EDTF; blank if unknown or still used."
    )

    objects = PartyAliasManager()

    class Meta:
        verbose_name_plural = "party aliases"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(name="party_alias_once", fields=["party", "name"])]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, str]:
        """Party and name, so that fixtures do not depend on row numbers."""
        return (self.party.slug, self.name)

    natural_key.dependencies = ["deals.party"]  # type: ignore[attr-defined]  # Django's documented way to order fixtures.
