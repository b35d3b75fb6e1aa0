"""Rules about evidence: accepted facts have some, and quotes match their texts."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr

from deals.models import CLAIM_MODELS, FACT_MODELS, Agreement, Fact, Passage
from deals.quality.rule import Offender, among, rule
from deals.vocab.codes import ClaimStatus, SourceKind


@rule("An accepted or disputed claim has at least one passage as evidence.", blocks_publication=True)
def claim_without_evidence(agreements: Sequence[Agreement] | None) -> Iterator[Offender]:
    """Claims that readers would see without anybody who says so."""
    for model in CLAIM_MODELS if agreements is None else FACT_MODELS:
        claims: QuerySet[Any] = model.objects.public().exclude(evidence__accepted=True).with_related()
        if issubclass(model, Fact):
            claims = among(claims.select_related("agreement"), agreements)
        for claim in claims:
            label = ClaimStatus(claim.status).label.lower()
            yield Offender(
                claim, getattr(claim, "agreement", None), f"“{claim}” is {label} without evidence."
            )


@rule("A quote stands in its source's archived text at the offsets that are stored.", blocks_publication=True)
def quote_not_in_text(agreements: Sequence[Agreement] | None) -> Iterator[Offender]:
    """Passages whose text was changed after they were quoted, or that were never checked although there is
    a text."""
    passages = Passage.objects.exclude(source__text="").annotate(
        found=Substr("source__text", F("start") + 1, Length("quote"))
    )
    wrong = (
        passages.filter(Q(start__isnull=True) | ~Q(found=F("quote")))
        .select_related("source")
        .defer("source__text")
    )
    if agreements is not None:
        wrong = wrong.filter(_cited_by(agreements))
    for passage in wrong:
        yield Offender(
            passage,
            None,
            f"{passage} does not stand in the archived text of {passage.source.slug} at its offsets.",
        )


@rule("Only a register's row is cited without words.", blocks_publication=True)
def blank_quote(agreements: Sequence[Agreement] | None) -> Iterator[Offender]:
    """Passages without a quote of sources that have words to quote."""
    blank = (
        Passage.objects.filter(quote="").exclude(source__kind=SourceKind.REGISTER).select_related("source")
    )
    if agreements is not None:
        blank = blank.filter(_cited_by(agreements))
    for passage in blank.defer("source__text"):
        yield Offender(
            passage, None, f"A passage of {passage.source.slug} has no quote, and the source is no register."
        )


def _cited_by(agreements: Sequence[Agreement]) -> Q:
    cited = Q()
    for model in FACT_MODELS:
        desk: Any = model
        facts = desk.objects.filter(agreement__in=agreements, evidence__passage=OuterRef("pk"))
        cited |= Q(Exists(facts))
    return cited
