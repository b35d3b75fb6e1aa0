"""Single documents: the stored bytes as they are, with the stored hash as their ETag."""

from typing import ClassVar

from django.db.models import Model
from django.http import Http404, HttpResponseBase
from django.urls import reverse
from rest_framework.request import Request

from deals.api.answers import answer
from deals.api.base import Endpoint, refuse_parameters
from deals.api.tombstones import answer_missing_deal
from deals.shelf import Deal, PublicParty, PublicSource, PublicSystem
from deals.shelf.document import DealDocument, PartyDocument, SourceDocument, SystemDocument


class DealDetail(Endpoint):
    """The newest edition of one published deal. The Link header names it and the list of all editions.

    A withdrawn deal answers 410 with the reason; one that was merged into another leads there.
    """

    operation, summary, tag, answer_type = "get_deal", "Read one deal", "Deals", DealDocument
    can_be_gone = True

    def get(self, request: Request, slug: str) -> HttpResponseBase:
        """The document."""
        refuse_parameters(request)
        row = Deal.objects.filter(slug=slug).values_list("document", "edition_hash", "edition")[:1]
        for document, edition_hash, number in row:
            addresses = {
                "latest-version": reverse("api:edition", args=[slug, number]),
                "version-history": reverse("api:editions", args=[slug]),
            }
            links = {relation: request.build_absolute_uri(address) for relation, address in addresses.items()}
            return answer(request, bytes(document), content_hash=edition_hash, links=links)
        return answer_missing_deal(slug, leads_to="api:deal")


class EntryDetail(Endpoint):
    """One party, system or source that a published deal names."""

    model: ClassVar[type[Model]]

    def get(self, request: Request, slug: str) -> HttpResponseBase:
        """The document."""
        refuse_parameters(request)
        row = self.model._default_manager.filter(slug=slug).values_list("document", "document_sha256")[:1]
        for document, document_sha256 in row:
            return answer(request, bytes(document), content_hash=document_sha256)
        raise Http404


class PartyDetail(EntryDetail):
    """One party that a published deal names."""

    operation, summary, tag = "get_party", "Read one party", "Parties"
    model, answer_type = PublicParty, PartyDocument


class SystemDetail(EntryDetail):
    """One system that a published deal supplies."""

    operation, summary, tag = "get_system", "Read one system", "Systems"
    model, answer_type = PublicSystem, SystemDocument


class SourceDetail(EntryDetail):
    """One source that a published deal cites, with every passage that is cited."""

    operation, summary, tag = "get_source", "Read one source", "Sources"
    model, answer_type = PublicSource, SourceDocument
