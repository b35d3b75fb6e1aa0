"""Puts made-up reports on the desk in bulk, accepted as if curators had been at work."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils import timezone

from deals.actions.recording import recording
from deals.models import (
    Agreement,
    Claim,
    Evidence,
    Involvement,
    Item,
    Milestone,
    Party,
    Passage,
    Source,
    System,
    Value,
    evidence_model,
)
from deals.reports import report_file as entries
from deals.vocab.codes import ClaimStatus
from tests.bench.invented import invent_states, invent_systems

_ROWS_A_STATEMENT = 2_000


@dataclass
class _Desk:
    """Rows that are to be written, each after those that it refers to."""

    by: AbstractBaseUser
    parties: dict[str, Party]
    systems: dict[str, System]
    sources: list[Source] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def add(
        self,
        claim: Any,
        source: Source,
        entry: entries.Claim,
        status: ClaimStatus = ClaimStatus.ACCEPTED,
    ) -> None:
        """A claim with its evidence."""
        claim.status, claim.reviewed_by, claim.reviewed_at = status, self.by, timezone.now()
        self.claims.append(claim)
        for quote in entry.quotes:
            place: Any = quote.span  # Whoever invents a quote knows where it stands.
            passage = Passage(source=source, quote=quote.text, start=place.start, end=place.end)
            self.passages.append(passage)
            self.evidence.append(evidence_model(type(claim))(fact=claim, passage=passage, accepted=True))


def write_names(*, by: AbstractBaseUser) -> None:
    """The states and systems that the reports name."""
    with recording(by=by, reason="made up"):
        Party.objects.bulk_create(
            Party(slug=entry.id, name=entry.name, kind=entry.kind) for entry in invent_states()
        )
        System.objects.bulk_create(
            System(slug=entry.id, name=entry.name, category=entry.category) for entry in invent_systems()
        )


def write_desk(reports: Iterable[entries.Report], *, by: AbstractBaseUser) -> list[Agreement]:
    """Write what the reports say; the agreements are drafts that can be published."""
    desk = _Desk(
        by,
        {party.slug: party for party in Party.objects.all()},
        {system.slug: system for system in System.objects.all()},
    )
    for report in reports:
        _add_report(desk, report)
    with recording(by=by, reason="made up"):
        for rows in (desk.sources, desk.agreements, desk.passages, desk.claims, desk.evidence):
            _write(rows)
    return desk.agreements


def _add_report(desk: _Desk, report: entries.Report) -> None:
    block = report.source
    body = block.body or ""
    source = Source(
        slug=block.id,
        kind=block.kind,
        publisher=block.publisher,
        title=block.title,
        published=block.published,
        language=block.language,
        text=body,
        sha256=hashlib.sha256(body.encode()).hexdigest(),
    )
    desk.sources.append(source)
    for entry in report.agreements:
        _add_agreement(desk, source, entry)


def _add_agreement(desk: _Desk, source: Source, entry: entries.AgreementEntry) -> None:
    agreement = Agreement(slug=entry.id, title=entry.title, kind=entry.kind, summary=entry.summary)
    desk.agreements.append(agreement)
    for party in entry.parties:
        row = Involvement(agreement=agreement, party=desk.parties[party.party], role=party.role)
        desk.add(row, source, party)
    for item in entry.items:
        desk.add(_item(desk, agreement, item), source, item)
    for nth, value in enumerate(entry.values):
        # One contract has one value: a second figure is disputed.
        status = ClaimStatus.DISPUTED if nth else ClaimStatus.ACCEPTED
        desk.add(_value(agreement, value), source, value, status)
    for step in entry.milestones:
        desk.add(Milestone(agreement=agreement, kind=step.kind, date=step.date), source, step)


def _item(desk: _Desk, agreement: Agreement, entry: entries.ItemEntry) -> Item:
    low, high = entry.quantity.low, entry.quantity.high
    return Item(
        agreement=agreement,
        system=desk.systems[entry.system],
        quantity_low=None if low is None else int(low),
        quantity_high=None if high is None else int(high),
        qualifier=entry.quantity.qualifier,
        unit=entry.unit,
        mode=entry.mode,
    )


def _value(agreement: Agreement, entry: entries.ValueEntry) -> Value:
    return Value(
        agreement=agreement,
        kind=entry.kind,
        reported=entry.reported,
        amount_low=entry.amount.low,
        amount_high=entry.amount.high,
        qualifier=entry.amount.qualifier,
        currency=entry.currency,
    )


def _write(rows: Sequence[models.Model]) -> None:
    for model in dict.fromkeys(type(row) for row in rows):
        own = [row for row in rows if type(row) is model]
        model._default_manager.bulk_create(own, batch_size=_ROWS_A_STATEMENT)
