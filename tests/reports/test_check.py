"""From a file to a report: all mistakes at once, no crash, and a hash of what is said only."""

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deals.reports.check import check_report
from deals.reports.problems import ReportProblems
from deals.reports.report_file import Figure
from tests.reports.samples import REPORT, changed, checked, problems_of
from tests.reports.test_archived_text import BODY

SEED = Path(__file__).parents[2] / "seeds" / "000_0a483d339dcb76da.txt"


def test_a_file_is_read_into_a_report(tmp_path):
    path = tmp_path / "sample.yaml"
    path.write_text(REPORT)

    result = check_report(path, root=tmp_path)

    (agreement,) = result.report.agreements
    assert result.file == str(path)
    assert (agreement.id, agreement.line, agreement.path) == ("syldavia-falcon-2019", 20, ("agreements", 0))
    assert agreement.items[0].quantity == Figure(24, 24, "exact")
    assert (agreement.items[0].line, agreement.items[0].path) == (26, ("agreements", 0, "items", 0))
    assert str(result.report.parties[0].stakes[0].share) == "50.5"


def test_a_file_that_is_not_there_is_the_callers_to_tell(tmp_path):
    with pytest.raises(FileNotFoundError):
        check_report(tmp_path / "sample.yaml", root=tmp_path)


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path):
    path = tmp_path / "sample.yaml"
    with path.open("wb") as file:
        file.truncate(10**12)

    with pytest.raises(ReportProblems) as caught:
        check_report(path, root=tmp_path)

    assert str(caught.value) == f"{path}:1: found 5,242,881 bytes; expected at most 5,242,880 bytes"


def test_an_unreadable_file_is_told_without_a_report():
    assert problems_of("") == ["1: found an empty file; expected a report"]


def test_five_mistakes_are_told_at_once_each_with_its_line():
    report = (
        REPORT.replace("kind: news_report", "kind: newspaper")
        .replace("name: Falcon Works", "name: Falcon Works\n    name: Falcon")
        .replace("quantity: 24", "quantity: 024")
        .replace('["worth about 3 million', '["worth about 5 million')
        .replace("date: 2019-05-04", "date: 2019-13")
    )

    assert [message.partition(": found")[0] for message in problems_of(report)] == [
        "4: source.kind",
        "14: parties[0].name",
        "27: agreements[0].items[0].quantity",
        "34: agreements[0].values[0].quotes[0]",
        "36: agreements[0].milestones[0].date",
    ]


def test_several_mistakes_in_one_fact_are_told_at_once():
    report = changed('quantity: 24, quotes: ["ordered 24', 'quantity: x, mode: y, quotes: ["ordered 42')

    assert [message.partition(": found")[0] for message in problems_of(report)] == [
        "26: agreements[0].items[0].quantity",
        "26: agreements[0].items[0].mode",
        "26: agreements[0].items[0].quotes[0]",
    ]


def test_what_follows_from_a_mistake_is_not_told_as_well():
    report = changed("        amount: 3000000\n", "        amount: three million\n")

    assert len(problems_of(report)) == 1


def test_a_date_without_quotes_stays_as_written():
    assert checked(REPORT).report.agreements[0].milestones[0].date == "2019-05-04"


def test_an_amount_keeps_every_digit():
    report = changed("amount: 3000000", "amount: 12345678901234567.89")

    assert str(checked(report).report.agreements[0].values[0].amount.low) == "12345678901234567.89"


def test_white_space_in_names_and_quotes_is_folded():
    report = changed("name: Falcon Works", 'name: " Falcon\\n  Works "')

    assert checked(report).report.parties[0].name == "Falcon Works"


def test_a_grade_is_read_as_the_vocabularys_codes():
    report = changed("kind: news_report", "kind: news_report\n  grade: {source: C, information: 3}")

    grade = checked(report).report.source.grade
    assert (grade.source, grade.information) == ("C", "3")


def test_comments_layout_and_order_of_keys_do_not_change_the_hash():
    report = REPORT.replace(
        '{party: syldavia, role: recipient, quotes: ["The Syldavian ministry ordered"]}',
        "# who buys\n        role: 'recipient'\n        quotes:\n"
        "          - {text: The  Syldavian ministry ordered}\n        party: syldavia",
    )
    report = report.replace("      - # who buys", "      -  # who buys")

    assert report != REPORT
    assert checked(report).content_hash == checked(REPORT).content_hash


def test_a_default_in_words_does_not_change_the_hash():
    report = changed("quantity: 24,", "quantity: {low: 24, high: 24}, qualifier: exact, unit: item,")

    assert checked(report).content_hash == checked(REPORT).content_hash


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("quantity: 24", "quantity: 25"),
        ("nth: 2", "nth: 1"),
        ("title: Falcon rifles", "title: The Falcon rifles"),
        ('["of which Borduria owns', '["Borduria owns'),
        ("published: 2019-05-05", "published: 2019-05"),
    ],
)
def test_what_is_said_changes_the_hash(old, new):
    assert checked(changed(old, new)).content_hash != checked(REPORT).content_hash


def test_another_text_changes_the_hash():
    report = changed("the ministry said.\n", "the ministry said!\n")

    assert checked(report).content_hash != checked(REPORT).content_hash


def test_json_says_the_same():
    values = yaml.safe_load(REPORT)

    result = checked(json.dumps(values, indent="\t", default=str), file="sample.json")

    assert result.content_hash == checked(REPORT).content_hash


def test_the_seed_is_quoted_across_its_white_space(tmp_path):
    shutil.copy(SEED, tmp_path / "seed.txt")
    digest = "d6cfc042c3dfa9e7d785005eed101033fdb54f88c068c754568f03c38b83b28a"
    report = f"""\
format: 1
source: {{id: sample, kind: news_report, publisher: Republic Media Network, text: seed.txt, sha256: {digest}}}
agreements:
  - id: india-russia-s-400-2018
    parties:
      - {{party: india, role: recipient, quotes: [five units of the S-400 air defence missile systems]}}
    values:
      - {{kind: contract_value, reported: USD 5 billion, quotes: [at USD 5 billion]}}
      - {{kind: estimated_cost, reported: Rs 5000 crore, quotes: ["added.\\n\\nSigned in 2018,"]}}
"""

    result = checked(report, tmp_path)

    text = result.report.source.body
    spans = [quote.span for claim in result.report.claims() for quote in claim.quotes]
    assert [text[span.start : span.end] for span in spans] == [
        "five units of the S-400 air defence missile systems",
        "at USD 5 billion",
        "added.\n\nSigned in 2018,",
    ]


TOKENS = [
    *(
        "format: 1",
        "source:",
        "  id: sample",
        "  kind: news_report",
        "  publisher: x",
        "  body: abc",
        "agreements:",
    ),
    *(
        "- id: a",
        "  items:",
        "  - system: b",
        "    quantity: {low: 1}",
        "    quantity: 1e9",
        "    quotes: [a]",
    ),
    *(
        "    quotes: [{text: a, nth: 9}]",
        "parties: []",
        "systems: null",
        "  grade: 3",
        "    values: {}",
        "  text: ../x",
    ),
    *(
        "    share: 5",
        "{",
        "}",
        "[",
        "]",
        "- - -",
        "? ",
        "&a",
        "*a",
        "!!t",
        "---",
        "...",
        "'",
        '"',
        "\t",
        "\0",
        "%YAML",
    ),
]


def all_told(messages):
    """Whether each message has its line, what was found and what was expected."""
    return all(re.match(r"\d+: .*found .*; expected ", message) for message in messages)


@given(st.lists(st.sampled_from(TOKENS), max_size=20).map("\n".join) | st.text(max_size=80))
def test_no_file_crashes_the_check(text):
    assert all_told(problems_of(text.encode("utf-8", "surrogatepass")))


SCALARS = st.sampled_from(
    ["null", "[]", "{}", "x", "-1", "2018", "[x]", "{x: y}", "''", "1e400", "9" * 50, "[[]]"]
)


@given(st.data())
def test_no_value_at_any_place_crashes_the_check(data):
    lines = REPORT.replace(BODY, "  body: abc\n").splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    key, colon, _ = lines[number].partition(": ")
    lines[number] = f"{key}{colon}{data.draw(SCALARS)}"

    assert all_told(problems_of("\n".join(lines)))


KEYS = ["parties", "items", "values", "milestones", "relations", "exposures", "stakes", "aliases", "quotes"]


@given(st.sampled_from([*KEYS, "amount", "quantity", "grade", "source", "agreements"]), SCALARS)
def test_no_value_of_any_key_crashes_the_check(key, value):
    def planted(node):
        if isinstance(node, list):
            return [planted(part) for part in node]
        if isinstance(node, dict):
            return {
                name: yaml.safe_load(value) if name == key else planted(part) for name, part in node.items()
            }
        return node

    report = json.dumps(planted(yaml.safe_load(REPORT)), default=str)

    assert all_told(problems_of(report, file="sample.json"))
