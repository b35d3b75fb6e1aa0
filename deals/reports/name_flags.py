"""Flags names that can deceive the eye: letters of several scripts in one word, or two names that look alike.

A flag is for a person to look at; it never refuses a file.
"""

from collections.abc import Iterator

from deals.reports.problems import Path, Problem, in_quotes, path_in_words
from deals.reports.report_file import PartyEntry, Report, SystemEntry
from deals.vocab.names import looks_like, mixes_scripts, skeleton


def flag_names(report: Report, file: str) -> tuple[Problem, ...]:
    """A flag for each deceptive name or alias of the parties and systems that the report introduces."""
    flags: list[Problem] = []
    for entries in (report.parties, report.systems):
        seen: dict[str, list[str]] = {}
        for name, line, path in _names(entries):
            alike = seen.setdefault(skeleton(name), [])
            flags += [
                Problem(file, line, path_in_words(path), found, expected)
                for found, expected in _flags(name, alike)
            ]
            alike.append(name)
    return tuple(flags)


def _flags(name: str, alike: list[str]) -> Iterator[tuple[str, str]]:
    if mixes_scripts(name):
        yield f"{in_quotes(name)}, a word with letters of several scripts", "letters of one script in a word"
    twin = next((other for other in alike if looks_like(name, other)), None)
    if twin is not None:
        yield (
            f"{in_quotes(name)}, which looks like {in_quotes(twin)} in other letters",
            "names that can be told apart",
        )


def _names(entries: tuple[PartyEntry, ...] | tuple[SystemEntry, ...]) -> Iterator[tuple[str, int, Path]]:
    for entry in entries:
        if entry.name:
            yield entry.name, entry.line, (*entry.path, "name")
        for alias in entry.aliases:
            yield alias.name, alias.line, alias.path
