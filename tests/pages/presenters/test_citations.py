"""The numbered sources of a document."""

from deals.pages.presenters.citations import Support, deal_sources, party_sources
from tests.pages import documents


def test_a_quote_lists_all_that_it_supports():
    gazette = deal_sources(documents.deal_document())[0]

    (quote,) = gazette.quotes
    assert quote.supports == [
        Support("milestone-a", "signature: 2018", "accepted"),
        Support("milestone-b", "statement: 6 December 2021", "accepted"),
        Support("item-a", "ordered: 5 units", "accepted"),
        Support("value-a", "contract value: $5 bn", "accepted"),
        Support("involvement-russia-supplier", "Russia as supplier", "accepted"),
        Support("involvement-india-recipient", "India as recipient", "accepted"),
    ]


def test_a_quote_leads_to_its_exact_place():
    gazette, courier, register = deal_sources(documents.deal_document())

    assert gazette.quotes[0].address == f"/sources/gazette/#passage-0-{len(documents.TEXT)}"
    assert courier.quotes[0].address.startswith("/sources/courier/#quote-")
    assert register.quotes[0].address == "/sources/register/#row"


def test_the_verdict_tells_how_quotes_were_checked():
    gazette, courier, register = deal_sources(documents.deal_document())

    assert (gazette.verdicts, courier.verdicts, register.verdicts) == (["checked"], ["unchecked"], ["row"])


def test_deliveries_relations_and_exposures_are_named_in_words():
    evidence = [documents.quote("courier", "so it was")]
    relation = documents.claim("relation-a", evidence=evidence) | {
        "label": "amends",
        "deal": {"id": "b", "name": "B"},
    }
    exposure = documents.claim("exposure-a", evidence=evidence) | {
        "regime": "CAATSA",
        "exposure_status": "possible",
    }
    delivery = documents.step(kind="delivery", when="2024", system="AK-203", number=7, evidence=evidence)
    document = documents.deal_document(
        parties=[], items=[], values=[], milestones=[delivery], relations=[relation], exposures=[exposure]
    )

    courier = deal_sources(document)[1]

    assert [support.label for support in courier.quotes[0].supports] == [
        "delivery: 7 × AK-203, 2024",
        "amends “B”",
        "CAATSA: possible",
    ]


def test_a_partys_stakes_are_named_with_owner_and_share():
    evidence = [documents.quote("courier", "50.5% and 49.5%")]
    known = documents.claim("stake-a", evidence=evidence) | {
        "owner": {"id": "india", "name": "India"},
        "share": "50.5",
    }
    unnamed = documents.claim("stake-b", evidence=evidence) | {"owner": {"id": "", "name": ""}, "share": None}

    (entry,) = party_sources({"sources": [documents.source("courier", "2021")], "stakes": [known, unnamed]})

    assert [support.label for support in entry.quotes[0].supports] == [
        "India owns 50.5 %",
        "an owner who is not named owns a share of unknown size",
    ]
