"""What lists of deals can be asked for."""

from typing import ClassVar

from deals.filters import fields
from deals.filters.lookups import (
    Bound,
    CanBeAtLeast,
    CanBeAtMost,
    CodeAmong,
    CodeIn,
    Empty,
    Flag,
    IdAmong,
    Order,
    Search,
    Year,
    falling,
    rising,
)
from deals.filters.query import ShelfFilter
from deals.shelf import Deal
from deals.vocab.codes import AgreementKind, AgreementStatus, SystemCategory


class DealFilter(ShelfFilter):
    """Deals by their words, parties, systems, sources, codes, dates and values."""

    q = Search(
        "Words",
        "Words of the title, parties, systems and quotes; the last may be cut short.",
        "search",
        "search_text",
    )
    party = IdAmong("Party", "Id of a party that the deal names, in any role.", "parties")
    supplier = IdAmong("Supplier", "Id of a party that supplies.", "suppliers")
    recipient = IdAmong("Recipient", "Id of a party that receives.", "recipients")
    system = IdAmong("System", "Id of a system that is supplied.", "systems")
    source = IdAmong("Source", "Id of a source that the deal cites.", "sources")
    category = CodeAmong("Category", "Category of a system that is supplied.", "categories", SystemCategory)
    kind = CodeIn("Kind", "What sort of instrument it is.", "kind", AgreementKind)
    status = CodeIn("Status", "How far the agreement has come.", "status", AgreementStatus)
    disputed = Flag("Disputed", "Whether sources disagree on a fact of the deal.", "disputed")
    counts = Flag("Counts toward totals", "Whether the deal counts toward totals.", "counts")
    year = Year("Year of signature", "Year of signature, or unknown.", "year")
    signed = Empty(
        "Signature", "Deals whose date of signature nobody knows.", "signed_earliest", "signed_latest"
    )
    signed_after = CanBeAtLeast(
        "Signed in or after",
        "Deals that can have been signed on or after this date.",
        "signed_earliest",
        "signed_latest",
        field=fields.FirstDayField,
    )
    signed_before = CanBeAtMost(
        "Signed in or before",
        "Deals that can have been signed on or before this date.",
        "signed_earliest",
        "signed_latest",
        field=fields.LastDayField,
    )
    usd = Empty("Value", "Deals that have no known value in US dollars.", "usd_low", "usd_high")
    usd_min = CanBeAtLeast(
        "Value from, US dollars",
        "Deals whose value can be this many US dollars of the day, or more.",
        "usd_low",
        "usd_high",
        field=fields.AmountField,
    )
    usd_max = CanBeAtMost(
        "Value to, US dollars",
        "Deals whose value can be this many US dollars of the day, or less.",
        "usd_low",
        "usd_high",
        field=fields.AmountField,
    )
    published_since = Bound(
        "Published since",
        "Deals whose newest edition was published at this moment or later.",
        "published_at",
        side="gte",
        field=fields.MomentField,
    )
    ordering = Order(
        "Order of the deals; those without a date or value come last.",
        {
            "-published": ("Newest edition first", ["-published_at"]),
            "published": ("Oldest edition first", ["published_at"]),
            "-signed": ("Latest signature first", [falling("signed_latest")]),
            "signed": ("Earliest signature first", [rising("signed_earliest")]),
            "-value": ("Largest value first", [falling("usd_high")]),
            "value": ("Smallest value first", [rising("usd_low")]),
            "title": ("By title", ["title"]),
        },
        last=["slug"],
    )

    unfiltered: ClassVar[dict[str, str]] = {
        "id": "a number of the database, which readers never see",
        "slug": "has an address of its own",
        "title": "its words are in the search",
        "document": "is what lists answer with",
        "edition": "counts editions and says nothing of the deal",
        "edition_hash": "serves conditional requests",
        "first_published_at": "published_since follows the newest edition, so that a poll misses nothing",
    }

    class Meta:
        model = Deal
        fields: list[str] = []
