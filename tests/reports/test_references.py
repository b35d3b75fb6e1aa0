"""Ids that the file names and does not introduce are left to the plan, each with its place."""

from deals.reports.references import Reference
from tests.reports.samples import REPORT, changed, checked


def ids(mentions):
    return [mention.id for mention in mentions]


def test_what_the_file_introduces_is_no_outside_reference():
    references = checked(REPORT).references

    assert ids(references.parties) == ["borduria", "syldavia", "syldavia"]
    assert ids(references.systems) == []
    assert ids(references.agreements) == ["syldavia-falcon-2011"]


def test_a_reference_has_its_place():
    (reference,) = checked(REPORT).references.agreements

    assert reference == Reference("syldavia-falcon-2011", 37, ("agreements", 0, "relations", 0, "to"))


def test_every_key_that_names_a_party_is_looked_at():
    report = changed("kind: company", "successor_of: old-works").replace(
        "producer: falcon-works", "producer: p"
    )
    report = report.replace("kind: signature,", "kind: signature, by: speaker,")

    assert ids(checked(report).references.parties) == [
        "old-works",
        "borduria",
        "p",
        "syldavia",
        "speaker",
        "syldavia",
    ]


def test_every_key_that_names_a_system_is_looked_at():
    report = changed("producer: falcon-works", "variant_of: eagle").replace(
        "{system: falcon,", "{system: hawk,"
    )
    report = report.replace("kind: signature,", "kind: delivery, system: kite,")

    assert ids(checked(report).references.systems) == ["eagle", "hawk", "kite"]
