"""The desk: what curators work on. Normalised, with drafts, pending and rejected claims and full history.

Nothing public reads these tables; `deals.actions.publish` writes the shelf (`deals.shelf`) from them.
"""

from deals.models.agreement import Agreement
from deals.models.claim import Claim, Evidence, evidence_model
from deals.models.exposure import Exposure, ExposureEvidence
from deals.models.fact import Fact
from deals.models.involvement import Involvement, InvolvementEvidence
from deals.models.item import Item, ItemEvidence
from deals.models.milestone import Milestone, MilestoneEvidence
from deals.models.party import Party, PartyAlias
from deals.models.reference import ExchangeRate
from deals.models.relation import Relation, RelationEvidence
from deals.models.report_load import ReportLoad
from deals.models.source import Passage, Source
from deals.models.stake import Stake, StakeEvidence
from deals.models.system import System, SystemAlias
from deals.models.value import Value, ValueEvidence
from deals.shelf import (
    Citation,
    Deal,
    Edition,
    PublicParty,
    PublicSource,
    PublicSystem,
    RegisterLine,
    Tombstone,
)

FACT_MODELS: tuple[type[Fact], ...] = (Involvement, Item, Value, Milestone, Relation, Exposure)
"""The typed facts of an agreement, in the order in which pages show them."""

CLAIM_MODELS: tuple[type[Claim], ...] = (*FACT_MODELS, Stake)
"""Everything that has a claim status and evidence."""

SHELF_MODELS = (Deal, Edition, Tombstone, RegisterLine, Citation, PublicParty, PublicSystem, PublicSource)
"""The published side, imported here so that Django finds its tables; public code imports `deals.shelf`."""

__all__ = [
    "CLAIM_MODELS",
    "FACT_MODELS",
    "SHELF_MODELS",
    "Agreement",
    "Claim",
    "Evidence",
    "ExchangeRate",
    "Exposure",
    "ExposureEvidence",
    "Fact",
    "Involvement",
    "InvolvementEvidence",
    "Item",
    "ItemEvidence",
    "Milestone",
    "MilestoneEvidence",
    "Party",
    "PartyAlias",
    "Passage",
    "Relation",
    "RelationEvidence",
    "ReportLoad",
    "Source",
    "Stake",
    "StakeEvidence",
    "System",
    "SystemAlias",
    "Value",
    "ValueEvidence",
    "evidence_model",
]
