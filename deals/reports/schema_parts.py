"""The pieces that the schema of report files is put together from.

`title` of a simple value is how messages say what was expected; `description` is what editors show.
"""

from typing import Any

from deals.vocab.codes import Codes, InformationGrade, KindOfEmpty, SourceGrade

Schema = dict[str, Any]

AMOUNT_LIMIT = 10**18
"""Amounts have at most eighteen digits before the point and two after it, as the database stores them."""

QUANTITY_LIMIT = 10**15


def ref(name: str, description: str = "") -> Schema:
    """A use of a named definition."""
    return {"$ref": f"#/$defs/{name}"} | ({"description": description} if description else {})


def list_of(name: str, description: str) -> Schema:
    """A list of a named definition."""
    return {"type": "array", "items": ref(name), "description": description}


def text(description: str, longest: int, *, or_null: bool = False) -> Schema:
    """A text that says something; with `or_null`, null may stand in its place."""
    return {
        "type": ["string", "null"] if or_null else "string",
        "pattern": r"\S",
        "maxLength": longest,
    } | ({"description": description} if description else {})


def code(codes: type[Codes], description: str) -> Schema:
    """One code of a list of the vocabulary."""
    return {
        "enum": [str(member.value) for member in codes],
        "enumDescriptions": [member.description for member in codes],
        "description": description,
    }


def record(properties: Schema, *, required: list[str]) -> Schema:
    """A mapping with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def fact(properties: Schema, *, required: list[str]) -> Schema:
    """A claim of the report: its keys, a sentence of ours and the quotes that it rests on."""
    return record(
        {
            **properties,
            "note": text("A sentence of ours that readers see beside the fact.", 2000),
            "quotes": {
                "type": "array",
                "items": ref("quote"),
                "description": "The report's own words that say so, at least one; none for a register's row.",
            },
        },
        required=required,
    )


def _figure(number: Schema, in_words: str) -> Schema:
    return {
        "title": in_words,
        "anyOf": [
            number,
            {
                "type": "object",
                "properties": {"low": number, "high": number},
                "additionalProperties": False,
                "minProperties": 1,
            },
            {"enum": [str(kind.value) for kind in KindOfEmpty]},
        ],
    }


_DATE = {
    "type": ["string", "integer"],
    "title": "a date in EDTF, such as 2021-12-06, 2018-10, 2019~ or 2021/2031",
    "maxLength": 40,
}

_KINDS_OF_EMPTY = ", ".join(str(kind.value) for kind in KindOfEmpty)

SIMPLE_VALUES: Schema = {
    "id": {
        "type": "string",
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        "maxLength": 120,
        "title": "a stable id: small letters, digits and single hyphens, at most 120 characters",
    },
    "date": _DATE,
    "date_or_null": {**_DATE, "type": ["string", "integer", "null"]},
    "url": {
        "type": ["string", "null"],
        "pattern": r"^https?://\S+$",
        "maxLength": 1000,
        "title": "an address that begins with https:// or http://",
    },
    "language": {
        "type": ["string", "null"],
        "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        "maxLength": 35,
        "title": "a language tag, such as en or hi",
    },
    "country": {
        "type": "string",
        "pattern": "^[A-Z]{3}$",
        "title": "three capital letters of ISO 3166-1, such as IND",
    },
    "currency": {
        "type": "string",
        "pattern": "^[A-Z]{3}$",
        "title": "three capital letters of ISO 4217, such as INR",
    },
    "sha256": {
        "type": ["string", "null"],
        "pattern": "^[0-9a-f]{64}$",
        "title": "64 hexadecimal digits in small letters",
    },
    "percent": {
        "type": ["string", "number"],
        "minimum": 0,
        "maximum": 100,
        "pattern": r"^((0|[1-9][0-9]?)(\.[0-9]{1,2})?|100(\.0{1,2})?)$",
        "title": "a share in per cent from 0 to 100 with at most two decimals",
    },
    "grade": {
        "type": ["object", "null"],
        "title": "a grade, such as {source: C, information: 3}",
        "properties": {
            "source": code(SourceGrade, "How reliable the source is."),
            "information": {
                "enum": [int(member.value) for member in InformationGrade],
                "enumDescriptions": [member.description for member in InformationGrade],
                "description": "How credible the information is.",
            },
        },
        "required": ["source", "information"],
        "additionalProperties": False,
    },
    "dated_name": {
        **record(
            {
                "name": text("The name.", 200),
                "from": ref("date", "When the party took it, in EDTF."),
                "until": ref("date", "When the party gave it up, in EDTF."),
            },
            required=["name"],
        ),
    },
    "quote": {
        "anyOf": [
            text("", 2000),
            record(
                {
                    "text": text("The words of the report, verbatim.", 2000),
                    "nth": {
                        "type": "integer",
                        "minimum": 1,
                        "maximum": 1_000_000,
                        "description": "Which occurrence is meant, counted from 1, where there are several.",
                    },
                },
                required=["text"],
            ),
        ],
    },
    "quantity": _figure(
        {"type": "integer", "minimum": 0, "exclusiveMaximum": QUANTITY_LIMIT},
        f"a whole number, {{low, high}} with at least one of them, or one of {_KINDS_OF_EMPTY}",
    ),
    "amount": _figure(
        {"type": "number", "minimum": 0, "exclusiveMaximum": AMOUNT_LIMIT},
        f"a number, {{low, high}} with at least one of them, or one of {_KINDS_OF_EMPTY}",
    ),
}
