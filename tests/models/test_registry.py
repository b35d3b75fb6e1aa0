"""Every desk model explains its columns, is recorded, and binds together what belongs together."""

from typing import Any

import pytest
from django.db import models
from django.db.models import CheckConstraint, F, Q

from deals.models import SHELF_MODELS
from tests.models.examples import DESK_MODELS

each_desk_model = pytest.mark.parametrize("model", DESK_MODELS, ids=lambda model: model.__name__)
each_model = pytest.mark.parametrize("model", [*DESK_MODELS, *SHELF_MODELS], ids=lambda model: model.__name__)

# Columns that mean something only together, by the ends of their names.
PAIRED_ENDINGS = [
    ("_low", "_high"),
    ("start", "end"),
    ("_by", "_at"),
    ("source_grade", "information_grade"),
    ("text", "sha256"),
    ("amount_low", "currency"),
    ("merged_into", "state"),
]


def test_the_desk_has_models_to_walk() -> None:
    assert len(DESK_MODELS) >= 23


@each_model
def test_every_column_says_in_a_sentence_what_it_holds(model: Any) -> None:
    silent = [
        field.name
        for field in model._meta.concrete_fields
        if not field.primary_key and not str(field.help_text).strip().endswith(".")
    ]

    assert silent == []


@each_desk_model
def test_every_desk_table_is_recorded_by_triggers(model: Any) -> None:
    kinds = {trigger.name for trigger in model._meta.triggers}

    assert {"insert_insert", "update_update", "delete_delete"} <= kinds


@each_desk_model
def test_history_has_every_column_of_its_table(model: Any) -> None:
    recorded = {field.attname for field in model.pgh_event_model._meta.concrete_fields}

    assert {field.attname for field in model._meta.concrete_fields} <= recorded


@each_model
def test_every_check_explains_itself_to_the_curator(model: Any) -> None:
    silent = [
        constraint.name
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint)
        and (
            constraint.violation_error_message == CheckConstraint.default_violation_error_message
            or not str(constraint.violation_error_message).endswith(".")
        )
    ]

    assert silent == []


@each_desk_model
def test_columns_that_belong_together_are_bound_by_a_check(model: Any) -> None:
    bound = [
        columns_in(constraint.condition)
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint)
    ]

    loose = [pair for pair in pairs_of(model) if not any(set(pair) <= columns for columns in bound)]

    assert loose == []


def test_pairs_are_found() -> None:
    found = {pair for model in DESK_MODELS for pair in pairs_of(model)}

    assert found == {
        ("amount_low", "amount_high"),
        ("amount_low", "currency"),
        ("merged_into", "state"),
        ("quantity_low", "quantity_high"),
        ("reviewed_by", "reviewed_at"),
        ("source_grade", "information_grade"),
        ("start", "end"),
        ("text", "sha256"),
    }


def pairs_of(model: Any) -> list[tuple[str, str]]:
    """Pairs of columns of which one can be empty."""
    fields = {field.name: field for field in model._meta.concrete_fields}
    pairs = []
    for first, second in PAIRED_ENDINGS:
        for name, field in fields.items():
            partner = name.removesuffix(first) + second
            if name.endswith(first) and partner in fields and _can_be_empty(field, fields[partner]):
                pairs.append((name, partner))
    return pairs


def _can_be_empty(*fields: "models.Field[Any, Any]") -> bool:
    # A column set by itself on insertion is never empty.
    return any((field.null or field.blank) and not getattr(field, "auto_now_add", False) for field in fields)


def columns_in(condition: Any) -> set[str]:
    """The columns that a condition looks at."""
    if isinstance(condition, Q):
        return {column for child in condition.children for column in columns_in(child)}
    name, value = condition
    other = {value.name} if isinstance(value, F) else set()
    return {name.partition("__")[0], *other}
