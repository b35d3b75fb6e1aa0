"""The archived text of a report: read from its file or from the report file, and compared with its sha256.

It never reads outside the project's root, and never changes the text.
"""

import hashlib
from dataclasses import replace
from pathlib import Path

from deals.reports.problems import Path as ProblemPath
from deals.reports.problems import ProblemList, in_quotes
from deals.reports.report_file import SourceBlock

LARGEST_TEXT = 5 * 1024 * 1024


class BadText(ValueError):
    """A text that cannot be used; `key`, `found` and `expected` say where and why."""

    def __init__(self, key: str, found: str, expected: str) -> None:
        self.key = key
        self.found = found
        self.expected = expected
        super().__init__(f"{key}: found {found}; expected {expected}")


def with_archived_text(source: SourceBlock, root: Path, problems: ProblemList) -> SourceBlock:
    """The source with its text and the text's sha256, whichever way the file gives them.

    What is wrong with the text is added to `problems`.
    """
    try:
        data = _data(source, root)
        body = None if data is None else _decode(data)
    except BadText as error:
        problems.add((*source.path, error.key), error.found, error.expected)
        return replace(source, body=None)
    digest = "" if data is None else hashlib.sha256(data).hexdigest()
    path = (*source.path, "sha256")
    if not problems.wrong_in(path):
        _check_sha256(source, digest, path, problems)
    return replace(source, body=body, sha256=digest)


def _data(source: SourceBlock, root: Path) -> bytes | None:
    if source.text_path and source.body is not None:
        raise BadText("body", "an archived text beside the file that holds one", "either text or body")
    if source.text_path:
        return _read_file(source.text_path, root)
    return None if source.body is None else source.body.encode("utf-8", "surrogatepass")


def _check_sha256(source: SourceBlock, digest: str, path: ProblemPath, problems: ProblemList) -> None:
    """The sha256 is the file's own word for what its author read; beside an inline text it adds nothing."""
    if not digest and source.sha256:
        problems.add(path, "the sha256 of a text that is not given", "text or body beside it")
    elif source.text_path and not source.sha256:
        problems.add(path, "nothing", f"the sha256 of the archived text, {digest}")
    elif source.sha256 and source.sha256 != digest:
        problems.add(path, source.sha256, f"{digest}, the sha256 of the archived text")


def _read_file(written: str, root: Path) -> bytes:
    if Path(written).is_absolute() or "\\" in written:
        raise BadText("text", in_quotes(written), "a path relative to the project's root")
    try:
        path = (root / written).resolve()
        if not path.is_relative_to(root.resolve()):
            found = f"{in_quotes(written)}, which leads out of the project"
            raise BadText("text", found, "a path inside the project")
        if not path.is_file():
            raise BadText("text", f"{in_quotes(written)}, where there is no file", "the archived text's file")
        if path.stat().st_size > LARGEST_TEXT:
            found = f"a file of {path.stat().st_size:,} bytes"
            raise BadText("text", found, f"at most {LARGEST_TEXT:,} bytes")
        return path.read_bytes()
    except (OSError, RuntimeError) as error:
        # Python 3.11 tells of a loop of links by RuntimeError.
        reason = getattr(error, "strerror", None) or "its links lead in a circle"
        raise BadText("text", f"a file that cannot be read ({reason})", "a file that can be read") from error


def _decode(data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = f"the byte 0x{data[error.start]:02x} at offset {error.start}, which is not UTF-8"
        raise BadText("text", found, "text in UTF-8") from error
    if "\0" in text:
        raise BadText("text", f"the character U+0000 at offset {text.index(chr(0))}", "text without it")
    return text
