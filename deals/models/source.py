"""Sources: the reports and notices that the database quotes."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from deals.models.fields import DerivedDayField, PartialDateField
from deals.models.history import recorded
from deals.vocab.codes import InformationGrade, SourceGrade, SourceKind


class SourceManager(models.Manager["Source"]):
    """Finds sources by the stable id that report files use."""

    def get_by_natural_key(self, slug: str) -> "Source":
        """The source with this stable id."""
        return self.get(slug=slug)


@recorded
class Source(models.Model):
    """One report, notice or register that says something about arms deals.

    Its archived text, where we may keep one, is what quotes are checked against. Four dates stay apart: when
    a thing happened (a milestone's date), when it was announced (a milestone of its own), when this source
    was published, and when we retrieved it.
    """

    slug = models.SlugField(
        max_length=120,
        unique=True,
        help_text="Stable id, also the name of the report file; never changes once published.",
    )
    kind = models.CharField(max_length=30, choices=SourceKind, help_text="What sort of source this is.")
    publisher = models.CharField(
        max_length=200, help_text="Who published it, for example a newspaper or a ministry."
    )
    title = models.CharField(
        max_length=500,
        blank=True,
        help_text="Title as printed; blank when we do not know it, never invented.",
    )
    language = models.CharField(
        max_length=35, blank=True, help_text="Language of the text as a BCP 47 tag, such as en or hi."
    )
    published = PartialDateField(
        help_text="When it was published, in EDTF (2021-12-06, 2018-09, 2019~); blank if unknown."
    )
    published_earliest = DerivedDayField(
        of="published", end="earliest", help_text="First day that the date can mean."
    )
    published_latest = DerivedDayField(
        of="published", end="latest", help_text="Last day that the date can mean."
    )
    retrieved = PartialDateField(help_text="When we retrieved it, in EDTF; blank if unknown.")
    url = models.URLField(
        max_length=1000, blank=True, help_text="Address where the report can be read; blank if unknown."
    )
    text = models.TextField(
        blank=True,
        help_text=(
            "Archived text, exactly as retrieved; blank where we may not keep it. Quotes are checked "
            "against it."
        ),
    )
    text_path = models.CharField(
        max_length=300,
        blank=True,
        help_text="File in the repository that holds the archived text, relative to its root.",
    )
    sha256 = models.CharField(
        max_length=64,
        blank=True,
        help_text="Sha256 of the archived text's bytes, in hex; blank without a text.",
    )
    source_grade = models.CharField(
        max_length=1,
        blank=True,
        choices=SourceGrade,
        help_text="Admiralty grade of the source, A to F; F means no basis to judge.",
    )
    information_grade = models.CharField(
        max_length=1,
        blank=True,
        choices=InformationGrade,
        help_text="Admiralty grade of the information, 1 to 6; 6: no basis.",
    )

    objects = SourceManager()

    class Meta:
        ordering = ["-published_latest", "slug"]
        constraints = [
            models.CheckConstraint(
                name="source_text_with_sha256",
                condition=Q(text="", sha256="") | (~Q(text="") & Q(sha256__regex=r"^[0-9a-f]{64}$")),
                violation_error_message="An archived text and its sha256 go together.",
            ),
            models.CheckConstraint(
                name="source_grades_paired",
                condition=Q(source_grade="", information_grade="")
                | (~Q(source_grade="") & ~Q(information_grade="")),
                violation_error_message="The two Admiralty grades go together.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publisher}, {self.published or 'undated'}"

    def natural_key(self) -> tuple[str]:
        """The stable id, so that fixtures do not depend on row numbers."""
        return (self.slug,)


@recorded
class Passage(models.Model):
    """A verbatim quote of a source: the atom of evidence. One passage may support many facts.

    `start` and `end` count characters of the archived text, the end exclusive. Both are empty where the
    source has no archived text: the quote is then as printed, and shown as not checked. A register's row has
    no wording of its own to quote, so its passage is blank.
    """

    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="passages", help_text="The source that says this."
    )
    quote = models.TextField(
        blank=True, help_text="The words of the source, verbatim; blank only for a row of a register."
    )
    start = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="Offset of the first character in the archived text; empty when not checked.",
    )
    end = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="Offset just after the last character in the archived text; empty when not checked.",
    )

    class Meta:
        ordering = ["source", "start", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="passage_once_per_source", fields=["source", "quote", "start"], nulls_distinct=False
            ),
            models.CheckConstraint(
                name="passage_offsets_paired",
                condition=Q(start__isnull=True, end__isnull=True) | Q(start__isnull=False, end__isnull=False),
                violation_error_message="The two offsets of a passage go together.",
            ),
            models.CheckConstraint(
                name="passage_offsets_span_quote",
                condition=Q(start__isnull=True) | Q(end=F("start") + Length("quote")),
                violation_error_message="The offsets of a passage must span exactly its quote.",
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.quote}”" if self.quote else f"a row of {self.source.publisher}"

    @property
    def checked(self) -> bool:
        """Whether the quote was found in the source's archived text."""
        return self.start is not None
