"""Between server and views: 503 while the database is away, problem details for all errors of the API."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from deals.api.problems import MEDIA_TYPE, RETRY_SECONDS, problem
from deals.pages.errors import unavailable

logger = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponseBase]

_API = "/api/"
_KEPT_HEADERS = ("Allow", "Retry-After")


class DatabaseAwayMiddleware:
    """Answers 503 when a view cannot reach the database; the next request tries it again."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Leave the request to the views."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a failure to reach the database into an answer that says when to try again."""
        if not isinstance(exception, (OperationalError, InterfaceError)):
            return None
        logger.error("The database cannot be reached: %s", exception, extra={"request": request})
        if request.path.startswith(_API):
            return problem(503, headers={"Retry-After": str(RETRY_SECONDS)})
        return unavailable()


class ApiProblemsMiddleware:
    """Makes every error below /api/ a problem, also those that no view of the API has answered."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Replace an error page by the problem of the same status."""
        response = self.get_response(request)
        if response.status_code < 400 or not request.path.startswith(_API):
            return response
        if response.headers.get("Content-Type") == MEDIA_TYPE:
            return response
        kept = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
        return problem(response.status_code, headers=kept)
