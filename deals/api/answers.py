"""Answers of the API: finished documents joined as bytes, with what caches and conditional requests need."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
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


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list, finished: its bytes, their hash, and the addresses of the pages beside it."""

    body: bytes
    content_hash: str
    links: Mapping[str, str]


def answer(
    request: HttpRequest,
    body: bytes,
    *,
    content_hash: str = "",
    links: Mapping[str, str] | None = None,
    media_type: str = MEDIA_TYPE,
) -> HttpResponseBase:
    """The body, or that it has not changed since the client got it. `links`: addresses by their relation."""
    etag = quote_etag(content_hash or hash_body(body))
    headers = {"ETag": etag, "Cache-Control": CACHE_CONTROL}
    if links:
        headers["Link"] = ", ".join(f'<{address}>; rel="{relation}"' for relation, address in links.items())
    response = HttpResponse(body, content_type=media_type, headers=headers)
    return get_conditional_response(request, etag=etag, response=response) or response


def make_list(
    address: str, params: QueryDict, documents: Iterable[bytes], page: Page, count: int
) -> ListPage:
    """One page of a list of documents, which are joined as they stand. `address`: the list's own, in full."""
    numbers = {"next": page.number + 1, "prev": page.number - 1}
    links = {
        relation: _address_of_page(address, params, number)
        for relation, number in numbers.items()
        if 1 <= number <= page.last(count)
    }
    head = ListHead(count=count, next=links.get("next"), previous=links.get("prev"))
    body = b"".join((orjson.dumps(head)[:-1], b',"results":[', b",".join(documents), b"]}"))
    return ListPage(body, hash_body(body), links)


def answer_list(request: HttpRequest, page: ListPage) -> HttpResponseBase:
    """The page of a list, with links to the pages beside it."""
    return answer(request, page.body, content_hash=page.content_hash, links=page.links)


def answer_data(request: HttpRequest, data: Any) -> HttpResponseBase:
    """Plain data as JSON, moments in UTC."""
    return answer(request, orjson.dumps(data, option=orjson.OPT_UTC_Z))


def hash_body(body: bytes) -> str:
    """What tells one answer of an address from another, in hex."""
    return hashlib.sha256(body).hexdigest()


def _address_of_page(address: str, params: QueryDict, number: int) -> str:
    others = params.copy()
    others["page"] = str(number)
    return f"{address}?{others.urlencode()}"
