"""Errors of the API as problem details (RFC 9457).

They never repeat an address: what is hidden and what never existed look alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from http import HTTPStatus
from typing import Any, NotRequired, TypedDict

import orjson
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from rest_framework.exceptions import APIException, NotFound
from rest_framework.exceptions import PermissionDenied as RestPermissionDenied

from deals.filters import BadQuery, ParameterError

MEDIA_TYPE = "application/problem+json"

RETRY_SECONDS = 10
"""How soon a client may try again while the database is away."""


class RefusedParameter(TypedDict):
    """One parameter of the address that cannot be answered."""

    parameter: str
    found: str
    expected: str


class Problem(TypedDict):
    """What went wrong, after RFC 9457. `errors`: refused parameters; `since`: when a deal was withdrawn."""

    type: str
    title: str
    status: int
    detail: str
    errors: NotRequired[list[RefusedParameter]]
    since: NotRequired[str]


def problem(
    status: int,
    detail: str = "",
    *,
    errors: Sequence[ParameterError] = (),
    headers: Mapping[str, str] | None = None,
    **members: Any,
) -> HttpResponse:
    """The answer to a request that cannot be answered; without a detail, the usual one of its status."""
    phrase = HTTPStatus(status).phrase
    body: dict[str, Any] = {"type": "about:blank", "title": phrase, "status": status}
    body["detail"] = detail or _DETAILS.get(status, f"{phrase}.")
    if errors:
        body["errors"] = [asdict(error) for error in errors]
    content = orjson.dumps(body | members, option=orjson.OPT_UTC_Z)
    # What is published or repaired a moment later is there at once.
    kept = {"Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"}
    return HttpResponse(content, status=status, content_type=MEDIA_TYPE, headers={**kept, **(headers or {})})


def answer_exception(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Django REST framework's exception handler. What it does not know goes on to Django, which logs it."""
    if isinstance(error, BadQuery):
        return problem(400, _BAD_QUERY, errors=error.errors)
    if isinstance(error, Http404):
        error = NotFound()
    if isinstance(error, PermissionDenied):
        error = RestPermissionDenied()
    if not isinstance(error, APIException):
        return None
    headers = {}
    if wait := getattr(error, "wait", None):
        headers["Retry-After"] = str(int(wait))
    return problem(error.status_code, headers=headers)


_BAD_QUERY = "Some parameters cannot be answered; see errors."

_DETAILS: dict[int, str] = {
    400: "The request cannot be understood.",
    403: "You may not do this.",
    404: "There is nothing at this address.",
    405: "The API is for reading: only GET, HEAD and OPTIONS are answered.",
    406: "The answer is JSON; the request accepts only other media types.",
    410: "What stood at this address was withdrawn.",
    412: "What is at this address is not what the request is about.",
    429: "Too many requests; try again later.",
    500: "Something went wrong on our side. It has been recorded.",
    503: "The database is away for the moment; try again in a few seconds.",
}
