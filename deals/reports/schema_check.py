"""Checks the values of a report file against its schema, and says in plain words what does not fit."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jsonschema import Draft202012Validator, ValidationError, validators

from deals.reports.problems import Path, ProblemList, in_quotes
from deals.reports.schema import load_schema
from deals.reports.typed_values import branches, typed, types
from deals.reports.yaml_nodes import Node

Schema = dict[str, Any]

TYPE_WORDS = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
}


def check_schema(root: Node, problems: ProblemList) -> dict[str, Any]:
    """The typed values of a file that fit the schema; what does not is left out and added to `problems`."""
    schema = load_schema()
    values = typed(root, schema)
    wrong: list[Path] = []
    for error in Validator(schema).iter_errors(values):
        for fault in _faults(error):
            wrong.append(fault.path)
            if not problems.wrong_at(fault.path):
                problems.add(fault.path, *_in_words(fault))
    for path in wrong:
        _take_out(values, path)
    return values if isinstance(values, dict) else {}


@dataclass(frozen=True, slots=True)
class Fault:
    """One value that does not fit: the keyword of the schema that refuses it, and that keyword's limit."""

    path: Path
    keyword: str
    limit: Any
    value: Any
    schema: Schema


def _pattern(_: Any, pattern: str, instance: Any, schema: Schema) -> Iterator[ValidationError]:
    """JSON Schema's `$` is the end of the text; Python's may also stand before a last line break."""
    if isinstance(instance, str) and not re.search(pattern.replace("$", r"\Z"), instance):
        yield ValidationError("")


def _additional_properties(_: Any, allowed: bool, instance: Any, schema: Schema) -> Iterator[ValidationError]:
    """One error, not one message, for each key that is not known."""
    if isinstance(instance, dict):
        for key in instance:
            if key not in schema["properties"]:
                yield ValidationError("", path=[key])


def _required(_: Any, required: list[str], instance: Any, schema: Schema) -> Iterator[ValidationError]:
    """One error for each key that is missing; the key is part of its path."""
    if isinstance(instance, dict):
        for key in required:
            if key not in instance:
                yield ValidationError("", path=[key])


Validator: Any = validators.extend(  # type: ignore[no-untyped-call]  # The stubs leave it without types.
    Draft202012Validator,
    {"pattern": _pattern, "additionalProperties": _additional_properties, "required": _required},
)


def _faults(error: Any) -> Iterator[Fault]:
    """The faults inside the alternative that a mapping was plainly meant to be; else the error's own."""
    inside = [
        fault
        for fault in error.context or ()
        if isinstance(error.instance, dict)
        and "object" in types(branches(error.schema)[fault.schema_path[0]])
    ]
    for fault in inside:
        yield from _faults(fault)
    if not inside:
        path = tuple(error.absolute_path)
        yield Fault(path, error.validator, error.validator_value, error.instance, error.schema)


def _in_words(fault: Fault) -> tuple[str, str]:
    """What was found and what was expected."""
    match fault.keyword:
        case "additionalProperties":
            key, known = str(fault.path[-1]), fault.schema["properties"]
            return f"the unknown key {in_quotes(key)}", _nearest(key, known, "one of " + ", ".join(known))
        case "required":
            return "nothing", expected_in_words(fault.schema["properties"][fault.path[-1]])
        case "minProperties":
            return "an empty mapping", "one or both of " + ", ".join(fault.schema["properties"])
        case "maxLength":
            return f"{len(fault.value):,} characters", f"at most {fault.limit:,} characters"
        case "minimum":
            return str(fault.value), f"at least {fault.limit:,}"
        case "maximum":
            return str(fault.value), f"at most {fault.limit:,}"
        case "exclusiveMaximum":
            return str(fault.value), f"less than {fault.limit:,}"
    expected = expected_in_words(fault.schema)
    codes = [code for branch in branches(fault.schema) for code in branch.get("enum", [])]
    near = _nearest(fault.value, codes, expected) if isinstance(fault.value, str) else expected
    return found_in_words(fault.value), near


def expected_in_words(schema: Schema) -> str:
    """What a place in the schema admits, in words."""
    if "title" in schema:
        return str(schema["title"])
    words = [_one_alternative(branch) for branch in branches(schema)]
    return " or ".join(words)


def _one_alternative(schema: Schema) -> str:
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return "one of " + ", ".join(map(str, schema["enum"]))
    if schema.get("type") == "object":
        return "{" + ", ".join(schema["properties"]) + "}"
    return " or ".join(TYPE_WORDS[name] for name in TYPE_WORDS if name in types(schema))


def found_in_words(value: Any) -> str:
    """A value of a file as messages show it."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    return str(value) if isinstance(value, int | Decimal) else in_quotes(value)


def _nearest(word: str, known: Any, expected: str) -> str:
    near = difflib.get_close_matches(word[:60], [str(name) for name in known], n=1)
    return f"{expected}; the nearest is {in_quotes(near[0])}" if near else expected


def _take_out(values: Any, place: Path) -> None:
    """Take a wrong value out, for what is checked next; members of lists keep their places."""
    for step in place[:-1]:
        sound = step in values if isinstance(values, dict) else isinstance(values, list)
        values = values[step] if sound else None
    if isinstance(values, dict) and place:
        values.pop(place[-1], None)
    elif isinstance(values, list) and place:
        values[int(place[-1])] = None
