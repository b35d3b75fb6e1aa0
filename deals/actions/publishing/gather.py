"""Reads from the desk all that the documents of some agreements are made from, in a fixed number of
queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from deals.models import (
    FACT_MODELS,
    Agreement,
    ExchangeRate,
    Exposure,
    Fact,
    Involvement,
    Item,
    Milestone,
    Relation,
    Source,
    Value,
    evidence_model,
)
from deals.vocab.codes import AgreementState


@dataclass(frozen=True)
class Rates:
    """Annual average exchange rates to the US dollar, by currency and year."""

    per_usd: dict[tuple[str, int], ExchangeRate]

    def find(self, currency: str, year: int) -> ExchangeRate | None:
        """The rate of a currency in a year, if there is one."""
        return self.per_usd.get((currency, year))


@dataclass
class Record:
    """One agreement with its public facts: accepted and disputed ones, each with its evidence prefetched."""

    agreement: Agreement
    involvements: list[Involvement] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    inverse_relations: list[Relation] = field(default_factory=list)
    exposures: list[Exposure] = field(default_factory=list)

    def facts(self) -> list[Fact]:
        """Its own facts of all types, in the order in which pages show them."""
        return [
            *self.involvements,
            *self.items,
            *self.values,
            *self.milestones,
            *self.relations,
            *self.inverse_relations,
            *self.exposures,
        ]


def gather(agreements: Sequence[Agreement]) -> list[Record]:
    """The records of these agreements, in their order.

    Relations to records that are not published are left out.
    """
    records = {agreement.pk: Record(agreement) for agreement in agreements}
    for model in FACT_MODELS:
        name = f"{model._meta.model_name}s"
        for fact in _public_facts(model).filter(agreement__in=records):
            getattr(records[fact.agreement_id], name).append(fact)
    for relation in _public_facts(Relation).filter(to__in=records):
        records[relation.to_id].inverse_relations.append(relation)
    for record in records.values():
        _sort(record)
    return list(records.values())


def gather_rates() -> Rates:
    """All exchange rates. The table is small: some forty currencies by some thirty years."""
    return Rates({(rate.currency, rate.year): rate for rate in ExchangeRate.objects.all()})


def evidenced(claims: QuerySet[Any]) -> QuerySet[Any]:
    """The claims with their accepted evidence, passages and sources, without the sources' long texts."""
    rows: Any = evidence_model(claims.model)
    accepted = Prefetch("evidence", queryset=rows.objects.filter(accepted=True))
    sources = Prefetch("evidence__passage__source", queryset=Source.objects.defer("text"))
    return claims.prefetch_related(accepted, "evidence__passage", sources)


def neighbours(agreements: Iterable[Agreement]) -> list[Agreement]:
    """Published agreements, not among these, that an accepted or disputed relation ties to one of these."""
    ids = {agreement.pk for agreement in agreements}
    tied: set[int] = set()
    for pair in (
        Relation.objects.public()
        .filter(Q(agreement__in=ids) | Q(to__in=ids))
        .values_list("agreement_id", "to_id")
    ):
        tied.update(pair)
    return list(Agreement.objects.filter(pk__in=tied - ids, state=AgreementState.PUBLISHED).order_by("pk"))


def _public_facts(model: type[Fact]) -> QuerySet[Any]:
    facts = evidenced(model.objects.public().with_related().order_by("pk"))
    if model is Relation:
        return facts.filter(to__state=AgreementState.PUBLISHED, agreement__state=AgreementState.PUBLISHED)
    return facts


def _sort(record: Record) -> None:
    """Accepted claims first, then by the day of their oldest source, so that the order does not depend on
    row numbers."""
    for facts in (
        record.involvements,
        record.items,
        record.values,
        record.relations,
        record.inverse_relations,
        record.exposures,
    ):
        facts.sort(key=_rank)
    record.milestones.sort(
        key=lambda fact: (str(fact.date_earliest or fact.date_latest or "9999"), _rank(fact))
    )


def _rank(fact: Fact) -> tuple[str, str, str]:
    days = [str(one.passage.source.published_latest or "9999") for one in fact.evidence.all()]
    return fact.status, min(days, default="9999"), fact.content_hash
