"""Plans what becomes of claims and quotes that an earlier version of the file had and this one has not."""

from deals.models import Evidence
from deals.reports.planning.desk import KnownClaim
from deals.reports.planning.diff import Mark, claim_in_words
from deals.reports.planning.merge import MergedClaims
from deals.reports.planning.workbench import Workbench
from deals.vocab.codes import ClaimStatus


def retract_claims(bench: Workbench, merged: MergedClaims) -> None:
    """Only pending claims change, and only by what the file itself had brought: a verdict is a curator's."""
    for key, known in merged.known.items():
        said = merged.said.get(key)
        gone = [known.own[passage] for passage in known.loaded if passage not in (said or ())]
        if not gone:
            continue
        if said is None:
            _retract(bench, known, gone)
        elif known.claim.status == ClaimStatus.PENDING:
            bench.batch.dropped += gone
            bench.say(Mark.GONE, f"{claim_in_words(known.claim)}: {_quotes(len(gone))}")


def _retract(bench: Workbench, known: KnownClaim, gone: list[Evidence]) -> None:
    words = claim_in_words(known.claim)
    status = ClaimStatus(known.claim.status)
    if status.is_public:
        bench.say(Mark.GONE, f"{words}: no longer in the file, left as it is ({status.label.lower()})")
    elif status == ClaimStatus.PENDING and known.elsewhere:
        bench.batch.dropped += gone
        bench.say(Mark.GONE, f"{words}: no longer in the file, other evidence stays")
    elif status == ClaimStatus.PENDING:
        bench.batch.rejected.append(known.claim)
        bench.say(Mark.GONE, f"{words}: no longer in the file → rejected")


def _quotes(number: int) -> str:
    return "one quote" if number == 1 else f"{number} quotes"
