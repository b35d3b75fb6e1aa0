"""What every endpoint shares: read-only, anonymous, open to pages of other sites, told in the schema."""

from collections.abc import Collection
from typing import Any, ClassVar

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from deals.api.describe import EndpointSchema
from deals.filters import BadQuery, ShelfFilter
from deals.filters.query import check_parameters

_PREFLIGHT_HEADERS = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class Endpoint(APIView):
    """One address of the API.

    In the schema, `operation` is its name for programs, `summary` its name for people, `tag` its group and
    `answer_type` the shape of what it answers, or of each result if it `is_list`. If it `can_be_gone`, it may
    answer 410.
    """

    http_method_names = ["get", "head", "options"]
    schema = EndpointSchema()

    operation: ClassVar[str] = ""
    summary: ClassVar[str] = ""
    tag: ClassVar[str] = ""
    answer_type: ClassVar[Any] = None
    is_list: ClassVar[bool] = False
    can_be_gone: ClassVar[bool] = False
    filterset_class: ClassVar[type[ShelfFilter] | None] = None

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """What browsers ask before a page of another site may read."""
        return Response(status=204, headers=_PREFLIGHT_HEADERS)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Response:
        """Let pages of every site read the answer. It is the same for everybody: no cookie decides it."""
        finished = super().finalize_response(request, response, *args, **kwargs)
        finished["Access-Control-Allow-Origin"] = "*"
        finished["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After"
        return finished


def refuse_parameters(request: Request, allowed: Collection[str] = ()) -> None:
    """Raises BadQuery when the address has other parameters than these."""
    if errors := check_parameters({}, request.GET, allowed):
        raise BadQuery(errors)
