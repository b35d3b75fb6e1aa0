"""A published side worth reading, and beside it private work in which every text carries one marker."""

from decimal import Decimal
from typing import Any

from deals.actions.publish import merge, publish, withdraw
from deals.actions.recording import recording
from deals.models import Agreement, Party, PartyAlias, ReportLoad, SystemAlias
from tests.factories import (
    AgreementFactory,
    ExchangeRateFactory,
    ExposureFactory,
    InvolvementFactory,
    ItemFactory,
    MilestoneFactory,
    PartyFactory,
    PassageFactory,
    RelationFactory,
    SourceFactory,
    StakeFactory,
    SystemFactory,
    UserFactory,
    ValueFactory,
    signed_contract,
)

MARKER = "xyzzy"
"""Stands in every private text and id, and in nothing public."""

HIDDEN_STATUSES = ("pending", "rejected", "superseded")


def public_contract() -> Agreement:
    """A contract with a claim of every sort, accepted and disputed, some of them from an archived text."""
    contract = signed_contract(slug="jets", title="Jets", summary="Jets for a state.")
    objector = InvolvementFactory(agreement=contract, role="objector", party__slug="objector").party
    text = "It bought seven jets for $2 million, a minister said."
    source = SourceFactory(slug="daily", publisher="The Daily", text=text, text_path=f"seeds/{MARKER}.txt")
    ValueFactory(
        agreement=contract,
        status="disputed",
        reported="$2 million",
        amount_low=2_000_000,
        passages=[PassageFactory(source=source, quote="$2 million")],
    )
    seven = PassageFactory(source=source, quote="seven jets")
    ItemFactory(agreement=contract, status="disputed", system__slug="jet", quantity_low=7, passages=[seven])
    MilestoneFactory(agreement=contract, kind="statement", date="2021~", by=objector)
    ExposureFactory(agreement=contract, authority=objector)
    StakeFactory(owned=objector, owner=contract.involvements.first().party)
    return contract


def make_public_side() -> Agreement:
    """Two deals tied to each other, one withdrawn and one merged; the first one has two editions."""
    # Who publishes is never shown.
    curator = UserFactory(username=f"{MARKER}-curator")
    jets = public_contract()
    programme = signed_contract(slug="programme", title="Programme", kind="framework_programme")
    hoax, twice = signed_contract(slug="hoax"), signed_contract(slug="twice")
    publish([jets, programme, hoax, twice], by=curator, reason="first")
    RelationFactory(agreement=jets, to=programme, type="implements")
    publish([jets], by=curator, reason="a relation")
    withdraw(hoax, by=curator, reason="It was a hoax.")
    merge(twice, into=jets, by=curator, reason="the same deal")
    jets.refresh_from_db()
    return jets


def hide(contract: Agreement) -> None:
    """Private work of every sort on and beside a contract."""
    with recording(by=UserFactory(username=f"{MARKER}-hand"), reason=f"{MARKER} reason"):
        draft = _hidden_draft()
        for number, status in enumerate(HIDDEN_STATUSES):
            _hidden_facts(contract, status, number, draft)
        _waiting_evidence(contract)
        _hidden_reference(draft)


def _hidden_draft() -> Agreement:
    """A draft all of whose facts are accepted: ready, and not published."""
    draft: Agreement = AgreementFactory(
        slug=f"{MARKER}-draft", title=f"{MARKER} draft", summary=f"{MARKER} summary"
    )
    _facts(draft, "accepted", "draft", 0)
    return draft


def _hidden_facts(contract: Agreement, status: str, number: int, draft: Agreement) -> None:
    """Facts of every type about a published contract that nobody has accepted."""
    _facts(contract, status, status, number + 1)
    source = SourceFactory(slug=f"{MARKER}-relation-{status}", publisher=MARKER)
    types = ("amends", "renews", "follows")
    shared = {"status": status, "note": MARKER}
    passages = [PassageFactory(source=source, quote=f"{MARKER} related")]
    RelationFactory(agreement=contract, to=draft, type=types[number], passages=passages, **shared)
    RelationFactory(agreement=draft, to=contract, type=types[number], passages=passages, **shared)
    StakeFactory(
        owned=contract.involvements.first().party,
        owner=PartyFactory(slug=f"{MARKER}-owner-{status}", name=f"{MARKER} owner"),
        share=Decimal(number),
        passages=passages,
        **shared,
    )


def _facts(agreement: Agreement, status: str, tag: str, number: int) -> None:
    text = f"{MARKER} text with {MARKER} words"
    source = SourceFactory(
        slug=f"{MARKER}-source-{tag}",
        publisher=f"{MARKER} paper",
        title=f"{MARKER} title",
        url=f"https://{MARKER}.example/",
        text=text,
    )
    passage = PassageFactory(source=source, quote=f"{MARKER} words")
    shared: Any = {"agreement": agreement, "status": status, "note": f"{MARKER} note", "passages": [passage]}
    party = PartyFactory(slug=f"{MARKER}-party-{tag}", name=f"{MARKER} party", country="XYZ")
    system = SystemFactory(slug=f"{MARKER}-system-{tag}", name=f"{MARKER} system", producer=party)
    PartyAlias.objects.create(party=party, name=f"{MARKER} alias")
    SystemAlias.objects.create(system=system, name=f"{MARKER} alias")
    InvolvementFactory(party=party, **shared)
    ItemFactory(system=system, part=MARKER, **shared)
    ValueFactory(reported=f"{MARKER} 3 million", amount_low=3_000_000 + number, **shared)
    MilestoneFactory(kind="statement", date=f"199{number}", by=party, **shared)
    ExposureFactory(regime=f"{MARKER} act", authority=party, **shared)


def _waiting_evidence(contract: Agreement) -> None:
    """Evidence of accepted and disputed claims that no curator has seen yet."""
    source = SourceFactory(slug=f"{MARKER}-source-waiting", publisher=f"{MARKER} paper")
    passage = PassageFactory(source=source, quote=f"{MARKER} waiting")
    public = PassageFactory(source=SourceFactory._meta.model.objects.get(slug="daily"), quote="a minister")
    for claims in (contract.involvements, contract.items, contract.values, contract.milestones):
        for claim in claims.public():
            claim.evidence.create(passage=passage)
            claim.evidence.create(passage=public)


def _hidden_reference(draft: Agreement) -> None:
    """Records that nothing public refers to, and the loader's own notes."""
    PartyFactory(slug=f"{MARKER}-heir", name=MARKER, successor_of=Party.objects.get(slug="objector"))
    ExchangeRateFactory(currency="XYZ", source=f"{MARKER} bank")
    source = draft.items.get().evidence.get().passage.source
    ReportLoad.objects.create(
        source=source, content_hash=MARKER, loaded_by=UserFactory(username=f"{MARKER}-loader")
    )
