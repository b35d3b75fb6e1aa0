"""Every question that the lists answer: each filter with telling values, each order, pages and API alike."""

from urllib.parse import urlencode

from deals.filters import DealFilter, PartyFilter, RegisterLineFilter, SourceFilter, SystemFilter
from deals.filters.query import ShelfFilter

FILTERSETS: dict[str, type[ShelfFilter]] = {
    "/deals/": DealFilter,
    "/parties/": PartyFilter,
    "/systems/": SystemFilter,
    "/sources/": SourceFilter,
    "/api/v1/deals/": DealFilter,
    "/api/v1/register/": RegisterLineFilter,
    "/api/v1/parties/": PartyFilter,
    "/api/v1/systems/": SystemFilter,
    "/api/v1/sources/": SourceFilter,
}
"""The FilterSet of each list."""


def asked(word: str) -> list[str]:
    """The addresses of all filters, each with ids and words that begin with this word."""
    values = [
        word,
        f"{word}-draft",
        f"{word}-party-draft",
        f"{word}-system-superseded",
        f"{word}-source-draft",
        f"{word} words",
        f"{word}' | {word}",
    ]
    return [
        f"{path}?{urlencode({name: value})}"
        for path, filterset in FILTERSETS.items()
        for name in filterset.lookups()
        for value in values
    ]


def asked_of_figures() -> list[str]:
    """The addresses of all filters, each with figures and codes of private work, and of all orders."""
    values = ["1991", "1993-05", "unknown", "3000001", "XYZ", "statement", "true"]
    questions = [
        f"{path}?{urlencode({name: value})}"
        for path, filterset in FILTERSETS.items()
        for name in filterset.lookups()
        for value in values
    ]
    orders = [
        f"{path}?{urlencode({'ordering': order, 'page_size': 1, 'page': page})}"
        for path, filterset in FILTERSETS.items()
        for order in filterset.lookups()["ordering"].schema["enum"]
        for page in (1, 2, 3)
    ]
    return questions + orders
