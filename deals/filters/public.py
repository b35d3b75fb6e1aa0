"""What lists of parties, systems and sources can be asked for."""

from typing import ClassVar

from deals.filters import fields
from deals.filters.lookups import (
    CanBeAtLeast,
    CanBeAtMost,
    CodeIn,
    Country,
    Empty,
    Order,
    Search,
    falling,
    rising,
)
from deals.filters.query import ShelfFilter
from deals.shelf import PublicParty, PublicSource, PublicSystem
from deals.vocab.codes import PartyKind, SourceKind, SystemCategory

_UNFILTERED_ENTRY: dict[str, str] = {
    "id": "a number of the database, which readers never see",
    "slug": "has an address of its own",
    "document": "is what lists answer with",
    "document_sha256": "serves conditional requests",
    "deal_count": "is sorted by",
}

_ORDERS_BY_NAME = {
    "name": ("By name", ["name"]),
    "-name": ("By name, backwards", ["-name"]),
    "-deals": ("Most deals first", ["-deal_count"]),
    "deals": ("Fewest deals first", ["deal_count"]),
}


class PartyFilter(ShelfFilter):
    """Parties by name, kind and country."""

    q = Search("Words", "Words of the party's names; the last may be cut short.", "search", "search_text")
    kind = CodeIn("Kind", "What sort of party it is.", "kind", PartyKind)
    country = Country("Country", "ISO 3166-1 alpha-3 code, or none.", "country")
    ordering = Order("Order of the parties.", _ORDERS_BY_NAME, last=["slug"])

    unfiltered: ClassVar[dict[str, str]] = _UNFILTERED_ENTRY | {
        "name": "its words are in the search",
    }

    class Meta:
        model = PublicParty
        fields: list[str] = []


class SystemFilter(ShelfFilter):
    """Systems by name and category."""

    q = Search("Words", "Words of the system's names; the last may be cut short.", "search", "search_text")
    category = CodeIn("Category", "Category of the system.", "category", SystemCategory)
    ordering = Order("Order of the systems.", _ORDERS_BY_NAME, last=["slug"])

    unfiltered: ClassVar[dict[str, str]] = _UNFILTERED_ENTRY | {"name": "its words are in the search"}

    class Meta:
        model = PublicSystem
        fields: list[str] = []


class SourceFilter(ShelfFilter):
    """Sources by words, kind and date of publication."""

    q = Search("Words", "Words of publisher and title; the last may be cut short.", "search", "search_text")
    kind = CodeIn("Kind", "What sort of source it is.", "kind", SourceKind)
    published = Empty(
        "Publication",
        "Sources whose date of publication nobody knows.",
        "published_earliest",
        "published_latest",
    )
    published_after = CanBeAtLeast(
        "Published in or after",
        "Sources that can have been published on or after this date.",
        "published_earliest",
        "published_latest",
        field=fields.FirstDayField,
    )
    published_before = CanBeAtMost(
        "Published in or before",
        "Sources that can have been published on or before this date.",
        "published_earliest",
        "published_latest",
        field=fields.LastDayField,
    )
    ordering = Order(
        "Order of the sources; those without a date come last.",
        {
            "-published": ("Latest first", [falling("published_latest")]),
            "published": ("Earliest first", [rising("published_earliest")]),
            "publisher": ("By publisher", ["publisher"]),
            "-deals": ("Most deals first", ["-deal_count"]),
            "deals": ("Fewest deals first", ["deal_count"]),
        },
        last=["slug"],
    )

    unfiltered: ClassVar[dict[str, str]] = _UNFILTERED_ENTRY | {
        "publisher": "its words are in the search",
        "title": "its words are in the search",
        "text": "is shown on the source's page",
    }

    class Meta:
        model = PublicSource
        fields: list[str] = []
