"""Claims as rows of tables."""

from deals.pages.presenters.claims import differences, step_rows, value_rows
from tests.pages import documents


def test_values_stand_accepted_first_with_their_other_expressions_below():
    values = [
        documents.value(claim="disputed", status="disputed"),
        documents.value(claim="estimate", kind="estimated_cost"),
        documents.value(claim="disputed-again", status="disputed", equivalent_to="disputed"),
        documents.value(claim="contract"),
    ]

    rows = value_rows(documents.deal_document(values=values))

    assert [row.value["claim"] for row in rows] == ["contract", "estimate", "disputed", "disputed-again"]


def test_an_expression_of_a_value_that_is_not_shown_stands_for_itself():
    rows = value_rows(
        documents.deal_document(values=[documents.value(claim="second", equivalent_to="hidden")])
    )

    assert [row.value["claim"] for row in rows] == ["second"]


def test_steps_say_what_was_handed_over():
    delivery = documents.step(kind="delivery", system="AK-203", number=7)

    assert step_rows(documents.deal_document(milestones=[delivery]))[0].delivery == "7 × AK-203"


def test_differences_say_how_far_apart_the_figures_are():
    number, price = differences(documents.deal_document())

    assert (number.spread, price.spread) == ("", "spread 14\N{NO-BREAK SPACE}%")
