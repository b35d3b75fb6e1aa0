"""One hash of all business content and history, free of row numbers and times: equal on a restored backup
or a second build."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import models

from deals.models import CLAIM_MODELS, Passage
from deals.models.fields import ContentHashField

# Columns that say when, or that other columns decide, not what.
_SAYS_NOTHING = (models.DateTimeField, models.GeneratedField, ContentHashField)
# Row numbers, also of the rows that history tells of, and hashes that cover times.
_NUMBERS = {"id", "pgh_id", "pgh_obj", "pgh_context_id", "hash", "previous_hash", "edition_hash"}
_CONTEXT = "pgh_context"


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
        if any(field.name == "slug" for field in model._meta.fields) and model._meta.pk.name == "id":
            names |= _named(model, "slug")
    for claim in CLAIM_MODELS:
        owner = "owned" if claim._meta.model_name == "stake" else "agreement"
        names |= _named(claim, f"{owner}__slug", "content_hash")
    return names | _named(Passage, "source__slug", "start", "quote") | _named(User, "username")


def _named(model: type[models.Model], *columns: str) -> dict[tuple[str, Any], str]:
    rows = model._default_manager.order_by().values_list("pk", *columns)
    return {(model._meta.label, pk): ":".join(map(str, name)) for pk, *name in rows.iterator()}


def _rows(model: type[models.Model], names: dict[tuple[str, Any], str]) -> Iterator[str]:
    fields = [field for field in model._meta.concrete_fields if _says_something(field)]
    for row in model._default_manager.order_by().values_list(*(field.attname for field in fields)).iterator():
        cells = (
            f"{field.name}={_cell(field, value, names)}" for field, value in zip(fields, row, strict=True)
        )
        yield "\x1f".join(cells) + "\x1e"


def _says_something(field: "models.Field[Any, Any]") -> bool:
    return field.name not in _NUMBERS and not isinstance(field, _SAYS_NOTHING)


def _cell(field: "models.Field[Any, Any]", value: Any, names: dict[tuple[str, Any], str]) -> str:
    if field.name == _CONTEXT:
        return _why(value)
    related = field.related_model
    if value is None or not isinstance(related, type) or not issubclass(related, models.Model):
        return repr(bytes(value)) if isinstance(value, memoryview) else str(value)
    return names.get((related._meta.label, value), "gone")


def _why(context: dict[str, Any] | None) -> str:
    return f"{(context or {}).get('username', '')}: {(context or {}).get('reason', '')}"
