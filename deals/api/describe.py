"""How endpoints describe themselves in the OpenAPI schema: from their FilterSet, documents and address."""

from typing import Any, Protocol, cast

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ComponentRegistry, ResolvedComponent

from deals.api.answers import MEDIA_TYPE
from deals.api.problems import MEDIA_TYPE as PROBLEM_TYPE
from deals.api.problems import Problem
from deals.api.shapes import Schema, component_of, list_of, schema_of, shapes_within
from deals.filters import ShelfFilter
from deals.filters.lookups import Lookup
from deals.filters.paging import DEFAULT_PAGE_SIZE, MAX_PAGE, MAX_PAGE_SIZE


class Described(Protocol):
    """What an endpoint says about itself; `deals.api.base.Endpoint` explains it."""

    operation: str
    summary: str
    tag: str
    answer_type: Any
    is_list: bool
    can_be_gone: bool
    filterset_class: type[ShelfFilter] | None


class EndpointSchema(AutoSchema):
    """Makes an endpoint's entry from what it says about itself, so that nothing is said twice."""

    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: ComponentRegistry
    ) -> Schema | None:
        """The entry of the endpoint at this path; none if it has no name for programs."""
        endpoint = cast("Described", self.view)
        if not endpoint.operation:
            return None
        answer = _register_answer(endpoint, registry)
        return {
            "operationId": endpoint.operation,
            "summary": endpoint.summary,
            "description": _unwrapped(self.view.__doc__ or ""),
            "tags": [endpoint.tag],
            "parameters": _parameters(endpoint, path),
            "responses": {
                "200": _response(endpoint.summary, MEDIA_TYPE, answer),
                **{
                    str(status): _response(description, PROBLEM_TYPE, schema_of(Problem))
                    for status, description in _problems(endpoint, path).items()
                },
            },
        }


def _register_answer(endpoint: Described, registry: ComponentRegistry) -> Schema:
    """A reference to what the endpoint answers; it and all its parts become components."""
    shape = endpoint.answer_type
    components = {part.__name__: component_of(part) for part in _parts(shape)}
    name = shape.__name__
    if endpoint.is_list:
        name = f"{name}List"
        components[name] = list_of(shape)
    for title, schema in components.items():
        # The library gives this class no types.
        component: Any = cast("Any", ResolvedComponent)(title, "schemas", schema, object=title)
        registry.register_on_missing(component)
    return {"$ref": f"#/components/schemas/{name}"}


def _parts(shape: Any) -> list[Any]:
    return [*shapes_within(shape), *shapes_within(Problem)]


def _parameters(endpoint: Described, path: str) -> list[Schema]:
    """What the address holds, what the FilterSet takes, and paging."""
    parameters = [known for name, known in _IN_PATH.items() if f"{{{name}}}" in path]
    if endpoint.filterset_class is not None:
        parameters += [
            _of_lookup(name, lookup) for name, lookup in endpoint.filterset_class.lookups().items()
        ]
    return parameters + (_PAGING if endpoint.is_list else [])


def _of_lookup(name: str, lookup: Lookup) -> Schema:
    parameter = _parameter("query", name, lookup.help_text, lookup.schema)
    # Several values are written with commas.
    return {**parameter, "style": "form", "explode": False} if lookup.several else parameter


def _parameter(place: str, name: str, description: str, schema: Schema) -> Schema:
    return {
        "in": place,
        "name": name,
        "description": description,
        "required": place == "path",
        "schema": schema,
    }


def _problems(endpoint: Described, path: str) -> dict[int, str]:
    problems = {400: "A parameter is unknown or cannot be answered."}
    if endpoint.is_list or "{" in path:
        problems[404] = "There is nothing at this address."
    if endpoint.can_be_gone:
        problems[410] = "The deal was withdrawn; the detail says why."
    problems[503] = (
        "The database is away for the moment; try again after as many seconds as Retry-After says."
    )
    return problems


def _response(description: str, media_type: str, schema: Schema) -> Schema:
    return {"description": description, "content": {media_type: {"schema": schema}}}


def _unwrapped(text: str) -> str:
    """A docstring's paragraphs, each on one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


_IN_PATH: dict[str, Schema] = {
    "slug": _parameter("path", "slug", "The stable id.", {"type": "string"}),
    "number": _parameter(
        "path", "number", "Number of the edition, from 1.", {"type": "integer", "minimum": 1}
    ),
}

_PAGING: list[Schema] = [
    _parameter(
        "query",
        "page",
        "Number of the page, from 1.",
        {"type": "integer", "minimum": 1, "maximum": MAX_PAGE, "default": 1},
    ),
    _parameter(
        "query",
        "page_size",
        "How many documents are on a page.",
        {"type": "integer", "minimum": 1, "maximum": MAX_PAGE_SIZE, "default": DEFAULT_PAGE_SIZE},
    ),
]
