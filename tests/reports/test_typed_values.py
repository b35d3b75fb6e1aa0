"""A scalar takes the type that the schema asks for at its place, never the one that it looks like."""

from decimal import Decimal

import pytest

from deals.reports.typed_values import typed
from deals.reports.yaml_nodes import Mapping, Scalar, Sequence

INTEGER = {"type": "integer"}
NUMBER = {"anyOf": [{"type": "number"}, {"enum": ["unknown"]}]}
TEXT = {"type": "string"}


def plain(text):
    return Scalar(1, text, plain=True)


@pytest.mark.parametrize("text", ["NO", "010", "2021-12-06", "12.50", "7", "true"])
def test_where_a_text_is_asked_for_everything_is_text(text):
    assert typed(plain(text), TEXT) == text


def test_where_a_date_is_asked_for_a_year_stays_text():
    assert typed(plain("2018"), {"type": ["string", "integer"]}) == "2018"


def test_a_code_stays_text():
    assert typed(plain("unknown"), NUMBER) == "unknown"


def test_a_whole_number():
    assert typed(plain("601427"), INTEGER) == 601427


def test_an_amount_keeps_its_cents():
    assert typed(plain("12345678901234567.89"), NUMBER) == Decimal("12345678901234567.89")


def test_a_number_of_a_code_list():
    assert typed(plain("3"), {"enum": [1, 2, 3]}) == 3


@pytest.mark.parametrize(
    "text", ["010", "1_000", "0x1F", "1e3", "+5", ".5", "5.", "6,01,427", "٣", "inf", "9" * 41]
)
def test_what_is_a_number_only_to_some_stays_text(text):
    assert typed(plain(text), INTEGER) == text


def test_a_quoted_number_is_text():
    assert typed(Scalar(1, "7", plain=False), INTEGER) == "7"


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing_everywhere(text):
    assert typed(plain(text), TEXT) is None


def test_quoted_nothing_is_text():
    assert typed(Scalar(1, "null", plain=False), TEXT) == "null"


def test_mappings_and_lists_are_typed_by_their_parts():
    schema = {"anyOf": [TEXT, {"type": "object", "properties": {"a": {"type": "array", "items": INTEGER}}}]}
    node = Mapping(1, {"a": Sequence(1, [plain("1"), plain("x")]), "b": plain("2")})

    assert typed(node, schema) == {"a": [1, "x"], "b": "2"}
