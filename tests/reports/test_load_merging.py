"""Loads among what the desk holds: they add, dispute and take back what waits, and never overwrite."""

import pytest

from deals.actions.recording import recording
from deals.actions.review import accept, reject
from deals.models import (
    Agreement,
    Item,
    PartyAlias,
    Source,
    Value,
)
from deals.vocab.codes import ClaimStatus
from tests.factories import ItemFactory, PassageFactory
from tests.reports.loading import (
    from_another_source,
    load,
    make_loader,
    make_named,
    statuses,
)
from tests.reports.samples import changed

pytestmark = pytest.mark.django_db

OTHER_ITEM = "{system: falcon, quantity: 25,"
ITEM = "{system: falcon, quantity: 24,"


@pytest.fixture
def named():
    """What the sample report names without introducing it."""
    make_named()


# --- Several sources --------------------------------------------------------------------------------


def test_two_reports_that_say_the_same_are_two_evidences_of_one_claim(named):
    load()

    load(from_another_source(), source="other")

    item = Item.objects.get()
    assert {row.passage.source.slug for row in item.evidence.all()} == {"sample", "other"}
    assert statuses() == {ClaimStatus.PENDING: 7}


def test_a_note_on_a_public_claim_waits_with_its_file(named):
    load(accept=True)
    noted = from_another_source(changed('rifles"]}', 'rifles"], note: Or so.}'))

    load(noted, source="other")
    assert Item.objects.get().note == ""
    load(noted, accept=True, source="other")
    assert Item.objects.get().note == "Or so."


def test_evidence_of_a_file_that_waits_is_not_accepted_with_the_claim(named):
    load(accept=True)

    load(from_another_source(), source="other")

    seen = dict(Item.objects.get().evidence.values_list("passage__source__slug", "accepted"))
    assert seen == {"sample": True, "other": False}


def test_accepting_a_file_later_accepts_its_evidence(named):
    load(accept=True)
    load(from_another_source(), source="other")

    plan = load(from_another_source(), accept=True, source="other")

    assert set(Item.objects.get().evidence.values_list("accepted", flat=True)) == {True}
    assert plan.in_words() == (
        "other: 0 new, 7 with more evidence, 0 in conflict, 0 unchanged, 0 no longer in the file."
    )


def test_the_first_note_stays_and_a_blank_one_is_filled_in(named):
    load()
    noted = from_another_source().replace(
        '["ordered 24 Falcon rifles"]', '["ordered 24 Falcon rifles"], note: First'
    )
    load(noted, source="other")

    load(from_another_source(noted).replace("note: First", "note: Second"), source="other")

    assert Item.objects.get().note == "First"


def test_what_a_second_file_says_otherwise_of_records_is_not_taken(named):
    load()
    report = from_another_source().replace("title: Falcon rifles for Syldavia", "title: Rifles")

    load(
        report.replace("kind: contract\n", "kind: contract\n    summary: Rifles.\n"),
        source="other",
        accept=True,
    )

    agreement = Agreement.objects.get(slug="syldavia-falcon-2019")
    assert (agreement.title, agreement.summary) == ("Falcon rifles for Syldavia", "Rifles.")


def test_a_known_party_gets_more_aliases(named):
    entry = "  - {id: borduria, aliases: [Bordurian Republic, {name: Old Borduria, until: 1939}]}\n"
    load(changed("parties:\n  - id: falcon", f"parties:\n{entry}  - id: falcon"), accept=True)

    assert [(a.name, a.valid_until) for a in PartyAlias.objects.filter(party__slug="borduria")] == [
        ("Bordurian Republic", ""),
        ("Old Borduria", "1939"),
    ]


def test_what_is_blank_about_a_known_source_is_filled_in(named):
    load()

    load(changed("  published: 2019-05-05\n", "  published: 2019-05-06\n  title: Rifles\n"), accept=True)

    source = Source.objects.get(slug="sample")
    assert (source.title, source.published) == ("Rifles", "2019-05-05")


def test_days_are_worked_out_anew_for_a_date_that_is_filled_in(named):
    load(changed("  published: 2019-05-05\n", ""))

    load(accept=True)

    assert Source.objects.get(slug="sample").published_latest.isoformat() == "2019-05-05"


def test_a_load_that_is_not_accepted_changes_no_record_that_is_there(named):
    load()
    entry = "  - {id: borduria, aliases: [Old Borduria]}\n"
    report = changed("parties:\n  - id: falcon", f"parties:\n{entry}  - id: falcon")

    plan = load(report.replace("kind: contract\n", "kind: contract\n    summary: Rifles.\n"))

    assert "= waits for a load with --accept: party borduria: alias Old Borduria" in str(plan).splitlines()
    assert (
        "= waits for a load with --accept: agreement syldavia-falcon-2019: summary" in str(plan).splitlines()
    )
    assert not PartyAlias.objects.filter(party__slug="borduria").exists()
    assert Agreement.objects.get(slug="syldavia-falcon-2019").summary == ""


# --- Conflicts --------------------------------------------------------------------------------------


def test_an_edited_number_is_a_conflict_and_no_overwrite(named):
    load(accept=True)
    accepted = Item.objects.values().get()

    plan = load(changed(ITEM, OTHER_ITEM))

    assert Item.objects.values().get(pk=accepted["id"]) == accepted
    assert Item.objects.get(quantity_low=25).status == ClaimStatus.PENDING
    assert plan.for_curators().splitlines()[0] == (
        "! syldavia-falcon-2019: item: Falcon: 25; accepted now: syldavia-falcon-2019: item: Falcon: 24"
    )


def test_accepting_a_file_disputes_what_contradicts_the_record(named):
    load(accept=True)

    load(from_another_source(changed(ITEM, OTHER_ITEM)), accept=True, source="other")

    verdicts = dict(Item.objects.values_list("quantity_low", "status"))
    assert verdicts == {24: ClaimStatus.ACCEPTED, 25: ClaimStatus.DISPUTED}


def test_of_two_claims_of_one_file_the_first_is_accepted(named):
    second = f'      - {OTHER_ITEM} quotes: ["ordered 24 Falcon rifles"]}}\n'

    load(changed("    values:\n", f"{second}    values:\n"), accept=True)

    verdicts = dict(Item.objects.values_list("quantity_low", "status"))
    assert verdicts == {24: ClaimStatus.ACCEPTED, 25: ClaimStatus.DISPUTED}


def test_a_second_expression_of_a_disputed_sum_is_disputed(named):
    load(accept=True)
    values = (
        "    values:\n"
        "      - {kind: contract_value, reported: 9 francs, amount: 9, currency: CHF,"
        " quotes: [the ministry said]}\n"
        "      - {kind: contract_value, reported: 8 dollars, amount: 8, currency: USD,"
        " equivalent_to: 9 francs, quotes: [the ministry said]}\n"
    )

    load(from_another_source(changed("    values:\n", values)), accept=True, source="other")

    verdicts = dict(Value.objects.values_list("currency", "status"))
    assert verdicts == {
        "EUR": ClaimStatus.ACCEPTED,
        "CHF": ClaimStatus.DISPUTED,
        "USD": ClaimStatus.DISPUTED,
    }


def test_a_rejected_claim_stays_rejected(named):
    load()
    reject(Item.objects.all(), by=make_loader(), reason="misread")

    plan = load(changed("Klow Gazette", "Gazette of Klow"), accept=True)

    assert Item.objects.get().status == ClaimStatus.REJECTED
    assert "= syldavia-falcon-2019: item: Falcon: 24, which was rejected and stays so" in str(plan)


# --- What is gone from the file ---------------------------------------------------------------------


def test_a_pending_claim_that_is_gone_from_its_only_file_is_rejected(named):
    load()
    loader = make_loader()

    load(changed(ITEM, OTHER_ITEM), by=loader)

    gone = Item.objects.get(quantity_low=24)
    assert (gone.status, gone.reviewed_by) == (ClaimStatus.REJECTED, loader)
    context = Item.pgh_event_model.objects.filter(pgh_label="update").get().pgh_context
    assert context["reason"] == "report:sample: no longer in the report file"


def test_a_pending_claim_with_other_evidence_loses_that_of_the_file(named):
    load()
    load(from_another_source(), source="other")

    load(changed(ITEM, OTHER_ITEM))

    item = Item.objects.get(quantity_low=24)
    assert item.status == ClaimStatus.PENDING
    assert [row.passage.source.slug for row in item.evidence.all()] == ["other"]


@pytest.mark.parametrize("action", [accept, reject])
def test_a_claim_with_a_verdict_keeps_it_and_its_evidence(named, action):
    load()
    action(Item.objects.all(), by=make_loader(), reason="read again")
    before = Item.objects.values().get()

    load(changed(ITEM, OTHER_ITEM))

    assert Item.objects.values().get(quantity_low=24) == before
    assert Item.objects.get(quantity_low=24).evidence.count() == 1


def test_evidence_that_waits_leaves_an_accepted_claim_with_its_file(named):
    load(accept=True)
    load(from_another_source(), source="other")

    plan = load(from_another_source(changed(ITEM, OTHER_ITEM)), source="other")

    assert Item.objects.get(quantity_low=24).evidence.get().passage.source.slug == "sample"
    assert str(plan).splitlines()[1] == (
        "- syldavia-falcon-2019: item: Falcon: 24: no longer in the file, other evidence stays"
    )


def test_a_quote_that_is_gone_leaves_a_pending_claim(named):
    load()

    plan = load(changed('["ordered 24 Falcon rifles"]', '["24 Falcon rifles from Borduria"]'))

    assert str(plan).splitlines()[1] == (
        "- syldavia-falcon-2019: item: Falcon: 24: one quote is no longer in the file"
    )
    quotes = [row.passage.quote for row in Item.objects.get().evidence.all()]
    assert quotes == ["24 Falcon rifles from Borduria"]


def test_what_a_curator_entered_by_hand_from_the_same_source_stays(named):
    load()
    passage = PassageFactory(source=Source.objects.get(slug="sample"), quote="4 May")
    with recording(by=make_loader(), reason="read it myself"):
        by_hand = ItemFactory(
            agreement=Agreement.objects.get(slug="syldavia-falcon-2019"),
            status=ClaimStatus.PENDING,
            quantity_low=7,
            passages=[passage],
        )

    load(changed(ITEM, OTHER_ITEM))

    by_hand.refresh_from_db()
    assert by_hand.status == ClaimStatus.PENDING


def test_what_is_back_in_the_file_stays_rejected(named):
    load()
    load(changed(ITEM, OTHER_ITEM))

    load()

    assert dict(Item.objects.values_list("quantity_low", "status")) == {
        24: ClaimStatus.REJECTED,
        25: ClaimStatus.REJECTED,
    }
