"""Lists: one query for the documents of a page, one for the count, and the bytes joined."""

from typing import ClassVar

from django.db.models import F, Func, Model, TextField, Value
from django.http import Http404, HttpResponseBase
from rest_framework.request import Request

from deals.api.answers import answer_list
from deals.api.base import Endpoint
from deals.filters import (
    DealFilter,
    PartyFilter,
    RegisterLineFilter,
    ShelfFilter,
    SourceFilter,
    SystemFilter,
    apply,
    read_page,
)
from deals.shelf import Deal, PublicParty, PublicSource, PublicSystem, RegisterLine
from deals.shelf.document import (
    DealDocument,
    PartyDocument,
    RegisterLineDocument,
    SourceDocument,
    SystemDocument,
)

# PostgreSQL sends a byte as two hexadecimal digits, and a text as it stands: half the time for fifty rows.
_AS_TEXT = Func(F("document"), Value("UTF8"), function="convert_from", output_field=TextField())


class ShelfList(Endpoint):
    """A list of rows of one shelf model, filtered and sorted by its FilterSet."""

    model: ClassVar[type[Model]]
    filterset_class: ClassVar[type[ShelfFilter]] = ShelfFilter
    is_list = True

    def get(self, request: Request) -> HttpResponseBase:
        """One page of the list."""
        rows = apply(self.filterset_class, request.GET, self.model._default_manager.all())
        page = read_page(request.GET)
        count = rows.count()
        if page.is_beyond(count):
            raise Http404
        documents = rows.values_list(_AS_TEXT, flat=True)[page.start : page.start + page.size]
        return answer_list(request, [text.encode() for text in documents], page, count)


class DealList(ShelfList):
    """Published deals, one complete document each."""

    operation, summary, tag = "list_deals", "List deals", "Deals"
    model, filterset_class, answer_type = Deal, DealFilter, DealDocument


class RegisterLineList(ShelfList):
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
