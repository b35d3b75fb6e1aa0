"""Rules about evidence: accepted facts have some, and quotes match their texts."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from deals.models import CLAIM_MODELS, FACT_MODELS, Agreement, Fact, Passage, Source
from deals.quality.rule import Offender, among, rule
from deals.vocab.codes import ClaimStatus, SourceKind

# Texts are read once each, not once a quote: cutting a quote out in the database would read the whole text.
_TEXTS_AT_A_TIME = 200


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
    """Passages whose text was changed after they were quoted, or never checked although there is a text."""
    passages = Passage.objects.exclude(source__sha256="")
    if agreements is not None:
        passages = passages.filter(_cited_by(agreements))
    sources = list(passages.order_by("source").values_list("source", flat=True).distinct())
    for start in range(0, len(sources), _TEXTS_AT_A_TIME):
        batch = sources[start : start + _TEXTS_AT_A_TIME]
        texts = dict(Source.objects.filter(pk__in=batch).values_list("pk", "text"))
        for passage in passages.filter(source__in=batch).select_related("source").defer("source__text"):
            if not _stands(passage, texts[passage.source_id]):
                words = f"does not stand in the archived text of {passage.source.slug} at its offsets."
                yield Offender(passage, None, f"{passage} {words}")


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


def _stands(passage: Passage, text: str) -> bool:
    return passage.start is not None and text[passage.start : passage.end] == passage.quote


def _cited_by(agreements: Sequence[Agreement]) -> Q:
    cited = Q()
    for model in FACT_MODELS:
        desk: Any = model
        facts = desk.objects.filter(agreement__in=agreements, evidence__passage=OuterRef("pk"))
        cited |= Q(Exists(facts))
    return cited
