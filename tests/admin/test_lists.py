"""The lists: as many queries for a hundred rows as for ten, and searches and filters that nothing breaks."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from deals.admin.base import DeskAdmin
from deals.models import (
    Agreement,
    ExchangeRate,
    Exposure,
    Involvement,
    Item,
    Milestone,
    Party,
    Passage,
    Relation,
    ReportLoad,
    Source,
    Stake,
    System,
    Value,
)
from deals.shelf import Edition
from tests import factories
from tests.admin.pages import body, url

NOW = timezone.now()


def make_rate(number: int) -> None:
    factories.ExchangeRateFactory(year=1000 + number)


def make_load(number: int) -> None:
    user = factories.UserFactory()
    ReportLoad.objects.create(source=factories.SourceFactory(), content_hash=f"{number:064x}", loaded_by=user)


def make_edition(number: int) -> None:
    Edition.objects.create(
        slug=f"deal-{number}",
        number=1,
        event="published",
        document=b"{}",
        document_sha256="0" * 64,
        hash=f"{number:064x}",
        published_at=NOW,
        published_by="ada",
        reason="First.",
    )


def make_party(number: int) -> None:
    factories.PartyFactory(successor_of=factories.PartyFactory())


def make_system(number: int) -> None:
    factories.SystemFactory(producer=factories.PartyFactory(), variant_of=factories.SystemFactory())


def make_agreement(number: int) -> None:
    factories.ItemFactory(status="pending", passages=[])


def make_milestone(number: int) -> None:
    by, system = factories.PartyFactory(), factories.SystemFactory()
    factories.MilestoneFactory(kind="delivery", by=by, system=system, passages=[])


def with_factory(factory: Any, **fields: Any) -> Callable[[int], None]:
    return lambda number: factory(**fields)


MAKERS: dict[type, Callable[[int], None]] = {
    Agreement: make_agreement,
    Edition: make_edition,
    ExchangeRate: make_rate,
    Exposure: with_factory(factories.ExposureFactory, passages=[]),
    Involvement: with_factory(factories.InvolvementFactory, passages=[]),
    Item: with_factory(factories.ItemFactory, passages=[]),
    Milestone: make_milestone,
    Party: make_party,
    Passage: with_factory(factories.PassageFactory),
    Relation: with_factory(factories.RelationFactory, passages=[]),
    ReportLoad: make_load,
    Source: with_factory(factories.SourceFactory),
    Stake: with_factory(factories.StakeFactory, passages=[]),
    System: make_system,
    Value: with_factory(factories.ValueFactory, passages=[]),
}
DESKS = {model for model, desk in admin.site._registry.items() if isinstance(desk, DeskAdmin)}


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_every_list_is_measured() -> None:
    assert set(MAKERS) == DESKS


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model._meta.model_name)
def test_list_takes_as_many_queries_for_many_rows(client: Client, model: Any) -> None:
    address = f"{url(model, 'changelist')}?all="
    for number in range(10):
        MAKERS[model](number)
    few = queries(client, address)

    for number in range(10, 100):
        MAKERS[model](number)
    many = queries(client, address)

    assert many == few
    assert few <= 10


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model._meta.model_name)
def test_counts_beside_filters_are_there_on_request(client: Client, model: Any) -> None:
    MAKERS[model](0)

    assert client.get(url(model, "changelist"), {"_facets": "True"}).status_code == 200


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model._meta.model_name)
@pytest.mark.parametrize("question", ["India", "\0", "‮", "'\"--", "9" * 30, "a " * 200])
def test_no_search_breaks_a_list(client: Client, model: Any, question: str) -> None:
    response = client.get(url(model, "changelist"), {"q": question})

    assert response.status_code in {200, 302}


def test_nul_in_a_filter_leads_back_to_the_whole_list(client: Client) -> None:
    response = client.get(url(Item, "changelist"), {"status__exact": "\0"})

    assert response["Location"] == f"{url(Item, 'changelist')}?e=1"


def test_agreements_are_found_by_what_waits(client: Client) -> None:
    waiting = factories.ItemFactory(status="pending", passages=[]).agreement
    factories.ValueFactory(agreement=waiting, status="pending", passages=[])
    settled = factories.ItemFactory(passages=[]).agreement

    everything = client.get(url(Agreement, "changelist")).context["cl"].result_list
    with_waiting = client.get(url(Agreement, "changelist"), {"facts": "waiting"}).context["cl"].result_list
    without = client.get(url(Agreement, "changelist"), {"facts": "settled"}).context["cl"].result_list

    assert {agreement.slug: agreement.waiting for agreement in everything} == {
        waiting.slug: 2,
        settled.slug: 0,
    }
    assert [agreement.slug for agreement in with_waiting] == [waiting.slug]
    assert [agreement.slug for agreement in without] == [settled.slug]


def test_lists_of_sources_and_passages_do_not_read_archived_texts(client: Client, source: Source) -> None:
    factories.PassageFactory(source=source, quote="five batteries")

    with CaptureQueriesContext(connection) as captured:
        client.get(url(Source, "changelist"))
        client.get(url(Passage, "changelist"))

    assert not [query["sql"] for query in captured if '"deals_source"."text",' in query["sql"]]


def test_passages_are_found_by_words_or_source_and_named_with_both(client: Client, source: Source) -> None:
    found = factories.PassageFactory(source=source, quote="five batteries")
    factories.PassageFactory(quote="something else")

    answer = client.get(reverse("admin:deals_passage_find"), {"term": "2020-01-02-gazette batteries"}).json()

    assert answer == {
        "results": [
            {"id": str(found.pk), "text": "The Gazette, 2020-01-01, characters 17-31: “five batteries”"}
        ],
        "pagination": {"more": False},
    }


@pytest.mark.parametrize("term", ["\0", "‮", "a " * 500])
def test_no_term_breaks_an_autocomplete_menu(client: Client, term: str) -> None:
    question = {"app_label": "deals", "model_name": "item", "field_name": "agreement", "term": term}

    assert client.get(reverse("admin:autocomplete"), question).status_code == 200
    assert client.get(reverse("admin:deals_passage_find"), {"term": term}).status_code == 200


def test_list_says_what_is_waiting_in_words(client: Client) -> None:
    factories.ItemFactory(status="pending", passages=[])

    assert "waiting for a verdict" in body(client.get(url(Agreement, "changelist"))).lower()
