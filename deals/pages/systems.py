"""Systems: the list, and a page each with the deals that supply it."""

import orjson
from django.http import Http404, HttpRequest, HttpResponseBase

from deals.filters import SystemFilter
from deals.pages.answers import page, public_page
from deals.pages.listing import clean_address, read_listing
from deals.pages.presenters.rows import deal_row
from deals.shelf import Deal, PublicSystem
from deals.shelf.document import SystemDocument

MOST_DEALS = 100
"""How many deals a system's page shows; the list of deals shows all."""


@public_page
def system_list(request: HttpRequest) -> HttpResponseBase:
    """Systems that the parameters ask for."""
    listing = read_listing(
        request, SystemFilter, PublicSystem.objects.defer("search_text", "search", "document")
    )
    return clean_address(request) or page(request, "deals/system_list.html", {"listing": listing})


@public_page
def system(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One system: what it is, and how many of it each deal orders."""
    found = PublicSystem.objects.filter(slug=slug).defer("search_text", "search").first()
    if found is None:
        raise Http404
    document: SystemDocument = orjson.loads(bytes(found.document))
    deals = Deal.objects.naming(system=slug).defer("search_text", "search")[:MOST_DEALS]
    context = {
        "system": document,
        "deal_count": found.deal_count,
        "rows": [deal_row(deal, system=slug) for deal in deals],
    }
    return page(request, "deals/system.html", context)
