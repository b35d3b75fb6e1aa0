"""Plans parties, systems and agreements: new ones, more aliases for known ones, and nothing overwritten."""

from collections.abc import Iterable, Sequence
from typing import Any

from deals.models import Agreement, Party, PartyAlias, System, SystemAlias
from deals.reports.planning.diff import Mark
from deals.reports.planning.workbench import Workbench
from deals.reports.problems import in_quotes, path_in_words
from deals.reports.references import Reference
from deals.reports.report_file import AgreementEntry, PartyEntry, SystemEntry
from deals.vocab.codes import AgreementState

Named = PartyEntry | SystemEntry | AgreementEntry


def plan_records(bench: Workbench) -> None:
    """Plan all records that the file names; what it names and nobody knows is noted as a problem."""
    report, references = bench.checked.report, bench.checked.references
    bench.parties |= bench.desk.parties
    bench.systems |= bench.desk.systems
    bench.agreements |= bench.desk.agreements
    for party in report.parties:
        _plan_party(bench, party)
    for system in report.systems:
        _plan_system(bench, system)
    for agreement in report.agreements:
        _plan_agreement(bench, agreement)
    _refuse_unknown(bench, Party, references.parties, bench.parties)
    _refuse_unknown(bench, System, references.systems, bench.systems)
    _refuse_unknown(bench, Agreement, references.agreements, bench.agreements)
    _refuse_circles(bench, report.parties, bench.desk.parties, "successor_of")
    _refuse_circles(bench, report.systems, bench.desk.systems, "variant_of")
    _link(bench)


def _plan_party(bench: Workbench, entry: PartyEntry) -> None:
    known = bench.desk.parties.get(entry.id)
    if known is None:
        party = Party(slug=entry.id, name=entry.name, kind=entry.kind, country=entry.country)
        _plan_new(bench, entry, party, bench.parties, ("name", "kind"))
    else:
        successor_of = known.successor_of.slug if known.successor_of else ""
        _keep(bench, entry, known, name=known.name, kind=known.kind, country=known.country)
        _keep(bench, entry, known, successor_of=successor_of)
    for alias in entry.aliases:
        held = {"valid_from": alias.held_from, "valid_until": alias.held_until}
        known_alias = bench.desk.party_aliases.get((entry.id, alias.name))
        if known_alias is None:
            words = f"party {entry.id}: alias {alias.name}"
            if known and not bench.may_change(words):
                continue
            row = PartyAlias(party=bench.parties[entry.id], name=alias.name, **held)
            bench.desk.party_aliases[entry.id, alias.name] = row
            bench.create(row)
            bench.say(Mark.NEW, words)
        elif any(says and says != getattr(known_alias, name) for name, says in held.items()):
            bench.say(Mark.LEFT, f"kept: party {entry.id}: dates of the alias {alias.name}")


def _plan_system(bench: Workbench, entry: SystemEntry) -> None:
    known = bench.desk.systems.get(entry.id)
    if known is None:
        system = System(slug=entry.id, name=entry.name, category=entry.category, unroca_category=entry.unroca)
        _plan_new(bench, entry, system, bench.systems, ("name", "category"))
    else:
        _keep(bench, entry, known, name=known.name, category=known.category, unroca=known.unroca_category)
        _keep(
            bench,
            entry,
            known,
            producer=known.producer.slug if known.producer else "",
            variant_of=known.variant_of.slug if known.variant_of else "",
        )
    for alias in entry.aliases:
        if (entry.id, alias.name) not in bench.desk.system_aliases:
            words = f"system {entry.id}: alias {alias.name}"
            if known and not bench.may_change(words):
                continue
            row = SystemAlias(system=bench.systems[entry.id], name=alias.name)
            bench.desk.system_aliases[entry.id, alias.name] = row
            bench.create(row)
            bench.say(Mark.NEW, words)


def _plan_agreement(bench: Workbench, entry: AgreementEntry) -> None:
    known = bench.desk.agreements.get(entry.id)
    if known is None:
        agreement = Agreement(slug=entry.id, title=entry.title, kind=entry.kind, summary=entry.summary)
        _plan_new(bench, entry, agreement, bench.agreements, ("title", "kind"))
        return
    if known.state == AgreementState.MERGED:
        bench.wrong(
            entry, "id", f"{in_quotes(entry.id)}, a record that was merged", "the record that took its place"
        )
    _keep(bench, entry, known, title=known.title, kind=known.kind)
    if known.summary:
        _keep(bench, entry, known, summary=known.summary)
    elif entry.summary and bench.may_change(f"agreement {entry.id}: summary"):
        known.summary = entry.summary
        bench.batch.changed.append((known, ("summary",)))
        bench.say(Mark.NEW, f"agreement {entry.id}: summary")


def _plan_new(
    bench: Workbench, entry: Named, row: Any, rows: dict[str, Any], required: Sequence[str]
) -> None:
    rows[entry.id] = row
    model = type(row)
    name = model._meta.verbose_name
    missing = [key for key in required if not getattr(entry, key)]
    if missing:
        known = {one for one in rows if one != entry.id}
        nearest = bench.nearest(model, entry.id, dict.fromkeys(known))
    for key in missing:
        bench.wrong(entry, key, "nothing", f"the {key} of the new {name} {in_quotes(entry.id)}{nearest}")
    bench.create(row)
    bench.say(Mark.NEW, f"{name} {entry.id}: {row}")


def _keep(bench: Workbench, entry: Named, known: Any, **has: str) -> None:
    """Say where the file differs from the desk, which stays; what the file leaves out says nothing."""
    for key, value in has.items():
        says = getattr(entry, key)
        if says and says != value:
            words = f"{known._meta.verbose_name} {entry.id}: {key.replace('_', ' ')} “{value}”"
            bench.say(Mark.LEFT, f"kept: {words}, where the file says “{says}”")


def _refuse_unknown(
    bench: Workbench, model: Any, references: Iterable[Reference], known: dict[str, Any]
) -> None:
    for reference in references:
        if reference.id not in known:
            found = f"{in_quotes(reference.id)}, which is neither in the file nor in the database"
            name = "an agreement" if model is Agreement else f"a {model._meta.verbose_name}"
            expected = f"the id of {name}{bench.nearest(model, reference.id, known)}"
            bench.problems.add(reference.path, found, expected, line=reference.line)


def _refuse_circles(bench: Workbench, entries: Sequence[Any], known: dict[str, Any], key: str) -> None:
    """New records that each come after the other cannot be: one of the file's lines must be wrong."""
    after = {entry.id: getattr(entry, key) for entry in entries if entry.id not in known}
    told: set[str] = set()
    for entry in entries:
        way = [entry.id]
        while (step := after.get(way[-1], "")) and step not in way:
            way.append(step)
        if step == entry.id and entry.id not in told:
            told.update(way)
            bench.wrong(
                entry,
                key,
                f"a circle: {' → '.join([*way, step])}",
                f"{path_in_words((key,))} without a circle",
            )


def _link(bench: Workbench) -> None:
    """Let the new records refer to each other, now that all of them are known."""
    for party in bench.checked.report.parties:
        if party.id not in bench.desk.parties:
            bench.parties[party.id].successor_of = bench.parties.get(party.successor_of)
    for system in bench.checked.report.systems:
        if system.id not in bench.desk.systems:
            row = bench.systems[system.id]
            row.producer = bench.parties.get(system.producer)
            row.variant_of = bench.systems.get(system.variant_of)
