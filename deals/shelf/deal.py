"""Deals: the published side of agreements, one finished document each, with the columns that lists need."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from deals.vocab.codes import AgreementKind, AgreementStatus


class DealQuerySet(models.QuerySet["Deal"]):
    """Named sets of deals. Every deal is public: what is not published has no row here."""

    def without_documents(self) -> Self:
        """The narrow columns alone, for counts and links."""
        return self.defer("document", "search_text", "search")

    def naming(self, *, party: str = "", system: str = "", source: str = "") -> Self:
        """Deals whose published record names this party, system or source."""
        deals = self
        if party:
            deals = deals.filter(parties__contains=[party])
        if system:
            deals = deals.filter(systems__contains=[system])
        if source:
            deals = deals.filter(sources__contains=[source])
        return deals


def slugs(help_text: str) -> "ArrayField[list[str], list[str]]":
    """A column that holds stable ids, for filters."""
    return ArrayField(models.CharField(max_length=120), default=list, help_text=help_text)


class Deal(models.Model):
    """One published deal: its newest edition's document, and what lists filter, search and sort by."""

    slug = models.SlugField(
        max_length=120, unique=True, help_text="Stable id of the deal; its address is built from it."
    )
    title = models.CharField(max_length=300, help_text="Title in our own words.")
    kind = models.CharField(max_length=40, choices=AgreementKind, help_text="What sort of instrument it is.")
    status = models.CharField(
        max_length=20,
        choices=AgreementStatus,
        help_text="How far the agreement has got, derived from its latest accepted milestone.",
    )
    counts = models.BooleanField(
        help_text="Whether the deal counts toward totals; the document says why or why not."
    )
    disputed = models.BooleanField(help_text="Whether sources disagree on a fact of the deal.")
    signed_earliest = models.DateField(
        null=True, help_text="First day on which it can have been signed; empty if unknown."
    )
    signed_latest = models.DateField(
        null=True, help_text="Last day on which it can have been signed; empty if unknown."
    )
    year = models.PositiveSmallIntegerField(
        null=True, help_text="Year of signature; empty if unknown or more than one year is possible."
    )
    usd_low = models.DecimalField(
        max_digits=20,
        decimal_places=2,
        null=True,
        help_text="Accepted value in US dollars of the day, at least.",
    )
    usd_high = models.DecimalField(
        max_digits=20,
        decimal_places=2,
        null=True,
        help_text="Accepted value in US dollars of the day, at most.",
    )
    suppliers = slugs("Ids of the parties that supply.")
    recipients = slugs("Ids of the parties that receive.")
    parties = slugs("Ids of all parties that the record names, in any role.")
    systems = slugs("Ids of the systems that are supplied.")
    categories = slugs("Codes of the categories of those systems.")
    sources = slugs("Ids of the sources that are cited.")
    document = models.BinaryField(
        help_text="The deal's document as JSON in UTF-8, byte for byte what its newest edition holds."
    )
    edition = models.PositiveIntegerField(help_text="Number of the newest edition.")
    edition_hash = models.CharField(
        max_length=64,
        help_text="Hash of the newest edition, in hex; the ETag of every answer about the deal.",
    )
    first_published_at = models.DateTimeField(help_text="When the first edition was published.")
    published_at = models.DateTimeField(help_text="When the newest edition was published.")
    search_text = models.TextField(
        help_text="Folded words of title, parties, systems and quotes, for search."
    )
    search = models.GeneratedField(
        expression=SearchVector("search_text", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
        help_text="Search index of those words.",
    )

    objects: ClassVar[models.Manager["Deal"]] = DealQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "slug"]
        indexes = [
            models.Index(name="deal_newest", fields=["-published_at", "slug"]),
            models.Index(models.F("signed_latest").desc(nulls_last=True), "slug", name="deal_signed"),
            models.Index(models.F("usd_high").desc(nulls_last=True), "slug", name="deal_value"),
            models.Index(name="deal_title", fields=["title", "slug"]),
            models.Index(name="deal_kind", fields=["kind"]),
            models.Index(name="deal_status", fields=["status"]),
            models.Index(name="deal_year", fields=["year"]),
            GinIndex(name="deal_suppliers", fields=["suppliers"]),
            GinIndex(name="deal_recipients", fields=["recipients"]),
            GinIndex(name="deal_parties", fields=["parties"]),
            GinIndex(name="deal_systems", fields=["systems"]),
            GinIndex(name="deal_categories", fields=["categories"]),
            GinIndex(name="deal_sources", fields=["sources"]),
            GinIndex(name="deal_search", fields=["search"]),
        ]

    def __str__(self) -> str:
        return self.title


class Tombstone(models.Model):
    """What stands at the address of a deal that was published once and is no more: the reason, or where it
    went."""

    slug = models.SlugField(max_length=120, unique=True, help_text="Stable id of the deal that stood here.")
    reason = models.TextField(help_text="Why the deal was withdrawn or merged, in words for readers.")
    merged_into = models.SlugField(
        max_length=120, blank=True, help_text="Id of the deal that took its place; blank when withdrawn."
    )
    since = models.DateTimeField(help_text="When it was withdrawn or merged.")

    class Meta:
        ordering = ["-since", "slug"]

    def __str__(self) -> str:
        return f"{self.slug}: {self.reason}"
