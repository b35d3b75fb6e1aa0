"""The page of a deal, its editions, and what stands where a deal was."""

import orjson
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from deals.shelf import Deal
from tests import shelf_rows
from tests.pages import documents
from tests.pages.reading import html

pytestmark = pytest.mark.django_db

ADDRESS = "/deals/s-400-2018/"


def test_a_deal_takes_one_query(client: Client):
    documents.publish(documents.deal_document())

    with CaptureQueriesContext(connection) as queries:
        response = client.get(ADDRESS)

    assert (response.status_code, len(queries)) == (200, 1)


def test_figures_carry_footnotes_that_lead_to_numbered_sources(client: Client):
    documents.publish(documents.deal_document())

    page = html(client.get(ADDRESS))

    assert '<span class="figure">$5 bn</span><sup class="note"><a href="#source-1">' in page
    assert '<li id="source-1" value="1">' in page


def test_a_checked_quote_leads_to_its_place_and_an_unchecked_one_says_so(client: Client):
    documents.publish(documents.deal_document())

    page = html(client.get(ADDRESS))

    assert f'<a href="/sources/gazette/#passage-0-{len(documents.TEXT)}">Read it in its place</a>' in page
    assert "quote checked against the archived text" in page
    assert "no archived text: quote not checked" in page
    assert "row of a register" in page


def test_the_verdict_is_told_in_words_beside_the_sign(client: Client):
    documents.publish(documents.deal_document())

    page = html(client.get(ADDRESS))

    assert '<span class="hidden">disputed: </span><span>INR 390 bn' in page
    assert '<span class="hidden">accepted: </span><span>$5 bn' in page
    assert '<span aria-hidden="true">—</span><span class="hidden">not stated</span>' in page


def test_disagreement_is_told_in_words_with_the_spread(client: Client):
    documents.publish(documents.deal_document())

    page = html(client.get(ADDRESS))

    assert "<b>Contract value.</b> We accept USD 5 billion. Others say 39,000 crore rupees." in page
    assert "Spread 14 %." in page


def test_what_is_empty_says_so_in_words(client: Client):
    bare = {"parties": [], "items": [], "values": [], "milestones": [], "disagreements": [], "sources": []}
    documents.publish(documents.deal_document(**bare))

    page = html(client.get(ADDRESS))

    for words in (
        "No source names the parties.",
        "No source states a date of signature, a quantity or a value.",
        "No source names goods that this agreement itself supplies.",
        "No source gives a price. That is not the same as a price of nothing.",
        "No source speaks of sanctions against this deal.",
        "No relation to another published deal is on record.",
        "This record cites no source.",
    ):
        assert words in page


def test_text_of_sources_is_escaped(client: Client):
    hostile = documents.quote("courier", "<script>alert(1)</script>")
    documents.publish(
        documents.deal_document(values=[documents.value(reported="<b>5</b>", evidence=[hostile])])
    )

    page = client.get(ADDRESS).content.decode()

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;b&gt;5&lt;/b&gt;" in page


def test_the_newest_edition_decides_the_etag(client: Client):
    deal = documents.publish(documents.deal_document())
    first = client.get(ADDRESS).headers["ETag"]
    Deal.objects.filter(pk=deal.pk).update(edition_hash="f" * 64)

    second = client.get(ADDRESS, headers={"If-None-Match": first})

    assert second.status_code == 200
    assert first.startswith(f'"{deal.edition_hash}-')


def test_an_unchanged_deal_is_not_sent_again(client: Client):
    documents.publish(documents.deal_document())
    etag = client.get(ADDRESS).headers["ETag"]

    response = client.get(ADDRESS, headers={"If-None-Match": etag})

    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["ETag"] == etag
    assert response.headers["Cache-Control"] == "public, max-age=300"


def test_new_templates_change_the_etag(client: Client, monkeypatch):
    documents.publish(documents.deal_document())
    etag = client.get(ADDRESS).headers["ETag"]
    monkeypatch.setattr("deals.pages.answers.release", lambda: "another")

    assert client.get(ADDRESS, headers={"If-None-Match": etag}).status_code == 200


def test_a_withdrawn_deal_is_gone_with_the_reason(client: Client):
    shelf_rows.tombstone("s-400-2018", "The report was <retracted>.")

    response = client.get(ADDRESS)

    assert response.status_code == 410
    assert "The report was &lt;retracted&gt;." in html(response)


def test_a_merged_deal_redirects_for_good(client: Client):
    shelf_rows.tombstone("s-400-2018", "The same deal.", merged_into="s-400")

    response = client.get(ADDRESS)

    assert (response.status_code, response.headers["Location"]) == (301, "/deals/s-400/")
    assert response.headers["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize("below", ["", "editions/", "editions/1/"])
def test_editions_of_a_withdrawn_deal_are_gone_with_it(client: Client, below):
    shelf_rows.edition("s-400-2018", document=orjson.dumps(documents.deal_document()))
    shelf_rows.tombstone("s-400-2018", "The report was retracted.")

    assert client.get(ADDRESS + below).status_code == 410


def test_editions_are_listed_with_date_reason_and_hash(client: Client):
    deal = documents.publish(documents.deal_document())
    first = deal.edition_hash

    page = html(client.get(f"{ADDRESS}editions/"))

    assert '<a href="/deals/s-400-2018/editions/1/">Edition 1</a>' in page
    assert "A second report came in." in page
    assert first in page
    assert "secret-curator" not in page


def test_an_older_edition_is_shown_as_it_was_with_a_notice(client: Client):
    deal = documents.publish(documents.deal_document(title="As it was"))
    shown = shelf_rows.Edition.objects.get(slug=deal.slug)
    newer = shelf_rows.edition(
        deal.slug, document=orjson.dumps(documents.deal_document(title="Now")), after=shown
    )
    older = shelf_rows.edition(
        deal.slug, document=orjson.dumps(documents.deal_document(title="Between")), after=newer
    )
    Deal.objects.filter(pk=deal.pk).update(edition=older.number, edition_hash=older.hash)

    page = html(client.get(f"{ADDRESS}editions/2/"))

    assert "<h1>Now</h1>" in page
    assert "<strong>This is edition 2</strong>" in page
    assert 'The newest is <a href="/deals/s-400-2018/">edition 3</a>' in page
    assert "<title>Now, edition 2 · Arms Deal Tracker</title>" in page


@pytest.mark.parametrize("number", ["0", "2", "99999999999999999999"])
def test_an_edition_that_never_was_is_not_found(client: Client, number):
    documents.publish(documents.deal_document())

    assert client.get(f"{ADDRESS}editions/{number}/").status_code == 404


def test_relations_lead_both_ways(client: Client):
    relation = documents.claim("relation-a") | {
        "type": "amends",
        "direction": "from",
        "label": "amended by",
        "deal": {"id": "amendment-2021", "name": "The amendment"},
    }
    documents.publish(documents.deal_document(relations=[relation]))

    page = html(client.get(ADDRESS))

    assert '<span class="role">amended by</span> <a href="/deals/amendment-2021/">The amendment</a>' in page


def test_an_exposure_says_what_its_status_means(client: Client):
    exposure = documents.claim("exposure-a", note="No section is named.") | {
        "regime": "CAATSA",
        "authority": {"id": "usa", "name": "United States"},
        "exposure_status": "possible",
        "date": None,
    }
    documents.publish(documents.deal_document(exposures=[exposure]))

    page = html(client.get(ADDRESS))

    assert "The measure could be applied, and nobody has said that it will be." in page
    assert "No section is named." in page
