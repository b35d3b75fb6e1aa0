"""Answers of the API: finished documents joined as bytes, with what caches and conditional requests need."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from deals.filters import Page

KEPT_SECONDS = 300
"""How long a cache may keep a public answer: what is withdrawn is gone everywhere within these seconds."""

CACHE_CONTROL = f"public, max-age={KEPT_SECONDS}"

MEDIA_TYPE = "application/json"


class ListHead(TypedDict):
    """What a list says before its results: how many there are in all, and where the pages beside it are."""

    count: int
    next: str | None
    previous: str | None


def answer(
    request: HttpRequest,
    body: bytes,
    *,
    content_hash: str = "",
    links: Mapping[str, str] | None = None,
    media_type: str = MEDIA_TYPE,
) -> HttpResponseBase:
    """The body, or that it has not changed since the client got it. `links`: addresses by their relation."""
    etag = quote_etag(content_hash or hashlib.sha256(body).hexdigest())
    headers = {"ETag": etag, "Cache-Control": CACHE_CONTROL}
    if links:
        headers["Link"] = ", ".join(f'<{address}>; rel="{relation}"' for relation, address in links.items())
    response = HttpResponse(body, content_type=media_type, headers=headers)
    return get_conditional_response(request, etag=etag, response=response) or response


def answer_list(request: HttpRequest, documents: Iterable[bytes], page: Page, count: int) -> HttpResponseBase:
    """One page of a list of documents, which are joined as they stand."""
    numbers = {"next": page.number + 1, "prev": page.number - 1}
    links = {
        relation: _address_of_page(request, number)
        for relation, number in numbers.items()
        if 1 <= number <= page.last(count)
    }
    head = ListHead(count=count, next=links.get("next"), previous=links.get("prev"))
    body = b"".join((orjson.dumps(head)[:-1], b',"results":[', b",".join(documents), b"]}"))
    return answer(request, body, links=links)


def answer_data(request: HttpRequest, data: Any) -> HttpResponseBase:
    """Plain data as JSON, moments in UTC."""
    return answer(request, orjson.dumps(data, option=orjson.OPT_UTC_Z))


def _address_of_page(request: HttpRequest, number: int) -> str:
    params = request.GET.copy()
    params["page"] = str(number)
    return request.build_absolute_uri(f"{request.path}?{params.urlencode()}")
