"""Types as JSON Schema: each TypedDict is a component, described by its docstring and our help texts."""

import types
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from django.db.models import Field, Model

from deals.api.edition_entry import EditionEntry
from deals.shelf import Deal, Edition, PublicParty, PublicSource, PublicSystem, RegisterLine
from deals.shelf import document as documents
from deals.vocab import codes

Schema = dict[str, Any]

REF_PREFIX = "#/components/schemas/"


def schema_of(hint: Any) -> Schema:
    """The JSON Schema of a type: of a TypedDict, a reference to its component."""
    if is_typeddict(hint):
        return {"$ref": f"{REF_PREFIX}{hint.__name__}"}
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is list:
        return {"type": "array", "items": schema_of(arguments[0])}
    if origin is Literal:
        return {"type": "string", "enum": list(arguments)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [schema_of(argument) for argument in arguments]}
    raise TypeError(
        f"{hint!r} has no place in a document: expected a TypedDict, a list or a plain JSON type."
    )


def component_of(shape: Any) -> Schema:
    """The component of a TypedDict: an object with exactly these members."""
    return {
        "type": "object",
        "description": " ".join((shape.__doc__ or "").split()),
        "properties": {name: _member(shape, name, hint) for name, hint in get_type_hints(shape).items()},
        "required": sorted(shape.__required_keys__),
    }


def shapes_within(hint: Any) -> Iterator[Any]:
    """All TypedDicts that a type is made of, itself among them; one can come more than once."""
    if is_typeddict(hint):
        yield hint
        for member in get_type_hints(hint).values():
            yield from shapes_within(member)
    for argument in get_args(hint):
        yield from shapes_within(argument)


def list_of(shape: Any) -> Schema:
    """One page of a list of such documents."""
    address: Schema = {"anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}]}
    return {
        "type": "object",
        "properties": {
            "count": {"type": "integer", "description": "How many there are on all pages."},
            "next": {**address, "description": "Address of the next page, if there is one."},
            "previous": {**address, "description": "Address of the page before, if there is one."},
            "results": {"type": "array", "items": schema_of(shape)},
        },
        "required": ["count", "next", "previous", "results"],
    }


_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    datetime: {"type": "string", "format": "date-time"},
    types.NoneType: {"type": "null"},
}

# The shelf's model that stands behind a document. A member that bears the name of a column means that column.
_MODELS: dict[Any, type[Model]] = {
    documents.DealDocument: Deal,
    documents.PartyDocument: PublicParty,
    documents.SystemDocument: PublicSystem,
    documents.SourceDocument: PublicSource,
    documents.RegisterLineDocument: RegisterLine,
    EditionEntry: Edition,
}

# Members of other names, and of parts that have no model of their own.
_CODES: dict[Any, dict[str, type[codes.Codes]]] = {
    documents.PublicInvolvement: {"role": codes.PartyRole},
    documents.PublicQuantity: {"qualifier": codes.Qualifier},
    documents.PublicDelivery: {"status": codes.DeliveryStatus},
    documents.PublicItem: {
        "category": codes.SystemCategory,
        "unit": codes.UnitOfCount,
        "mode": codes.TransferMode,
        "condition": codes.ItemCondition,
    },
    documents.PublicValue: {"kind": codes.ValueKind, "qualifier": codes.Qualifier},
    documents.PublicMilestone: {"kind": codes.MilestoneKind},
    documents.PublicRelation: {"type": codes.RelationType},
    documents.PublicExposure: {"exposure_status": codes.ExposureStatus},
    documents.CitedSource: {"kind": codes.SourceKind},
    documents.RegisterLineDocument: {
        "mode": codes.TransferMode,
        "condition": codes.ItemCondition,
        "deal_status": codes.AgreementStatus,
    },
}


def _member(shape: Any, name: str, hint: Any) -> Schema:
    schema = schema_of(hint)
    column = _column(shape, name)
    values: list[Any] = [code.value for code in _CODES.get(shape, {}).get(name, ())]
    if column is not None:
        values = values or [value for value, _ in column.flatchoices]
        # A column of ids stands behind a member that holds more than ids.
        if hint in _PLAIN and column.help_text:
            schema["description"] = str(column.help_text)
    if values and schema == {**schema, "type": "string"}:
        schema["enum"] = [str(value) for value in values]
    return schema


def _column(shape: Any, name: str) -> "Field[Any, Any] | None":
    """The column that a member of a document shows, if one bears its name."""
    column = "slug" if name == "id" else name
    fields = _MODELS[shape]._meta.concrete_fields if shape in _MODELS else ()
    return next((field for field in fields if field.name == column), None)
