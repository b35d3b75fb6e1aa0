"""The OpenAPI schema and the page that shows it, which asks no other host for anything."""

from functools import cache
from typing import Any

from django.http import HttpResponseBase
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import (
    OpenApiJsonRenderer,
    OpenApiJsonRenderer2,
    OpenApiYamlRenderer,
    OpenApiYamlRenderer2,
)
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.request import Request

from deals.api.answers import answer
from deals.api.base import Endpoint, refuse_parameters


class Schema(Endpoint):
    """The OpenAPI schema as JSON or YAML, whichever the request accepts."""

    renderer_classes = [
        OpenApiJsonRenderer2,
        OpenApiJsonRenderer,
        OpenApiYamlRenderer2,
        OpenApiYamlRenderer,
    ]

    def get(self, request: Request) -> HttpResponseBase:
        """The schema."""
        refuse_parameters(request)
        renderer: Any = request.accepted_renderer
        return answer(request, _rendered(renderer.media_type), media_type=renderer.media_type)


class Documentation(SpectacularSwaggerSplitView):
    """The schema as a page to read and try. Its script has its own address, for inline ones are forbidden."""

    # The library's page answers OPTIONS with a template that it does not have.
    http_method_names = ["get", "head"]
    url_name = "api:schema"
    template_name = "api/docs.html"
    # Ours asks for no CSRF token, so the page sets no cookie.
    template_name_js = "api/docs.js"


@cache
def _rendered(media_type: str) -> bytes:
    """The schema depends on the code alone, and takes a tenth of a second to make."""
    generator_class: Any = SchemaGenerator  # The library gives it no types.
    schema = generator_class().get_schema(request=None, public=True)
    (renderer,) = (kind() for kind in Schema.renderer_classes if kind.media_type == media_type)
    content: Any = renderer.render(schema)
    return bytes(content)
