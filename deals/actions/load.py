"""Writes what a report file brings, as it was planned: all of it or nothing, one load at a time.

What is new, what is in conflict and what is gone is for the plan to say; nothing here reads a file.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.contrib.auth.models import User
from django.db import connection, models
from django.utils import timezone

from deals.actions.recording import recording
from deals.models import (
    CLAIM_MODELS,
    Agreement,
    Claim,
    Evidence,
    Party,
    PartyAlias,
    Passage,
    ReportLoad,
    Source,
    System,
    SystemAlias,
    evidence_model,
)
from deals.models.fields import DerivedDayField
from deals.vocab.codes import ClaimStatus

_LOADING_LOCK = 7_240_002
"""PostgreSQL's advisory lock that every load holds until its end; publishing has another."""

_ROWS_A_STATEMENT = 1_000

GONE = "no longer in the report file"


_WRITE_ORDER: tuple[type[models.Model], ...] = (
    Source,
    Passage,
    Party,
    PartyAlias,
    System,
    SystemAlias,
    Agreement,
    *CLAIM_MODELS,
    *map(evidence_model, CLAIM_MODELS),
)
"""Each table after those that its rows refer to."""


@dataclass(slots=True, kw_only=True)
class LoadBatch:
    """What one load writes.

    `new` are unsaved rows, in any order, which refer to each other as objects; `changed` are saved rows with
    the columns that were filled in; `verdicts` concern new and saved claims alike; `rejected` are saved
    claims, and `dropped` the saved evidence, that the file no longer speaks for.
    """

    source: Source
    content_hash: str
    accepted: bool
    new: list[models.Model] = field(default_factory=list)
    changed: list[tuple[models.Model, tuple[str, ...]]] = field(default_factory=list)
    verdicts: dict[ClaimStatus, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    rejected: list[Claim] = field(default_factory=list)
    dropped: list[Evidence] = field(default_factory=list)


@contextmanager
def loading(*, source_id: str, by: User) -> Iterator[None]:
    """One transaction for planning and writing the load of a file; other loads wait until it ends."""
    with recording(by=by, reason=f"report:{source_id}"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOADING_LOCK])
        yield


def write_batch(batch: LoadBatch, *, by: User) -> ReportLoad:
    """Write the batch inside `loading` and remember that its file was applied."""
    _give_verdicts(batch.verdicts, by=by)
    _accept_evidence(batch)
    _create(batch.new)
    _fill_in(batch.changed)
    load = ReportLoad.objects.create(
        source=batch.source, content_hash=batch.content_hash, accepted=batch.accepted, loaded_by=by
    )
    # The history's reason holds from here to the end of the transaction, so this comes last.
    with recording(by=by, reason=f"report:{batch.source.slug}: {GONE}"):
        _give_verdicts({ClaimStatus.REJECTED: batch.rejected}, by=by)
        for model, rows in _by_model(batch.dropped).items():
            model._default_manager.filter(pk__in=[row.pk for row in rows]).delete()
    return load


def _give_verdicts(verdicts: dict[ClaimStatus, list[Claim]], *, by: User) -> None:
    """Saved claims are changed by one statement a kind; new ones will be inserted with their verdict."""
    at = timezone.now()
    for status, claims in verdicts.items():
        columns = {"status": status, "reviewed_by": by, "reviewed_at": at}
        for claim in claims:
            for name, value in columns.items():
                setattr(claim, name, value)
        saved = [claim for claim in claims if claim.pk]
        for model, rows in _by_model(saved).items():
            model._default_manager.filter(pk__in=[row.pk for row in rows]).update(**columns)


def _accept_evidence(batch: LoadBatch) -> None:
    """Whoever accepts the report accepts its quotes; those that an earlier load left waiting, too."""
    if not batch.accepted:
        return
    for row in batch.new:
        if isinstance(row, Evidence):
            row.accepted = True
    for model in CLAIM_MODELS:
        rows: Any = evidence_model(model)
        rows.objects.filter(passage__source=batch.source.pk, accepted=False).update(accepted=True)


def _create(rows: Iterable[models.Model]) -> None:
    by_model = _by_model(rows)
    for model in _WRITE_ORDER:
        for wave in _waves(model, by_model.pop(model, [])):
            model._default_manager.bulk_create(wave, batch_size=_ROWS_A_STATEMENT)
    if by_model:
        raise ValueError(f"a load cannot write {', '.join(model.__name__ for model in by_model)}")


def _waves(model: type[models.Model], rows: list[models.Model]) -> Iterator[list[models.Model]]:
    """The rows of one table, those first that others of the same table refer to."""
    own = [column for column in model._meta.concrete_fields if column.related_model is model]
    while rows:
        ready = [row for row in rows if all(_is_saved(row, column) for column in own)]
        if not ready:
            raise ValueError(f"rows of {model.__name__} refer to each other in a circle")
        yield ready
        rows = [row for row in rows if row.pk is None]


def _is_saved(row: models.Model, column: Any) -> bool:
    other = column.get_cached_value(row, default=None)
    return other is None or other.pk is not None


def _fill_in(changed: Iterable[tuple[models.Model, tuple[str, ...]]]) -> None:
    """One statement for each table and set of columns, with the days that are derived from these columns."""

    def alike(change: tuple[models.Model, tuple[str, ...]]) -> tuple[str, tuple[str, ...]]:
        return change[0]._meta.label, change[1]

    for (_, columns), group in groupby(sorted(changed, key=alike), key=alike):
        rows = [row for row, _ in group]
        model = type(rows[0])
        derived = [
            f for f in model._meta.concrete_fields if isinstance(f, DerivedDayField) and f.of in columns
        ]
        for row in rows:
            for day in derived:
                day.pre_save(row, add=False)
        names = [*columns, *(day.name for day in derived)]
        model._default_manager.bulk_update(rows, names, batch_size=_ROWS_A_STATEMENT)


def _by_model(rows: Iterable[models.Model] | Sequence[models.Model]) -> dict[Any, list[Any]]:
    by_model: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row)
    return by_model
