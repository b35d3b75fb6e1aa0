"""Plans the source of a report: a new row, or what is blank on the desk filled in; its text never changes."""

from typing import Any

from deals.models import Source
from deals.reports.planning.diff import Mark
from deals.reports.planning.workbench import Workbench
from deals.reports.report_file import SourceBlock

_DESCRIBED: tuple[tuple[str, ...], ...] = (
    ("kind",),
    ("publisher",),
    ("title",),
    ("language",),
    ("published",),
    ("retrieved",),
    ("url",),
    ("text_path",),
    ("source_grade", "information_grade"),
)
"""Columns beside the text, those together that are filled in together or not at all."""


def new_source(block: SourceBlock) -> Source:
    """The unsaved row that the file's source block describes."""
    return Source(
        slug=block.id,
        kind=block.kind,
        publisher=block.publisher,
        title=block.title,
        language=block.language,
        published=block.published,
        retrieved=block.retrieved,
        url=block.url,
        text=block.body or "",
        text_path=block.text_path,
        sha256=block.sha256 if block.body else "",
        source_grade=block.grade.source if block.grade else "",
        information_grade=block.grade.information if block.grade else "",
    )


def plan_source(bench: Workbench) -> None:
    """Plan the new source, or compare the existing one with what the file says of it."""
    block = bench.checked.report.source
    given = new_source(block)
    known = bench.desk.source
    if known is None:
        bench.batch.source = given
        bench.create(given)
        bench.say(Mark.NEW, f"source {given.slug}: {given}")
        return
    if known.sha256 != given.sha256:
        _refuse_other_text(bench, block, known, given)
    for names in _DESCRIBED:
        _fill_or_keep(bench, known, given, names)


def _refuse_other_text(bench: Workbench, block: SourceBlock, known: Source, given: Source) -> None:
    key = "sha256" if block.text_path else "body"
    found = f"a text with the sha256 {given.sha256}" if given.sha256 else "no archived text"
    kept = f"the sha256 {known.sha256}" if known.sha256 else "no archived text"
    expected = (
        f"{kept}, for the source exists with another text"
        if known.sha256
        else f"{kept}, as the source exists"
    )
    bench.wrong(block, key, found, expected)


def _fill_or_keep(bench: Workbench, known: Source, given: Source, names: tuple[str, ...]) -> None:
    has: list[Any] = [getattr(known, name) for name in names]
    says: list[Any] = [getattr(given, name) for name in names]
    if has == says or not any(says):
        return
    what = f"source {known.slug}: {names[0].replace('_', ' ')}"
    if any(has):
        bench.say(Mark.LEFT, f"kept: {what} “{' '.join(has)}”, where the file says “{' '.join(says)}”")
        return
    if not bench.may_change(f"{what} “{' '.join(says)}”"):
        return
    for name, value in zip(names, says, strict=True):
        setattr(known, name, value)
    bench.batch.changed.append((known, names))
    bench.say(Mark.NEW, f"{what} “{' '.join(says)}”")
