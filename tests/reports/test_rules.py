"""What entries must fulfil together: names once, facts once, figures with what they need, dates in order."""

import pytest

from tests.reports.samples import REPORT, changed, checked, problems_of

ITEM = '      - {system: falcon, quantity: 24, quotes: ["ordered 24 Falcon rifles"]}\n'
VALUE = """\
      - kind: contract_value
        reported: about 3 million euros
        amount: 3000000
        currency: EUR
        qualifier: about
        quotes: ["worth about 3 million euros"]
"""
DOLLARS = """\
      - kind: contract_value
        reported: 4 million dollars
        amount: 4000000
        currency: USD
        equivalent_to: about 3 million euros
        quotes: ["3 million"]
"""


@pytest.mark.parametrize("ending", ["yaml", "yml", "json"])
def test_the_file_may_end_in_any_of_three_ways(ending):
    assert problems_of(REPORT, file=f"folder/sample.{ending}") == []


@pytest.mark.parametrize("name", ["other.yaml", "sample.txt", "sample"])
def test_the_file_is_named_after_its_source(name):
    assert problems_of(REPORT, file=name) == [
        f'3: source.id: found "sample" in the file "{name}"; '
        "expected the file's name without its ending, or a file named sample.yaml"
    ]


def test_a_party_is_introduced_once():
    report = changed("systems:\n", "  - {id: falcon-works}\nsystems:\n")

    assert problems_of(report) == [
        '17: parties[1].id: found the id "falcon-works" again; expected each id once (it is on line 12)'
    ]


def test_a_system_is_introduced_once():
    report = changed("agreements:\n", "  - {id: falcon}\nagreements:\n")

    assert problems_of(report) == [
        '19: systems[1].id: found the id "falcon" again; expected each id once (it is on line 18)'
    ]


def test_an_agreement_stands_once():
    assert problems_of(REPORT + "  - id: syldavia-falcon-2019\n") == [
        '40: agreements[1].id: found the id "syldavia-falcon-2019" again; '
        "expected each id once (it is on line 20)"
    ]


def test_a_fact_said_twice_is_refused_whatever_its_quotes():
    again = ITEM.replace("ordered 24 Falcon rifles", "24 Falcon").replace("quantity", "unit: item, quantity")

    assert problems_of(REPORT.replace(ITEM, ITEM + again)) == [
        "27: agreements[0].items[1]: found what line 26 says already; "
        "expected each fact once, with all its quotes"
    ]


def test_an_item_in_two_parts_is_two_facts():
    again = ITEM.replace("system: falcon", "system: falcon, part: bought off the shelf")

    assert problems_of(REPORT.replace(ITEM, ITEM + again)) == []


def test_two_wordings_of_one_sum_are_one_fact():
    again = VALUE.replace("reported: about 3", "reported: some 3")

    assert problems_of(REPORT.replace(VALUE, VALUE + again)) == [
        "34: agreements[0].values[1]: found what line 28 says already; "
        "expected each fact once, with all its quotes"
    ]


def test_a_stake_said_twice_is_refused():
    stake = '      - {owner: borduria, share: 50.5, quotes: ["of which Borduria owns 50.5 per cent"]}\n'

    assert problems_of(REPORT.replace(stake, stake + stake.replace("50.5, ", "'50.50', "))) == [
        "17: parties[0].stakes[1]: found what line 16 says already; "
        "expected each fact once, with all its quotes"
    ]


def test_an_amount_needs_a_currency():
    assert problems_of(changed("        currency: EUR\n", "")) == [
        "28: agreements[0].values[0].currency: found nothing; expected the currency of the amount"
    ]


def test_a_currency_may_stand_without_an_amount():
    assert (
        problems_of(changed("amount: 3000000", "amount: undisclosed").replace("qualifier: about", "note: x"))
        == []
    )


def test_a_currency_that_does_not_exist_is_refused():
    assert problems_of(changed("currency: EUR", "currency: EUX")) == [
        '31: agreements[0].values[0].currency: found "EUX"; expected a currency of ISO 4217, such as INR'
    ]


def test_an_equivalent_names_the_reported_text_of_another_value():
    report = checked(REPORT.replace(VALUE, VALUE + DOLLARS)).report

    assert report.agreements[0].values[1].equivalent_to == report.agreements[0].values[0].reported


def test_an_equivalent_of_no_value_is_refused():
    dollars = DOLLARS.replace("equivalent_to: about 3", "equivalent_to: some 3")

    assert problems_of(REPORT.replace(VALUE, VALUE + dollars)) == [
        '38: agreements[0].values[1].equivalent_to: found "some 3 million euros"; '
        "expected the reported text of another value of this agreement"
    ]


def test_an_equivalent_of_itself_is_refused():
    dollars = DOLLARS.replace("equivalent_to: about 3 million euros", "equivalent_to: 4 million dollars")

    assert problems_of(REPORT.replace(VALUE, VALUE + dollars)) == [
        "38: agreements[0].values[1].equivalent_to: found the value itself; "
        "expected the reported text of another value of this agreement"
    ]


def test_an_equivalent_of_one_of_two_values_is_refused():
    price = VALUE.replace("contract_value", "ceiling")

    assert problems_of(REPORT.replace(VALUE, VALUE + price + DOLLARS)) == [
        '44: agreements[0].values[2].equivalent_to: found "about 3 million euros", which 2 values report; '
        "expected the reported text of one value of this agreement"
    ]


def test_an_equivalent_of_an_equivalent_is_refused():
    yen = DOLLARS.replace("4 million dollars", "9 million yen").replace(
        "about 3 million euros", "4 million dollars"
    )

    assert problems_of(REPORT.replace(VALUE, VALUE + DOLLARS + yen)) == [
        '44: agreements[0].values[2].equivalent_to: found "4 million dollars", '
        "which is itself equivalent to another value; expected a value that stands for itself"
    ]


def test_a_delivered_quantity_needs_its_system():
    assert problems_of(changed("{kind: signature, ", "{kind: delivery, quantity: 5, ")) == [
        "35: agreements[0].milestones[0].system: found nothing; expected the system that the quantity counts"
    ]


def test_a_figure_that_contradicts_itself_is_refused_at_its_place():
    assert problems_of(changed("quantity: 24", "quantity: {low: 7, high: 5}")) == [
        "26: agreements[0].items[0].quantity: found low 7 above high 5; expected low at most as great as high"
    ]


def test_a_date_is_edtf():
    assert problems_of(changed("published: 2019-05-05", "published: 2019-02-30")) == [
        "6: source.published: found the day 30 in '2019-02-30'; expected 01 to 28"
    ]


def test_a_date_in_words_is_refused():
    assert problems_of(changed("date: 2019-05-04", "date: May 2019")) == [
        "35: agreements[0].milestones[0].date: found 'May 2019'; "
        "expected an EDTF date such as 2018, 2018-10, 2018-10-05, 2021/2031, 2018/.., 2019~, 2019? or 201X"
    ]


def test_a_stake_ends_after_it_begins():
    assert problems_of(changed("share: 50.5", "from: 2019, until: 2018-12")) == [
        '16: parties[0].stakes[0].until: found "2018-12"; expected a date not before 2019'
    ]


def test_a_name_is_given_up_after_it_was_taken():
    report = changed(
        "kind: company", "kind: company\n    aliases: [FW, {name: Old, from: 2019, until: 2018}]"
    )

    assert problems_of(report) == [
        '15: parties[0].aliases[1].until: found "2018"; expected a date not before 2019'
    ]


def test_a_party_does_not_own_itself():
    assert problems_of(changed("owner: borduria", "owner: falcon-works")) == [
        "16: parties[0].stakes[0].owner: found the id of falcon-works itself; expected another party"
    ]


def test_a_party_does_not_succeed_itself():
    assert problems_of(changed("kind: company", "successor_of: falcon-works")) == [
        "14: parties[0].successor_of: found the id of falcon-works itself; expected another party"
    ]


def test_a_system_is_no_variant_of_itself():
    assert problems_of(changed("producer: falcon-works", "variant_of: falcon")) == [
        "18: systems[0].variant_of: found the id of falcon itself; expected another system"
    ]


def test_an_agreement_is_not_related_to_itself():
    assert problems_of(changed("to: syldavia-falcon-2011", "to: syldavia-falcon-2019")) == [
        "37: agreements[0].relations[0].to: found the id of syldavia-falcon-2019 itself; "
        "expected another agreement"
    ]
