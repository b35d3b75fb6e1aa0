"""An edition's hash covers its content, its circumstances and the edition before it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from deals.shelf import chain_hash
from tests import shelf_rows

EDITION: dict[str, Any] = {
    "slug": "jets",
    "number": 2,
    "event": "published",
    "document_sha256": "a" * 64,
    "previous_hash": "b" * 64,
    "published_at": datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=UTC),
    "published_by": "ada",
    "reason": "one more report",
}


def test_the_hash_is_the_one_that_anybody_can_compute() -> None:
    assert chain_hash(**EDITION) == "bfe5e7b8d57dcd772360ba773589746db448b1e40bbc47c0ead2c05117468a2b"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("slug", "guns"),
        ("number", 3),
        ("event", "withdrawn"),
        ("document_sha256", "c" * 64),
        ("previous_hash", ""),
        ("published_at", datetime(2026, 1, 2, 3, 4, 5, 7, tzinfo=UTC)),
        ("published_by", "eve"),
        ("reason", ""),
    ],
)
def test_the_hash_covers_every_column(column: str, value: Any) -> None:
    assert chain_hash(**EDITION | {column: value}) != chain_hash(**EDITION)


@pytest.mark.django_db
def test_a_stored_edition_gives_its_hash_again() -> None:
    edition = shelf_rows.edition("jets", document=b'{"id":"jets"}')

    edition.refresh_from_db()

    assert edition.expected_hash() == edition.hash
