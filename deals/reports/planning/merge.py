"""Plans the claims of a report among those of the desk: new, more evidence, in conflict, or left."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from deals.models import Agreement, Claim, Passage, evidence_model
from deals.models.fields import hash_content
from deals.reports import report_file as entries
from deals.reports.planning import claims as rows
from deals.reports.planning.desk import KnownClaim, PassageKey
from deals.reports.planning.diff import Mark, claim_in_words
from deals.reports.planning.slots import Slots, owner_of
from deals.reports.planning.workbench import Workbench
from deals.vocab.codes import ClaimStatus, KindOfEmpty, SourceKind

ClaimKey = tuple[type[Claim], str, str]

_NOT_TOLD_APART = {KindOfEmpty.NOT_APPLICABLE, KindOfEmpty.NOT_YET}
"""Kinds of empty that the desk has no column for, so a figure of theirs is stored as unknown."""


@dataclass(slots=True)
class MergedClaims:
    """The desk's claims and the report's in one; `said` are the file's quotes for each that it makes."""

    known: dict[ClaimKey, KnownClaim]
    said: dict[ClaimKey, set[PassageKey]]


def merge_claims(bench: Workbench) -> MergedClaims:
    """Plan every claim of the report, stakes first, in the order of the file."""
    merging = _Merging(bench)
    for party in bench.checked.report.parties:
        for stake in party.stakes:
            merging.add(stake, rows.stake(bench, stake, party.id))
    for agreement in bench.checked.report.agreements:
        for entry, fact in rows.facts(bench, agreement):
            merging.add(entry, fact)
        merging.add_values(agreement, bench.agreements[agreement.id])
    return merging.merged


class _Merging:
    """The claims that are known so far, which grow by those of the report."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench
        self.slots = Slots(known.claim for known in bench.desk.claims)
        self.merged = MergedClaims(
            known={_key(known.claim, known.claim.content_hash): known for known in bench.desk.claims},
            said={},
        )

    def add_values(self, agreement: entries.AgreementEntry, row: Agreement) -> None:
        """Plan the values, each after the one that it re-expresses."""
        by_wording: dict[str, Claim] = {}
        for entry in sorted(agreement.values, key=lambda entry: bool(entry.equivalent_to)):
            equivalent_to = by_wording.get(entry.equivalent_to)
            claim = self.add(entry, rows.value(self.bench, entry, row, equivalent_to))
            by_wording.setdefault(entry.reported, claim)

    def add(self, entry: entries.Claim, claim: Claim) -> Claim:
        """Plan one claim; the row that is or will be in the database."""
        key = _key(claim, hash_content(claim.content()))
        known = self.merged.known.get(key)
        is_new = known is None
        if known is None:
            known = self.merged.known[key] = KnownClaim(claim)
            self.bench.create(claim)
        said = self.merged.said.setdefault(key, set())
        quotes = self._add_evidence(entry, known, said)
        if self.bench.batch.accepted and ClaimStatus(known.claim.status).is_public:
            quotes += sum(not known.own[passage].accepted for passage in said & known.own.keys())
        if not is_new:
            self._merge_note(entry, known.claim)
        self._tell(known.claim, is_new=is_new, quotes=quotes)
        self._tell_empty(entry, known.claim)
        return known.claim

    def _add_evidence(self, entry: entries.Claim, known: KnownClaim, said: set[PassageKey]) -> int:
        """How many quotes are more than the claim had."""
        more = 0
        for key, passage in self._passages(entry):
            if key not in known.own and key not in said:
                evidence: Any = evidence_model(type(known.claim))
                self.bench.create(evidence(fact=known.claim, passage=passage))
                more += 1
            said.add(key)
        return more

    def _passages(self, entry: entries.Claim) -> Iterator[tuple[PassageKey, Passage]]:
        source = self.bench.checked.report.source
        if source.kind == SourceKind.REGISTER:
            yield self._passage("", None, None)
        for quote in entry.quotes:
            if quote.span is None or source.body is None:
                yield self._passage(quote.text, None, None)
            else:
                start, end = quote.span.start, quote.span.end
                yield self._passage(source.body[start:end], start, end)

    def _passage(self, quote: str, start: int | None, end: int | None) -> tuple[PassageKey, Passage]:
        passages = self.bench.desk.passages
        key = (quote, start)
        if key not in passages:
            passages[key] = Passage(source=self.bench.batch.source, quote=quote, start=start, end=end)
            self.bench.create(passages[key])
        return key, passages[key]

    def _merge_note(self, entry: entries.Claim, claim: Claim) -> None:
        if not entry.note or entry.note == claim.note:
            return
        # Readers see the note of a public claim, so a file that waits for a curator does not write one.
        if claim.note or (ClaimStatus(claim.status).is_public and not self.bench.batch.accepted):
            has = "the note, where the file has another" if claim.note else "no note, where the file has one"
            self.bench.say(Mark.LEFT, f"kept: {claim_in_words(claim)}: {has}")
            return
        claim.note = entry.note
        if claim.pk:
            self.bench.batch.changed.append((claim, ("note",)))
            self.bench.say(Mark.NEW, f"{claim_in_words(claim)}: a note")

    def _tell(self, claim: Claim, *, is_new: bool, quotes: int) -> None:
        rival = self.slots.rival(claim)
        verdict = self._give_verdict(claim)
        words = claim_in_words(claim) + (f" → {verdict.label.lower()}" if verdict else "")
        if claim.status == ClaimStatus.REJECTED:
            words += ", which was rejected and stays so"
        if rival is not None and (is_new or verdict):
            self.bench.say(Mark.CONFLICT, f"{words}; accepted now: {claim_in_words(rival)}")
        elif is_new or (verdict and not quotes):
            self.bench.say(Mark.NEW, words)
        elif quotes:
            self.bench.say(Mark.MORE_EVIDENCE, words)
        elif claim.status == ClaimStatus.REJECTED:
            self.bench.say(Mark.LEFT, words)
        else:
            self.bench.plan.unchanged += 1

    def _give_verdict(self, claim: Claim) -> ClaimStatus | None:
        """The verdict on a claim that has none, when the loader accepts: the first in a slot is accepted."""
        if not self.bench.batch.accepted or self.slots.status(claim) != ClaimStatus.PENDING:
            return None
        verdict = self.slots.verdict(claim)
        if verdict == ClaimStatus.PENDING:
            return None
        self.slots.decide(claim, verdict)
        self.bench.batch.verdicts[verdict].append(claim)
        return verdict

    def _tell_empty(self, entry: entries.Claim, claim: Claim) -> None:
        figure = getattr(entry, "quantity", None) or getattr(entry, "amount", None)
        if figure is not None and figure.empty in _NOT_TOLD_APART:
            self.bench.say(
                Mark.LEFT, f"stored as unknown: {claim_in_words(claim)}: {figure.empty.label.lower()}"
            )


def _key(claim: Claim, content_hash: str) -> ClaimKey:
    return type(claim), owner_of(claim), content_hash
