"""Rows of the shelf for tests, made without the desk, each with a valid document."""

import hashlib
from datetime import UTC, datetime
from typing import Any

import orjson

from deals.shelf import (
    Deal,
    Edition,
    PublicParty,
    PublicSource,
    PublicSystem,
    RegisterLine,
    Tombstone,
    chain_hash,
)
from deals.shelf.document import DOCUMENT_FORMAT
from deals.vocab.names import fold

PUBLISHED_AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def deal(slug: str = "s-400", **columns: Any) -> Deal:
    """A published deal with its first edition; `columns` are those that matter to the test."""
    title = columns.setdefault("title", f"Deal {slug}")
    columns.setdefault("kind", "contract")
    columns.setdefault("status", "signed")
    columns.setdefault("counts", True)
    columns.setdefault("disputed", False)
    columns.setdefault("published_at", PUBLISHED_AT)
    columns.setdefault("search_text", fold(title))
    document = orjson.dumps(deal_document(slug, **columns))
    first = edition(slug, document=document, published_at=columns["published_at"])
    return Deal.objects.create(
        slug=slug,
        document=document,
        edition=first.number,
        edition_hash=first.hash,
        first_published_at=columns["published_at"],
        **columns,
    )


def deal_document(
    slug: str, *, title: str, kind: str, status: str, counts: bool, disputed: bool, **_: Any
) -> Any:
    """A deal's document without a single fact."""
    facts = ("parties", "items", "values", "milestones", "relations", "exposures", "disagreements", "sources")
    return {
        "format": DOCUMENT_FORMAT,
        "id": slug,
        "title": title,
        "kind": kind,
        "summary": "",
        "status": status,
        "counts_toward_totals": counts,
        "counting_reason": "",
        "disputed": disputed,
        "signed": None,
        **{fact: [] for fact in facts},
    }


def edition(slug: str, *, document: bytes = b"", after: Edition | None = None, **columns: Any) -> Edition:
    """An edition of a deal: its first one, or the next `after` another."""
    content = {
        "slug": slug,
        "number": after.number + 1 if after else 1,
        "event": columns.get("event", "published"),
        "document_sha256": hashlib.sha256(document).hexdigest(),
        "previous_hash": after.hash if after else "",
        "published_at": columns.get("published_at", PUBLISHED_AT),
        "published_by": columns.get("published_by", "secret-curator"),
        "reason": columns.get("reason", "A second report came in."),
    }
    return Edition.objects.create(**content, document=document, hash=chain_hash(**content))


def tombstone(slug: str, reason: str = "It never took place.", merged_into: str = "") -> Tombstone:
    """What stands where a deal was withdrawn or merged."""
    return Tombstone.objects.create(slug=slug, reason=reason, merged_into=merged_into, since=PUBLISHED_AT)


def line(of: Deal, position: int = 1, **columns: Any) -> RegisterLine:
    """A register line of a deal."""
    defaults: dict[str, Any] = {
        "suppliers": ["russia"],
        "recipients": ["india"],
        "year_of_order": 2018,
        "number_low": 5,
        "number_high": 5,
        "qualifier": "exact",
        "unit": "system",
        "system": "s-400",
        "designation": "S-400",
        "category": "air_defence_systems",
        "delivery_status": "unknown",
        "counts": True,
    }
    row = defaults | columns
    document = orjson.dumps(line_document(of, **row))
    return RegisterLine.objects.create(deal=of, position=position, document=document, **row)


def line_document(of: Deal, **row: Any) -> Any:
    """A register line's document."""
    quantity = {"low": row["number_low"], "high": row["number_high"], "qualifier": row["qualifier"]}
    return {
        "deal": {"id": of.slug, "name": of.title},
        "suppliers": [{"id": party, "name": party.title()} for party in row["suppliers"]],
        "recipients": [{"id": party, "name": party.title()} for party in row["recipients"]],
        "year_of_order": row["year_of_order"],
        "ordered": {**quantity, "text": str(row["number_high"])},
        "unit": row["unit"],
        "system": {"id": row["system"], "name": row["designation"]},
        "category": row["category"],
        "part": "",
        "mode": "sale",
        "condition": "new",
        "delivery_status": row["delivery_status"],
        "delivered": row.get("delivered"),
        "delivery_years": "",
        "deal_status": of.status,
        "counts_toward_totals": row["counts"],
        "counting_reason": "",
        "disputed": of.disputed,
    }


def party(slug: str = "india", **columns: Any) -> PublicParty:
    """A party that a published deal names."""
    row = {"name": slug.title(), "kind": "state", "country": "", "deal_count": 1} | columns
    document = {
        "format": DOCUMENT_FORMAT,
        "id": slug,
        "name": row["name"],
        "kind": row["kind"],
        "country": row["country"],
        "sipri_mark": "",
        "aliases": [],
        "successor_of": None,
        "stakes": [],
        "sources": [],
    }
    return PublicParty.objects.create(
        slug=slug, search_text=fold(str(row["name"])), **_stored(document), **row
    )


def system(slug: str = "s-400", **columns: Any) -> PublicSystem:
    """A system that a published deal supplies."""
    row = {"name": slug.upper(), "category": "air_defence_systems", "deal_count": 1} | columns
    document = {
        "format": DOCUMENT_FORMAT,
        "id": slug,
        "name": row["name"],
        "category": row["category"],
        "unroca_category": "",
        "aliases": [],
        "producer": None,
        "variant_of": None,
    }
    return PublicSystem.objects.create(
        slug=slug, search_text=fold(str(row["name"])), **_stored(document), **row
    )


def source(slug: str = "daily", **columns: Any) -> PublicSource:
    """A source that a published deal cites."""
    row = {"publisher": slug.title(), "title": "", "kind": "news_report", "deal_count": 1} | columns
    document = {
        "format": DOCUMENT_FORMAT,
        "id": slug,
        "kind": row["kind"],
        "publisher": row["publisher"],
        "title": row["title"],
        "language": "en",
        "published": None,
        "retrieved": None,
        "url": "",
        "archived": False,
        "sha256": "",
        "source_grade": "",
        "information_grade": "",
        "passages": [],
    }
    search_text = fold(f"{row['publisher']} {row['title']}")
    return PublicSource.objects.create(slug=slug, search_text=search_text, **_stored(document), **row)


def _stored(document: Any) -> dict[str, Any]:
    content = orjson.dumps(document)
    return {"document": content, "document_sha256": hashlib.sha256(content).hexdigest()}
