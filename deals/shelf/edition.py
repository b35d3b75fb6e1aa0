"""Editions: every version of every deal that was ever published.

The database refuses to change or delete one.
"""

import hashlib
from datetime import datetime

import orjson
from django.db import models

from deals.shelf.guard import append_only


class EditionEvent(models.TextChoices):
    """What made the edition."""

    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"
    MERGED = "merged", "Merged into another record"


def chain_hash(
    *,
    slug: str,
    number: int,
    event: str,
    document_sha256: str,
    previous_hash: str,
    published_at: datetime,
    published_by: str,
    reason: str,
) -> str:
    """The hash of an edition, in hex: sha256 of its identity, content, circumstances and the hash of the
    edition before it."""
    content = {
        "slug": slug,
        "number": number,
        "event": event,
        "document_sha256": document_sha256,
        "previous_hash": previous_hash,
        "published_at": published_at.isoformat(),
        "published_by": published_by,
        "reason": reason,
    }
    return hashlib.sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()


class Edition(models.Model):
    """One published version of one deal, chained by hash to the version before it."""

    slug = models.SlugField(max_length=120, help_text="Stable id of the deal.")
    number = models.PositiveIntegerField(
        help_text="1 for the first edition of the deal, then one more each time."
    )
    event = models.CharField(
        max_length=10,
        choices=EditionEvent,
        help_text="Whether this edition published, withdrew or merged the deal.",
    )
    document = models.BinaryField(
        help_text="The document as published, JSON in UTF-8; empty for a withdrawal or merger."
    )
    document_sha256 = models.CharField(max_length=64, help_text="Sha256 of the document's bytes, in hex.")
    previous_hash = models.CharField(
        max_length=64, blank=True, help_text="Hash of the edition before this one; blank for the first."
    )
    hash = models.CharField(
        max_length=64, unique=True, help_text="Hash of this edition, in hex; see chain_hash."
    )
    published_at = models.DateTimeField(help_text="When it was published.")
    published_by = models.CharField(
        max_length=150, help_text="Name of the account that published it; not shown to readers."
    )
    reason = models.TextField(help_text="Why it was published, in words for readers.")

    class Meta:
        ordering = ["slug", "-number"]
        constraints = [
            models.UniqueConstraint(name="edition_number_once", fields=["slug", "number"]),
            models.CheckConstraint(
                name="edition_first_has_no_previous",
                condition=models.Q(number=1, previous_hash="")
                | (models.Q(number__gt=1) & ~models.Q(previous_hash="")),
                violation_error_message="The first edition has no previous hash, every other has one.",
            ),
        ]
        indexes = [models.Index(name="edition_newest", fields=["-published_at", "slug"])]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.slug} edition {self.number}"

    def expected_hash(self) -> str:
        """The hash that this row's columns give; equal to `hash` unless someone tampered with it."""
        return chain_hash(
            slug=self.slug,
            number=self.number,
            event=self.event,
            document_sha256=hashlib.sha256(bytes(self.document)).hexdigest(),
            previous_hash=self.previous_hash,
            published_at=self.published_at,
            published_by=self.published_by,
            reason=self.reason,
        )
