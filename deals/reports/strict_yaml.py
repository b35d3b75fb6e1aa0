"""Reads YAML, and so JSON, as a tree of texts with their places; refuses what could be read in two ways.

No scalar becomes a number, date or truth value here, and nothing is built from tags: what a text means is
decided by the schema (`typed_values`).
"""

import re
from dataclasses import dataclass
from functools import partial

import yaml

from deals.reports.problems import Path, ProblemList, in_quotes
from deals.reports.yaml_nodes import Mapping, Node, Scalar, Sequence, line_at
from deals.vocab.names import find_unsafe_character

LARGEST_FILE = 5 * 1024 * 1024
DEEPEST_NESTING = 30
MOST_VALUES = 500_000
SAFE_TEXT = "text without control and bidirectional characters"

# The wheels of PyYAML carry the parser in C; built without libyaml it reads the same, slower.
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

JSON_ESCAPE = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)", re.DOTALL)


def read_yaml(data: bytes, problems: ProblemList) -> Node | None:
    """The one document of a file's bytes; adds to `problems` and returns what could be read, or nothing."""
    if len(data) > LARGEST_FILE:
        problems.add((), f"{len(data):,} bytes", f"at most {LARGEST_FILE:,} bytes", line=1)
        return None
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.add(
            (), f"the byte 0x{data[error.start]:02x}, which is not UTF-8", "text in UTF-8", line=line
        )
        return None
    text = _without_unsafe_characters(text, problems)
    if problems.file.endswith(".json"):
        text = JSON_ESCAPE.sub(_join_surrogates, text)
    root = _parse(text, problems)
    if root is not None:
        problems.line_of = partial(line_at, root)
    return root


def _parse(text: str, problems: ProblemList) -> Node | None:
    tree = _Tree(problems)
    try:
        for number, event in enumerate(yaml.parse(text, Loader=Loader)):
            if number > MOST_VALUES:
                problems.add((), f"more than {MOST_VALUES:,} keys and values", "fewer", line=tree.line)
                return None
            if not tree.take(event):
                return tree.root
    except yaml.YAMLError as error:
        mark, reason = getattr(error, "problem_mark", None), getattr(error, "problem", None) or error
        line = mark.line + 1 if mark else 1
        problems.add((), f"a mistake in the YAML: {reason}", "well-formed YAML", line=line)
    else:
        if tree.root is None:
            problems.add((), "an empty file", "a report", line=1)
    return tree.root


def _without_unsafe_characters(text: str, problems: ProblemList) -> str:
    """The text with what must not be there replaced, so that reading goes on and finds the other mistakes."""
    if find_unsafe_character(text) is None:
        return text
    return "\n".join(
        _make_line_safe(line, number, problems) for number, line in enumerate(text.split("\n"), start=1)
    )


def _make_line_safe(line: str, number: int, problems: ProblemList) -> str:
    unsafe = find_unsafe_character(line)
    if unsafe is None:
        return line
    offset, name = unsafe
    problems.add((), f"a {name} in column {offset + 1}", SAFE_TEXT, line=number)
    return "".join("\ufffd" if find_unsafe_character(character) else character for character in line)


def _join_surrogates(escape: re.Match[str]) -> str:
    """JSON writes a character beyond U+FFFF as two escapes, which YAML takes as one only."""
    if escape[1] is None:
        return escape[0]
    high, low = int(escape[1], 16), int(escape[2], 16)
    return f"\\U{0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00:08x}"


@dataclass(slots=True)
class _Open:
    """A list or mapping that has not ended; `key` waits for its value, `lost` says to drop that."""

    node: Sequence | Mapping
    path: Path
    key: str | None = None
    lost: bool = False

    @property
    def next_path(self) -> Path:
        """The path of the value that comes next; of the mapping itself while it waits for a key."""
        if isinstance(self.node, Sequence):
            return (*self.path, len(self.node.items))
        return self.path if self.key is None else (*self.path, self.key)


class _Tree:
    """Builds the tree from the parser's events, without recursion, and notes what is refused on the way."""

    def __init__(self, problems: ProblemList) -> None:
        self.root: Node | None = None
        self.line = 1
        self._problems = problems
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Take the next event; false says that there is no point in going on."""
        line = self.line = event.start_mark.line + 1 if event.start_mark else 1
        match event:
            case yaml.DocumentStartEvent():
                return self._start_document(line)
            case yaml.AliasEvent():
                self._refuse(line, f"an alias, *{event.anchor}", "the value itself")
                self._place(Scalar(line, "", plain=False))
            case yaml.ScalarEvent():
                self._refuse_properties(event, line)
                self._place(self._scalar(event, line))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._refuse_properties(event, line)
                return self._open_collection(event, line)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._open.pop()
        return True

    def _start_document(self, line: int) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._refuse(line, "a second document", "one document a file")
        return self._documents == 1

    def _open_collection(self, event: yaml.Event, line: int) -> bool:
        if len(self._open) >= DEEPEST_NESTING:
            self._refuse(line, "deeper nesting", f"at most {DEEPEST_NESTING} levels")
            return False
        node = Sequence(line) if isinstance(event, yaml.SequenceStartEvent) else Mapping(line)
        path = self._next_path()
        self._place(node)
        self._open.append(_Open(node, path))
        return True

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Scalar:
        text = event.value
        # Only an escape in double quotes can bring in what the check of the whole file has not seen.
        if event.style == '"' and (unsafe := find_unsafe_character(text)):
            self._refuse(line, f"an escape for a {unsafe[1]}", SAFE_TEXT)
        return Scalar(line, text, plain=event.implicit[0])

    def _place(self, node: Node) -> None:
        """Put a node where it belongs: root, member of the open list, key or value of the open mapping."""
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is None:
            self._place_key(top, top.node, node)
        else:
            if not top.lost:
                top.node.entries[top.key] = node
            top.key, top.lost = None, False

    def _place_key(self, top: _Open, mapping: Mapping, node: Node) -> None:
        if not isinstance(node, Scalar):
            self._refuse(node.line, "a key that is a list or a mapping", "a key that is text")
            top.key, top.lost = "", True
            return
        top.key = node.text
        if node.plain and node.text == "<<":
            self._refuse(node.line, "a merge key, <<", "the values themselves")
            top.lost = True
        elif node.text in mapping.key_lines:
            first = mapping.key_lines[node.text]
            self._refuse(
                node.line, f"the key {in_quotes(node.text)} again", f"each key once (it is on line {first})"
            )
            top.lost = True
        else:
            mapping.key_lines[node.text] = node.line

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
        if event.anchor is not None:
            self._refuse(line, f"an anchor, &{event.anchor}", "no anchors")
        if event.tag is not None:
            self._refuse(line, f"a tag, {in_quotes(event.tag)}", "no tags")

    def _refuse(self, line: int, found: str, expected: str) -> None:
        self._problems.add(self._next_path(), found, expected, line=line)

    def _next_path(self) -> Path:
        return self._open[-1].next_path if self._open else ()
