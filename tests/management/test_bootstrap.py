"""A new installation shows the article's deals; one that has been filled stays as its curators made it."""

import orjson
import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from deals.management.bootstrap import bootstrap
from deals.models import Item, ReportLoad
from deals.quality.check import find_offenders
from deals.reports.load import PROJECT_ROOT
from deals.shelf import Deal, Edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled():
    return bootstrap(PROJECT_ROOT)


def document(slug):
    return orjson.loads(bytes(Deal.objects.get(slug=slug).document))


def test_the_six_agreements_of_the_article_are_published(filled):
    assert set(Deal.objects.values_list("slug", flat=True)) == {
        "india-russia-s-400-2018",
        "india-russia-ak-203-2021",
        "india-russia-military-technical-programme-2021",
        "irigc-mmtc-20-protocol-2021",
        "india-russia-kalashnikov-2019",
        "india-russia-kalashnikov-amendment-2021",
    }
    assert filled.deals == 6


def test_only_the_two_contracts_count_toward_totals(filled):
    counting = Deal.objects.filter(counts=True).values_list("slug", flat=True)

    assert set(counting) == {"india-russia-s-400-2018", "india-russia-ak-203-2021"}


def test_s_400_shows_what_the_article_says_accepted_and_the_other_figures_disputed(filled):
    deal = document("india-russia-s-400-2018")
    value, *others = (one for one in deal["values"] if one["kind"] == "contract_value")
    item, *other_items = deal["items"]

    assert (value["status"], value["reported"], value["low"]) == (
        "accepted",
        "USD 5 billion",
        "5000000000.00",
    )
    assert "USD 5 billion" in value["evidence"][0]["quote"]
    assert value["evidence"][0]["checked"] is True
    assert (item["status"], item["quantity"]["text"]) == ("accepted", "5")
    assert {one["status"] for one in (*others, *other_items)} == {"disputed"}
    assert {"INR390 billion", "$5.43 billion"} <= {one["reported"] for one in others}


def test_ak_203_shows_the_number_accepted_and_the_six_other_reports_of_it(filled):
    deal = document("india-russia-ak-203-2021")

    assert [one["quantity"]["text"] for one in deal["items"] if one["status"] == "accepted"] == ["601,427"]
    assert {one["quantity"]["text"] for one in deal["items"] if one["status"] == "disputed"} == {
        "750,000",
        "more than 500,000",
        "more than 600,000",
        "6,014,427",
    }


def test_what_rests_on_our_own_note_waits_for_a_curator(filled):
    assert Item.objects.pending().exists()
    assert not Deal.objects.filter(sources__contains=["2026-11-23-arms-deal-tracker-note"]).exists()


def test_the_desk_breaks_no_rule(filled):
    assert {name: found for name, found in find_offenders().items() if found} == {}


def test_the_curator_signs_in_with_the_random_password(filled, client):
    assert client.login(username="curator", password=filled.password)
    assert len(filled.password) >= 16


def test_a_second_run_changes_nothing(filled):
    before = (ReportLoad.objects.count(), Edition.objects.count())

    again = bootstrap(PROJECT_ROOT)

    assert (again.reports, again.deals, again.password) == (0, 0, None)
    assert (ReportLoad.objects.count(), Edition.objects.count()) == before


def test_it_makes_no_curator_where_there_is_one():
    User.objects.create_superuser("ada", password="x")

    assert bootstrap(PROJECT_ROOT).password is None
    assert not User.objects.filter(username="curator").exists()


def test_the_command_says_what_it_did_and_prints_the_password_once(capsys):
    call_command("bootstrap")
    first = capsys.readouterr().out
    call_command("bootstrap")

    assert first.startswith(
        "Loaded 15 reports and published 6 deals.\nSign in to the admin as curator with the password "
    )
    assert first.endswith("It is printed this once and stored nowhere.\n")
    assert capsys.readouterr().out == ""
