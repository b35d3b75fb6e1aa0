"""What does not fit the schema is told in plain words, with the nearest name that would."""

import pytest

from tests.reports.samples import REPORT, changed, problems_of

SYSTEM_KEYS = "id, name, category, unroca, producer, variant_of, aliases"
MODES = (
    "sale, licensed_production, kit_assembly, technology_transfer, lease, loan, aid, gift, "
    "upgrade, services, unknown"
)
QUANTITY = (
    "a whole number, {low, high} with at least one of them, "
    "or one of unknown, undisclosed, not_applicable, not_yet"
)
AMOUNT = QUANTITY.replace("a whole number", "a number")
ID = "a stable id: small letters, digits and single hyphens, at most 120 characters"
DATE = "a date in EDTF, such as 2021-12-06, 2018-10, 2019~ or 2021/2031"


def test_a_sound_file_has_no_problems():
    assert problems_of(REPORT) == []


def test_an_unknown_key_is_refused_with_the_nearest():
    assert problems_of(changed("producer: falcon-works", "produser: falcon-works")) == [
        f'18: systems[0].produser: found the unknown key "produser"; expected one of {SYSTEM_KEYS}; '
        'the nearest is "producer"'
    ]


def test_an_unknown_key_like_no_other_is_refused():
    assert problems_of(changed("producer: falcon-works", "zzz: 1")) == [
        f'18: systems[0].zzz: found the unknown key "zzz"; expected one of {SYSTEM_KEYS}'
    ]


def test_a_missing_key_is_told_with_what_it_holds():
    assert problems_of(changed("  id: sample\n", "")) == [f"2: source.id: found nothing; expected {ID}"]


def test_a_missing_source_is_told():
    assert problems_of("format: 1\n") == [
        "1: source: found nothing; expected {id, kind, publisher, title, published, retrieved, url, "
        "language, text, body, sha256, grade}"
    ]


def test_a_file_that_is_no_mapping_is_refused():
    assert problems_of("- 1\n")[0] == (
        "1: found a list; expected a report: {format, source, parties, systems, agreements}"
    )


def test_another_format_is_refused():
    assert problems_of(changed("format: 1", "format: 2")) == ["1: format: found 2; expected 1"]


def test_an_unknown_code_is_refused_with_the_nearest():
    assert problems_of(changed("quantity: 24", "mode: sales")) == [
        f'26: agreements[0].items[0].mode: found "sales"; expected one of {MODES}; the nearest is "sale"'
    ]


@pytest.mark.parametrize("written", ["010", "1_000", "0x1F", "24.5", "-1", '"24"', "6,01,427"])
def test_a_quantity_that_is_no_whole_number_is_refused(written):
    shown = written if written in {"24.5", "-1"} else '"' + written.strip('"') + '"'
    report = changed(
        "quantity: 24", f"quantity: {written}" if "," not in written else f"quantity: '{written}'"
    )

    assert problems_of(report) == [f"26: agreements[0].items[0].quantity: found {shown}; expected {QUANTITY}"]


def test_a_kind_of_empty_that_is_misspelt_is_refused_with_the_nearest():
    assert problems_of(changed("quantity: 24", "quantity: unkown")) == [
        f'26: agreements[0].items[0].quantity: found "unkown"; expected {QUANTITY}; the nearest is "unknown"'
    ]


def test_nothing_is_no_quantity():
    assert problems_of(changed("quantity: 24", "quantity: null")) == [
        f"26: agreements[0].items[0].quantity: found nothing; expected {QUANTITY}"
    ]


def test_ends_that_are_no_numbers_are_told_each():
    assert problems_of(changed("quantity: 24", "quantity: {low: x, hihg: 3}")) == [
        '26: agreements[0].items[0].quantity.low: found "x"; expected a whole number',
        '26: agreements[0].items[0].quantity.hihg: found the unknown key "hihg"; expected one of low, high; '
        'the nearest is "high"',
    ]


def test_an_empty_mapping_is_no_quantity():
    assert problems_of(changed("quantity: 24", "quantity: {}")) == [
        "26: agreements[0].items[0].quantity: found an empty mapping; expected one or both of low, high"
    ]


def test_an_amount_beyond_eighteen_digits_is_refused():
    assert problems_of(changed("amount: 3000000", "amount: 1000000000000000000")) == [
        f"30: agreements[0].values[0].amount: found 1000000000000000000; expected {AMOUNT}"
    ]


def test_an_end_below_zero_is_refused():
    assert problems_of(changed("amount: 3000000", "amount: {low: -5}")) == [
        "30: agreements[0].values[0].amount.low: found -5; expected at least 0"
    ]


def test_an_end_beyond_eighteen_digits_is_refused():
    assert problems_of(changed("amount: 3000000", "amount: {low: 1000000000000000000}")) == [
        "30: agreements[0].values[0].amount.low: found 1000000000000000000; "
        "expected less than 1,000,000,000,000,000,000"
    ]


@pytest.mark.parametrize("country", ["NO", "Norway", "no", '"NOR\\n"'])
def test_a_country_is_three_capitals_and_no_truth_value(country):
    shown = country.strip('"').replace("\\n", "\\u000a")

    assert problems_of(changed("kind: company", f"kind: company\n    country: {country}")) == [
        f'15: parties[0].country: found "{shown}"; expected three capital letters of ISO 3166-1, such as IND'
    ]


def test_the_country_no_is_text():
    assert problems_of(changed("kind: company", "kind: company\n    country: NOR")) == []


@pytest.mark.parametrize("name", ["Falcon", "-falcon", "falcon-", "fal--con", "fal con", "falcón"])
def test_an_id_is_a_slug(name):
    assert problems_of(changed("  - id: syldavia-falcon-2019", f"  - id: '{name}'")) == [
        f'20: agreements[0].id: found "{name}"; expected {ID}'
    ]


def test_a_text_that_is_too_long_is_refused():
    assert problems_of(changed("Falcon rifles for Syldavia", "x" * 301)) == [
        "21: agreements[0].title: found 301 characters; expected at most 300 characters"
    ]


def test_a_blank_text_is_refused():
    assert problems_of(changed("title: Falcon rifles for Syldavia", "title: '  '")) == [
        '21: agreements[0].title: found "  "; expected text'
    ]


def test_a_list_where_a_text_belongs_is_refused():
    assert problems_of(changed("Klow Gazette", "[Klow, Gazette]")) == [
        "5: source.publisher: found a list; expected text"
    ]


def test_a_text_where_a_list_belongs_is_refused():
    assert problems_of(changed('["on 4 May 2019"]', '"on 4 May 2019"')) == [
        '35: agreements[0].milestones[0].quotes: found "on 4 May 2019"; expected a list'
    ]


def test_a_quote_is_text_or_text_and_number():
    assert problems_of(changed('["on 4 May 2019"]', "[[x]]")) == [
        "35: agreements[0].milestones[0].quotes[0]: found a list; expected text or {text, nth}"
    ]


def test_occurrences_are_counted_from_one():
    assert problems_of(changed("nth: 2", "nth: 0")) == [
        "37: agreements[0].relations[0].quotes[0].nth: found 0; expected at least 1"
    ]


def test_occurrences_end_somewhere():
    assert problems_of(changed("nth: 2", "nth: 2000000")) == [
        "37: agreements[0].relations[0].quotes[0].nth: found 2000000; expected at most 1,000,000"
    ]


def test_an_address_that_runs_a_script_is_refused():
    assert problems_of(changed("kind: news_report", "kind: news_report\n  url: javascript:alert(1)")) == [
        '5: source.url: found "javascript:alert(1)"; expected an address that begins with https:// or http://'
    ]


@pytest.mark.parametrize("share", ["100.5", "50.555", "050", "-1", "half", "٥"])
def test_a_share_is_a_percentage(share):
    assert problems_of(changed("share: 50.5", f"share: {share}")) == [
        f'16: parties[0].stakes[0].share: found "{share}"; '
        "expected a share in per cent from 0 to 100 with at most two decimals"
    ]


@pytest.mark.parametrize("grade", ["C3", "[C, 3]"])
def test_a_grade_is_a_pair(grade):
    found = '"C3"' if grade == "C3" else "a list"

    assert problems_of(changed("kind: news_report", f"kind: news_report\n  grade: {grade}")) == [
        f"5: source.grade: found {found}; expected a grade, such as {{source: C, information: 3}}"
    ]


def test_half_a_grade_is_refused():
    assert problems_of(changed("kind: news_report", "kind: news_report\n  grade: {source: C}")) == [
        "5: source.grade.information: found nothing; expected one of 1, 2, 3, 4, 5, 6"
    ]


def test_an_unknown_grade_is_refused():
    report = changed("kind: news_report", "kind: news_report\n  grade: {source: C, information: 7}")

    assert problems_of(report) == ["5: source.grade.information: found 7; expected one of 1, 2, 3, 4, 5, 6"]
