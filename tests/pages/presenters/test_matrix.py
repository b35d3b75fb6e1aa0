"""Who says what."""

from deals.pages.presenters.matrix import Entry, who_says_what
from tests.pages import documents


def test_sources_are_rows_undated_first_newest_last():
    matrix = who_says_what(documents.deal_document())

    assert [row.name for row in matrix.rows] == [
        "The Register, undated",
        "The Courier, September 2018",
        "The Gazette, 6 December 2021",
    ]


def test_a_cell_holds_what_the_source_says_with_the_verdict():
    gazette = who_says_what(documents.deal_document()).rows[-1]

    assert gazette.signed == [Entry("2018", "accepted")]
    assert gazette.quantity == [Entry("5 units", "accepted")]
    assert gazette.value == [Entry("$5 bn", "accepted")]
    assert gazette.dollars == [Entry("$5 bn", "accepted")]


def test_crore_and_our_own_conversion_are_told():
    courier = who_says_what(documents.deal_document()).rows[1]

    assert courier.value == [Entry("INR 390 bn", "disputed", "39,000 crore")]
    assert courier.dollars == [Entry("≈ $5.7 bn", "disputed", "2018 rate")]


def test_what_a_source_does_not_say_is_an_empty_cell():
    register = who_says_what(documents.deal_document()).rows[0]

    assert (register.signed, register.value, register.dollars) == ([], [], [])


def test_sources_that_say_nothing_of_the_columns_are_counted():
    matrix = who_says_what(documents.deal_document(values=[], items=[]))

    assert [row.number for row in matrix.rows] == [1]
    assert matrix.silent == 2


def test_a_sum_in_two_currencies_gives_the_sources_own_dollars_once():
    said = [documents.quote("courier", "INR390 billion (USD5.43 billion)")]
    rupees = documents.value(
        claim="rupees",
        currency="INR",
        text="INR 390 bn",
        usd=documents.dollars("1", "$5.43 bn"),
        evidence=said,
    )
    dollars = documents.value(
        claim="dollars",
        text="$5.43 bn",
        usd=documents.dollars("1", "$5.43 bn"),
        equivalent_to="rupees",
        evidence=said,
    )

    courier = who_says_what(documents.deal_document(values=[rupees, dollars])).rows[1]

    assert courier.dollars == [Entry("$5.43 bn", "accepted")]
    assert [entry.text for entry in courier.value] == ["INR 390 bn", "$5.43 bn"]


def test_another_sources_dollars_are_said_to_be_that():
    rupees = documents.value(
        claim="rupees",
        currency="INR",
        text="INR 390 bn",
        usd=documents.dollars("1", "$5.43 bn"),
        evidence=[documents.row()],
    )

    register = who_says_what(documents.deal_document(values=[rupees])).rows[0]

    assert register.dollars == [Entry("$5.43 bn", "accepted", "as another source puts it")]


def test_a_signature_without_a_date_is_no_silence():
    matrix = who_says_what(documents.deal_document(milestones=[documents.step(when=None)]))

    assert matrix.rows[-1].signed == [Entry("signed, date not stated", "accepted")]


def test_numbers_name_their_system_only_where_a_deal_has_several():
    rifles = documents.item("item-r", number=601427, system="AK-203")
    grenades = documents.item("item-g", number=9, system="RGD-5")

    def quantity(*items):
        rows = who_says_what(documents.deal_document(items=list(items))).rows
        return [entry.text for entry in rows[-1].quantity]

    assert quantity(rifles) == ["601,427"]
    assert quantity(rifles, grenades) == ["601,427 × AK-203", "9 × RGD-5"]
