"""What the public sees of parties, systems and sources: only those that a published deal names."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from deals.shelf.deal import Deal
from deals.vocab.codes import ClaimStatus, PartyKind, SourceKind, SystemCategory


class PublicEntry(models.Model):
    """What public parties, systems and sources have in common."""

    slug = models.SlugField(max_length=120, unique=True, help_text="Stable id; the address is built from it.")
    document = models.BinaryField(help_text="The finished document as JSON in UTF-8, as the API sends it.")
    document_sha256 = models.CharField(
        max_length=64, help_text="Sha256 of the document's bytes, in hex; the ETag."
    )
    deal_count = models.PositiveIntegerField(help_text="How many published deals name it.")
    search_text = models.TextField(help_text="Folded names, for search.")
    search = models.GeneratedField(
        expression=SearchVector("search_text", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
        help_text="Search index of those names.",
    )

    class Meta:
        abstract = True
        ordering = ["slug"]
        indexes = [GinIndex(name="%(class)s_search", fields=["search"])]


class PublicParty(PublicEntry):
    """A party that a published deal names."""

    name = models.CharField(max_length=200, help_text="Name we show.")
    kind = models.CharField(max_length=30, choices=PartyKind, help_text="What sort of party it is.")
    country = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3 code; blank if none.")

    class Meta(PublicEntry.Meta):
        verbose_name_plural = "public parties"
        ordering = ["name", "slug"]

    def __str__(self) -> str:
        return self.name


class PublicSystem(PublicEntry):
    """A system that a published deal supplies."""

    name = models.CharField(max_length=200, help_text="Designation we show.")
    category = models.CharField(max_length=30, choices=SystemCategory, help_text="Category of the system.")

    class Meta(PublicEntry.Meta):
        ordering = ["name", "slug"]

    def __str__(self) -> str:
        return self.name


class PublicSource(PublicEntry):
    """A source that a published deal cites, with its archived text where there is one."""

    kind = models.CharField(max_length=30, choices=SourceKind, help_text="What sort of source it is.")
    publisher = models.CharField(max_length=200, help_text="Who published it.")
    title = models.CharField(max_length=500, blank=True, help_text="Title as printed; blank if unknown.")
    published_earliest = models.DateField(
        null=True, help_text="First day on which it can have been published."
    )
    published_latest = models.DateField(null=True, help_text="Last day on which it can have been published.")
    text = models.TextField(blank=True, help_text="Archived text; blank where we may not keep it.")

    class Meta(PublicEntry.Meta):
        ordering = ["-published_latest", "slug"]

    def __str__(self) -> str:
        return f"{self.publisher}, {self.published_latest or 'undated'}"


class Citation(models.Model):
    """One passage of a source as a published deal, or a party's stake, cites it for one claim."""

    deal = models.ForeignKey(
        Deal,
        on_delete=models.CASCADE,
        null=True,
        related_name="citations",
        help_text="The deal that cites the source; empty when a party's stake does.",
    )
    party = models.CharField(
        max_length=120, blank=True, help_text="Id of the party whose stake cites the source; else blank."
    )
    source = models.CharField(max_length=120, help_text="Id of the source.")
    claim = models.CharField(max_length=40, help_text="Id of the claim within its deal or party.")
    label = models.CharField(max_length=300, help_text="What the claim says, in words.")
    status = models.CharField(
        max_length=10, choices=ClaimStatus, help_text="The curators' verdict on the claim."
    )
    quote = models.TextField(blank=True, help_text="The words of the source; blank for a row of a register.")
    start = models.PositiveIntegerField(
        null=True, help_text="Offset of the first character in the archived text."
    )
    end = models.PositiveIntegerField(
        null=True, help_text="Offset just after the last character in the archived text."
    )

    class Meta:
        ordering = ["source", "start", "pk"]
        indexes = [
            models.Index(name="citation_source", fields=["source", "start"]),
            models.Index(name="citation_party", fields=["party"], condition=~models.Q(party="")),
        ]
        constraints = [
            models.CheckConstraint(
                name="citation_of_deal_or_party",
                condition=models.Q(deal__isnull=False, party="")
                | (models.Q(deal__isnull=True) & ~models.Q(party="")),
                violation_error_message="A citation belongs to a deal or to a party.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.label}: “{self.quote}”"
