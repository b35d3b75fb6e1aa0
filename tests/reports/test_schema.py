"""The shipped schema is the one that the code and the vocabulary build, and it is a schema."""

from jsonschema import Draft202012Validator

from deals.reports.schema import SCHEMA_FILE, build_schema, load_schema, schema_as_text
from deals.vocab import codes


def objects(schema):
    """Every mapping inside a schema that describes properties, with the properties."""
    if isinstance(schema, list):
        for part in schema:
            yield from objects(part)
    elif isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)


def test_the_shipped_schema_is_what_the_codes_say():
    # When this fails after a change of the codes: python -m deals.reports.schema
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_as_text()


def test_it_is_a_valid_schema():
    Draft202012Validator.check_schema(build_schema())


def test_every_property_of_a_record_is_described():
    nameless = {"low", "high"}

    missing = [
        name
        for schema in objects(build_schema())
        for name, part in schema["properties"].items()
        if "description" not in part and name not in nameless
    ]

    assert missing == []


def test_no_record_takes_unknown_keys():
    assert all(schema["additionalProperties"] is False for schema in objects(build_schema()))


def test_enums_are_the_codes():
    items = build_schema()["$defs"]["item"]["properties"]

    assert items["mode"]["enum"] == list(codes.TransferMode.values)


def test_the_loaded_schema_has_no_references_left():
    assert "$ref" not in str(load_schema())
