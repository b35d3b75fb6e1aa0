"""Publishing: writes the shelf from the desk, appending an edition for each deal that changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import orjson
from django.contrib.auth.models import AbstractBaseUser
from django.db import connection
from django.utils import timezone

from deals.actions.publishing.document import as_bytes, build_document
from deals.actions.publishing.editions import NewEdition, append_editions
from deals.actions.publishing.entries import refresh_entries
from deals.actions.publishing.gather import gather, gather_rates, neighbours
from deals.actions.publishing.shelf_rows import Published, party_ids, put_on_shelf, system_ids, take_off_shelf
from deals.actions.recording import recording
from deals.models import Agreement
from deals.quality.publication import publication_obstacles
from deals.shelf import Deal, EditionEvent, Tombstone
from deals.shelf.document import DealDocument
from deals.vocab.codes import AgreementState

# Records whose documents are in memory at a time.
BATCH = 1000

# Publishing runs one at a time: two at once could each miss the other's relations. Any number serves, if it
# is ours alone.
_PUBLISHING_LOCK = 0x41444C50

RELATED_REASON = "a related deal was published, withdrawn or merged"


class CannotPublish(Exception):
    """Some records must not be published as they are; `obstacles` says which and why, in words."""

    def __init__(self, obstacles: list[str]) -> None:
        self.obstacles = obstacles
        super().__init__("Nothing was published. " + " ".join(obstacles))


@dataclass(frozen=True)
class Publication:
    """What publishing did: deals with a new edition, and how many were already as they should be."""

    published: list[str]
    unchanged: int


@dataclass
class _Touched:
    """Ids of public entries that a change of deals can affect."""

    parties: set[str]
    systems: set[str]
    sources: set[str]

    def add(self, document: DealDocument) -> None:
        self.parties |= party_ids(document)
        self.systems |= system_ids(document)
        self.sources |= {source["id"] for source in document["sources"]}


def publish(agreements: Iterable[Agreement], *, by: AbstractBaseUser, reason: str) -> Publication:
    """Publish these records, and anew those that are related to them; raises CannotPublish before anything
    is written."""
    with recording(by=by, reason=reason):
        chosen = _lock(agreements)
        # What is published anew with them must be as sound as they are.
        tied = neighbours(chosen)
        if obstacles := publication_obstacles([*chosen, *tied]):
            raise CannotPublish(obstacles)
        _set_state(chosen, AgreementState.PUBLISHED)
        return _publish(chosen, tied, by=by, reason=reason)


def withdraw(agreement: Agreement, *, by: AbstractBaseUser, reason: str) -> None:
    """Take a published record off the shelf; its address answers 410 with the reason from then on."""
    _require_reason(reason)
    with recording(by=by, reason=reason):
        (record,) = _lock([agreement])
        _require_published(record)
        _set_state([record], AgreementState.WITHDRAWN, reason=reason)
        _remove(record, EditionEvent.WITHDRAWN, merged_into="", by=by, reason=reason)


def merge(agreement: Agreement, *, into: Agreement, by: AbstractBaseUser, reason: str) -> None:
    """Let a published record lead to another one that took its place; its address redirects there from then
    on.

    The facts stay where they are: moving them is a curator's decision of its own.
    """
    _require_reason(reason)
    if agreement.pk == into.pk:
        raise CannotPublish([f"{agreement.slug} cannot be merged into itself."])
    with recording(by=by, reason=reason):
        record, target = sorted(_lock([agreement, into]), key=lambda one: one.pk != agreement.pk)
        _require_published(record)
        _require_published(target)
        Agreement.objects.filter(pk=record.pk).update(
            state=AgreementState.MERGED, state_reason=reason, merged_into=target
        )
        _remove(record, EditionEvent.MERGED, merged_into=target.slug, by=by, reason=reason)


def _lock(agreements: Iterable[Agreement]) -> list[Agreement]:
    """The rows as they are now, locked until the end of the transaction, one publication at a time."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_PUBLISHING_LOCK])
    ids = [agreement.pk for agreement in agreements]
    return list(Agreement.objects.filter(pk__in=ids).order_by("pk").select_for_update())


def _set_state(agreements: Sequence[Agreement], state: AgreementState, *, reason: str = "") -> None:
    ids = [agreement.pk for agreement in agreements if agreement.state != state]
    Agreement.objects.filter(pk__in=ids).update(state=state, state_reason=reason, merged_into=None)


def _publish(
    agreements: Sequence[Agreement], tied: Sequence[Agreement], *, by: AbstractBaseUser, reason: str
) -> Publication:
    at = timezone.now()
    touched = _Touched(set(), set(), set())
    published: list[str] = []
    count = 0
    for group, why in ((agreements, reason), (tied, RELATED_REASON)):
        count += len(group)
        for start in range(0, len(group), BATCH):
            published += _publish_batch(
                group[start : start + BATCH], touched, by=by.get_username(), at=at, reason=why
            )
    refresh_entries(parties=touched.parties, systems=touched.systems, sources=touched.sources)
    return Publication(published=published, unchanged=count - len(published))


def _publish_batch(
    agreements: Sequence[Agreement], touched: _Touched, *, by: str, at: datetime, reason: str
) -> list[str]:
    rates = gather_rates()
    documents = {
        record.agreement.slug: build_document(record, rates, on=at.date()) for record in gather(agreements)
    }
    bodies = {slug: as_bytes(document) for slug, document in documents.items()}
    editions = append_editions(
        [NewEdition(slug, EditionEvent.PUBLISHED, body, reason) for slug, body in bodies.items()],
        by=by,
        at=at,
    )
    _touch_standing(documents, touched)
    for document in documents.values():
        touched.add(document)
    put_on_shelf([Published(documents[slug], bodies[slug], edition) for slug, edition in editions.items()])
    return list(editions)


def _touch_standing(slugs: Iterable[str], touched: _Touched) -> None:
    """Entries that the deals name as they stand on the shelf now."""
    for body in Deal.objects.filter(slug__in=list(slugs)).values_list("document", flat=True):
        touched.add(orjson.loads(bytes(body)))


def _remove(
    agreement: Agreement, event: EditionEvent, *, merged_into: str, by: AbstractBaseUser, reason: str
) -> None:
    at = timezone.now()
    touched = _Touched(set(), set(), set())
    _touch_standing([agreement.slug], touched)
    append_editions([NewEdition(agreement.slug, event, b"", reason)], by=by.get_username(), at=at)
    take_off_shelf([agreement.slug])
    Tombstone.objects.create(slug=agreement.slug, reason=reason, merged_into=merged_into, since=at)
    tied = neighbours([agreement])
    _publish(tied, neighbours(tied), by=by, reason=RELATED_REASON)
    refresh_entries(parties=touched.parties, systems=touched.systems, sources=touched.sources)


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise CannotPublish(["A reason is needed: readers of the old address see it."])


def _require_published(agreement: Agreement) -> None:
    if agreement.state != AgreementState.PUBLISHED:
        raise CannotPublish(
            [f"{agreement.slug} is not published: it is {agreement.get_state_display().lower()}."]
        )
