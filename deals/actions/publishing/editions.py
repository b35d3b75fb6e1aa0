"""Appends editions: the chain of everything that was ever published."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from deals.shelf import Edition, EditionEvent, chain_hash

BATCH = 500


@dataclass(frozen=True)
class NewEdition:
    """What is to be published of one deal: its id, why the edition is made, and its document (empty when
    it goes)."""

    slug: str
    event: EditionEvent
    document: bytes
    reason: str


def newest_editions(slugs: Iterable[str]) -> dict[str, Edition]:
    """The newest edition of each of these deals that has one, without the documents."""
    editions = Edition.objects.filter(slug__in=list(slugs)).order_by("slug", "-number").distinct("slug")
    return {edition.slug: edition for edition in editions.defer("document")}


def append_editions(changes: Sequence[NewEdition], *, by: str, at: datetime) -> dict[str, Edition]:
    """Append one edition for each change and return them by deal.

    A document equal to the newest one's makes none.
    """
    newest = newest_editions(change.slug for change in changes)
    editions = [
        _next(change, newest.get(change.slug), by=by, at=at)
        for change in changes
        if not _same(change, newest.get(change.slug))
    ]
    Edition.objects.bulk_create(editions, batch_size=BATCH)
    return {edition.slug: edition for edition in editions}


def _same(change: NewEdition, previous: Edition | None) -> bool:
    digest = hashlib.sha256(change.document).hexdigest()
    return previous is not None and (previous.event, previous.document_sha256) == (change.event, digest)


def _next(change: NewEdition, previous: Edition | None, *, by: str, at: datetime) -> Edition:
    edition = Edition(
        slug=change.slug,
        number=previous.number + 1 if previous else 1,
        event=change.event,
        document=change.document,
        document_sha256=hashlib.sha256(change.document).hexdigest(),
        previous_hash=previous.hash if previous else "",
        published_at=at,
        published_by=by,
        reason=change.reason,
    )
    edition.hash = chain_hash(
        slug=edition.slug,
        number=edition.number,
        event=edition.event,
        document_sha256=edition.document_sha256,
        previous_hash=edition.previous_hash,
        published_at=at,
        published_by=by,
        reason=change.reason,
    )
    return edition
