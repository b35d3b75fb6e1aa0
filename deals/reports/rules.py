"""What the entries of one report file must fulfil together, beyond what the schema can say of each.

Nothing here knows what the database holds: whether an id exists there is for the plan to say.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from babel import Locale

from deals.reports import report_file as entries
from deals.reports.layout import write_entry
from deals.reports.problems import ProblemList, in_quotes
from deals.vocab.dates import PartialDate

NOT_SAID = {"note", "quotes", "reported"}
"""What is no part of what a claim says: two wordings of one sum, or two quotes, support one claim."""

FILE_ENDINGS = (".yaml", ".yml", ".json")


def check_rules(report: entries.Report, problems: ProblemList) -> None:
    """Add to `problems` all that is wrong between the entries of the report."""
    _check_file_name(report.source, problems)
    for named in (report.parties, report.systems, report.agreements):
        _check_ids_once(named, problems)
    for party in report.parties:
        _check_party(party, problems)
    for system in report.systems:
        if system.variant_of and system.variant_of == system.id:
            problems.add((*system.path, "variant_of"), f"the id of {system.id} itself", "another system")
    for agreement in report.agreements:
        _check_agreement(agreement, problems)


def _check_file_name(source: entries.SourceBlock, problems: ProblemList) -> None:
    name = Path(problems.file).name
    if source.id and name not in [source.id + ending for ending in FILE_ENDINGS]:
        expected = f"the file's name without its ending, or a file named {source.id}{FILE_ENDINGS[0]}"
        problems.add((*source.path, "id"), f"{in_quotes(source.id)} in the file {in_quotes(name)}", expected)


Named = entries.PartyEntry | entries.SystemEntry | entries.AgreementEntry


def _check_ids_once(named: tuple[Named, ...], problems: ProblemList) -> None:
    lines: dict[str, int] = {}
    for entry in named:
        if entry.id in lines:
            found = f"the id {in_quotes(entry.id)} again"
            problems.add((*entry.path, "id"), found, f"each id once (it is on line {lines[entry.id]})")
        elif entry.id:
            lines[entry.id] = entry.line


def _check_party(party: entries.PartyEntry, problems: ProblemList) -> None:
    if party.successor_of and party.successor_of == party.id:
        problems.add((*party.path, "successor_of"), f"the id of {party.id} itself", "another party")
    for stake in party.stakes:
        if stake.owner and stake.owner == party.id:
            problems.add((*stake.path, "owner"), f"the id of {party.id} itself", "another party")
    held_for_a_time: list[entries.StakeEntry | entries.AliasEntry] = [*party.stakes, *party.aliases]
    for held in held_for_a_time:
        _check_days_in_order(held, problems)
    _check_said_once(party.stakes, problems)


def _check_days_in_order(held: entries.StakeEntry | entries.AliasEntry, problems: ProblemList) -> None:
    if not (held.held_from and held.held_until):
        return
    first, last = PartialDate.parse(held.held_from).earliest, PartialDate.parse(held.held_until).latest
    if first and last and first > last:
        expected = f"a date not before {held.held_from}"
        problems.add((*held.path, "until"), in_quotes(held.held_until), expected)


def _check_agreement(agreement: entries.AgreementEntry, problems: ProblemList) -> None:
    for facts in agreement.facts_by_kind():
        _check_said_once(facts, problems)
    for value in agreement.values:
        _check_currency(value, problems)
        _check_equivalent(value, agreement, problems)
    for milestone in agreement.milestones:
        _check_system(milestone, problems)
    for relation in agreement.relations:
        if relation.to and relation.to == agreement.id:
            problems.add((*relation.path, "to"), f"the id of {agreement.id} itself", "another agreement")


def _check_said_once(claims: Sequence[entries.Claim], problems: ProblemList) -> None:
    """The same claim twice is one claim with the quotes of both."""
    lines: dict[str, int] = {}
    for claim in claims:
        if problems.wrong_in(claim.path):
            continue
        said = repr([item for item in write_entry(claim).items() if item[0] not in NOT_SAID])
        if said in lines:
            found = f"what line {lines[said]} says already"
            problems.add(claim.path, found, "each fact once, with all its quotes")
        lines.setdefault(said, claim.line)


def _check_currency(value: entries.ValueEntry, problems: ProblemList) -> None:
    path = (*value.path, "currency")
    if problems.wrong_in(path):
        return
    if value.currency and value.currency not in _known_currencies():
        problems.add(path, in_quotes(value.currency), "a currency of ISO 4217, such as INR")
    elif value.amount.is_number and not value.currency:
        problems.add(path, "nothing", "the currency of the amount")


def _check_equivalent(
    value: entries.ValueEntry, agreement: entries.AgreementEntry, problems: ProblemList
) -> None:
    if not value.equivalent_to:
        return
    path = (*value.path, "equivalent_to")
    meant = [other for other in agreement.values if other.reported == value.equivalent_to]
    if meant == [value]:
        problems.add(path, "the value itself", "the reported text of another value of this agreement")
    elif len(meant) > 1:
        found = f"{in_quotes(value.equivalent_to)}, which {len(meant)} values report"
        problems.add(path, found, "the reported text of one value of this agreement")
    elif not meant:
        found = in_quotes(value.equivalent_to)
        problems.add(path, found, "the reported text of another value of this agreement")
    elif meant[0].equivalent_to:
        found = f"{in_quotes(value.equivalent_to)}, which is itself equivalent to another value"
        problems.add(path, found, "a value that stands for itself")


def _check_system(milestone: entries.MilestoneEntry, problems: ProblemList) -> None:
    path = (*milestone.path, "system")
    if milestone.quantity.is_number and not milestone.system and not problems.wrong_in(path):
        problems.add(path, "nothing", "the system that the quantity counts")


@cache
def _known_currencies() -> frozenset[str]:
    """The codes that Unicode's CLDR knows: those of ISO 4217 in use, and those that went out of use."""
    return frozenset(Locale("en").currencies)
