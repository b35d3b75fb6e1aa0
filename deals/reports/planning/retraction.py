"""Plans what becomes of claims and quotes that an earlier version of the file had and this one has not."""

from deals.models import Evidence
from deals.reports.planning.desk import KnownClaim, PassageKey
from deals.reports.planning.diff import Mark, claim_in_words
from deals.reports.planning.merge import MergedClaims
from deals.reports.planning.workbench import Workbench
from deals.vocab.codes import ClaimStatus


def retract_claims(bench: Workbench, merged: MergedClaims) -> None:
    """Only what waits for a curator goes, and only what the file itself had brought; verdicts stay."""
    for key, known in merged.known.items():
        said = merged.said.get(key)
        gone = [known.own[passage] for passage in _in_order(known.loaded - (said or set()))]
        if gone and said is None:
            _retract(bench, known, gone)
        elif gone:
            _drop(bench, known, gone, "{quotes} no longer in the file")


def _retract(bench: Workbench, known: KnownClaim, gone: list[Evidence]) -> None:
    status = ClaimStatus(known.claim.status)
    if status == ClaimStatus.PENDING and not known.elsewhere:
        bench.batch.rejected.append(known.claim)
        bench.say(Mark.GONE, f"{claim_in_words(known.claim)}: no longer in the file → rejected")
    elif _drop(bench, known, gone, "no longer in the file, other evidence stays"):
        return
    elif status.is_public:
        words = f"no longer in the file, left as it is ({status.label.lower()})"
        bench.say(Mark.GONE, f"{claim_in_words(known.claim)}: {words}")


def _drop(bench: Workbench, known: KnownClaim, gone: list[Evidence], words: str) -> bool:
    """Drop the evidence that nobody has accepted; whether there was any."""
    waiting = [evidence for evidence in gone if _waits(known, evidence)]
    bench.batch.dropped += waiting
    if waiting:
        quotes = "one quote is" if len(waiting) == 1 else f"{len(waiting)} quotes are"
        bench.say(Mark.GONE, f"{claim_in_words(known.claim)}: {words.format(quotes=quotes)}")
    return bool(waiting)


def _waits(known: KnownClaim, evidence: Evidence) -> bool:
    """Whether no curator has decided on this evidence, by itself or with its claim."""
    status = ClaimStatus(known.claim.status)
    return status == ClaimStatus.PENDING or (status.is_public and not evidence.accepted)


def _in_order(keys: set[PassageKey]) -> list[PassageKey]:
    """In the order of the text."""
    return sorted(keys, key=lambda key: (key[1] or 0, key[0]))
