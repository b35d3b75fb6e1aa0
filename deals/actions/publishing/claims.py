"""Turns claims of the desk into the claims of a document. Pure: it reads only what was gathered."""

from collections.abc import Sequence
from typing import Any

from deals.models import Claim, Exposure, Involvement, Milestone, Relation, Source
from deals.shelf.document import (
    CitedEvidence,
    CitedSource,
    PublicClaim,
    PublicDate,
    PublicExposure,
    PublicInvolvement,
    PublicMilestone,
    PublicQuantity,
    PublicRelation,
    Reference,
)
from deals.vocab.codes import Qualifier, RelationType
from deals.vocab.dates import PartialDate
from deals.vocab.quantities import quantity_in_words

# Enough of the hash to tell the claims of one deal apart, short enough to cite.
CLAIM_ID_LENGTH = 12


class SourceList:
    """The numbered sources of one document, in the order in which its claims first cite them, accepted
    claims first."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._sources: dict[int, Source] = {}
        for claim in sorted(claims, key=lambda claim: claim.status):
            for one in claim.evidence.all():
                self._sources.setdefault(one.passage.source_id, one.passage.source)
        self._numbers = {pk: number for number, pk in enumerate(self._sources, start=1)}

    def number(self, source: Source) -> int:
        """The source's number in the document, from 1."""
        return self._numbers[source.pk]

    def documents(self) -> list[CitedSource]:
        """The sources as the document lists them."""
        return [
            CitedSource(
                id=source.slug,
                number=self._numbers[pk],
                kind=source.kind,
                publisher=source.publisher,
                title=source.title,
                published=public_date(source.published),
                url=source.url,
                language=source.language,
                archived=bool(source.sha256),
            )
            for pk, source in self._sources.items()
        ]


def claim_id(claim: Claim) -> str:
    """The claim's id within its deal: its type and the head of its content hash."""
    return f"{claim._meta.model_name}-{claim.content_hash[:CLAIM_ID_LENGTH]}"


def public_claim(claim: Any, sources: SourceList) -> PublicClaim:
    """What every claim carries: id, verdict, note and evidence."""
    passages = sorted(
        (one.passage for one in claim.evidence.all()),
        key=lambda passage: (sources.number(passage.source), passage.start or 0, passage.quote),
    )
    return PublicClaim(
        claim=claim_id(claim),
        status=claim.status,
        note=claim.note,
        evidence=[
            CitedEvidence(
                source=passage.source.slug,
                number=sources.number(passage.source),
                quote=passage.quote,
                checked=passage.checked,
                start=passage.start,
                end=passage.end,
            )
            for passage in passages
        ],
    )


def public_date(written: str) -> PublicDate | None:
    """A partial date as written, the days it can mean, and in words; none when blank."""
    if not written:
        return None
    parsed = PartialDate.parse(written)
    return PublicDate(
        edtf=written,
        earliest=parsed.earliest.isoformat() if parsed.earliest else None,
        latest=parsed.latest.isoformat() if parsed.latest else None,
        text=parsed.in_words(),
    )


def public_quantity(fact: Any) -> PublicQuantity:
    """The quantity of an item or a delivery."""
    return PublicQuantity(
        low=fact.quantity_low,
        high=fact.quantity_high,
        qualifier=fact.qualifier,
        text=quantity_in_words(fact.quantity_low, fact.quantity_high, Qualifier(fact.qualifier)),
    )


def reference(thing: Any) -> Reference:
    """A party, system or agreement by id and name."""
    return Reference(id=thing.slug, name=str(thing))


def public_involvement(fact: Involvement, sources: SourceList) -> PublicInvolvement:
    """Which party takes part, in which role."""
    return PublicInvolvement(**public_claim(fact, sources), party=reference(fact.party), role=fact.role)


def public_milestone(fact: Milestone, sources: SourceList) -> PublicMilestone:
    """What happened, when, by whom, and what was delivered."""
    return PublicMilestone(
        **public_claim(fact, sources),
        kind=fact.kind,
        date=public_date(fact.date),
        by=reference(fact.by) if fact.by else None,
        system=reference(fact.system) if fact.system else None,
        quantity=public_quantity(fact) if fact.system else None,
        unit=fact.unit if fact.system else "",
    )


def public_relation(fact: Relation, sources: SourceList, *, inverse: bool) -> PublicRelation:
    """How this deal stands to another; `inverse` when the other record makes the claim."""
    kind = RelationType(fact.type)
    return PublicRelation(
        **public_claim(fact, sources),
        type=fact.type,
        direction="from" if inverse else "to",
        label=kind.inverse_label if inverse else kind.label,
        deal=reference(fact.agreement if inverse else fact.to),
    )


def public_exposure(fact: Exposure, sources: SourceList) -> PublicExposure:
    """A sanctions regime that the deal risks or meets."""
    return PublicExposure(
        **public_claim(fact, sources),
        regime=fact.regime,
        authority=reference(fact.authority),
        exposure_status=fact.exposure_status,
        date=public_date(fact.date),
    )
