"""The facts at the head of a deal's page."""

import pytest

from deals.pages.presenters.headline import Line, headline, spread_words
from tests.pages import documents


def fact(name, **members):
    return next(one for one in headline(documents.deal_document(**members)) if one.name == name)


def lines(name, **members):
    return [line.text for line in fact(name, **members).lines]


def test_a_signed_agreement_says_when_and_who_says_so():
    agreement = fact("Agreement")

    assert (agreement.text, agreement.numbers) == ("Signed 2018", [1])


def test_a_statement_is_said_not_proven():
    assert lines("Agreement") == ["statement by Sergey Shoigu, 6 December 2021: said, not proven"]


def test_a_later_status_stands_before_the_signature():
    agreement = fact("Agreement", status="in_force", milestones=[documents.step()])

    assert agreement.text == "In force"
    assert agreement.lines == [Line("signed 2018", [1])]


def test_a_signature_without_a_date_says_so():
    assert lines("Agreement", milestones=[documents.step(when=None)]) == ["signed, date not stated"]


def test_without_a_signature_none_is_claimed():
    assert lines("Agreement", status="reported", milestones=[]) == ["no signature is on record"]


def test_an_unknown_status_says_that_nobody_reports_it():
    agreement = fact("Agreement", status="unknown", milestones=[])

    assert (agreement.text, agreement.lines[0].text) == ("Unknown", "no report says how far it has come.")


def test_the_number_ordered_stands_with_delivery_and_dispute():
    ordered = fact("Ordered")

    assert (ordered.text, ordered.numbers) == ("5 units", [1])
    assert ordered.lines == [
        Line("S-400 · number delivered not known"),
        Line("1 other version", disputed=True),
    ]


def test_known_deliveries_are_counted():
    item = documents.item(delivery={"status": "in_delivery", "delivered": 35000, "years": "2024"})

    assert lines("Ordered", items=[item], disagreements=[]) == ["S-400 · 35,000 delivered"]


def test_a_called_off_delivery_is_told_without_a_number():
    item = documents.item(delivery={"status": "cancelled", "delivered": None, "years": ""})

    assert lines("Ordered", items=[item], disagreements=[]) == ["S-400 · delivery cancelled"]


def test_many_items_are_cut_short():
    items = [documents.item(f"item-{name}", system=name) for name in ("A", "B", "C", "D")]

    assert fact("Ordered", items=items).text == "5 × A; 5 × B; 5 × C; 1 more"


def test_no_goods_is_no_zero():
    assert fact("Ordered", items=[]).text == "No goods named"


def test_only_disputed_numbers_are_not_accepted():
    ordered = fact("Ordered", items=[documents.item(status="disputed")], disagreements=[])

    assert (ordered.text, ordered.lines) == (
        "No number accepted",
        [Line("only disputed numbers", disputed=True)],
    )


def test_the_value_stands_with_the_spread_of_what_others_say():
    value = fact("Value")

    assert (value.text, value.numbers) == ("$5 bn", [1])
    assert value.lines == [Line("1 other figure, spread 14\N{NO-BREAK SPACE}%", disputed=True)]


def test_a_value_in_rupees_names_crore_dollars_and_the_rates_year():
    value = documents.value(
        currency="INR",
        text="INR 50 bn",
        indian="5,000 crore",
        usd=documents.converted("676179502.51", year=2021),
    )

    assert lines("Value", values=[value], disagreements=[]) == ["5,000 crore · ≈ $676 m at the 2021 rate"]


def test_a_value_without_a_rate_says_so():
    value = documents.value(currency="KPW", text="KPW 5 bn", usd=documents.dollars(None, "", "none"))

    assert lines("Value", values=[value], disagreements=[]) == ["no rate to US dollars on record"]


def test_no_value_is_no_zero():
    value = fact("Value", values=[])

    assert value.text == "Not stated"
    assert value.lines == [Line("no source gives a price; that is not the same as nothing paid")]


def test_only_disputed_values_are_not_accepted():
    value = fact("Value", values=[documents.value(status="disputed")], disagreements=[])

    assert (value.text, value.lines) == ("No value accepted", [Line("only disputed figures", disputed=True)])


def test_further_kinds_of_value_stand_below():
    values = [documents.value(kind="down_payment", text="$1 bn"), documents.value(claim="value-c")]

    assert fact("Value", values=values).text == "$5 bn"
    assert lines("Value", values=values, disagreements=[]) == ["down payment: $1 bn"]


@pytest.mark.parametrize(("counts", "expected"), [(True, "Yes"), (False, "No")])
def test_whether_it_counts_is_told_with_the_reason(counts, expected):
    counting = fact("Counts toward totals", counts_toward_totals=counts, counting_reason="umbrella")

    assert (counting.text, counting.lines) == (expected, [Line("umbrella")])


def test_a_spread_that_is_no_percentage_stands_as_it_is():
    assert spread_words("not the same unit of count") == "not the same unit of count"
