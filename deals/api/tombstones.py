"""What stands at the address of a deal that is not on the shelf: a reason, a way elsewhere, or nothing."""

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from deals.api.answers import CACHE_CONTROL
from deals.api.problems import problem
from deals.shelf import Tombstone


def answer_missing_deal(slug: str, *, leads_to: str) -> HttpResponse:
    """410 with the reason for a withdrawn deal, the way on for a merged one; raises Http404 otherwise."""
    tombstone = Tombstone.objects.filter(slug=slug).first()
    if tombstone is None:
        raise Http404
    if not tombstone.merged_into:
        return problem(410, tombstone.reason, since=tombstone.since)
    address = reverse(leads_to, args=[tombstone.merged_into])
    # A merger can be undone: without this, browsers keep the way for ever.
    return HttpResponsePermanentRedirect(address, headers={"Cache-Control": CACHE_CONTROL})
