"""The page of a deal, its editions, and what stands at the address of a deal that is no more."""

from datetime import datetime
from typing import Any

import orjson
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import reverse

from deals.pages.answers import canonical, kept, page, public_page
from deals.pages.errors import gone
from deals.pages.presenters.citations import deal_sources
from deals.pages.presenters.claims import differences, step_rows, value_rows
from deals.pages.presenters.headline import headline
from deals.pages.presenters.matrix import who_says_what
from deals.pages.presenters.words import parties_in
from deals.shelf import Deal, Edition, EditionEvent, Tombstone
from deals.shelf.document import DealDocument


@public_page
def deal(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The deal as its newest edition has it."""
    found = Deal.objects.defer("search_text", "search").filter(slug=slug).first()
    if found is None:
        return _no_deal(slug)
    context = _context(
        found.document, number=found.edition, day=found.published_at, address=canonical(request)
    )
    return page(request, "deals/deal.html", context, decided_by=found.edition_hash)


@public_page
def editions(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Every edition of a deal: number, day, reason, hash."""
    found = Deal.objects.without_documents().filter(slug=slug).first()
    if found is None:
        return _no_deal(slug)
    published = Edition.objects.filter(slug=slug).defer("document")
    return page(
        request, "deals/editions.html", {"deal": found, "editions": published}, decided_by=found.edition_hash
    )


@public_page
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The deal as one edition had it. Old editions of a deal that was withdrawn are withdrawn with it."""
    found = Deal.objects.without_documents().filter(slug=slug).first()
    if found is None:
        return _no_deal(slug)
    shown = Edition.objects.filter(slug=slug, number=number, event=EditionEvent.PUBLISHED).first()
    if shown is None:
        raise Http404
    context = {
        **_context(shown.document, number=number, day=shown.published_at, address=canonical(request)),
        "edition": shown,
        "newest": found,
    }
    # The notice names the newest edition, so that one's hash decides the page as well.
    return page(request, "deals/deal.html", context, decided_by=f"{shown.hash}-{found.edition_hash}")


def _no_deal(slug: str) -> HttpResponseBase:
    """Where a deal went, or why it is gone; raises Http404 when there never was one."""
    tombstone = Tombstone.objects.filter(slug=slug).first()
    if tombstone is None:
        raise Http404
    if tombstone.merged_into:
        return kept(HttpResponsePermanentRedirect(reverse("pages:deal", args=[tombstone.merged_into])))
    return gone(tombstone)


def _context(content: bytes | memoryview, *, number: int, day: datetime, address: str) -> dict[str, Any]:
    document: DealDocument = orjson.loads(bytes(content))
    return {
        "deal": document,
        "edition_number": number,
        "published_at": day,
        "address": address,
        "suppliers": parties_in(document, "supplier"),
        "recipients": parties_in(document, "recipient"),
        "headline": headline(document),
        "matrix": who_says_what(document),
        "differences": differences(document),
        "values": value_rows(document),
        "steps": step_rows(document),
        "sources": deal_sources(document),
    }
