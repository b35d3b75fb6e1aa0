"""Tells a load balancer whether this process can serve readers."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from deals.pages.errors import DATABASE_AWAY, RETRY_SECONDS


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers, 503 while it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DATABASE_AWAY:
        return HttpResponse(
            "database away\n",
            content_type="text/plain",
            status=503,
            headers={"Retry-After": str(RETRY_SECONDS)},
        )
    return HttpResponse("ok\n", content_type="text/plain")
