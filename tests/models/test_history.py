"""The database records every change of every desk table, and refuses to rewrite what it recorded."""

from typing import Any

import pytest
from django.db import InternalError, connection, transaction

from deals.actions.recording import recording
from deals.shelf import Edition
from tests import shelf_rows
from tests.factories import UserFactory
from tests.models.examples import DESK_MODELS, change, example

pytestmark = pytest.mark.django_db

each_desk_model = pytest.mark.parametrize("model", DESK_MODELS, ids=lambda model: model.__name__)
each_kept_model = pytest.mark.parametrize(
    "model", [*(model.pgh_event_model for model in DESK_MODELS), Edition], ids=lambda model: model.__name__
)


UPDATE = 'UPDATE "{table}" SET "{column}" = %s WHERE id = %s'
DELETE = 'DELETE FROM "{table}" WHERE id = %s'


def run(sql: str, *parameters: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def last_event(model: Any) -> Any:
    return model.pgh_event_model.objects.order_by("pgh_id").last()


def who_and_why(event: Any) -> tuple[str, str, str]:
    return event.pgh_label, event.pgh_context["username"], event.pgh_context["reason"]


@each_desk_model
def test_bulk_creation_is_recorded(model: Any) -> None:
    row = example(model)
    model._base_manager.filter(pk=row.pk).delete()

    with recording(by=UserFactory(username="ada"), reason="in bulk"):
        model._base_manager.bulk_create([row])

    assert who_and_why(last_event(model)) == ("insert", "ada", "in bulk")


@each_desk_model
def test_a_bulk_update_is_recorded_with_the_new_value(model: Any) -> None:
    row = example(model)
    column, value = change(model)

    with recording(by=UserFactory(username="ada"), reason="a correction"):
        model._base_manager.filter(pk=row.pk).update(**{column: value})

    event = last_event(model)
    assert who_and_why(event) == ("update", "ada", "a correction")
    assert (event.pgh_obj_id, getattr(event, column)) == (row.pk, value)


@each_desk_model
def test_raw_sql_is_recorded(model: Any) -> None:
    row, table = example(model), model._meta.db_table
    column, value = change(model)

    with recording(by=UserFactory(username="ada"), reason="by hand"):
        run(UPDATE.format(table=table, column=column), value, row.pk)
        updated = last_event(model)
        run(DELETE.format(table=table), row.pk)

    assert (*who_and_why(updated), getattr(updated, column)) == ("update", "ada", "by hand", value)
    assert who_and_why(last_event(model)) == ("delete", "ada", "by hand")


@each_desk_model
def test_what_nobody_explained_is_recorded_all_the_same(model: Any) -> None:
    row = example(model)

    run(DELETE.format(table=model._meta.db_table), row.pk)

    event = last_event(model)
    assert (event.pgh_label, event.pgh_obj_id, event.pgh_context) == ("delete", row.pk, None)


REWRITES = {
    "update": 'UPDATE "{table}" SET "{column}" = "{column}"',
    "delete": 'DELETE FROM "{table}"',
    "truncate": 'TRUNCATE "{table}"',
}


@each_desk_model
def test_no_desk_table_is_emptied_without_a_trace(model: Any) -> None:
    example(model)
    run("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(InternalError) as caught, transaction.atomic():
        run(f'TRUNCATE "{model._meta.db_table}" CASCADE')

    assert str(caught.value).startswith("pgtrigger: Cannot truncate rows from ")


@each_kept_model
@pytest.mark.parametrize("verb", REWRITES)
def test_the_database_refuses_to_rewrite_what_was_recorded(model: Any, verb: str) -> None:
    if model is Edition:
        shelf_rows.edition("jets")
    else:
        example(model.pgh_tracked_model)
    table, column = model._meta.db_table, model._meta.pk.column
    before = list(model.objects.values())
    # Checks that wait for the end of the transaction would stand in the way of TRUNCATE.
    run("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(InternalError) as caught, transaction.atomic():
        run(REWRITES[verb].format(table=table, column=column))

    refused = "truncate" if verb == "truncate" else "update or delete"
    assert str(caught.value).startswith(f"pgtrigger: Cannot {refused} rows from {table} table\n")
    assert list(model.objects.values()) == before != []
