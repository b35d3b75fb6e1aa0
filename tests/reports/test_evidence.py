"""Every fact has a quote, and every quote stands in the archived text; a register's row has none."""

from tests.reports.samples import REPORT, TEXT, changed, checked, problems_of
from tests.reports.test_archived_text import BODY

AS_REGISTER = REPORT.replace("kind: news_report", "kind: register").replace(BODY, "")


def without_quotes(report):
    lines = [line for line in report.splitlines() if not line.strip().startswith("quotes:")]
    return "\n".join(line.partition(", quotes:")[0] + "}" if ", quotes:" in line else line for line in lines)


def test_each_quote_has_its_place_in_the_text():
    report = checked(REPORT).report

    found = [TEXT[quote.span.start : quote.span.end] for claim in report.claims() for quote in claim.quotes]

    assert found == [quote.text for claim in report.claims() for quote in claim.quotes]
    assert len(found) == 7


def test_the_occurrence_that_is_named_is_the_one_that_is_found():
    (relation,) = checked(REPORT).report.agreements[0].relations

    assert relation.quotes[0].span.start == TEXT.rindex("Falcon rifles")


def test_a_quote_that_is_not_in_the_text_is_refused():
    assert problems_of(changed('["on 4 May 2019"]', '["on 5 May 2019"]')) == [
        '35: agreements[0].milestones[0].quotes[0]: found "on 5 May 2019", '
        "a quote that is not in the text; expected words of the archived text"
    ]


def test_a_quote_that_occurs_often_is_refused():
    assert problems_of(changed("{text: Falcon rifles, nth: 2}", "Falcon rifles")) == [
        '37: agreements[0].relations[0].quotes[0]: found "Falcon rifles", '
        "a quote that occurs 2 times in the text; expected {text, nth} with the one that is meant"
    ]


def test_quotes_of_stakes_are_looked_for_as_well():
    assert problems_of(changed('["of which Borduria owns', '["of which Borduria has')) == [
        '16: parties[0].stakes[0].quotes[0]: found "of which Borduria has 50.5 per cent", '
        'a quote that is not in the text, which has "of which Borduria " and goes on "owns 50.5 per cent. " '
        'where the quote goes on "has 50.5 per cent"; expected words of the archived text'
    ]


def test_a_fact_without_quotes_is_refused():
    assert problems_of(changed(', quotes: ["on 4 May 2019"]', "")) == [
        "35: agreements[0].milestones[0].quotes: found no quotes; expected at least one quote for each fact"
    ]


def test_a_fact_with_an_empty_list_of_quotes_is_refused():
    assert problems_of(changed('["on 4 May 2019"]', "[]")) == [
        "35: agreements[0].milestones[0].quotes: found no quotes; expected at least one quote for each fact"
    ]


def test_without_a_text_quotes_are_taken_as_they_stand():
    report = checked(REPORT.replace(BODY, "")).report

    assert {quote.span for claim in report.claims() for quote in claim.quotes} == {None}


def test_without_a_text_a_fact_needs_quotes_all_the_same():
    assert problems_of(changed(', quotes: ["on 4 May 2019"]', "").replace(BODY, "")) == [
        "31: agreements[0].milestones[0].quotes: found no quotes; expected at least one quote for each fact"
    ]


def test_a_register_needs_no_quotes():
    assert problems_of(without_quotes(AS_REGISTER)) == []


def test_a_register_has_no_quotes():
    report = without_quotes(AS_REGISTER).replace(
        "date: 2019-05-04}", 'date: 2019-05-04, quotes: ["May 2019"]}'
    )

    assert problems_of(report) == [
        "30: agreements[0].milestones[0].quotes: found quotes of a register; "
        "expected none, for a register's row has no words to quote"
    ]


def test_a_kind_of_source_that_is_misspelt_does_not_make_quotes_missing():
    report = without_quotes(AS_REGISTER).replace("kind: register", "kind: registre")

    assert [message.partition(": found")[0] for message in problems_of(report)] == ["4: source.kind"]
