"""From desk to API: published documents are what the schema says; what is not published leaves no trace."""

import itertools

import jsonschema
import pytest
from django.test import Client

from deals.actions.publish import publish, withdraw
from deals.filters import DealFilter, PartyFilter, RegisterLineFilter, SourceFilter, SystemFilter
from tests.factories import (
    ExposureFactory,
    InvolvementFactory,
    ItemFactory,
    MilestoneFactory,
    PartyFactory,
    PassageFactory,
    RelationFactory,
    SourceFactory,
    StakeFactory,
    UserFactory,
    ValueFactory,
    signed_contract,
)

pytestmark = pytest.mark.django_db

LISTS = {
    "deals": ("DealDocument", DealFilter),
    "register": ("RegisterLineDocument", RegisterLineFilter),
    "parties": ("PartyDocument", PartyFilter),
    "systems": ("SystemDocument", SystemFilter),
    "sources": ("SourceDocument", SourceFilter),
}


def crawl(client: Client) -> dict[str, bytes]:
    """The bytes of everything that the lists show and lead to, by address."""
    answers = {address: client.get(address).content for address in ("/api/v1/", "/api/v1/schema/")}
    for name in LISTS:
        page = client.get(f"/api/v1/{name}/")
        answers[f"/api/v1/{name}/"] = page.content
        for slug in (entry["id"] for entry in page.json()["results"] if name != "register"):
            address = f"/api/v1/{name}/{slug}/"
            answers[address] = client.get(address).content
            if name == "deals":
                answers[f"{address}editions/"] = client.get(f"{address}editions/").content
                answers[f"{address}editions/1/"] = client.get(f"{address}editions/1/").content
    return answers


def rich_contract(slug: str):
    """A contract with a claim of every sort, accepted and disputed."""
    contract = signed_contract(slug=slug, title="Jets")
    objector = InvolvementFactory(agreement=contract, role="objector").party
    ValueFactory(agreement=contract, status="disputed", reported="$2 million", amount_low=2_000_000)
    ItemFactory(agreement=contract, status="disputed", quantity_low=7)
    MilestoneFactory(agreement=contract, kind="statement", date="2021~", by=objector)
    ExposureFactory(agreement=contract)
    StakeFactory(owned=objector, owner=contract.involvements.first().party)
    return contract


@pytest.mark.parametrize("name", LISTS)
def test_published_documents_are_what_the_schema_says(client: Client, name):
    older = rich_contract("jets-2020")
    newer = signed_contract(slug="amendment-2021", kind="amendment")
    RelationFactory(agreement=newer, to=older)
    publish([older, newer], by=UserFactory(), reason="first")
    components = client.get("/api/v1/schema/").json()["components"]

    documents = client.get(f"/api/v1/{name}/").json()["results"]

    assert documents
    for document in documents:
        shape = {"$ref": f"#/components/schemas/{LISTS[name][0]}", "components": components}
        jsonschema.validate(document, shape)


def add_private_work(contract) -> None:
    """A draft, and pending and rejected facts of every sort, each with the marker in all its texts."""
    draft = signed_contract(slug="xyzzy-draft", title="XYZZY draft")
    for number, status in enumerate(("pending", "rejected")):
        source = SourceFactory(slug=f"xyzzy-{status}", publisher="XYZZY", title="XYZZY")
        hidden = {
            "agreement": contract,
            "status": status,
            "note": "XYZZY",
            "passages": [PassageFactory(source=source, quote="XYZZY words")],
        }
        speaker = PartyFactory(name=f"XYZZY speaker {status}", slug=f"xyzzy-speaker-{status}")
        InvolvementFactory(party__name=f"XYZZY {status}", party__slug=f"xyzzy-party-{status}", **hidden)
        ItemFactory(system__name=f"XYZZY {status}", system__slug=f"xyzzy-system-{status}", **hidden)
        ValueFactory(reported="XYZZY 3 million", amount_low=3_000_000 + number, **hidden)
        MilestoneFactory(date=f"199{number}", by=speaker, **hidden)
        ExposureFactory(regime=f"XYZZY act {status}", **hidden)
        RelationFactory(type="renews" if number else "amends", to=draft, **hidden)


def test_private_work_changes_not_one_byte(client: Client):
    contract = rich_contract("jets-2020")
    publish([contract], by=UserFactory(), reason="first")
    before = crawl(client)

    add_private_work(contract)

    assert crawl(client) == before


def test_private_work_leaves_no_trace_even_when_its_record_is_published_anew(client: Client):
    contract = rich_contract("jets-2020")
    add_private_work(contract)

    publish([contract], by=UserFactory(username="secret-curator"), reason="first")

    answers = crawl(client)
    assert len(answers) > 10
    for address, content in answers.items():
        assert b"xyzzy" not in content.lower(), address
        assert b"secret-curator" not in content, address


@pytest.mark.parametrize("name", LISTS)
def test_no_filter_search_or_order_tells_of_private_work(client: Client, name):
    contract = rich_contract("jets-2020")
    publish([contract], by=UserFactory(), reason="first")
    lookups = LISTS[name][1].lookups()
    ids = [
        "xyzzy-draft",
        "xyzzy-party-pending",
        "xyzzy-system-rejected",
        "xyzzy-pending",
        "XYZZY",
        "1999",
        "unknown",
    ]
    orders = lookups["ordering"].schema["enum"]
    asked = [*itertools.product(lookups, ids), *(("ordering", order) for order in orders)]
    before = [client.get(f"/api/v1/{name}/", {parameter: value}).content for parameter, value in asked]

    add_private_work(contract)

    after = [client.get(f"/api/v1/{name}/", {parameter: value}).content for parameter, value in asked]
    assert after == before


def test_a_draft_answers_as_what_never_existed(client: Client):
    add_private_work(signed_contract())
    never = client.get("/api/v1/deals/never/")

    draft = client.get("/api/v1/deals/xyzzy-draft/")

    assert (draft.status_code, draft.content) == (404, never.content)
    assert draft.headers.items() == never.headers.items()


def test_a_withdrawn_deal_leaves_every_list(client: Client):
    contract = signed_contract(slug="jets-2020")
    publish([contract], by=UserFactory(), reason="first")
    for name in LISTS:
        assert client.get(f"/api/v1/{name}/").json()["count"] > 0

    withdraw(contract, by=UserFactory(), reason="It was a hoax.")

    for name in LISTS:
        assert client.get(f"/api/v1/{name}/").json()["count"] == 0
    assert client.get("/api/v1/deals/jets-2020/").json()["detail"] == "It was a hoax."
