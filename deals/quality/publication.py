"""Rules about published records, and what keeps a record from being published."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from deals.models import FACT_MODELS, Agreement, Involvement
from deals.quality.evidence import blank_quote, claim_without_evidence, quote_not_in_text
from deals.quality.rule import Offender, rule
from deals.vocab.codes import AgreementKind, AgreementState, PartyRole

# Kinds that supply goods, so that somebody must supply them and somebody receive them.
SUPPLYING_KINDS = [AgreementKind.CONTRACT, AgreementKind.LICENCE_AGREEMENT, AgreementKind.NOTIFICATION]

_BLOCKING = (claim_without_evidence, quote_not_in_text, blank_quote)


@rule("A published contract, licence or notice names its supplier and its recipient.")
def published_without_partners(agreements: Sequence[Agreement] | None) -> Iterator[Offender]:
    """Published agreements that supply goods without an accepted supplier or without an accepted
    recipient."""
    published = Agreement.objects.filter(state=AgreementState.PUBLISHED)
    if agreements is not None:
        published = published.filter(pk__in=[agreement.pk for agreement in agreements])
    for agreement, missing in missing_partners(list(published)):
        lacking = " and ".join(role.label.lower() for role in missing)
        yield Offender(agreement, agreement, f"{agreement.slug} is published without an accepted {lacking}.")


def missing_partners(agreements: Sequence[Agreement]) -> Iterator[tuple[Agreement, list[PartyRole]]]:
    """Those of these agreements that supply goods without an accepted supplier or recipient, and which is
    missing."""
    supplying = [agreement for agreement in agreements if agreement.kind in SUPPLYING_KINDS]
    known: dict[int, set[str]] = defaultdict(set)
    accepted = Involvement.objects.accepted().filter(agreement__in=supplying)
    for pk, role in accepted.values_list("agreement_id", "role"):
        known[pk].add(role)
    for agreement in supplying:
        missing = [
            role for role in (PartyRole.SUPPLIER, PartyRole.RECIPIENT) if role not in known[agreement.pk]
        ]
        if missing:
            yield agreement, missing


def publication_obstacles(agreements: Sequence[Agreement]) -> list[str]:
    """Why these records must not be published as they are, in words; empty when they may be."""
    obstacles = [
        f"{agreement.slug} was merged into another record; its address redirects there."
        for agreement in agreements
        if agreement.state == AgreementState.MERGED
    ]
    accepted: set[int] = set()
    for model in FACT_MODELS:
        accepted.update(
            model.objects.accepted().filter(agreement__in=agreements).values_list("agreement_id", flat=True)
        )
    obstacles += [
        f"{agreement.slug} has no accepted fact to show."
        for agreement in agreements
        if agreement.pk not in accepted
    ]
    return obstacles + [offender.reason for one in _BLOCKING for offender in one.find(agreements)]
