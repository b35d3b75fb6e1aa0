"""What every list page does: read parameters, take a page of rows, count up to a bound, offer the form."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseRedirect

from deals.filters import Page, read_page, read_query
from deals.filters.query import ShelfFilter
from deals.pages.presenters.controls import (
    Chip,
    Control,
    Options,
    chips,
    controls,
    query_for_page,
    without_empty,
)

MOST_COUNTED = 10_000
"""Beyond this many rows a list says "more than": counting on would cost more than the number is worth."""

SHOWN_OUTRIGHT = ("q", "ordering")
"""The parameters that every reader of a list wants; a form folds the others away."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list with its form."""

    rows: Sequence[Any]
    count: int
    page: Page
    controls: list[Control]
    chips: list[Chip]
    clear_query: str
    earlier_query: str | None
    later_query: str | None
    shown_outright: Collection[str]

    @property
    def main_controls(self) -> list[Control]:
        """The controls that everybody sees."""
        return [control for control in self.controls if control.name in self.shown_outright]

    @property
    def more_controls(self) -> list[Control]:
        """The controls that are folded away."""
        return [control for control in self.controls if control.name not in self.shown_outright]

    @property
    def more_in_use(self) -> int:
        """How many of the folded ones are in use."""
        return sum(control.active for control in self.more_controls)

    @property
    def more_than_counted(self) -> bool:
        """Whether there are more rows than were counted."""
        return self.count > MOST_COUNTED

    @property
    def most_counted(self) -> int:
        """The bound of counting, for "more than"."""
        return MOST_COUNTED

    @property
    def words(self) -> str:
        """The words that are searched for; empty when none are."""
        return next((control.value for control in self.controls if control.name == "q"), "")

    @property
    def first(self) -> int:
        """The number of the page's first row in the whole list."""
        return self.page.start + 1

    @property
    def last(self) -> int:
        """The number of the page's last row in the whole list."""
        return self.page.start + len(self.rows)


def clean_address(request: HttpRequest) -> HttpResponseRedirect | None:
    """The way to the same list without the empty parameters that forms send and nobody should cite."""
    cleaned = without_empty(request.GET)
    if all(value.strip() for _, values in request.GET.lists() for value in values):
        return None
    query = cleaned.urlencode()
    return HttpResponseRedirect(f"{request.path}?{query}" if query else request.path)


def read_listing(
    request: HttpRequest,
    filterset_class: type[ShelfFilter],
    queryset: QuerySet[Any],
    menus: Mapping[str, Options] | None = None,
    *,
    shown_outright: Collection[str] = SHOWN_OUTRIGHT,
) -> Listing:
    """The page of the list that the address asks for; raises BadQuery, or Http404 beyond the last page."""
    filterset = read_query(filterset_class, request.GET, queryset, empty_means_unset=True)
    page = read_page(request.GET)
    rows = list(filterset.qs[page.start : page.start + page.size + 1])
    has_later = len(rows) > page.size
    if page.number > 1 and not rows:
        raise Http404
    shown = controls(filterset, menus or {})
    # The first page of a short list needs no query to count it.
    whole = page.number == 1 and not has_later
    return Listing(
        rows=rows[: page.size],
        count=len(rows) if whole else filterset.qs.order_by()[: MOST_COUNTED + 1].count(),
        page=page,
        controls=shown,
        chips=chips(shown, request.GET),
        clear_query=_only(request, "ordering"),
        earlier_query=query_for_page(request.GET, page.number - 1) if page.number > 1 else None,
        later_query=query_for_page(request.GET, page.number + 1) if has_later else None,
        shown_outright=shown_outright,
    )


def _only(request: HttpRequest, name: str) -> str:
    """The query with nothing but this parameter."""
    query = without_empty(request.GET)
    for other in set(query) - {name}:
        del query[other]
    return query.urlencode()
