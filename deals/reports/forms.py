"""The forms in which single attributes of an entry stand in a report file, each to be read and written.

The values they read have passed the schema; a key that did not pass is absent and reads as if it had been
left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from deals.reports import report_file as entries
from deals.reports.figures import BadFigure, read_figure, write_figure
from deals.reports.problems import Path, ProblemList
from deals.vocab.dates import BadPartialDate, PartialDate
from deals.vocab.quotes import fold_white_space

Values = Mapping[str, Any]


class Form(Protocol):
    """How one attribute is read from the mapping of its entry, and written into it."""

    def read(self, values: Values, name: str, path: Path, problems: ProblemList) -> Any:
        """The attribute."""

    def write(self, name: str, attribute: Any) -> dict[str, Any]:
        """The keys that give the attribute; none when it is left out."""


class Text:
    """Some words on one line, blank when left out."""

    def read(self, values: Values, name: str, path: Path, problems: ProblemList) -> str:
        return fold_white_space(values.get(name) or "")

    def write(self, name: str, attribute: str) -> dict[str, Any]:
        return {name: str(attribute)} if attribute else {}


class Date(Text):
    """A partial date as written, blank when left out."""

    def read(self, values: Values, name: str, path: Path, problems: ProblemList) -> str:
        written = super().read(values, name, path, problems)
        try:
            return PartialDate.parse(written).text if written else ""
        except BadPartialDate as error:
            found, _, expected = str(error).removeprefix("found ").rpartition(", expected ")
            problems.add((*path, name), found, expected)
            return ""


@dataclass(frozen=True, slots=True)
class Code:
    """A code that has a value also when it is left out."""

    default: str

    def read(self, values: Values, name: str, path: Path, problems: ProblemList) -> str:
        return str(values.get(name, self.default))

    def write(self, name: str, attribute: str) -> dict[str, Any]:
        return {} if attribute == self.default else {name: str(attribute)}


class Body:
    """The archived text, of which not one character may change."""

    def read(self, values: Values, name: str, path: Path, problems: ProblemList) -> str | None:
        body: str | None = values.get(name)
        return body

    def write(self, name: str, attribute: str | None) -> dict[str, Any]:
        return {} if attribute is None else {name: attribute}


class GradeForm:
    """The two Admiralty grades, which stand together under one key."""

    def read(self, values: Values, name: str, path: Path, problems: ProblemList) -> entries.Grade | None:
        grade = values.get(name)
        if not grade or problems.wrong_in((*path, name)):
            return None
        return entries.Grade(source=str(grade["source"]), information=str(grade["information"]))

    def write(self, name: str, attribute: entries.Grade | None) -> dict[str, Any]:
        if attribute is None:
            return {}
        return {name: {"source": str(attribute.source), "information": int(attribute.information)}}


class Percent:
    """A share in per cent, kept as text in the file so that it keeps its decimals."""

    def read(self, values: Values, name: str, path: Path, problems: ProblemList) -> Decimal | None:
        return Decimal(values[name]) if name in values else None

    def write(self, name: str, attribute: Decimal | None) -> dict[str, Any]:
        return {} if attribute is None else {name: f"{attribute.quantize(Decimal('0.01')):f}"}


class Number:
    """A quantity or amount, which the key `qualifier` beside it belongs to."""

    def read(self, values: Values, name: str, path: Path, problems: ProblemList) -> entries.Figure:
        if problems.wrong_in((*path, name)) or problems.wrong_in((*path, "qualifier")):
            return entries.Figure()
        try:
            return read_figure(values.get(name), values.get("qualifier"))
        except BadFigure as error:
            problems.add((*path, name), error.found, error.expected)
            return entries.Figure()

    def write(self, name: str, attribute: entries.Figure) -> dict[str, Any]:
        number, qualifier = write_figure(attribute)
        keys = {name: number, "qualifier": qualifier}
        return {key: value for key, value in keys.items() if value is not None}


class Nth:
    """Which occurrence of a quote is meant."""

    def read(self, values: Values, name: str, path: Path, problems: ProblemList) -> int | None:
        nth: int | None = values.get(name)
        return nth

    def write(self, name: str, attribute: int | None) -> dict[str, Any]:
        return {} if attribute is None else {name: attribute}
