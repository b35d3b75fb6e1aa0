"""How the typed entries of a report stand in its file: which key holds which attribute, and in which form.

One table serves reading and writing, so that what is written reads back as the same.
"""

from dataclasses import dataclass
from typing import Any, TypeVar

from deals.reports import report_file as entries
from deals.reports.forms import Body, Code, Date, Form, GradeForm, Nth, Number, Percent, Text, Values
from deals.reports.problems import Path, ProblemList
from deals.vocab.codes import ItemCondition, TransferMode, UnitOfCount

EntryType = TypeVar("EntryType", bound=entries.Entry)


def read_entry(kind: type[EntryType], values: Values, path: Path, problems: ProblemList) -> EntryType:
    """The entry that a mapping of the file gives; what contradicts itself is added to `problems`."""
    attributes = {key.attribute: key.form.read(values, key.name, path, problems) for key in KEYS[kind]}
    return kind(line=problems.line_of(path), path=path, **attributes)


def write_entry(entry: entries.Entry) -> dict[str, Any]:
    """The mapping that gives the entry in a file, without what can be left out."""
    values: dict[str, Any] = {}
    for key in KEYS[type(entry)]:
        values |= key.form.write(key.name, getattr(entry, key.attribute))
    return values


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of entries; one that says nothing but the key `short` is written as that value alone."""

    kind: type[entries.Entry]
    short: str = ""

    def read(self, values: Values, name: str, path: Path, problems: ProblemList) -> tuple[entries.Entry, ...]:
        return tuple(
            read_entry(
                self.kind,
                {self.short: value} if isinstance(value, str) else value,
                (*path, name, n),
                problems,
            )
            for n, value in enumerate(values.get(name, ()))
            if value is not None
        )

    def write(self, name: str, attribute: tuple[entries.Entry, ...]) -> dict[str, Any]:
        return {name: [self._write(entry) for entry in attribute]} if attribute else {}

    def _write(self, entry: entries.Entry) -> Any:
        values = write_entry(entry)
        return values[self.short] if values.keys() == {self.short} else values


@dataclass(frozen=True, slots=True)
class One:
    """A single entry."""

    kind: type[entries.Entry]

    def read(self, values: Values, name: str, path: Path, problems: ProblemList) -> entries.Entry:
        return read_entry(self.kind, values.get(name) or {}, (*path, name), problems)

    def write(self, name: str, attribute: entries.Entry) -> dict[str, Any]:
        return {name: write_entry(attribute)}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the file, with the entry's attribute that it gives."""

    name: str
    form: Form
    attribute: str


def _keys(**forms: Form) -> tuple[Key, ...]:
    return tuple(Key(KEY_OF.get(attribute, attribute), form, attribute) for attribute, form in forms.items())


KEY_OF = {"text_path": "text", "held_from": "from", "held_until": "until"}
"""The keys of attributes that go by another name in code: theirs is a word of Python or says too little."""

TEXT, DATE = Text(), Date()

CLAIM: dict[str, Form] = {"note": TEXT, "quotes": ListOf(entries.Quote, short="text")}

KEYS: dict[type[entries.Entry], tuple[Key, ...]] = {
    entries.Quote: (Key("text", TEXT, "text"), Key("nth", Nth(), "nth")),
    entries.SourceBlock: _keys(
        id=TEXT,
        kind=TEXT,
        publisher=TEXT,
        title=TEXT,
        published=DATE,
        retrieved=DATE,
        url=TEXT,
        language=TEXT,
        text_path=TEXT,
        body=Body(),
        sha256=TEXT,
        grade=GradeForm(),
    ),
    entries.AliasEntry: _keys(name=TEXT, held_from=DATE, held_until=DATE),
    entries.StakeEntry: _keys(owner=TEXT, share=Percent(), held_from=DATE, held_until=DATE, **CLAIM),
    entries.PartyEntry: _keys(
        id=TEXT,
        name=TEXT,
        kind=TEXT,
        country=TEXT,
        aliases=ListOf(entries.AliasEntry, short="name"),
        successor_of=TEXT,
        stakes=ListOf(entries.StakeEntry),
    ),
    entries.SystemEntry: _keys(
        id=TEXT,
        name=TEXT,
        category=TEXT,
        unroca=TEXT,
        producer=TEXT,
        variant_of=TEXT,
        aliases=ListOf(entries.AliasEntry, short="name"),
    ),
    entries.InvolvementEntry: _keys(party=TEXT, role=TEXT, **CLAIM),
    entries.ItemEntry: _keys(
        system=TEXT,
        part=TEXT,
        quantity=Number(),
        unit=Code(UnitOfCount.ITEM),
        mode=Code(TransferMode.UNKNOWN),
        condition=Code(ItemCondition.UNKNOWN),
        **CLAIM,
    ),
    entries.ValueEntry: _keys(
        kind=TEXT, reported=TEXT, amount=Number(), currency=TEXT, equivalent_to=TEXT, **CLAIM
    ),
    entries.MilestoneEntry: _keys(
        kind=TEXT, date=DATE, by=TEXT, system=TEXT, quantity=Number(), unit=Code(UnitOfCount.ITEM), **CLAIM
    ),
    entries.RelationEntry: _keys(type=TEXT, to=TEXT, **CLAIM),
    entries.ExposureEntry: _keys(regime=TEXT, authority=TEXT, status=TEXT, date=DATE, **CLAIM),
    entries.AgreementEntry: _keys(
        id=TEXT,
        title=TEXT,
        kind=TEXT,
        summary=TEXT,
        parties=ListOf(entries.InvolvementEntry),
        items=ListOf(entries.ItemEntry),
        values=ListOf(entries.ValueEntry),
        milestones=ListOf(entries.MilestoneEntry),
        relations=ListOf(entries.RelationEntry),
        exposures=ListOf(entries.ExposureEntry),
    ),
    entries.Report: _keys(
        source=One(entries.SourceBlock),
        parties=ListOf(entries.PartyEntry),
        systems=ListOf(entries.SystemEntry),
        agreements=ListOf(entries.AgreementEntry),
    ),
}
