"""The list of deals with its form."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase

from deals.filters import DealFilter
from deals.pages.answers import page, public_page
from deals.pages.listing import clean_address, read_listing
from deals.pages.presenters.rows import deal_row
from deals.shelf import Deal, PublicParty, PublicSystem

MENU_SIZE = 200
"""How many choices a menu offers, those of most deals. The others are reached from their own pages."""

OFFERED_FIRST = ("q", "supplier", "recipient", "system", "ordering")
"""The parameters that most readers want; the others are folded away."""


@public_page
def deal_list(request: HttpRequest) -> HttpResponseBase:
    """Deals that the parameters ask for, 50 a page."""
    parties = _menu(PublicParty.objects.all())
    menus = {
        "party": parties,
        "supplier": parties,
        "recipient": parties,
        "system": _menu(PublicSystem.objects.all()),
    }
    listing = read_listing(
        request, DealFilter, Deal.objects.defer("search_text", "search"), menus, shown_outright=OFFERED_FIRST
    )
    if cleaned := clean_address(request):
        return cleaned
    context = {"listing": listing, "rows": [deal_row(deal) for deal in listing.rows]}
    return page(request, "deals/deal_list.html", context)


def _menu(entries: "QuerySet[PublicParty] | QuerySet[PublicSystem]") -> list[tuple[str, str]]:
    """Ids and names of the entries with most deals, by name."""
    most = entries.order_by("-deal_count", "slug").values_list("slug", "name")[:MENU_SIZE]
    return sorted(most, key=lambda entry: (entry[1].casefold(), entry[0]))
