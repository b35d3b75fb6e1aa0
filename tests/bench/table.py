"""The printed table: what was measured, how it compares, and what we aim for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measurement. `ratio` and `target` are in words; blank where there is nothing to compare."""

    what: str
    measured: str
    ratio: str = ""
    target: str = ""


HEAD = Row("", "Measured", "Ratio", "Target")


def as_text(rows: list[Row]) -> str:
    """The rows in Markdown, aligned for a terminal."""
    cells = [(row.what, row.measured, row.ratio, row.target) for row in [HEAD, *rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(4)]
    lines = [_line(row, widths) for row in cells]
    rule = "|".join("-" * (width + 2) for width in widths)
    return "\n".join([lines[0], f"|{rule}|", *lines[1:]])


def milliseconds(seconds: float) -> str:
    """A short time."""
    return f"{seconds * 1000:.2f} ms"


def times(ratio: float) -> str:
    """How many times as long."""
    return f"{ratio:.1f} ×" if ratio < 100 else f"{ratio:.0f} ×"


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
