"""Builds the document of one deal from its record. Pure: the same record and rates give the same bytes."""

from datetime import date

import orjson

from deals.actions.publishing.claims import (
    SourceList,
    public_date,
    public_exposure,
    public_involvement,
    public_milestone,
    public_relation,
)
from deals.actions.publishing.disagreement import disagreements
from deals.actions.publishing.gather import Rates, Record
from deals.actions.publishing.items import public_items
from deals.actions.publishing.money import public_values
from deals.models import Milestone
from deals.shelf.document import DOCUMENT_FORMAT, DealDocument, PublicDate
from deals.vocab.codes import AgreementKind, AgreementStatus, ClaimStatus, MilestoneKind, RelationType
from deals.vocab.lifecycle import Counting, Step, agreement_status, counting


def build_document(record: Record, rates: Rates, *, on: date) -> DealDocument:
    """The finished document of the record as known on a day."""
    facts = record.facts()
    sources = SourceList(facts)
    status = record_status(record, on=on)
    verdict = _counting(record, status)
    items = public_items(record, sources, status)
    values = public_values(record, sources, rates)
    milestones = [public_milestone(fact, sources) for fact in record.milestones]
    return DealDocument(
        format=DOCUMENT_FORMAT,
        id=record.agreement.slug,
        title=record.agreement.title,
        kind=record.agreement.kind,
        summary=record.agreement.summary,
        status=status,
        counts_toward_totals=verdict.counts,
        counting_reason=verdict.reason,
        disputed=any(fact.status == ClaimStatus.DISPUTED for fact in facts),
        signed=signed(record),
        parties=[public_involvement(fact, sources) for fact in record.involvements],
        items=items,
        values=values,
        milestones=milestones,
        relations=[
            *(public_relation(fact, sources, inverse=False) for fact in record.relations),
            *(public_relation(fact, sources, inverse=True) for fact in record.inverse_relations),
        ],
        exposures=[public_exposure(fact, sources) for fact in record.exposures],
        disagreements=disagreements(items, values, milestones),
        sources=sources.documents(),
    )


def as_bytes(document: object) -> bytes:
    """A document as it is stored, hashed and sent: JSON in UTF-8, members in the order of its type."""
    return orjson.dumps(document)


def record_status(record: Record, *, on: date) -> AgreementStatus:
    """The agreement's status, from its accepted milestones."""
    steps = [
        Step(MilestoneKind(fact.kind), fact.date_earliest or fact.date_latest) for fact in _accepted(record)
    ]
    return agreement_status(steps, on=on)


def signed(record: Record) -> PublicDate | None:
    """The accepted date of signature; none when no signature or no date of it is accepted."""
    dates = [fact.date for fact in _accepted(record) if fact.kind == MilestoneKind.SIGNATURE and fact.date]
    return public_date(dates[0]) if dates else None


def _accepted(record: Record) -> list[Milestone]:
    return [fact for fact in record.milestones if fact.status == ClaimStatus.ACCEPTED]


def _counting(record: Record, status: AgreementStatus) -> Counting:
    accepted = ClaimStatus.ACCEPTED
    own_goods = any(fact.status == accepted for fact in record.items) and any(
        fact.status == accepted for fact in record.values
    )
    superseded_by = [
        fact.agreement.title
        for fact in record.inverse_relations
        if fact.type == RelationType.SUPERSEDES and fact.status == accepted
    ]
    return counting(
        AgreementKind(record.agreement.kind),
        status,
        own_goods=own_goods,
        superseded_by=superseded_by[0] if superseded_by else "",
    )
