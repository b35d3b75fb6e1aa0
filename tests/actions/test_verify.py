"""Whoever changes what was published is found out, edition by edition and row by row."""

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest

from deals.actions.publish import merge, publish, withdraw
from deals.actions.verify import BadCheckpoint, make_checkpoint, read_checkpoint, verify_editions
from deals.models import Agreement
from deals.shelf import Deal, Edition, Tombstone
from tests.factories import UserFactory, signed_contract
from tests.shelf.tampering import delete_editions, rewrite_editions

pytestmark = pytest.mark.django_db

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def jets() -> Agreement:
    """A deal with three editions."""
    contract = signed_contract(slug="jets", title="Jets")
    for number in (5, 6, 7):
        contract.items.update(quantity_low=number, quantity_high=number)
        publish([contract], by=UserFactory(), reason=f"{number} of them")
    return contract


@pytest.fixture
def guns() -> Agreement:
    """A deal that was withdrawn."""
    contract = signed_contract(slug="guns")
    publish([contract], by=UserFactory(), reason="first")
    withdraw(contract, by=UserFactory(), reason="a hoax")
    return contract


def findings(checkpoint: Any = None) -> list[str]:
    return list(verify_editions(checkpoint=checkpoint))


def as_file(checkpoint: Any) -> bytes:
    return orjson.dumps(checkpoint)


def roll_back(slug: str, number: int) -> None:
    """Put the shelf back to an older edition and delete the newer ones."""
    edition = Edition.objects.get(slug=slug, number=number)
    delete_editions(slug=slug, number__gt=number)
    Deal.objects.filter(slug=slug).update(
        edition=number, edition_hash=edition.hash, document=edition.document
    )


def test_an_empty_database_is_in_order() -> None:
    assert findings() == []


def test_what_nobody_touched_is_in_order(jets: Agreement, guns: Agreement) -> None:
    twice = signed_contract(slug="twice")
    publish([twice], by=UserFactory(), reason="first")
    merge(twice, into=jets, by=UserFactory(), reason="the same deal")

    assert findings(make_checkpoint()) == []


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (
            {"document": b"{}"},
            [
                "jets edition 2: its document was changed.",
                "jets edition 2: its hash does not fit its content.",
            ],
        ),
        ({"document_sha256": "0" * 64}, ["jets edition 2: its document was changed."]),
        (
            {"hash": "0" * 64},
            [
                "jets edition 2: its hash does not fit its content.",
                "jets edition 3: it does not follow the edition before it.",
            ],
        ),
        (
            {"previous_hash": "0" * 64},
            [
                "jets edition 2: it does not follow the edition before it.",
                "jets edition 2: its hash does not fit its content.",
            ],
        ),
        ({"reason": "no reason"}, ["jets edition 2: its hash does not fit its content."]),
        ({"published_by": "eve"}, ["jets edition 2: its hash does not fit its content."]),
        ({"published_at": AT}, ["jets edition 2: its hash does not fit its content."]),
        ({"event": "withdrawn"}, ["jets edition 2: its hash does not fit its content."]),
        (
            {"number": 4},
            [
                "jets edition 3: expected edition 2; an edition is missing.",
                "jets edition 3: it does not follow the edition before it.",
                "jets edition 4: it does not follow the edition before it.",
                "jets edition 4: its hash does not fit its content.",
                "jets: the shelf differs from its newest edition, 4.",
            ],
        ),
        (
            {"slug": "tanks"},
            [
                "jets edition 3: expected edition 2; an edition is missing.",
                "jets edition 3: it does not follow the edition before it.",
                "tanks edition 2: expected edition 1; an edition is missing.",
                "tanks edition 2: it does not follow the edition before it.",
                "tanks edition 2: its hash does not fit its content.",
                "tanks: its newest edition, 2, is published, and it is not on the shelf.",
            ],
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_changed_column_is_found(jets: Agreement, columns: dict[str, Any], expected: list[str]) -> None:
    rewrite_editions({"number": 2}, **columns)

    assert findings() == expected


def test_a_rewritten_edition_with_a_hash_that_fits_is_found_by_the_next(jets: Agreement) -> None:
    rewrite_editions({"number": 2}, reason="no reason")
    rewrite_editions({"number": 2}, hash=Edition.objects.get(number=2).expected_hash())

    assert findings() == ["jets edition 3: it does not follow the edition before it."]


def test_a_middle_edition_that_is_deleted_is_missed(jets: Agreement) -> None:
    delete_editions(number=2)

    assert findings() == [
        "jets edition 3: expected edition 2; an edition is missing.",
        "jets edition 3: it does not follow the edition before it.",
    ]


def test_a_newest_edition_that_is_deleted_leaves_the_shelf_behind(jets: Agreement) -> None:
    delete_editions(number=3)

    assert findings() == ["jets: the shelf differs from its newest edition, 2."]


def test_a_newest_edition_deleted_with_its_shelf_row_is_found_by_the_checkpoint_alone(
    jets: Agreement,
) -> None:
    checkpoint = make_checkpoint()

    roll_back("jets", 2)

    assert findings() == []
    assert findings(checkpoint) == [
        "jets: edition 3 of the checkpoint is gone.",
        "There are 2 editions, fewer than the 3 of the checkpoint.",
    ]


def test_a_deal_deleted_whole_is_found_by_the_checkpoint_alone(jets: Agreement) -> None:
    checkpoint = make_checkpoint()

    delete_editions()
    Deal.objects.all().delete()

    assert findings() == []
    assert findings(checkpoint) == [
        "jets: edition 3 of the checkpoint is gone.",
        "There are 0 editions, fewer than the 3 of the checkpoint.",
    ]


def test_a_chain_made_anew_is_found_by_the_checkpoint(jets: Agreement) -> None:
    checkpoint = make_checkpoint()

    rewrite_editions({"number": 3}, reason="no reason")
    rewrite_editions({"number": 3}, hash=Edition.objects.get(number=3).expected_hash())
    Deal.objects.update(edition_hash=Edition.objects.get(number=3).hash)

    assert findings() == []
    assert findings(checkpoint) == ["jets: edition 3 is not the one of the checkpoint."]


def test_an_older_checkpoint_still_holds_after_new_editions(jets: Agreement, guns: Agreement) -> None:
    checkpoint = make_checkpoint()

    jets.items.update(quantity_low=8, quantity_high=8)
    publish([jets, signed_contract()], by=UserFactory(), reason="more")
    withdraw(jets, by=UserFactory(), reason="wrong")

    assert findings(checkpoint) == []


@pytest.mark.parametrize("columns", [{"edition": 2}, {"edition_hash": "0" * 64}, {"document": b"{}"}])
def test_a_changed_row_of_the_shelf_is_found(jets: Agreement, columns: dict[str, Any]) -> None:
    Deal.objects.update(**columns)

    assert findings() == ["jets: the shelf differs from its newest edition, 3."]


def test_a_missing_row_of_the_shelf_is_found(jets: Agreement) -> None:
    Deal.objects.all().delete()

    assert findings() == ["jets: its newest edition, 3, is published, and it is not on the shelf."]


def test_a_row_of_the_shelf_that_nobody_published_is_found(jets: Agreement) -> None:
    Deal.objects.update(slug="tanks")

    assert findings() == [
        "tanks: it stands on the shelf without an edition.",
        "jets: its newest edition, 3, is published, and it is not on the shelf.",
    ]


def test_a_missing_tombstone_is_found(guns: Agreement) -> None:
    Tombstone.objects.all().delete()

    assert findings() == ["guns: it was taken off the shelf, and nothing says why at its address."]


def test_a_withdrawn_deal_that_still_stands_is_found(jets: Agreement, guns: Agreement) -> None:
    Deal.objects.update(slug="guns")

    assert findings() == [
        "guns: the shelf differs from its newest edition, 2.",
        "guns: its newest edition, 2, took it off the shelf, and it stands there.",
        "jets: its newest edition, 3, is published, and it is not on the shelf.",
    ]


def test_a_checkpoint_names_the_newest_edition_of_every_deal(jets: Agreement, guns: Agreement) -> None:
    checkpoint = make_checkpoint(at=AT)

    hashes = dict(Edition.objects.values_list("number", "hash").filter(slug="jets"))
    assert checkpoint["heads"]["jets"] == [3, hashes[3]]
    assert list(checkpoint["heads"]) == ["guns", "jets"]
    assert (checkpoint["format"], checkpoint["made_at"], checkpoint["editions"]) == (
        1,
        "2026-01-02T03:04:05+00:00",
        5,
    )


def test_a_checkpoint_reads_back_as_it_was_written(jets: Agreement) -> None:
    checkpoint = make_checkpoint()

    assert read_checkpoint(as_file(checkpoint)) == checkpoint


@pytest.mark.parametrize(
    "changes",
    [{"made_at": "2020-01-01T00:00:00+00:00"}, {"editions": 1}, {"heads": {}}, {"sha256": "0" * 64}],
)
def test_a_changed_checkpoint_is_refused(jets: Agreement, changes: dict[str, Any]) -> None:
    checkpoint: Any = make_checkpoint() | changes

    with pytest.raises(BadCheckpoint) as caught:
        read_checkpoint(as_file(checkpoint))

    found, expected = checkpoint["sha256"], str(caught.value).rpartition(" ")[2].rstrip(".")
    assert str(caught.value) == f"The checkpoint was changed: its hash is {found}, expected {expected}."
    assert len(expected) == 64 != found


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"not JSON",
        b"5",
        b'"text"',
        b"[]",
        b"{}",
        b'{"made_at": "", "editions": 0, "heads": {}}',
        b'{"format": 2, "made_at": "", "editions": 0, "heads": {}, "sha256": ""}',
        b'{"format": 1, "made_at": "", "editions": "0", "heads": {}, "sha256": ""}',
        b'{"format": 1, "made_at": "", "editions": 0, "heads": [], "sha256": ""}',
        b'{"format": 1, "made_at": "", "editions": 0, "heads": {"jets": 1}, "sha256": ""}',
    ],
)
def test_a_file_that_is_no_checkpoint_is_refused(content: bytes) -> None:
    with pytest.raises(BadCheckpoint) as caught:
        read_checkpoint(content)

    assert str(caught.value) == "The file is not a checkpoint written by edition_checkpoint."
