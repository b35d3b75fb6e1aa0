"""The history of a record: who changed what, when and why, field by field, as triggers recorded it.

Read only. Bulk changes and loads are there, too, for the triggers see every write.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.core.paginator import Page, Paginator
from django.db import models
from django.utils.text import Truncator, capfirst

from deals.models import Claim, Passage, Source
from deals.models.fields import ContentHashField, DerivedDayField

ENTRIES_A_PAGE = 50
LONGEST_SHOWN = 300

NOBODY = "not recorded (outside the application)"
NO_REASON = "no reason given"
EMPTY = "empty"

_VERBS = {"insert": "added", "update": "changed", "delete": "deleted"}


@dataclass(frozen=True)
class Trail:
    """Rows of a table whose history belongs to a record's, and the column that names the record."""

    model: type[models.Model]
    column: str


@dataclass(frozen=True)
class FieldChange:
    """One field of one row, before and after, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class RowChange:
    """What happened to one row."""

    what: str
    verb: str
    fields: list[FieldChange]


@dataclass(frozen=True)
class Entry:
    """All that one write changed."""

    at: datetime
    who: str
    why: str
    changes: list[RowChange]


@dataclass(frozen=True)
class _Step:
    """An event beside the event of the same row before it."""

    model: type[models.Model]
    event: Any
    before: Any


def history_page(record: models.Model, trails: Iterable[Trail], number: str | None) -> Page[Entry]:
    """A page of the record's history, the newest first."""
    steps = sorted(
        _steps(record, trails), key=lambda step: (step.event.pgh_created_at, step.event.pgh_id), reverse=True
    )
    writes: dict[Any, list[_Step]] = defaultdict(list)
    for step in steps:
        writes[step.event.pgh_created_at, step.event.pgh_context_id].append(step)
    page: Page[Any] = Paginator(list(writes.values()), ENTRIES_A_PAGE).get_page(number)
    shown: Sequence[list[_Step]] = list(page.object_list)
    names = _Names(shown)
    page.object_list = [_entry(write, names) for write in shown]
    return page


def _steps(record: models.Model, trails: Iterable[Trail]) -> Iterator[_Step]:
    for trail in (Trail(type(record), "id"), *trails):
        events: Any = trail.model.pgh_event_model  # type: ignore[attr-defined]  # pghistory gives it to each model
        before: dict[int, Any] = {}
        for event in events.objects.filter(**{trail.column: record.pk}).order_by("pgh_id"):
            yield _Step(trail.model, event, before.get(event.id))
            before[event.id] = event


def _entry(write: list[_Step], names: "_Names") -> Entry:
    event = write[0].event
    context: dict[str, Any] = event.pgh_context or {}
    changes = [_row_change(step, names) for step in reversed(write)]
    return Entry(event.pgh_created_at, _who(context, names), _why(context), [one for one in changes if one])


def _who(context: dict[str, Any], names: "_Names") -> str:
    if name := context.get("username"):
        return str(name)
    user = context.get("user")
    return names.of(get_user_model(), user) if user else NOBODY


def _why(context: dict[str, Any]) -> str:
    reason = str(context.get("reason") or NO_REASON)
    prefix, _, source = reason.partition(":")
    return f"report file {source}" if prefix == "report" and source else reason


def _row_change(step: _Step, names: "_Names") -> RowChange:
    verb = _VERBS.get(step.event.pgh_label, step.event.pgh_label)
    fields = []
    for field in _told_fields(step.model):
        after = getattr(step.event, field.attname)
        before = getattr(step.before, field.attname) if step.before else None
        if verb == "deleted":
            before, after = after, None
        if before != after and not (before in (None, "") and after in (None, "")):
            fields.append(
                FieldChange(
                    capfirst(str(field.verbose_name)),
                    _words(field, before, names),
                    _words(field, after, names),
                )
            )
    return RowChange(_row_name(step, names), verb, fields)


def _row_name(step: _Step, names: "_Names") -> str:
    kind = capfirst(str(step.model._meta.verbose_name))
    return f"{kind} “{name}”" if (name := names.find(step.model, step.event.id)) else kind


def _told_fields(model: type[models.Model]) -> Iterator[Any]:
    """The columns that say something of their own."""
    for field in model._meta.concrete_fields:
        if not field.primary_key and not isinstance(field, DerivedDayField | ContentHashField):
            yield field


def _words(field: Any, value: Any, names: "_Names") -> str:
    if value is None or value == "":
        return EMPTY
    if field.related_model:
        return names.of(field.related_model, value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    text = str(value)
    return (
        text
        if len(text) <= LONGEST_SHOWN
        else f"{Truncator(text).chars(LONGEST_SHOWN)} ({len(text):,} characters)"
    )


class _Names:
    """Names of the records that a page of events is about or refers to, read in one query a table."""

    def __init__(self, writes: Iterable[list[_Step]]) -> None:
        ids: dict[type[models.Model], set[Any]] = defaultdict(set)
        for step in (step for write in writes for step in write):
            ids[get_user_model()].add((step.event.pgh_context or {}).get("user"))
            if issubclass(step.model, Claim):
                ids[step.model].add(step.event.id)
            for field in _told_fields(step.model):
                if field.related_model:
                    rows = (step.event, step.before)
                    ids[field.related_model] |= {getattr(row, field.attname) for row in rows if row}
        self._names = {(model, row.pk): str(row) for model in ids for row in _rows(model, ids[model])}

    def find(self, model: type[models.Model], pk: Any) -> str | None:
        """The record's name; none when it is gone, or needs no name."""
        return self._names.get((model, pk))

    def of(self, model: type[models.Model], pk: Any) -> str:
        """The record's name, or its number when it is gone."""
        return self.find(model, pk) or f"{model._meta.verbose_name} no. {pk}, deleted since"


def _rows(model: type[models.Model], ids: set[Any]) -> Iterable[Any]:
    """The rows with what their names need: a claim's names other records, a passage's its source."""
    rows: models.QuerySet[Any] = model._default_manager.filter(pk__in=ids - {None})
    if issubclass(model, Claim):
        return model.objects.filter(pk__in=ids - {None}).with_related()
    if issubclass(model, Passage):
        return rows.select_related("source").defer("source__text")
    return rows.defer("text") if issubclass(model, Source) else rows
