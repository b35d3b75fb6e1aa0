"""What is written reads back as the same report, with this reader and with an ordinary one."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from deals.reports import report_file as entries
from deals.reports.check import check_report_bytes
from deals.reports.figures import BadFigure, read_figure
from deals.reports.write import hash_content, write_report
from deals.vocab import codes
from deals.vocab.names import find_unsafe_character
from tests.reports.samples import REPORT, checked

NOWHERE = Path("/nowhere")

IDS = st.sampled_from(
    ["a", "b-2", "1", "010", "1e3", "2021-12-06", "no", "null", "true", "0x1f", "y", "12-30"]
)
LOOKALIKES = (
    "NO 2021-12-06 null ~ 010 1_000 0o17 1e3 12:30 y = << a: # &a *a !t % @ ` ' \" \\ { [x] | > ? - .5 +5"
)
WORDS = st.sampled_from([*LOOKALIKES.split(), "- x", "a: b", "x #y", "करोड़", "₹ 😀", "…"]) | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30
).map(lambda text: " ".join(text.split())).filter(lambda text: text and find_unsafe_character(text) is None)
NOTES = st.just("") | WORDS
DATES = st.sampled_from(["", "2018", "2018-10", "2018-10-05", "2021/2031", "2019~"])
PARTIES_IDS = st.sampled_from(["p-1", "p-2", "2021", "no"])


def code(kind):
    return st.sampled_from(kind.values)


def a_number(draw, numbers):
    """A figure that a report file can give."""
    given_number = draw(
        st.none()
        | numbers
        | st.fixed_dictionaries({}, optional={"low": numbers, "high": numbers}).filter(bool)
        | code(codes.KindOfEmpty)
    )
    try:
        return read_figure(given_number, draw(st.none() | code(codes.Qualifier)))
    except BadFigure:
        return entries.Figure()


QUANTITIES = st.composite(lambda draw: a_number(draw, st.integers(0, 10**15 - 1)))()
AMOUNTS = st.composite(
    lambda draw: a_number(draw, st.integers(0, 10**20 - 1).map(lambda n: Decimal(n) / 100))
)()

QUOTES = st.lists(
    st.builds(entries.Quote, text=WORDS, nth=st.none() | st.integers(1, 9)), min_size=1, max_size=2
).map(tuple)
CLAIM = {"note": NOTES, "quotes": QUOTES}
INVOLVEMENTS = st.builds(entries.InvolvementEntry, party=PARTIES_IDS, role=code(codes.PartyRole), **CLAIM)
ITEMS = st.builds(
    entries.ItemEntry,
    system=IDS,
    part=NOTES,
    quantity=QUANTITIES,
    unit=code(codes.UnitOfCount),
    mode=code(codes.TransferMode),
    condition=code(codes.ItemCondition),
    **CLAIM,
)
VALUES = st.builds(
    entries.ValueEntry,
    kind=code(codes.ValueKind),
    reported=WORDS,
    amount=AMOUNTS,
    currency=st.sampled_from(["INR", "USD", "NOK"]),
    **CLAIM,
)
MILESTONES = st.builds(
    entries.MilestoneEntry,
    kind=code(codes.MilestoneKind),
    date=DATES,
    by=st.just("") | PARTIES_IDS,
    system=IDS,
    quantity=QUANTITIES,
    unit=code(codes.UnitOfCount),
    **CLAIM,
)
RELATIONS = st.builds(entries.RelationEntry, type=code(codes.RelationType), to=st.just("other"), **CLAIM)
EXPOSURES = st.builds(
    entries.ExposureEntry,
    regime=WORDS,
    authority=PARTIES_IDS,
    status=code(codes.ExposureStatus),
    date=DATES,
    **CLAIM,
)


def some(strategy):
    """At most one of these, so that no fact is said twice."""
    return st.lists(strategy, max_size=1).map(tuple)


AGREEMENTS = st.builds(
    entries.AgreementEntry,
    id=IDS,
    title=NOTES,
    kind=st.just("") | code(codes.AgreementKind),
    summary=NOTES,
    parties=some(INVOLVEMENTS),
    items=some(ITEMS),
    values=some(VALUES),
    milestones=some(MILESTONES),
    relations=some(RELATIONS),
    exposures=some(EXPOSURES),
)
ALIASES = some(st.builds(entries.AliasEntry, name=WORDS, held_from=DATES, held_until=st.just("")))
STAKES = some(
    st.builds(
        entries.StakeEntry,
        owner=st.just("owner"),
        share=st.none() | st.integers(0, 10_000).map(lambda n: Decimal(n) / 100),
        held_from=DATES,
        **CLAIM,
    )
)
PARTIES = st.builds(
    entries.PartyEntry,
    id=IDS,
    name=NOTES,
    kind=st.just("") | code(codes.PartyKind),
    country=st.sampled_from(["", "NOR", "IND"]),
    aliases=ALIASES,
    successor_of=st.sampled_from(["", "old"]),
    stakes=STAKES,
)
SYSTEMS = st.builds(
    entries.SystemEntry,
    id=IDS,
    name=NOTES,
    category=st.just("") | code(codes.SystemCategory),
    unroca=st.just("") | code(codes.UnrocaCategory),
    producer=st.sampled_from(["", "p-1"]),
    aliases=some(st.builds(entries.AliasEntry, name=WORDS)),
)
SOURCES = st.builds(
    entries.SourceBlock,
    id=IDS,
    kind=code(codes.SourceKind).filter(lambda kind: kind != "register"),
    publisher=WORDS,
    title=NOTES,
    published=DATES,
    retrieved=DATES,
    url=st.sampled_from(["", "https://example.org/a?b=c#d"]),
    language=st.sampled_from(["", "en", "no", "zh-Hant"]),
    grade=st.none()
    | st.builds(entries.Grade, source=code(codes.SourceGrade), information=code(codes.InformationGrade)),
)
REPORTS = st.builds(
    entries.Report, source=SOURCES, parties=some(PARTIES), systems=some(SYSTEMS), agreements=some(AGREEMENTS)
)
BODIES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]) | st.sampled_from(" \n\t#:-|'\""),
    min_size=1,
    max_size=60,
).filter(lambda text: find_unsafe_character(text) is None)


@given(REPORTS)
def test_what_is_written_reads_back_as_the_same_report(report):
    text = write_report(report)

    result = check_report_bytes(text.encode(), file=f"{report.source.id}.yaml", root=NOWHERE)

    assert result.report == report
    assert result.content_hash == hash_content(report)


@given(REPORTS)
@settings(max_examples=30)
def test_an_ordinary_reader_sees_text_where_text_is_meant(report):
    values = yaml.safe_load(write_report(report))

    assert values["source"]["id"] == report.source.id
    assert values["source"]["publisher"] == report.source.publisher
    assert values["source"].get("published", "") == report.source.published
    for agreement, entry in zip(values.get("agreements", []), report.agreements, strict=True):
        assert agreement["id"] == entry.id
        assert [value["reported"] for value in agreement.get("values", [])] == [
            v.reported for v in entry.values
        ]


@given(BODIES)
def test_an_inline_text_keeps_every_character(body):
    source = entries.SourceBlock(id="sample", kind="news_report", publisher="x", body=body)

    text = write_report(entries.Report(source=source))

    assert checked(text).report.source.body == body


def test_the_hash_of_a_report_made_in_code_counts_its_text():
    source = entries.SourceBlock(id="sample", kind="other", publisher="x", body="abc")
    report = entries.Report(source=source)

    assert hash_content(report) == checked(write_report(report)).content_hash


def test_the_sample_is_written_in_the_formats_order():
    report = checked(REPORT).report

    text = write_report(report)

    assert checked(text).content_hash == checked(REPORT).content_hash
    assert text.splitlines()[:3] == [
        "# yaml-language-server: $schema=../../deals/reports/report.schema.json",
        "format: 1",
        "source:",
    ]
    assert text[text.index("agreements:") :].startswith(
        """\
agreements:
  - id: syldavia-falcon-2019
    title: Falcon rifles for Syldavia
    kind: contract
    parties:
      - party: syldavia
        role: recipient
        quotes:
          - The Syldavian ministry ordered
    items:
      - system: falcon
        quantity: 24
        quotes:
          - ordered 24 Falcon rifles
    values:
      - kind: contract_value
        reported: about 3 million euros
        amount: 3000000
        qualifier: about
        currency: EUR
        quotes:
          - worth about 3 million euros
    milestones:
      - kind: signature
        date: "2019-05-04"
"""
    )


def test_the_schemas_place_can_be_given():
    assert write_report(checked(REPORT).report, schema="report.schema.json").startswith(
        "# yaml-language-server: $schema=report.schema.json\n"
    )


@pytest.mark.parametrize("word", ["NO", "2021-12-06", "010", "1e3", "y", "null", "12:30"])
def test_words_that_look_like_values_are_quoted(word):
    source = entries.SourceBlock(id="sample", kind="other", publisher=word)

    text = write_report(entries.Report(source=source))

    assert f"  publisher: '{word}'\n" in text or f'  publisher: "{word}"\n' in text


def test_a_text_in_a_file_is_not_written_inline():
    source = entries.SourceBlock(
        id="sample", kind="other", publisher="x", text_path="seeds/a.txt", body="abc", sha256="0" * 64
    )

    assert write_report(entries.Report(source=source)).endswith(
        '  publisher: x\n  text: seeds/a.txt\n  sha256: "' + "0" * 64 + '"\n'
    )
