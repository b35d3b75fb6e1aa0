"""Error pages. They never repeat an address: what is hidden and what never existed look alike."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from deals.filters import BadQuery
from deals.shelf import Tombstone

RETRY_SECONDS = 10
"""How soon a reader may try again while the database is away."""

DATABASE_AWAY = (OperationalError, InterfaceError)


def bad_query(error: BadQuery) -> HttpResponse:
    """400: the parameters that cannot be answered, each with what was found and what was expected."""
    return _error_page(400, {"errors": error.errors})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a request that is none."""
    return _error_page(400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: what the reader may not do."""
    return _error_page(403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: the same bytes for what is hidden and what never existed."""
    return _error_page(404)


def gone(tombstone: Tombstone) -> HttpResponse:
    """410: a deal that was published and withdrawn, with the reason."""
    return _error_page(410, {"tombstone": tombstone})


def broken(request: HttpRequest) -> HttpResponse:
    """500, or 503 when what failed is the way to the database."""
    if isinstance(sys.exc_info()[1], DATABASE_AWAY):
        return unavailable()
    return _error_page(500)


def unavailable() -> HttpResponse:
    """503: the database is away for the moment."""
    response = _error_page(503)
    response["Retry-After"] = str(RETRY_SECONDS)
    return response


def _error_page(status: int, context: dict[str, object] | None = None) -> HttpResponse:
    """The page of an error; no cache keeps it, so that what is published a moment later is there."""
    response = HttpResponse(render_to_string(f"errors/{status}.html", context), status=status)
    response["Cache-Control"] = "no-store"
    return response
