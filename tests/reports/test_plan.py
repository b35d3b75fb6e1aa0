"""Plans of loads: the diff, the problems of the database word for word, and a bounded number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deals.reports.plan import plan_report
from deals.vocab.codes import AgreementState
from tests.factories import AgreementFactory, PartyFactory, SourceFactory
from tests.reports.loading import (
    database_problems,
    load,
    make_named,
    plan,
    rows,
)
from tests.reports.samples import REPORT, changed, checked

pytestmark = pytest.mark.django_db


def test_what_is_new_is_listed_and_nothing_is_written():
    make_named()
    before = rows()

    lines = plan()

    assert lines == [
        "+ source sample: Klow Gazette, 2019-05-05",
        "+ party falcon-works: Falcon Works",
        "+ system falcon: Falcon",
        "+ agreement syldavia-falcon-2019: Falcon rifles for Syldavia",
        "+ falcon-works: stake: Borduria owns 50.5 % of Falcon Works",
        "+ syldavia-falcon-2019: involvement: Syldavia is recipient",
        "+ syldavia-falcon-2019: item: Falcon: 24",
        "+ syldavia-falcon-2019: milestone: Signature 2019-05-04",
        "+ syldavia-falcon-2019: relation: follows Older Falcon rifles",
        "+ syldavia-falcon-2019: exposure: Klow embargo: possible",
        "+ syldavia-falcon-2019: Contract value: about 3 million euros (about €3 m)",
        "sample: 11 new, 0 with more evidence, 0 in conflict, 0 unchanged, 0 no longer in the file.",
    ]
    assert rows() == before


def test_a_conflict_names_what_is_accepted_now():
    make_named()
    load(accept=True)

    lines = plan(changed("quantity: 24", "quantity: 25"))

    assert lines == [
        "! syldavia-falcon-2019: item: Falcon: 25; accepted now: syldavia-falcon-2019: item: Falcon: 24",
        "- syldavia-falcon-2019: item: Falcon: 24: no longer in the file, left as it is (accepted)",
        "sample: 0 new, 0 with more evidence, 1 in conflict, 6 unchanged, 1 no longer in the file.",
    ]


def test_conflicts_that_differ_in_the_unit_can_be_told_apart():
    make_named()
    load(accept=True)

    lines = plan(changed("quantity: 24,", "quantity: 24, unit: battery,"))

    assert lines[0] == (
        "! syldavia-falcon-2019: item: Falcon: 24 (battery);"
        " accepted now: syldavia-falcon-2019: item: Falcon: 24"
    )


def test_kinds_of_empty_that_the_desk_cannot_tell_apart_are_said():
    make_named()

    lines = plan(changed("quantity: 24", "quantity: not_yet"))

    assert "= stored as unknown: syldavia-falcon-2019: item: Falcon: unknown number: not yet" in lines


def test_what_the_desk_says_otherwise_is_kept_and_said():
    make_named()
    load()
    report = (
        REPORT.replace("publisher: Klow Gazette", "publisher: The Gazette of Klow")
        .replace("name: Falcon Works", "name: Falcon Factory")
        .replace("kind: company", "kind: joint_venture")
        .replace("category: small_arms_light_weapons", "category: missiles")
        .replace("producer: falcon-works", "producer: borduria")
        .replace("title: Falcon rifles for Syldavia", "title: Rifles")
        .replace("kind: contract\n", "kind: protocol\n")
    )

    lines = plan(report)

    assert lines == [
        "= kept: source sample: publisher “Klow Gazette”, where the file says “The Gazette of Klow”",
        "= kept: party falcon-works: name “Falcon Works”, where the file says “Falcon Factory”",
        "= kept: party falcon-works: kind “company”, where the file says “joint_venture”",
        "= kept: system falcon: category “small_arms_light_weapons”, where the file says “missiles”",
        "= kept: system falcon: producer “falcon-works”, where the file says “borduria”",
        "= kept: agreement syldavia-falcon-2019: title “Falcon rifles for Syldavia”,"
        " where the file says “Rifles”",
        "= kept: agreement syldavia-falcon-2019: kind “contract”, where the file says “protocol”",
        "sample: 0 new, 0 with more evidence, 0 in conflict, 7 unchanged, 0 no longer in the file.",
    ]


def test_unknown_ids_are_problems_with_the_nearest_known_one():
    PartyFactory(slug="syldavia")
    PartyFactory(slug="borduria-east")
    AgreementFactory(slug="syldavia-falcon-2001")
    report = changed("{system: falcon, quantity", "{system: falkon, quantity")

    assert database_problems(report) == [
        '16: parties[0].stakes[0].owner: found "borduria", which is neither in the file nor in the database;'
        ' expected the id of a party; the nearest is "borduria-east"',
        '26: agreements[0].items[0].system: found "falkon", which is neither in the file nor in the database;'
        ' expected the id of a system; the nearest is "falcon"',
        '37: agreements[0].relations[0].to: found "syldavia-falcon-2011", which is neither in the file nor in'
        ' the database; expected the id of an agreement; the nearest is "syldavia-falcon-2001"',
    ]


def test_a_new_record_needs_its_name_and_kind():
    make_named()
    report = (
        REPORT.replace("    name: Falcon Works\n    kind: company\n", "")
        .replace("{id: falcon, name: Falcon, category: small_arms_light_weapons, ", "{id: falcon, ")
        .replace("    title: Falcon rifles for Syldavia\n    kind: contract\n", "")
    )

    assert database_problems(report) == [
        '12: parties[0].name: found nothing; expected the name of the new party "falcon-works"',
        '12: parties[0].kind: found nothing; expected the kind of the new party "falcon-works"',
        '16: systems[0].name: found nothing; expected the name of the new system "falcon"',
        '16: systems[0].category: found nothing; expected the category of the new system "falcon"',
        "18: agreements[0].title: found nothing; expected the title of the new agreement"
        ' "syldavia-falcon-2019";'
        ' the nearest is "syldavia-falcon-2011"',
        "18: agreements[0].kind: found nothing; expected the kind of the new agreement"
        ' "syldavia-falcon-2019";'
        ' the nearest is "syldavia-falcon-2011"',
    ]


def test_new_parties_cannot_succeed_each_other_in_a_circle():
    make_named()
    party = "  - {{id: {0}, name: {0}, kind: company, successor_of: {1}}}\n"
    report = changed("systems:\n", party.format("east", "west") + party.format("west", "east") + "systems:\n")

    assert database_problems(report) == [
        "17: parties[1].successor_of: found a circle: east → west → east;"
        " expected successor_of without a circle"
    ]


def test_a_source_that_exists_with_another_text_is_refused():
    make_named()
    SourceFactory(slug="sample", text="Another text.")
    digest = checked(REPORT).report.source.sha256

    assert database_problems(REPORT) == [
        f"2: source.body: found a text with the sha256 {digest}; expected the sha256"
        " 88965c12b75a2a8c86f97c2e0f7267cf9897f86e201b99b87c8cd5c187006651,"
        " for the source exists with another text"
    ]


def test_a_source_that_exists_without_a_text_gets_none_from_a_file():
    make_named()
    SourceFactory(slug="sample")
    digest = checked(REPORT).report.source.sha256

    assert database_problems(REPORT) == [
        f"2: source.body: found a text with the sha256 {digest};"
        " expected no archived text, as the source exists"
    ]


def test_a_merged_agreement_takes_no_facts():
    make_named()
    AgreementFactory(slug="syldavia-falcon-2019", state=AgreementState.MERGED, merged_into=AgreementFactory())

    assert database_problems(REPORT) == [
        '20: agreements[0].id: found "syldavia-falcon-2019", a record that was merged;'
        " expected the record that took its place"
    ]


def test_a_statement_excludes_no_other():
    make_named()
    load(accept=True)
    statement = "      - {kind: statement, date: 2019-05-05, quotes: [the ministry said]}\n"

    lines = plan(changed("    relations:\n", f"{statement}    relations:\n"))

    assert lines[0] == "+ syldavia-falcon-2019: milestone: Statement 2019-05-05"


@pytest.mark.parametrize("loaded", [False, True])
def test_the_number_of_queries_does_not_grow_with_the_file(loaded):
    make_named()
    counts = []
    for number in (2, 20):
        report = _with_agreements(number)
        if loaded:
            load(report)
            report = report.replace("Klow Gazette", "Gazette of Klow")
        with CaptureQueriesContext(connection) as queries:
            plan_report(checked(report))
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[0] < 30


def _with_agreements(number: int) -> str:
    head, agreement = REPORT.split("agreements:\n")
    copies = [
        agreement.replace("id: syldavia-falcon-2019", f"id: syldavia-falcon-{n}") for n in range(number)
    ]
    return head + "agreements:\n" + "".join(copies)
