"""The codes of the vocabulary, one list a class. Stored codes are public and never change their meaning."""

from deals.vocab.codes.agreements import (
    AgreementKind,
    AgreementState,
    AgreementStatus,
    DeliveryStatus,
    ExposureStatus,
    MilestoneKind,
    RelationType,
)
from deals.vocab.codes.base import Codes
from deals.vocab.codes.claims import ClaimStatus, InformationGrade, KindOfEmpty, SourceGrade, SourceKind
from deals.vocab.codes.items import (
    ItemCondition,
    Qualifier,
    SystemCategory,
    TransferMode,
    UnitOfCount,
    UnrocaCategory,
    ValueKind,
)
from deals.vocab.codes.parties import PartyKind, PartyRole

__all__ = [
    "AgreementKind",
    "AgreementState",
    "AgreementStatus",
    "ClaimStatus",
    "Codes",
    "DeliveryStatus",
    "ExposureStatus",
    "InformationGrade",
    "ItemCondition",
    "KindOfEmpty",
    "MilestoneKind",
    "PartyKind",
    "PartyRole",
    "Qualifier",
    "RelationType",
    "SourceGrade",
    "SourceKind",
    "SystemCategory",
    "TransferMode",
    "UnitOfCount",
    "UnrocaCategory",
    "ValueKind",
]
