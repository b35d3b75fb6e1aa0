"""Sources: the list, and a page each with the archived text and the passages that deals cite from it."""

from typing import Literal

import orjson
from django.http import Http404, HttpRequest, HttpResponseBase

from deals.filters import SourceFilter
from deals.pages.answers import page, public_page
from deals.pages.listing import clean_address, read_listing
from deals.pages.presenters.passages import mark, passages_of
from deals.shelf import Deal, PublicParty, PublicSource
from deals.shelf.document import SourceDocument


@public_page
def source_list(request: HttpRequest) -> HttpResponseBase:
    """Sources that the parameters ask for."""
    listing = read_listing(request, SourceFilter, PublicSource.objects.defer("search_text", "search", "text"))
    documents = [orjson.loads(bytes(row.document)) for row in listing.rows]
    context = {"listing": listing, "entries": list(zip(listing.rows, documents, strict=True))}
    return clean_address(request) or page(request, "deals/source_list.html", context)


@public_page
def source(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One source: what it is, its text with the cited passages marked, and what each supports."""
    found = PublicSource.objects.filter(slug=slug).defer("search_text", "search").first()
    if found is None:
        raise Http404
    document: SourceDocument = orjson.loads(bytes(found.document))
    passages = passages_of(document)
    deals = Deal.objects.filter(slug__in=_citing(document, "deal")).order_by().values_list("slug", "title")
    parties = (
        PublicParty.objects.filter(slug__in=_citing(document, "party")).order_by().values_list("slug", "name")
    )
    context = {
        "source": document,
        "passages": passages,
        "pieces": mark(found.text, passages) if found.text else [],
        "deal_titles": dict(deals),
        "party_names": dict(parties),
        "deal_count": found.deal_count,
    }
    return page(request, "deals/source.html", context)


def _citing(document: SourceDocument, kind: Literal["deal", "party"]) -> set[str]:
    """The ids of the deals, or of the parties, that cite the source."""
    return {passage[kind] for passage in document["passages"]} - {""}
