"""Proves that what was published is what stands there: the chain of editions, the shelf, and checkpoints
kept elsewhere."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypedDict, TypeGuard

import orjson
from django.utils import timezone

from deals.shelf import Deal, Edition, EditionEvent, Tombstone

CHECKPOINT_FORMAT = 1

_FOREIGN = "The file is not a checkpoint written by edition_checkpoint."


class Checkpoint(TypedDict):
    """The newest edition of every deal at one time: number and hash by deal. To be kept where the
    database's owner cannot reach."""

    format: int
    made_at: str
    editions: int
    heads: dict[str, list[Any]]
    sha256: str


class BadCheckpoint(ValueError):
    """The file is no checkpoint of ours, or was changed; the message says which."""


def make_checkpoint(*, at: datetime | None = None) -> Checkpoint:
    """The newest edition of every deal, with a hash of the checkpoint itself."""
    heads = {
        edition.slug: [edition.number, edition.hash]
        for edition in Edition.objects.order_by("slug", "-number").distinct("slug").defer("document")
    }
    made_at = (at or timezone.now()).isoformat(timespec="seconds")
    count = Edition.objects.count()
    return Checkpoint(
        format=CHECKPOINT_FORMAT,
        made_at=made_at,
        editions=count,
        heads=heads,
        sha256=_checkpoint_hash(made_at, count, heads),
    )


def read_checkpoint(text: str | bytes) -> Checkpoint:
    """The checkpoint in a file's text; raises BadCheckpoint when it is none or was changed."""
    try:
        checkpoint = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadCheckpoint(_FOREIGN) from error
    if not _is_checkpoint(checkpoint):
        raise BadCheckpoint(_FOREIGN)
    expected = _checkpoint_hash(checkpoint["made_at"], checkpoint["editions"], checkpoint["heads"])
    if checkpoint["sha256"] != expected:
        raise BadCheckpoint(
            f"The checkpoint was changed: its hash is {checkpoint['sha256']}, expected {expected}."
        )
    return checkpoint


def _is_checkpoint(content: Any) -> TypeGuard[Checkpoint]:
    """Whether the content has the shape of a checkpoint; whether it is a true one its hash says."""
    match content:
        case {"format": 1, "made_at": str(), "editions": int(), "heads": dict(heads), "sha256": str()}:
            return all(isinstance(head, list) and len(head) == 2 for head in heads.values())
    return False


def verify_editions(*, checkpoint: Checkpoint | None = None) -> Iterator[str]:
    """What is wrong with the editions and the shelf, in words; nothing when all is well."""
    heads: dict[str, Edition] = {}
    for edition in Edition.objects.order_by("slug", "number").iterator(chunk_size=500):
        yield from _check_link(edition, heads.get(edition.slug))
        heads[edition.slug] = edition
    yield from _check_shelf(heads)
    if checkpoint is not None:
        yield from _check_checkpoint(heads, checkpoint)


def _check_link(edition: Edition, previous: Edition | None) -> Iterator[str]:
    number, previous_hash = (previous.number + 1, previous.hash) if previous else (1, "")
    if edition.number != number:
        yield f"{edition}: expected edition {number}; an edition is missing."
    if edition.previous_hash != previous_hash:
        yield f"{edition}: it does not follow the edition before it."
    if hashlib.sha256(bytes(edition.document)).hexdigest() != edition.document_sha256:
        yield f"{edition}: its document was changed."
    if edition.expected_hash() != edition.hash:
        yield f"{edition}: its hash does not fit its content."


def _check_shelf(heads: Mapping[str, Edition]) -> Iterator[str]:
    standing = set()
    for deal in Deal.objects.only("slug", "edition", "edition_hash", "document").iterator(chunk_size=500):
        standing.add(deal.slug)
        head = heads.get(deal.slug)
        if head is None:
            yield f"{deal.slug}: it stands on the shelf without an edition."
        elif (deal.edition, deal.edition_hash, bytes(deal.document)) != (
            head.number,
            head.hash,
            bytes(head.document),
        ):
            yield f"{deal.slug}: the shelf differs from its newest edition, {head.number}."
    tombstones = set(Tombstone.objects.values_list("slug", flat=True))
    for slug, head in heads.items():
        public = head.event == EditionEvent.PUBLISHED
        if public and slug not in standing:
            yield f"{slug}: its newest edition, {head.number}, is published, and it is not on the shelf."
        if not public and slug in standing:
            yield f"{slug}: its newest edition, {head.number}, took it off the shelf, and it stands there."
        if not public and slug not in tombstones:
            yield f"{slug}: it was taken off the shelf, and nothing says why at its address."


def _check_checkpoint(heads: Mapping[str, Edition], checkpoint: Checkpoint) -> Iterator[str]:
    wanted = {(slug, number): digest for slug, (number, digest) in checkpoint["heads"].items()}
    found = dict(_hashes(slug for slug in checkpoint["heads"]))
    for (slug, number), digest in wanted.items():
        if (slug, number) not in found:
            yield f"{slug}: edition {number} of the checkpoint is gone."
        elif found[slug, number] != digest:
            yield f"{slug}: edition {number} is not the one of the checkpoint."
    count = sum(head.number for head in heads.values())
    if count < checkpoint["editions"]:
        yield f"There are {count} editions, fewer than the {checkpoint['editions']} of the checkpoint."


def _hashes(slugs: Iterable[str]) -> Iterator[tuple[tuple[str, int], str]]:
    rows = Edition.objects.filter(slug__in=list(slugs)).values_list("slug", "number", "hash")
    for slug, number, digest in rows.iterator(chunk_size=2000):
        yield (slug, number), digest


def _checkpoint_hash(made_at: str, editions: int, heads: Mapping[str, Any]) -> str:
    content = [CHECKPOINT_FORMAT, made_at, editions, heads]
    return hashlib.sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()
