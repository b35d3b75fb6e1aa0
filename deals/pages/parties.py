"""Parties: the list, and a page each with stakes and deals by role."""

import orjson
from django.http import Http404, HttpRequest, HttpResponseBase

from deals.filters import PartyFilter
from deals.pages.answers import page, public_page
from deals.pages.listing import clean_address, read_listing
from deals.pages.presenters.citations import party_sources
from deals.pages.presenters.rows import by_role, deal_row
from deals.shelf import Deal, PublicParty
from deals.shelf.document import PartyDocument

MOST_DEALS = 100
"""How many deals a party's or system's page shows; the list of deals shows all."""


@public_page
def party_list(request: HttpRequest) -> HttpResponseBase:
    """Parties that the parameters ask for."""
    listing = read_listing(
        request, PartyFilter, PublicParty.objects.defer("search_text", "search", "document")
    )
    return clean_address(request) or page(request, "deals/party_list.html", {"listing": listing})


@public_page
def party(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One party: what it is, who owns it, its deals by role."""
    found = PublicParty.objects.filter(slug=slug).defer("search_text", "search").first()
    if found is None:
        raise Http404
    document: PartyDocument = orjson.loads(bytes(found.document))
    deals = Deal.objects.naming(party=slug).defer("search_text", "search")[:MOST_DEALS]
    rows = [deal_row(deal, party=slug) for deal in deals]
    context = {
        "party": document,
        "deal_count": found.deal_count,
        "deals_by_role": by_role(rows),
        "shown_count": len(rows),
        "sources": party_sources(document),
    }
    return page(request, "deals/party.html", context)
