"""What the steps of planning share: the report, the desk, the plan so far and the problems found."""

from dataclasses import dataclass, field
from typing import Any

from django.db import models
from rapidfuzz import fuzz, process

from deals.actions.load import LoadBatch
from deals.models import Agreement, Party, System
from deals.reports.check import CheckedReport
from deals.reports.planning.desk import Desk
from deals.reports.planning.diff import Mark, Plan
from deals.reports.problems import Path, ProblemList

_NEAR_ENOUGH = 60
"""How alike, of 100, an id must be to be named as what may have been meant."""


@dataclass(slots=True)
class Workbench:
    """One planning. `parties`, `systems` and `agreements` are by stable id, new ones included."""

    checked: CheckedReport
    desk: Desk
    batch: LoadBatch
    plan: Plan
    problems: ProblemList
    parties: dict[str, Party] = field(default_factory=dict)
    systems: dict[str, System] = field(default_factory=dict)
    agreements: dict[str, Agreement] = field(default_factory=dict)
    _ids: dict[type[models.Model], list[str]] = field(default_factory=dict)

    def say(self, mark: Mark, text: str) -> None:
        """Add a line to the plan."""
        self.plan.say(mark, text)

    def create(self, row: models.Model) -> None:
        """Plan to write a new row."""
        self.batch.new.append(row)

    def may_change(self, what: str) -> bool:
        """Whether this load may add to a record that is there already; if not, the plan says what waits.

        Records have no pending state, and readers may see them: so only who accepts the report changes them.
        """
        if not self.batch.accepted:
            self.say(Mark.LEFT, f"waits for a load with --accept: {what}")
        return self.batch.accepted

    def wrong(self, entry: Any, key: str, found: str, expected: str) -> None:
        """Note what is wrong at a key of an entry of the file."""
        path: Path = (*entry.path, key)
        self.problems.add(path, found, expected, line=entry.line)

    def nearest(self, model: Any, slug: str, also: dict[str, Any]) -> str:
        """In words, the known id that is most like this one; empty when none is."""
        if model not in self._ids:
            self._ids[model] = sorted({*model.objects.values_list("slug", flat=True), *also} - {slug})
        found = process.extractOne(slug, self._ids[model], scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH)
        return f'; the nearest is "{found[0]}"' if found else ""
