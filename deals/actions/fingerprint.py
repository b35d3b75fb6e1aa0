"""One hash of all business content and history, free of row numbers and times: equal on a restored backup
or a second build."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

# Columns that say when, by which row number or by which session, not what.
_TIMES = (models.DateTimeField,)
_DERIVED = {"search", "content_hash"}
_HISTORY_CONTEXT = {"pgh_id", "pgh_created_at", "pgh_obj", "pgh_context_id", "pgh_context"}


def data_fingerprint() -> str:
    """The sha256, in hex, over every row of every table of the application, told by natural keys and
    sorted."""
    names = _names_of_rows()
    digest = hashlib.sha256()
    for model in sorted(apps.get_app_config("deals").get_models(), key=lambda model: model._meta.label):
        digest.update(model._meta.label.encode())
        for row in sorted(_rows(model, names)):
            digest.update(row.encode())
    return digest.hexdigest()


def _names_of_rows() -> dict[tuple[str, Any], str]:
    """A name that does not depend on row numbers for each row that others refer to."""
    names: dict[tuple[str, Any], str] = {}
    for model in apps.get_app_config("deals").get_models():
        label = model._meta.label
        columns = {field.name for field in model._meta.fields}
        key = next((name for name in ("slug", "content_hash") if name in columns), None)
        if key and not label.endswith("Event"):
            for pk, name in model._default_manager.values_list("pk", key):
                names[label, pk] = name
    for passage in apps.get_model("deals", "Passage").objects.select_related("source").defer("source__text"):
        names["deals.Passage", passage.pk] = f"{passage.source.slug}:{passage.start}:{passage.quote}"
    return names


def _rows(model: type[models.Model], names: dict[tuple[str, Any], str]) -> Iterator[str]:
    fields = [field for field in model._meta.concrete_fields if _says_something(field)]
    context = any(field.name == "pgh_context" for field in model._meta.concrete_fields)
    for row in model._default_manager.values_list(
        *(field.attname for field in fields), *(("pgh_context",) if context else ())
    ):
        cells = [
            f"{field.name}={_cell(field, value, names)}" for field, value in zip(fields, row, strict=False)
        ]
        if context:
            cells.append(f"why={_why(row[-1])}")
        yield "\x1f".join(cells) + "\x1e"


def _says_something(field: "models.Field[Any, Any]") -> bool:
    return not (
        field.primary_key
        or isinstance(field, _TIMES)
        or field.name in _DERIVED | _HISTORY_CONTEXT
        or field.name in {"hash", "previous_hash", "edition_hash"}
    )


def _cell(field: "models.Field[Any, Any]", value: Any, names: dict[tuple[str, Any], str]) -> str:
    related = field.related_model
    if value is None or not isinstance(related, type) or not issubclass(related, models.Model):
        return repr(bytes(value)) if isinstance(value, memoryview) else str(value)
    if related._meta.app_label != "deals":
        # People are told by name in the history's context; their row numbers say nothing.
        return "person"
    return names.get((related._meta.label, value), "gone")


def _why(context: dict[str, Any] | None) -> str:
    return f"{(context or {}).get('username', '')}: {(context or {}).get('reason', '')}"
