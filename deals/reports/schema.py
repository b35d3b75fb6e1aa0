"""The JSON Schema of report files: built from the vocabulary's codes, shipped as `report.schema.json`.

The shipped file is what files are checked against. `python -m deals.reports.schema` writes it anew after a
change here or in the codes; a test fails while the two differ.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from deals.reports import schema_parts as parts
from deals.vocab import codes

Schema = dict[str, Any]

SCHEMA_FILE = Path(__file__).with_name("report.schema.json")


@cache
def load_schema() -> Schema:
    """The shipped schema with every `$ref` replaced by what it names, so that readers can walk it."""
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    resolved: Schema = _resolve(schema, schema.pop("$defs"))
    return resolved


def schema_as_text() -> str:
    """The schema as it stands in its file."""
    return json.dumps(build_schema(), indent=2, ensure_ascii=False) + "\n"


def build_schema() -> Schema:
    """The whole schema (JSON Schema 2020-12), its enums taken from the vocabulary's codes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "a report: {format, source, parties, systems, agreements}",
        "description": "What one report claims about arms deals, every fact with its quotes.",
        **parts.record(
            {
                "format": {"const": 1, "description": "Version of this format."},
                "source": parts.ref("source", "The report itself."),
                "parties": parts.list_of("party", "Parties that this report introduces or adds to."),
                "systems": parts.list_of("system", "Systems that this report introduces or adds to."),
                "agreements": parts.list_of(
                    "agreement", "Agreements, with what this report says about them."
                ),
            },
            required=["format", "source"],
        ),
        "$defs": {
            **parts.SIMPLE_VALUES,
            "source": _source(),
            "party": _party(),
            "stake": _stake(),
            "system": _system(),
            "agreement": _agreement(),
            "involvement": _involvement(),
            "item": _item(),
            "value": _value(),
            "milestone": _milestone(),
            "relation": _relation(),
            "exposure": _exposure(),
        },
    }


def _source() -> Schema:
    return parts.record(
        {
            "id": parts.ref("id", "Stable id of the report, and the file's name."),
            "kind": parts.code(codes.SourceKind, "What sort of source this is."),
            "publisher": parts.text("Who published it, for example a newspaper or a ministry.", 200),
            "title": parts.text("Title as printed; left out when not known.", 500, or_null=True),
            "published": parts.ref("date_or_null", "When it was published, in EDTF."),
            "retrieved": parts.ref("date_or_null", "When we retrieved it, in EDTF."),
            "url": parts.ref("url", "Address where the report can be read."),
            "language": parts.ref("language", "Language of the text as a BCP 47 tag."),
            "text": parts.text(
                "File of the archived text, relative to the project's root.", 300, or_null=True
            ),
            "body": {
                "type": ["string", "null"],
                "minLength": 1,
                "description": "The archived text itself, in place of `text`.",
            },
            "sha256": parts.ref("sha256", "Sha256 of the archived text's bytes; required with `text`."),
            "grade": parts.ref("grade", "Admiralty grade of the source and of its information."),
        },
        required=["id", "kind", "publisher"],
    )


def _party() -> Schema:
    return parts.record(
        {
            "id": parts.ref("id", "Stable id of the party."),
            "name": parts.text("Name that we show.", 200),
            "kind": parts.code(codes.PartyKind, "What sort of party this is."),
            "country": parts.ref(
                "country", "The state itself or the country of seat, in ISO 3166-1 alpha-3."
            ),
            "aliases": {
                "type": "array",
                "items": {"anyOf": [parts.text("", 200), parts.ref("dated_name")]},
                "description": "Other names that reports use, with dates where a name was held for a time.",
            },
            "successor_of": parts.ref("id", "The former state or company that this party succeeded."),
            "stakes": parts.list_of("stake", "Who this report says owns the party."),
        },
        required=["id"],
    )


def _stake() -> Schema:
    return parts.fact(
        {
            "owner": parts.ref("id", "The party that owns the share."),
            "share": parts.ref("percent", "Share in per cent; left out when not said."),
            "from": parts.ref("date", "Since when, in EDTF."),
            "until": parts.ref("date", "Until when, in EDTF."),
        },
        required=["owner"],
    )


def _system() -> Schema:
    return parts.record(
        {
            "id": parts.ref("id", "Stable id of the system."),
            "name": parts.text("Designation that we show.", 200),
            "category": parts.code(codes.SystemCategory, "Category, after SIPRI."),
            "unroca": parts.code(codes.UnrocaCategory, "Category in the UN Register of Conventional Arms."),
            "producer": parts.ref("id", "The party that designed or first produced it."),
            "variant_of": parts.ref("id", "The system that this is a variant of."),
            "aliases": {
                "type": "array",
                "items": parts.text("", 200),
                "description": "Other designations that reports use.",
            },
        },
        required=["id"],
    )


def _agreement() -> Schema:
    return parts.record(
        {
            "id": parts.ref("id", "Stable id; the public permalink is built from it."),
            "title": parts.text("Title in our own words; a new agreement needs one.", 300),
            "kind": parts.code(
                codes.AgreementKind, "What sort of instrument it is; a new agreement needs one."
            ),
            "summary": parts.text("One or two sentences in our own words.", 2000),
            "parties": parts.list_of("involvement", "Who takes part, and in which role."),
            "items": parts.list_of("item", "What it supplies, and how many."),
            "values": parts.list_of("value", "What it is said to cost or to be financed with."),
            "milestones": parts.list_of("milestone", "What happened to it, and when."),
            "relations": parts.list_of("relation", "How it stands to other agreements, read from this one."),
            "exposures": parts.list_of("exposure", "Sanctions and embargoes that it risks or meets."),
        },
        required=["id"],
    )


def _involvement() -> Schema:
    return parts.fact(
        {
            "party": parts.ref("id", "The party."),
            "role": parts.code(codes.PartyRole, "Its role in the agreement."),
        },
        required=["party", "role"],
    )


def _item() -> Schema:
    return parts.fact(
        {
            "system": parts.ref("id", "What is supplied."),
            "part": parts.text("Which line of the order, when one order has several of a system.", 100),
            "quantity": parts.ref("quantity", "How many; left out when not said."),
            "qualifier": parts.code(codes.Qualifier, "How exactly the report gives the quantity."),
            "unit": parts.code(codes.UnitOfCount, "What is counted; `item` when left out."),
            "mode": parts.code(codes.TransferMode, "How it is transferred; `unknown` when left out."),
            "condition": parts.code(codes.ItemCondition, "New or second-hand; `unknown` when left out."),
        },
        required=["system"],
    )


def _value() -> Schema:
    return parts.fact(
        {
            "kind": parts.code(codes.ValueKind, "What the amount stands for."),
            "reported": parts.text("The amount as the report writes it.", 200),
            "amount": parts.ref(
                "amount", "The amount in whole units of the currency; left out when not said."
            ),
            "currency": parts.ref("currency", "Currency in ISO 4217; required with an amount."),
            "qualifier": parts.code(codes.Qualifier, "How exactly the report gives the amount."),
            "equivalent_to": parts.text(
                "The `reported` text of the value of this agreement that this one gives in another currency.",
                200,
            ),
        },
        required=["kind", "reported"],
    )


def _milestone() -> Schema:
    return parts.fact(
        {
            "kind": parts.code(codes.MilestoneKind, "What happened."),
            "date": parts.ref("date", "When it happened, in EDTF."),
            "by": parts.ref("id", "The party that did or said it."),
            "system": parts.ref("id", "What was delivered; required with a quantity."),
            "quantity": parts.ref("quantity", "How many were delivered."),
            "qualifier": parts.code(codes.Qualifier, "How exactly the report gives the quantity."),
            "unit": parts.code(codes.UnitOfCount, "What is counted; `item` when left out."),
        },
        required=["kind"],
    )


def _relation() -> Schema:
    return parts.fact(
        {
            "type": parts.code(codes.RelationType, "How this agreement stands to the other."),
            "to": parts.ref("id", "The other agreement."),
        },
        required=["type", "to"],
    )


def _exposure() -> Schema:
    return parts.fact(
        {
            "regime": parts.text("The law or embargo, for example CAATSA section 231.", 150),
            "authority": parts.ref("id", "The party that would impose or lift it."),
            "status": parts.code(codes.ExposureStatus, "How far it has gone."),
            "date": parts.ref("date", "When this was the status, in EDTF."),
        },
        required=["regime", "authority", "status"],
    )


def _resolve(schema: Any, definitions: Schema) -> Any:
    if isinstance(schema, list):
        return [_resolve(part, definitions) for part in schema]
    if not isinstance(schema, dict):
        return schema
    here = {key: _resolve(part, definitions) for key, part in schema.items() if key != "$ref"}
    if "$ref" not in schema:
        return here
    named = definitions[schema["$ref"].removeprefix("#/$defs/")]
    return {**_resolve(named, definitions), **here}


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_as_text(), encoding="utf-8")
