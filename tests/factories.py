"""Factories of desk records for tests: each makes what its record needs, and nothing that a test did not
ask for."""

import hashlib
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import factory
from django.contrib.auth.models import User

from deals.models import (
    Agreement,
    Claim,
    ExchangeRate,
    Exposure,
    Involvement,
    Item,
    Milestone,
    Party,
    Passage,
    Relation,
    Source,
    Stake,
    System,
    Value,
)
from deals.vocab.codes import (
    AgreementKind,
    ClaimStatus,
    ExposureStatus,
    MilestoneKind,
    PartyKind,
    PartyRole,
    RelationType,
    SourceKind,
    SystemCategory,
    ValueKind,
)

REVIEWED_AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


class UserFactory(factory.django.DjangoModelFactory[User]):
    """A curator: staff, without any permission until a test grants one."""

    class Meta:
        model = User

    username = factory.Sequence("curator-{}".format)
    is_staff = True


class SourceFactory(factory.django.DjangoModelFactory[Source]):
    """A news report; `text` given to it is archived with its sha256."""

    class Meta:
        model = Source

    slug = factory.Sequence("2020-01-01-gazette-{}".format)
    kind = SourceKind.NEWS_REPORT
    publisher = "The Gazette"
    published = "2020-01-01"
    text = ""
    sha256 = factory.LazyAttribute(lambda o: hashlib.sha256(o.text.encode()).hexdigest() if o.text else "")


class PassageFactory(factory.django.DjangoModelFactory[Passage]):
    """A quote; where its source has a text, it is looked up there."""

    class Meta:
        model = Passage

    source = factory.SubFactory(SourceFactory)
    quote = factory.Sequence("the parties agreed on point {}".format)
    start = factory.LazyAttribute(lambda o: o.source.text.index(o.quote) if o.source.text else None)
    end = factory.LazyAttribute(lambda o: o.start + len(o.quote) if o.source.text else None)


class PartyFactory(factory.django.DjangoModelFactory[Party]):
    """A state."""

    class Meta:
        model = Party

    slug = factory.Sequence("state-{}".format)
    name = factory.Sequence("State {}".format)
    kind = PartyKind.STATE


class SystemFactory(factory.django.DjangoModelFactory[System]):
    """A missile."""

    class Meta:
        model = System

    slug = factory.Sequence("missile-{}".format)
    name = factory.Sequence("Missile {}".format)
    category = SystemCategory.MISSILES


class ExchangeRateFactory(factory.django.DjangoModelFactory[ExchangeRate]):
    """Ten units of a currency for one US dollar."""

    class Meta:
        model = ExchangeRate

    currency = "INR"
    year = 2020
    per_usd = Decimal(10)
    source = "a rate made up for tests"


class AgreementFactory(factory.django.DjangoModelFactory[Agreement]):
    """A draft contract without facts."""

    class Meta:
        model = Agreement

    slug = factory.Sequence("contract-{}".format)
    title = factory.Sequence("Contract {}".format)
    kind = AgreementKind.CONTRACT


class ClaimFactory(factory.django.DjangoModelFactory[Any]):
    """A claim with one passage as evidence; one that is not pending was reviewed by somebody."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    status = ClaimStatus.ACCEPTED
    reviewed_by = factory.LazyAttribute(lambda o: None if o.status == ClaimStatus.PENDING else UserFactory())
    reviewed_at = factory.LazyAttribute(lambda o: None if o.status == ClaimStatus.PENDING else REVIEWED_AT)

    @factory.post_generation
    def passages(self: Claim, create: bool, extracted: list[Passage] | None, **kwargs: Any) -> None:
        """The passages that support the claim: those given, one made for it when none are given, none for
        []."""
        for passage in [PassageFactory()] if extracted is None else extracted:
            self.evidence.create(passage=passage, accepted=self.status != ClaimStatus.PENDING)


class InvolvementFactory(ClaimFactory):
    """A supplier."""

    class Meta:
        model = Involvement

    agreement = factory.SubFactory(AgreementFactory)
    party = factory.SubFactory(PartyFactory)
    role = PartyRole.SUPPLIER


class ItemFactory(ClaimFactory):
    """Five missiles."""

    class Meta:
        model = Item

    agreement = factory.SubFactory(AgreementFactory)
    system = factory.SubFactory(SystemFactory)
    quantity_low = 5
    quantity_high = factory.SelfAttribute("quantity_low")


class ValueFactory(ClaimFactory):
    """A contract worth a million US dollars."""

    class Meta:
        model = Value

    agreement = factory.SubFactory(AgreementFactory)
    kind = ValueKind.CONTRACT_VALUE
    reported = "$1 million"
    amount_low = Decimal(1_000_000)
    amount_high = factory.SelfAttribute("amount_low")
    currency = "USD"


class MilestoneFactory(ClaimFactory):
    """A signature on New Year's Day of 2020."""

    class Meta:
        model = Milestone

    agreement = factory.SubFactory(AgreementFactory)
    kind = MilestoneKind.SIGNATURE
    date = "2020-01-01"


class RelationFactory(ClaimFactory):
    """An amendment of another agreement."""

    class Meta:
        model = Relation

    agreement = factory.SubFactory(AgreementFactory)
    type = RelationType.AMENDS
    to = factory.SubFactory(AgreementFactory)


class ExposureFactory(ClaimFactory):
    """A sanction that could be imposed."""

    class Meta:
        model = Exposure

    agreement = factory.SubFactory(AgreementFactory)
    regime = "An embargo act"
    authority = factory.SubFactory(PartyFactory)
    exposure_status = ExposureStatus.POSSIBLE


class StakeFactory(ClaimFactory):
    """Half of a company."""

    class Meta:
        model = Stake

    owned = factory.SubFactory(PartyFactory, kind=PartyKind.JOINT_VENTURE)
    owner = factory.SubFactory(PartyFactory)
    share = Decimal(50)


def signed_contract(**agreement: Any) -> Agreement:
    """A contract that can be published: supplier, recipient, item, value and signature, all accepted, each
    with evidence."""
    contract = AgreementFactory(**agreement)
    InvolvementFactory(agreement=contract)
    InvolvementFactory(agreement=contract, role=PartyRole.RECIPIENT)
    ItemFactory(agreement=contract)
    ValueFactory(agreement=contract)
    MilestoneFactory(agreement=contract)
    return contract
