"""The pages of parties, systems and sources."""

import re

import orjson
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import shelf_rows
from tests.pages import documents
from tests.pages.reading import html

pytestmark = pytest.mark.django_db


def rewrite(row, **members):
    row.document = orjson.dumps(orjson.loads(row.document) | members)
    row.save(update_fields=["document"])


@pytest.mark.parametrize("count", [1, 50])
@pytest.mark.parametrize(("address", "expected"), [("/parties/india/", 2), ("/systems/s-400/", 2)])
def test_a_party_or_system_takes_two_queries_whatever_its_deals(client: Client, address, expected, count):
    shelf_rows.party("india")
    shelf_rows.system("s-400")
    for number in range(count):
        documents.publish(documents.deal_document(f"deal-{number}"), parties=["india"], systems=["s-400"])

    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)

    assert (response.content.count(b"<tbody"), len(queries)) == (1, expected)


def test_a_source_takes_three_queries(client: Client):
    documents.publish(documents.deal_document())
    shelf_rows.party("venture")
    stake = documents.passage("two", deal="", party="venture", claim="stake-a", label="India owns a share")
    documents.publish_source([documents.passage("five units"), stake])

    with CaptureQueriesContext(connection) as queries:
        response = client.get("/sources/gazette/")

    assert (response.status_code, len(queries)) == (200, 3)


def test_a_partys_deals_stand_under_its_roles(client: Client):
    shelf_rows.party("india", name="India", country="IND")
    parties = [documents.party("india", "signatory"), documents.party("india", "recipient")]
    documents.publish(documents.deal_document(parties=parties), parties=["india"])
    documents.publish(documents.deal_document("spoken-of", parties=[]), parties=["india"])

    page = html(client.get("/parties/india/"))

    assert [
        page.index(f"<h3>{role}</h3>") for role in ("Recipient", "Signatory", "Named otherwise")
    ] == sorted(page.index(f"<h3>{role}</h3>") for role in ("Recipient", "Signatory", "Named otherwise"))
    assert 'India <span class="soft">(IND)</span>' in page


def test_a_party_with_more_deals_than_fit_leads_to_the_list(client: Client, monkeypatch):
    monkeypatch.setattr("deals.pages.parties.MOST_DEALS", 1)
    shelf_rows.party("india", deal_count=2)
    for name in ("one", "two"):
        documents.publish(documents.deal_document(name), parties=["india"])

    page = html(client.get("/parties/india/"))

    assert 'These are the newest 1 of 2 deals. <a href="/deals/?party=india">All of them</a>' in page


def test_stakes_stand_with_owner_share_verdict_and_evidence(client: Client):
    venture = shelf_rows.party("venture", kind="joint_venture")
    said = [documents.quote("courier", "50.5% and 49.5%")]
    stakes = [
        documents.claim("stake-a", evidence=said)
        | {
            "owner": {"id": "india", "name": "India"},
            "share": "50.5",
            "held_from": documents.date("2019"),
            "held_until": None,
        },
        documents.claim("stake-b", status="disputed", evidence=said)
        | {"owner": {"id": "", "name": "A Works"}, "share": None, "held_from": None, "held_until": None},
    ]
    rewrite(venture, stakes=stakes, sources=[documents.source("courier", "2021")], aliases=["IRRPL"])

    page = html(client.get("/parties/venture/"))

    assert '<a href="/parties/india/">India</a>: 50.5 %, from <time datetime="2019">2019</time>' in page
    assert "A Works: share not stated" in page
    assert "<bdi>IRRPL</bdi>" in page
    assert "“50.5% and 49.5%”" in page


@pytest.mark.parametrize(
    ("address", "row", "member"),
    [
        ("/parties/india/", shelf_rows.party, "successor_of"),
        ("/systems/s-400/", shelf_rows.system, "producer"),
        ("/systems/s-400/", shelf_rows.system, "variant_of"),
    ],
)
def test_what_has_no_page_of_its_own_is_named_without_a_link(client: Client, address, row, member):
    rewrite(row(), **{member: {"id": "", "name": "Elder"}})

    response = client.get(address)

    assert response.status_code == 200
    assert "<dd>Elder</dd>" in response.content.decode()


def test_a_systems_rows_count_that_system_alone(client: Client):
    shelf_rows.system("ak-203", name="AK-203", category="small_arms_light_weapons")
    items = [documents.item(), documents.item("item-c", number=601427, system="AK-203")]
    documents.publish(documents.deal_document(items=items), systems=["ak-203", "s-400"])

    page = html(client.get("/systems/ak-203/"))

    assert '<td role="cell" data-label="Ordered">601,427 × AK-203</td>' in page


def test_a_source_marks_its_passages_where_evidence_leads(client: Client):
    documents.publish(documents.deal_document())
    documents.publish_source([documents.passage("five units", documents.TEXT)], documents.TEXT)

    page = html(client.get("/sources/gazette/"))

    start = documents.TEXT.index("five units")
    assert f'signed for <mark id="passage-{start}-{start + 10}">five units<sup class="note">' in page
    assert '<li id="cited-1" value="1">' in page
    assert (
        '<a href="/deals/s-400-2018/#item-a">S-400: 5</a> <span class="soft">in “S-400 systems for India”'
        in page
    )


def test_every_place_that_a_deal_cites_is_on_the_sources_page(client: Client):
    document = documents.deal_document()
    documents.publish(document)
    claims = [*document["parties"], *document["items"], *document["values"], *document["milestones"]]
    for name in documents.SOURCES:
        cited = [
            documents.passage(one["quote"], start=one["start"], end=one["end"], claim=claim["claim"])
            for claim in claims
            for one in claim["evidence"]
            if one["source"] == name
        ]
        documents.publish_source(cited, documents.TEXT if name == "gazette" else "", id=name)
    page = client.get("/deals/s-400-2018/").content.decode()

    for name in documents.SOURCES:
        anchors = re.findall(f'href="/sources/{name}/#([^"]+)"', page)
        there = client.get(f"/sources/{name}/").content.decode()
        assert [anchor for anchor in anchors if f'id="{anchor}"' not in there] == []


def test_a_source_without_a_text_lists_its_quotes_and_says_so(client: Client):
    documents.publish_source([documents.passage("five units")])

    page = html(client.get("/sources/gazette/"))

    assert "<strong>are not checked against an archived text</strong>" in page
    assert "“five units”" in page
    assert '<li id="quote-' in page


def test_a_registers_row_has_no_quote(client: Client):
    documents.publish_source([documents.passage("")], kind="register")

    page = html(client.get("/sources/gazette/"))

    assert "This is a row of a register, of which we hold the figures and no text." in page
    assert '<li id="row" value="1"> <p><b>The row as a whole</b></p>' in page


def test_an_archived_text_is_escaped(client: Client):
    text = "<script>alert(1)</script> & five units"
    documents.publish_source([documents.passage("five units", text)], text)

    page = client.get("/sources/gazette/").content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; <mark" in page


def test_a_sources_address_that_is_no_web_address_is_no_link(client: Client):
    documents.publish_source([documents.passage("five units")], url="javascript:alert(1)")

    page = html(client.get("/sources/gazette/"))

    assert 'href="javascript' not in page
    assert "javascript:alert(1)" in page
