"""Editions: every version of a published deal, to be cited and compared. Who published is never shown."""

import orjson
from django.http import Http404, HttpResponseBase
from rest_framework.request import Request

from deals.api.answers import answer, answer_list, make_list
from deals.api.base import Endpoint, refuse_parameters
from deals.api.edition_entry import EditionEntry
from deals.api.problems import problem
from deals.api.tombstones import answer_missing_deal
from deals.filters import read_page
from deals.filters.query import PAGING
from deals.shelf import Deal, Edition
from deals.shelf.document import DealDocument


class EditionList(Endpoint):
    """The editions of one published deal, newest first."""

    operation, summary, tag = "list_editions", "List the editions of a deal", "Editions"
    answer_type = EditionEntry
    is_list = True
    can_be_gone = True

    def get(self, request: Request, slug: str) -> HttpResponseBase:
        """One page of the list."""
        refuse_parameters(request, PAGING)
        page = read_page(request.GET)
        # One query says whether the deal is published and how many editions it has.
        numbers = Deal.objects.filter(slug=slug).values_list("edition", flat=True)[:1]
        for count in numbers:
            if page.is_beyond(count):
                raise Http404
            rows = Edition.objects.filter(slug=slug).order_by("-number").values(*EditionEntry.__annotations__)
            entries = [
                orjson.dumps(row, option=orjson.OPT_UTC_Z)
                for row in rows[page.start : page.start + page.size]
            ]
            address = request.build_absolute_uri(request.path)
            return answer_list(request, make_list(address, request.GET, entries, page, count))
        return answer_missing_deal(slug, leads_to="api:editions")


class EditionDetail(Endpoint):
    """One edition's document, byte for byte as published. An edition that took the deal back has none."""

    operation, summary, tag = "get_edition", "Read one edition of a deal", "Editions"
    answer_type = DealDocument
    can_be_gone = True

    def get(self, request: Request, slug: str, number: int) -> HttpResponseBase:
        """The document."""
        refuse_parameters(request)
        if not Deal.objects.filter(slug=slug).exists():
            return answer_missing_deal(slug, leads_to="api:editions")
        row = Edition.objects.filter(slug=slug, number=number).values_list("document", "hash", "reason")[:1]
        for document, edition_hash, reason in row:
            if not document:
                return problem(410, reason)
            return answer(request, bytes(document), content_hash=edition_hash)
        raise Http404
