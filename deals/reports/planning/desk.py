"""What the desk holds of everything that one report names, read in a number of queries that never grows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from deals.actions.review import owner_column
from deals.models import (
    CLAIM_MODELS,
    Agreement,
    Claim,
    Evidence,
    Party,
    PartyAlias,
    Passage,
    Source,
    System,
    SystemAlias,
    evidence_model,
)
from deals.reports.check import CheckedReport
from deals.reports.references import Reference

PassageKey = tuple[str, int | None]
"""What tells the passages of one source apart: the quote and where it begins."""


@dataclass(slots=True)
class KnownClaim:
    """A claim with its evidence: `own` of this source, `loaded` what the source's report file brought.

    `elsewhere` says whether anything else supports it: another source, or a quote that a curator added.
    """

    claim: Claim
    own: dict[PassageKey, Evidence] = field(default_factory=dict)
    loaded: set[PassageKey] = field(default_factory=set)
    elsewhere: bool = False


@dataclass(slots=True)
class Desk:
    """The desk's rows by stable id, and the claims of the agreements and parties that the report names."""

    source: Source | None
    parties: dict[str, Party]
    systems: dict[str, System]
    agreements: dict[str, Agreement]
    party_aliases: dict[tuple[str, str], PartyAlias]
    system_aliases: dict[tuple[str, str], SystemAlias]
    passages: dict[PassageKey, Passage]
    claims: list[KnownClaim]


def read_desk(checked: CheckedReport, source: Source | None) -> Desk:
    """Read what the report names; `source` is its own row, if there is one."""
    report, references = checked.report, checked.references
    parties = _by_slug(Party.objects.select_related("successor_of"), report.parties, references.parties)
    systems = _by_slug(
        System.objects.select_related("producer", "variant_of"), report.systems, references.systems
    )
    agreements = _by_slug(Agreement.objects.all(), report.agreements, references.agreements)
    passages = {(passage.quote, passage.start): passage for passage in Passage.objects.filter(source=source)}
    named = {
        "agreement_id": [agreement.pk for agreement in agreements.values()],
        "owned_id": [party.pk for party in parties.values()],
    }
    return Desk(
        source=source,
        parties=parties,
        systems=systems,
        agreements=agreements,
        party_aliases={
            (alias.party.slug, alias.name): alias
            for alias in PartyAlias.objects.filter(party__in=parties.values()).select_related("party")
        },
        system_aliases={
            (alias.system.slug, alias.name): alias
            for alias in SystemAlias.objects.filter(system__in=systems.values()).select_related("system")
        },
        passages=passages,
        claims=[known for model in CLAIM_MODELS for known in _read_claims(model, named, source, passages)],
    )


def _by_slug(rows: Any, entries: Iterable[Any], references: Iterable[Reference]) -> dict[str, Any]:
    slugs = {entry.id for entry in entries} | {reference.id for reference in references}
    return {row.slug: row for row in rows.filter(slug__in=slugs)}


def _read_claims(
    model: type[Claim],
    named: dict[str, list[int]],
    source: Source | None,
    passages: dict[PassageKey, Passage],
) -> Iterable[KnownClaim]:
    """The claims about what the report names, and all others that rest on its source."""
    owner = owner_column(model)
    rows: Any = evidence_model(model)._default_manager
    cited = rows.filter(passage__source=source).values("fact")
    related = [f.name for f in model._meta.concrete_fields if f.is_relation and f.name != "reviewed_by"]
    claims = model.objects.filter(Q(**{f"{owner}__in": named[owner]}) | Q(pk__in=cited))
    known = {claim.pk: KnownClaim(claim) for claim in claims.select_related(*related).order_by("pk")}
    keys = {passage.pk: key for key, passage in passages.items()}
    loaded = _loaded(rows.model, source)
    for evidence in rows.filter(fact__in=list(known)):
        one = known[evidence.fact_id]
        key = keys.get(evidence.passage_id)
        if key is not None:
            one.own[key] = evidence
        if key is not None and evidence.pk in loaded:
            one.loaded.add(key)
        else:
            one.elsewhere = True
    return known.values()


def _loaded(model: Any, source: Source | None) -> set[int]:
    """The evidence that the report file brought, as the history tells; a curator's own never goes."""
    if source is None:
        return set()
    events = model.pgh_event_model.objects.filter(
        pgh_label="insert", passage__source=source, pgh_context__reason=f"report:{source.slug}"
    )
    return set(events.values_list("pgh_obj_id", flat=True))
