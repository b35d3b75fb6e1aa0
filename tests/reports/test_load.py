"""Loads of report files: what they bring, that the same again changes nothing, and all or nothing."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import connection

from deals.actions import load as actions
from deals.models import (
    Agreement,
    Item,
    Milestone,
    Party,
    Passage,
    Relation,
    ReportLoad,
    Source,
    Stake,
    Value,
)
from deals.reports.load import MayNotAccept, load_report
from deals.vocab.codes import ClaimStatus
from tests.factories import UserFactory
from tests.reports.loading import (
    ARTICLE,
    FIXTURES,
    ROOT,
    load,
    make_loader,
    make_named,
    rows,
    statuses,
)
from tests.reports.samples import REPORT, TEXT, changed

pytestmark = pytest.mark.django_db


@pytest.fixture
def named():
    """What the sample report names without introducing it."""
    make_named()


# --- New claims -------------------------------------------------------------------------------------


def test_what_is_loaded_waits_for_a_curator(named):
    load()

    assert statuses() == {ClaimStatus.PENDING: 7}
    assert Agreement.objects.get(slug="syldavia-falcon-2019").state == "draft"


def test_quotes_are_stored_as_the_text_has_them_with_their_offsets(named):
    load()

    text = Source.objects.get(slug="sample").text
    assert text == TEXT
    assert Passage.objects.count() == 7
    for passage in Passage.objects.all():
        assert text[passage.start : passage.end] == passage.quote
    relation = Relation.objects.get()
    assert relation.evidence.get().passage.start == text.index("Falcon rifles", 40)


def test_claims_carry_what_the_file_says(named):
    load(changed('quotes: ["ordered 24', 'note: Or so., quotes: ["ordered 24'))

    item, value, stake = Item.objects.get(), Value.objects.get(), Stake.objects.get()
    assert (item.quantity_low, item.quantity_high, item.note) == (24, 24, "Or so.")
    assert (value.amount_low, value.currency, value.qualifier) == (Decimal(3_000_000), "EUR", "about")
    assert (stake.share, stake.owner.slug, stake.owned.slug) == (Decimal("50.5"), "borduria", "falcon-works")
    assert Milestone.objects.get().date_earliest.isoformat() == "2019-05-04"


def test_history_says_who_loaded_and_from_which_report(named):
    loader = make_loader()

    load(by=loader)

    context = Item.pgh_event_model.objects.get().pgh_context
    assert (context["username"], context["reason"]) == (loader.username, "report:sample")


def test_records_of_the_file_may_refer_to_each_other(named):
    party = "  - {{id: {0}, name: {0}, kind: company, successor_of: {1}}}\n"
    load(
        changed("systems:\n", party.format("east", "west") + party.format("west", "borduria") + "systems:\n")
    )

    assert Party.objects.get(slug="east").successor_of.successor_of.slug == "borduria"


def test_a_sum_in_two_currencies_is_two_values_of_which_one_follows_the_other(named):
    second = (
        "      - {kind: contract_value, reported: 4 dollars, amount: 4, currency: USD,"
        ' equivalent_to: about 3 million euros, quotes: ["worth about 3 million euros"]}\n'
    )
    report = changed("    values:\n", f"    values:\n{second}")

    load(report, accept=True)

    euros, dollars = Value.objects.order_by("currency")
    assert dollars.equivalent_to == euros
    assert {euros.status, dollars.status} == {ClaimStatus.ACCEPTED}


def test_the_claims_of_a_register_share_one_blank_passage(named):
    report = REPORT.replace("kind: news_report", "kind: register")
    without_quotes = "\n".join(line for line in report.splitlines() if 'quotes: ["worth' not in line)
    for quotes in ("of which Borduria owns 50.5 per cent", "The Syldavian ministry ordered"):
        without_quotes = without_quotes.replace(f', quotes: ["{quotes}"]', "")
    for quotes in ("ordered 24 Falcon rifles", "on 4 May 2019", "the ministry said"):
        without_quotes = without_quotes.replace(f', quotes: ["{quotes}"]', "")
    without_quotes = without_quotes.replace(", quotes: [{text: Falcon rifles, nth: 2}]", "")

    load(without_quotes + "\n")

    passage = Passage.objects.get()
    assert (passage.quote, passage.start, passage.end) == ("", None, None)
    assert passage.itemevidence_set.count() == passage.stakeevidence_set.count() == 1


def test_quotes_without_an_archived_text_are_stored_as_not_checked(named):
    head, rest = REPORT.split("  body: |\n")
    report = (head + rest[rest.index("parties:") :]).replace("{text: Falcon rifles, nth: 2}", "Falcon rifles")

    load(report)

    assert {passage.start for passage in Passage.objects.all()} == {None}
    assert Source.objects.get(slug="sample").sha256 == ""


# --- The same again ---------------------------------------------------------------------------------


def test_the_same_file_again_changes_nothing(named):
    load()
    before, events = rows(), Item.pgh_event_model.objects.count()

    plan = load()

    assert plan.in_words() == "sample: unchanged, exactly this was loaded before."
    assert rows() == before
    assert Item.pgh_event_model.objects.count() == events
    assert ReportLoad.objects.count() == 1


def test_the_same_claims_in_another_layout_change_nothing_either(named):
    load()
    before = rows()
    ReportLoad.objects.update(content_hash="0" * 64)

    plan = load()

    assert plan.in_words() == (
        "sample: 0 new, 0 with more evidence, 0 in conflict, 7 unchanged, 0 no longer in the file."
    )
    assert rows() == before


def test_accepting_later_accepts_what_waits(named):
    load()

    load(accept=True)

    assert statuses() == {ClaimStatus.ACCEPTED: 7}


def test_loading_without_accepting_takes_no_verdict_back(named):
    load(accept=True)

    plan = load()

    assert plan.batch is None
    assert statuses() == {ClaimStatus.ACCEPTED: 7}


# --- All or nothing ---------------------------------------------------------------------------------


def test_a_load_that_breaks_half_way_leaves_nothing(named, monkeypatch):
    before = rows()

    def broken(changed: object) -> None:
        assert Item.objects.exists()
        raise RuntimeError("the power went out")

    monkeypatch.setattr(actions, "_fill_in", broken)
    with pytest.raises(RuntimeError, match="the power went out"):
        load()

    assert rows() == before
    assert not ReportLoad.objects.exists()


def test_loads_hold_a_lock_so_that_one_follows_the_other(named):
    with actions.loading(source_id="sample", by=make_loader()), connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid()"
        )
        (held,) = cursor.fetchone()

    assert held == 1


def test_accepting_needs_the_right(named):
    loader = UserFactory(username="intern")

    with pytest.raises(MayNotAccept) as refusal:
        load(accept=True, by=loader)

    assert str(refusal.value) == (
        "intern may not accept claims: that needs the permission deals.change_agreement."
        " Without accepting, the file can be loaded for a curator to look at."
    )
    assert not Source.objects.exists()


def test_who_has_the_right_may_accept(named):
    loader = UserFactory()
    loader.user_permissions.add(Permission.objects.get(codename="change_agreement"))

    load(accept=True, by=loader)

    assert Item.objects.get().reviewed_by == loader


# --- The project's own files ------------------------------------------------------------------------


@pytest.fixture
def reference():
    """The parties that come with the project."""
    call_command("loaddata", ROOT / "fixtures" / "reference" / "parties.yaml", verbosity=0)


def test_the_articles_file_gives_six_agreements(reference):
    load_report(ARTICLE, root=ROOT, by=make_loader(), accept=True)

    assert set(Agreement.objects.values_list("slug", "kind")) == {
        ("india-russia-s-400-2018", "contract"),
        ("india-russia-ak-203-2021", "contract"),
        ("india-russia-military-technical-programme-2021", "framework_programme"),
        ("irigc-mmtc-20-protocol-2021", "protocol"),
        ("india-russia-kalashnikov-2019", "intergovernmental_agreement"),
        ("india-russia-kalashnikov-amendment-2021", "amendment"),
    }
    items = Item.objects.values_list("agreement__slug", "quantity_low", "quantity_high", "qualifier")
    assert set(items) == {
        ("india-russia-s-400-2018", 5, 5, "exact"),
        ("india-russia-ak-203-2021", 601_427, 601_427, "exact"),
    }
    values = Value.objects.values_list("agreement__slug", "amount_low", "currency", "qualifier")
    assert set(values) == {
        ("india-russia-s-400-2018", Decimal(5_000_000_000), "USD", "exact"),
        ("india-russia-ak-203-2021", Decimal(50_000_000_000), "INR", "about"),
    }
    amends = Relation.objects.get(type="amends")
    assert amends.agreement.slug == "india-russia-kalashnikov-amendment-2021"
    assert amends.to.slug == "india-russia-kalashnikov-2019"
    assert set(statuses()) == {ClaimStatus.ACCEPTED}


def test_what_other_reports_say_otherwise_is_shown_beside_the_article(reference):
    loader = make_loader()
    others = sorted(path for path in FIXTURES.glob("*.yaml") if path != ARTICLE)

    for path in (ARTICLE, *others):
        load_report(path, root=ROOT, by=loader, accept=True)

    contract = Agreement.objects.get(slug="india-russia-s-400-2018")
    item = contract.items.accepted().get()
    value = contract.values.accepted().get(kind="contract_value")
    assert (item.quantity_low, value.amount_low, value.currency) == (5, Decimal(5_000_000_000), "USD")
    assert contract.values.filter(status=ClaimStatus.DISPUTED, currency="USD", amount_low=5_430_000_000)
    assert contract.items.filter(status=ClaimStatus.DISPUTED, quantity_low=10)
    assert set(statuses()) == {ClaimStatus.ACCEPTED, ClaimStatus.DISPUTED}
