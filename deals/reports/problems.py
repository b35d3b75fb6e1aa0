"""What is wrong with a report file, said so that its author can find and mend it.

Words and places only: nothing here reads a file or decides what is right.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The way from the top of a report file to a value: keys and positions in lists."""

PLAIN_KEY = re.compile(r"[\w-]{1,60}")
LONGEST_EXTRACT = 80
MOST_PROBLEMS = 1_000


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where it is, what was found there and what was expected."""

    file: str
    line: int
    path: str
    found: str
    expected: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " + (f"{self.path}: " if self.path else "")
        return f"{place}found {self.found}; expected {self.expected}"


class ReportProblems(Exception):
    """Everything that is wrong with a report file, in the order of its lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__("\n".join(map(str, self.problems)))


class ProblemList:
    """Collects the problems of one file, and remembers which places are already known to be wrong.

    `line_of` finds the line of a path; whoever reads the file sets it.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.line_of: Callable[[Path], int] = lambda path: 1
        self._wrong: set[Path] = set()
        self._wrong_below: set[Path] = set()

    def add(self, path: Path, found: str, expected: str, *, line: int | None = None) -> None:
        """Note a problem; a file that is wrong all over is given up at its thousandth."""
        self._wrong.add(path)
        self._wrong_below.update(path[:length] for length in range(len(path)))
        line = line or self.line_of(path)
        self.problems.append(Problem(self.file, line, path_in_words(path), found, expected))
        if len(self.problems) == MOST_PROBLEMS:
            last_line = max(problem.line for problem in self.problems)
            end = Problem(self.file, last_line, "", f"{MOST_PROBLEMS:,} problems, and gave up", "fewer")
            raise ReportProblems([*self.problems, end])

    def wrong_at(self, path: Path) -> bool:
        """Whether a problem is known at exactly this place."""
        return path in self._wrong

    def wrong_in(self, path: Path) -> bool:
        """Whether a problem is known here or below, so that what follows from it is not told again."""
        return path in self._wrong or path in self._wrong_below

    def raise_if_any(self) -> None:
        """Raise `ReportProblems` with all that was noted, if anything was."""
        if self.problems:
            raise ReportProblems(self.problems)


def path_in_words(path: Path) -> str:
    """The path as people write it: `agreements[1].items[0].quantity`."""
    words = ""
    for step in path:
        if isinstance(step, int):
            words += f"[{step}]"
        elif PLAIN_KEY.fullmatch(step):
            words += f".{step}" if words else step
        else:
            words += f"[{in_quotes(step)}]"
    return words


def in_quotes(text: str) -> str:
    """Text from a file as messages show it: in quotes, on one line, cut when long, nothing invisible kept."""
    shown = text if len(text) <= LONGEST_EXTRACT else text[:LONGEST_EXTRACT] + "…"
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in shown) + '"'
