"""Turns the texts of a report file into the values that the schema asks for; guesses nothing from looks.

What fits no type stays text: that it is wrong is for `schema_check` to say.
"""

import re
from decimal import Decimal
from typing import Any

from deals.reports.yaml_nodes import Mapping, Node, Scalar, Sequence

Schema = dict[str, Any]

NOTHING = {"", "~", "null", "Null", "NULL"}
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,39})(\.[0-9]{1,40})?")


def typed(node: Node, schema: Schema) -> Any:
    """The node as dict, list, text, int, Decimal or None, as far as its place in the schema admits it.

    `quantity: 010` stays text, for it is no number without doubt; a date stays text wherever a text is
    admitted; an amount keeps every digit. Only what is written without quotes can be a number or nothing.
    """
    match node:
        case Mapping():
            keys = _branch(schema, "object").get("properties", {})
            return {key: typed(value, keys.get(key, {})) for key, value in node.entries.items()}
        case Sequence():
            items = _branch(schema, "array").get("items", {})
            return [typed(item, items) for item in node.items]
        case Scalar():
            return _scalar(node, schema)


def branches(schema: Schema) -> list[Schema]:
    """The alternatives that a schema admits; itself when it has none."""
    found: list[Schema] = schema.get("anyOf", [schema])
    return found


def types(schema: Schema) -> set[str]:
    """The names of the types that one alternative admits, those of its codes included."""
    if "enum" in schema or "const" in schema:
        values = schema.get("enum", [schema.get("const")])
        return {"integer" if isinstance(value, int) else "code" for value in values}
    named = schema.get("type", [])
    return {named} if isinstance(named, str) else set(named)


def _branch(schema: Schema, name: str) -> Schema:
    return next((branch for branch in branches(schema) if name in types(branch)), {})


def _scalar(scalar: Scalar, schema: Schema) -> Any:
    if not scalar.plain:
        return scalar.text
    if scalar.text in NOTHING:
        return None
    admitted = set[str]().union(*map(types, branches(schema)))
    if "string" in admitted or not admitted & {"integer", "number"}:
        return scalar.text
    number = NUMBER.fullmatch(scalar.text)
    if number is None:
        return scalar.text
    return Decimal(scalar.text) if number[1] else int(scalar.text)
