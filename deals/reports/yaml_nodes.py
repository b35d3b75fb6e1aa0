"""A YAML file as a tree of texts, each with its line; what a text means is not decided here."""

from dataclasses import dataclass, field

from deals.reports.problems import Path


@dataclass(slots=True)
class Scalar:
    """A text; `plain` says that it has no quotes, so that it may stand for a number or for nothing."""

    line: int
    text: str
    plain: bool


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the order of the file, and the line of each key."""

    line: int
    entries: dict[str, "Node"] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def line_at(root: Node, path: Path) -> int:
    """The line of the key or list member at a path; the last one known where the path ends early."""
    node, line = root, root.line
    for step in path:
        if isinstance(node, Mapping) and step in node.entries:
            line, node = node.key_lines[str(step)], node.entries[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            line = node.line
        else:
            break
    return line
