"""Lists: a page's documents and the count in one query, joined as bytes, and kept until an edition comes."""

from typing import Any, ClassVar

from django.db import connection
from django.db.models import F, Func, IntegerField, Model, QuerySet, Subquery, TextField, Value
from django.http import Http404, HttpResponseBase
from rest_framework.request import Request

from deals.api.answers import ListPage, answer_list, make_list
from deals.api.base import Endpoint
from deals.api.kept import KeptPages
from deals.filters import (
    DealFilter,
    Page,
    PartyFilter,
    RegisterLineFilter,
    ShelfFilter,
    SourceFilter,
    SystemFilter,
    apply,
    read_page,
)
from deals.shelf import Deal, Edition, PublicParty, PublicSource, PublicSystem, RegisterLine
from deals.shelf.document import (
    DealDocument,
    PartyDocument,
    RegisterLineDocument,
    SourceDocument,
    SystemDocument,
)

KEPT_BYTES = 32 * 1024 * 1024
"""How much of finished pages one process keeps in memory: the first pages of many lists."""

_kept = KeptPages(KEPT_BYTES)

# PostgreSQL sends a byte as two hexadecimal digits, and a text as it stands: half the time for fifty rows.
_AS_TEXT = Func(F("document"), Value("UTF8"), function="convert_from", output_field=TextField())

# Every request for a list of deals asks this; putting it together each time would outlast the answer.
_NEWEST_EDITION = str(Edition.objects.order_by().values(newest=Func(F("pk"), function="MAX")).query)

# An aggregate that groups nothing, as a subquery needs it.
_COUNT = Func(template="COUNT(*)", output_field=IntegerField())


class ShelfList(Endpoint):
    """A list of rows of one shelf model, filtered and sorted by its FilterSet."""

    model: ClassVar[type[Model]]
    filterset_class: ClassVar[type[ShelfFilter]] = ShelfFilter
    is_list = True

    def get(self, request: Request) -> HttpResponseBase:
        """One page of the list."""
        return answer_list(request, self.make_page(request))

    def make_page(self, request: Request) -> ListPage:
        """The page that the address asks for; raises BadQuery, or Http404 beyond the last page."""
        rows = apply(self.filterset_class, request.GET, self.model._default_manager.all())
        page = read_page(request.GET)
        documents, count = _read(rows, page)
        return make_list(request.build_absolute_uri(request.path), request.GET, documents, page, count)


class DealRowsList(ShelfList):
    """A list of rows that are made from the deals' documents alone, and so change with a new edition only."""

    def make_page(self, request: Request) -> ListPage:
        """As in any list; one that was made since the newest edition is not made again."""
        newest = _newest_edition()
        if newest is None:
            return super().make_page(request)
        key = (newest, request.build_absolute_uri(request.path), request.GET.urlencode())
        return _kept.get(key, lambda: super(DealRowsList, self).make_page(request))


def _newest_edition() -> int | None:
    """The number that the database gave to the newest edition of all; none before the first."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST_EDITION)
        newest: int | None = cursor.fetchone()[0]
    return newest


def _read(rows: QuerySet[Any], page: Page) -> tuple[list[bytes], int]:
    """The documents of the page, and how many the whole list has; raises Http404 beyond the last page."""
    count = Subquery(rows.order_by().annotate(number=_COUNT).values("number"))
    # Which rows, before their documents: those of the pages before would all be read as well.
    chosen = rows.values("pk")[page.start : page.start + page.size]
    ordered = rows.model._default_manager.filter(pk__in=chosen).order_by(*rows.query.order_by)
    found = list(ordered.values_list(_AS_TEXT, count))
    if found:
        return [text.encode() for text, _ in found], found[0][1]
    if page.number > 1:
        raise Http404
    return [], 0


class DealList(DealRowsList):
    """Published deals, one complete document each."""

    operation, summary, tag = "list_deals", "List deals", "Deals"
    model, filterset_class, answer_type = Deal, DealFilter, DealDocument


class RegisterLineList(DealRowsList):
    """The trade register: one line for each accepted item of each published deal."""

    operation, summary, tag = "list_register_lines", "List register lines", "Register"
    model, filterset_class, answer_type = RegisterLine, RegisterLineFilter, RegisterLineDocument


class PartyList(ShelfList):
    """Parties that published deals name."""

    operation, summary, tag = "list_parties", "List parties", "Parties"
    model, filterset_class, answer_type = PublicParty, PartyFilter, PartyDocument


class SystemList(ShelfList):
    """Systems that published deals supply."""

    operation, summary, tag = "list_systems", "List systems", "Systems"
    model, filterset_class, answer_type = PublicSystem, SystemFilter, SystemDocument


class SourceList(ShelfList):
    """Sources that published deals cite, with every passage that is cited."""

    operation, summary, tag = "list_sources", "List sources", "Sources"
    model, filterset_class, answer_type = PublicSource, SourceFilter, SourceDocument
