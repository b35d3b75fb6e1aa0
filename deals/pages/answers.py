"""Public answers: rendered without session or user, with an ETag and the time for which they may be kept."""

import functools
import hashlib
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from deals.filters import BadQuery
from deals.pages.errors import bad_query
from deals.pages.release import release

KEPT_SECONDS = 300
"""How long a cache may keep a public answer: what is withdrawn is gone everywhere within these seconds."""

Parameters = ParamSpec("Parameters")
Answer = TypeVar("Answer", bound=HttpResponseBase)
View = Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]


def public_page(view: View[Parameters]) -> View[Parameters]:
    """A view for reading only, whose parameters are refused in words when they cannot be answered."""

    @functools.wraps(view)
    def answer(
        request: HttpRequest, /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except BadQuery as error:
            return bad_query(error)

    return require_safe(answer)


def page(
    request: HttpRequest, template: str, context: dict[str, Any], *, decided_by: str = ""
) -> HttpResponseBase:
    """The rendered page, or that it has not changed.

    `decided_by` is the hash of what decides all that the page shows; an unchanged page is then not rendered.
    The context gets no request, so that no template can read who asks.
    """
    etag = _etag(decided_by) if decided_by else ""
    if etag and (unchanged := get_conditional_response(request, etag=etag)):
        return kept(unchanged, etag)
    content = render_to_string(template, {**context, "canonical": canonical(request)}).encode()
    etag = etag or _etag(hashlib.sha256(content).hexdigest())
    response = HttpResponse(content)
    return kept(get_conditional_response(request, etag=etag, response=response) or response, etag)


def kept(response: Answer, etag: str = "") -> Answer:
    """The answer with the time for which any cache may keep it."""
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    if etag:
        response["ETag"] = etag
    return response


def canonical(request: HttpRequest) -> str:
    """The page's own address, without the parameters of a list."""
    return request.build_absolute_uri(request.path)


def _etag(content_hash: str) -> str:
    """One content is one page only as long as code and templates are the same."""
    return quote_etag(f"{content_hash}-{release()}")
