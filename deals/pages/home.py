"""The first page, what the database is, and what robots may read."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from deals.pages.answers import kept, page, public_page
from deals.pages.presenters.rows import deal_row
from deals.shelf import Deal, PublicSource
from deals.vocab.codes import AgreementKind, ClaimStatus

LATEST = 10

# Lists can be combined to endless addresses that show nothing new; the plain ones lead to every page.
ROBOTS = "User-agent: *\nDisallow: /admin/\nDisallow: /*?\n"


@public_page
def home(request: HttpRequest) -> HttpResponseBase:
    """What this is, how much of it there is, and what came last."""
    context = {
        "deal_count": Deal.objects.count(),
        "source_count": PublicSource.objects.count(),
        "rows": [deal_row(deal) for deal in Deal.objects.defer("search_text", "search")[:LATEST]],
    }
    return page(request, "deals/home.html", context)


@public_page
def about(request: HttpRequest) -> HttpResponseBase:
    """What the database is, how it is made, what its words mean, on which terms it may be used."""
    verdicts = [status for status in ClaimStatus if status.is_public]
    return page(request, "deals/about.html", {"kinds": list(AgreementKind), "verdicts": verdicts})


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """What robots may read."""
    return kept(HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8"))
