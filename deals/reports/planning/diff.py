"""The plan of a load as people read it: one line for each thing that would change, and what would be left."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from deals.actions.load import LoadBatch
from deals.models import Claim, Item, Milestone, Value
from deals.vocab.codes import Qualifier
from deals.vocab.money import money_short


class Mark(StrEnum):
    """What a line of the plan is about."""

    NEW = "+"
    MORE_EVIDENCE = "&"
    CONFLICT = "!"
    LEFT = "="
    GONE = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that would change, or that was left although the file says something else."""

    mark: Mark
    text: str

    def __str__(self) -> str:
        return f"{self.mark} {self.text}"


@dataclass(slots=True)
class Plan:
    """What loading a file does. `batch` is None when exactly this file was applied last, so nothing is done.

    `unchanged` counts the claims that stand as the file has them.
    """

    source_id: str
    batch: LoadBatch | None = None
    lines: list[Line] = field(default_factory=list)
    unchanged: int = 0

    def say(self, mark: Mark, text: str) -> None:
        """Add a line."""
        self.lines.append(Line(mark, text))

    def count(self, mark: Mark) -> int:
        """How many lines are of this sort."""
        return Counter(line.mark for line in self.lines)[mark]

    def in_words(self) -> str:
        """One line: what is new, supported by more evidence, in conflict, unchanged and gone."""
        if self.batch is None:
            return f"{self.source_id}: unchanged, exactly this was loaded before."
        return (
            f"{self.source_id}: {self.count(Mark.NEW)} new,"
            f" {self.count(Mark.MORE_EVIDENCE)} with more evidence,"
            f" {self.count(Mark.CONFLICT)} in conflict, {self.unchanged} unchanged,"
            f" {self.count(Mark.GONE)} no longer in the file."
        )

    def for_curators(self) -> str:
        """What a person should look at after the load, and the summary below it."""
        calm = {Mark.NEW, Mark.MORE_EVIDENCE}
        return "\n".join([*(str(line) for line in self.lines if line.mark not in calm), self.in_words()])

    def __str__(self) -> str:
        """The readable diff, conflicts included, and the summary below it."""
        return "\n".join([*map(str, self.lines), self.in_words()])


def claim_in_words(claim: Claim) -> str:
    """What a claim says and about what, so that two that differ in number, sum or unit can be told apart."""
    about: Any = getattr(claim, "agreement", None) or getattr(claim, "owned", None)
    words = f"{about.slug}: {str(claim) if isinstance(claim, Value) else _kind_and_text(claim)}"
    if isinstance(claim, Value) and (claim.amount_low is not None or claim.amount_high is not None):
        qualifier = Qualifier(claim.qualifier)
        words += f" ({money_short(claim.amount_low, claim.amount_high, qualifier, claim.currency)})"
    if isinstance(claim, Milestone) and claim.system:
        words += f", {Item(**_counted(claim))}"
    if isinstance(claim, Item | Milestone) and claim.unit != "item":
        words += f" ({claim.get_unit_display().lower()})"
    return words


def _kind_and_text(claim: Claim) -> str:
    return f"{claim._meta.verbose_name}: {claim}"


def _counted(milestone: Milestone) -> dict[str, Any]:
    return {
        name: getattr(milestone, name) for name in ("system", "quantity_low", "quantity_high", "qualifier")
    }
