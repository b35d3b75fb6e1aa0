"""Writes the models' documentation from their docstrings and help texts, so that it cannot say anything
else."""

import inspect
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import models

from deals.models import SHELF_MODELS

HEADING = """# Models

Written by `python manage.py describe_models --output docs/models.md` from the models' own docstrings and help
texts; a test fails when it is not up to date. The desk is what curators work on, the shelf is what the public
sees. Every desk table also has a history table, `<Model>Event`, which the database writes by itself and lets
nobody change.
"""


def describe_models() -> str:
    """The documentation of all models of the application, as Markdown."""
    ours = [
        model
        for model in apps.get_app_config("deals").get_models()
        if not hasattr(model, "pgh_tracked_model")
    ]
    desk = sorted((model for model in ours if model not in SHELF_MODELS), key=lambda model: model.__name__)
    parts = [HEADING, "## The desk\n", *map(_model, desk), "## The shelf\n", *map(_model, SHELF_MODELS)]
    return "\n".join(parts).rstrip() + "\n"


def _model(model: type[models.Model]) -> str:
    lines = [
        f"### {model.__name__}\n",
        inspect.cleandoc(model.__doc__ or ""),
        "",
        *_columns(model),
        *_rules(model),
        "",
    ]
    return "\n".join(lines)


def _columns(model: type[models.Model]) -> Iterator[str]:
    yield "| column | type | meaning |"
    yield "|---|---|---|"
    for field in model._meta.concrete_fields:
        if not field.primary_key:
            meaning = f"{field.help_text}{_codes(field)}".replace("|", "/")
            yield f"| `{field.name}` | {_type(field)} | {meaning} |"


def _type(field: "models.Field[Any, Any]") -> str:
    if isinstance(field, models.ForeignKey):
        return f"{field.related_model.__name__}{', may be empty' if field.null else ''}"
    words = field.get_internal_type().removesuffix("Field")
    return f"{words}{', may be empty' if field.null else ''}"


def _codes(field: "models.Field[Any, Any]") -> str:
    if not field.choices:
        return ""
    codes: Iterable[Any] = field.flatchoices
    return " One of: " + ", ".join(f"`{code}`" for code, _ in codes if code) + "."


def _rules(model: type[models.Model]) -> Iterator[str]:
    checks = [one for one in model._meta.constraints if isinstance(one, models.CheckConstraint)]
    uniques = [one for one in model._meta.constraints if isinstance(one, models.UniqueConstraint)]
    if checks or uniques:
        yield ""
        yield "The database holds:"
        yield ""
    for unique in uniques:
        yield f"- `{unique.name}`: one row for each {', '.join(unique.fields)}."
    for check in checks:
        yield f"- `{check.name}`: {check.violation_error_message}"
