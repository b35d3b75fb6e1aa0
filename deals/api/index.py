"""The API's front door: where everything is, and on which terms."""

from typing import TypedDict

from django.http import HttpResponseBase
from django.urls import reverse
from rest_framework.request import Request

from deals.api.answers import answer_data
from deals.api.base import Endpoint, refuse_parameters


class IndexDocument(TypedDict):
    """The addresses of the lists, the schema and the documentation, and the licence of the records."""

    deals: str
    register: str
    parties: str
    systems: str
    sources: str
    schema: str
    documentation: str
    licence: str


class Index(Endpoint):
    """The addresses of everything that the API offers."""

    operation, summary, tag, answer_type = "get_index", "Find your way", "Index", IndexDocument

    def get(self, request: Request) -> HttpResponseBase:
        """The addresses."""
        refuse_parameters(request)
        addresses = {
            name: request.build_absolute_uri(reverse(f"api:{view}")) for name, view in _VIEWS.items()
        }
        return answer_data(request, {**addresses, "licence": _LICENCE})


_VIEWS: dict[str, str] = {
    "deals": "deals",
    "register": "register",
    "parties": "parties",
    "systems": "systems",
    "sources": "sources",
    "schema": "schema",
    "documentation": "docs",
}

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
