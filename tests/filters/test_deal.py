"""Which deals the parameters keep, and in which order."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.http import QueryDict

from deals.filters import DealFilter, apply
from deals.shelf import Deal
from tests import shelf_rows

pytestmark = pytest.mark.django_db


def found(query: str) -> list[str]:
    """Ids of the deals that the query keeps, in order."""
    return [deal.slug for deal in apply(DealFilter, QueryDict(query), Deal.objects.all())]


def keeps(query: str) -> set[str]:
    return set(found(query))


def test_no_parameter_keeps_all_deals_newest_first_then_by_id():
    shelf_rows.deal("b")
    shelf_rows.deal("a")
    shelf_rows.deal("new", published_at=datetime(2026, 2, 1, tzinfo=UTC))

    assert found("") == ["new", "a", "b"]


@pytest.mark.parametrize(
    ("parameter", "column"),
    [
        ("party", "parties"),
        ("supplier", "suppliers"),
        ("recipient", "recipients"),
        ("system", "systems"),
        ("source", "sources"),
    ],
)
def test_an_id_is_looked_for_in_its_column_only(parameter, column):
    columns = {"parties", "suppliers", "recipients", "systems", "sources"}
    shelf_rows.deal("right", **{column: ["x", "wanted"]})
    shelf_rows.deal("wrong", **{other: ["wanted"] for other in columns - {column}})

    assert found(f"{parameter}=wanted") == ["right"]


def test_an_id_that_nothing_bears_finds_nothing():
    shelf_rows.deal()

    assert found("party=nobody") == []


@pytest.mark.parametrize("query", ["kind=contract,protocol", "kind=contract&kind=protocol"])
def test_several_codes_are_written_with_commas_or_by_repeating_the_parameter(query):
    shelf_rows.deal("a", kind="contract")
    shelf_rows.deal("b", kind="protocol")
    shelf_rows.deal("c", kind="memorandum")

    assert keeps(query) == {"a", "b"}


def test_status_is_one_of_those_given():
    shelf_rows.deal("a", status="signed")
    shelf_rows.deal("b", status="cancelled")

    assert found("status=cancelled,expired") == ["b"]


def test_category_is_looked_for_among_the_deals_categories():
    shelf_rows.deal("a", categories=["ships", "missiles"])
    shelf_rows.deal("b", categories=["aircraft"])
    shelf_rows.deal("c")

    assert keeps("category=missiles,aircraft") == {"a", "b"}


@pytest.mark.parametrize("column", ["disputed", "counts"])
def test_a_flag_keeps_the_deals_for_which_it_holds_or_does_not(column):
    shelf_rows.deal("yes", **{column: True})
    shelf_rows.deal("no", **{column: False})

    assert found(f"{column}=true") == ["yes"]
    assert found(f"{column}=false") == ["no"]


def test_year_is_a_year_or_unknown():
    shelf_rows.deal("a", year=2018)
    shelf_rows.deal("b", year=2019)
    shelf_rows.deal("c")

    assert found("year=2018") == ["a"]
    assert found("year=unknown") == ["c"]


def signed(slug: str, earliest: date | None, latest: date | None) -> None:
    shelf_rows.deal(slug, signed_earliest=earliest, signed_latest=latest)


def test_signed_after_keeps_what_can_have_been_signed_then():
    signed("2018", date(2018, 1, 1), date(2018, 12, 31))
    signed("october", date(2018, 10, 1), date(2018, 10, 31))
    signed("since-2017", date(2017, 1, 1), None)
    signed("unknown", None, None)

    assert keeps("signed_after=2018-10-31") == {"2018", "october", "since-2017"}
    assert keeps("signed_after=2018-11") == {"2018", "since-2017"}
    assert keeps("signed_after=2019") == {"since-2017"}


def test_signed_before_keeps_what_can_have_been_signed_then():
    signed("2018", date(2018, 1, 1), date(2018, 12, 31))
    signed("october", date(2018, 10, 1), date(2018, 10, 31))
    signed("until-2020", None, date(2020, 12, 31))
    signed("unknown", None, None)

    assert keeps("signed_before=2018") == {"2018", "october", "until-2020"}
    assert keeps("signed_before=2018-09") == {"2018", "until-2020"}
    assert keeps("signed_before=2017") == {"until-2020"}


def test_signed_unknown_keeps_the_deals_without_any_day():
    signed("known", date(2018, 1, 1), None)
    signed("unknown", None, None)

    assert found("signed=unknown") == ["unknown"]


def worth(slug: str, low: str | None, high: str | None) -> None:
    shelf_rows.deal(slug, usd_low=low and Decimal(low), usd_high=high and Decimal(high))


def test_a_value_is_kept_when_its_range_can_reach_the_bound():
    worth("five-to-seven", "5000000000", "7000000000")
    worth("over-five", "5000000000", None)
    worth("up-to-five", None, "5000000000")
    worth("unknown", None, None)

    assert keeps("usd_min=6000000000") == {"five-to-seven", "over-five"}
    assert keeps("usd_min=7000000000.01") == {"over-five"}
    assert keeps("usd_max=5000000000") == {"five-to-seven", "over-five", "up-to-five"}
    assert keeps("usd_max=4999999999.99") == {"up-to-five"}
    assert keeps("usd=unknown") == {"unknown"}


@pytest.mark.parametrize("moment", ["2026-01-02", "2026-01-02T03:04:05Z", "2026-01-02T08:34:05%2B05:30"])
def test_published_since_takes_a_date_or_a_moment(moment):
    shelf_rows.deal("at", published_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    shelf_rows.deal("before", published_at=datetime(2026, 1, 1, 23, 59, 59, tzinfo=UTC))

    assert found(f"published_since={moment}") == ["at"]


def test_a_plus_sign_that_nobody_escaped_is_still_a_time_zone():
    shelf_rows.deal("at")

    assert found("published_since=2026-01-02T08:34:05+05:30") == ["at"]
    assert found("published_since=2026-01-02T08:34:06+05:30") == []


def test_search_wants_all_words_and_takes_the_last_one_as_a_beginning():
    shelf_rows.deal("rifles", title="AK-203 rifles for India")
    shelf_rows.deal("missiles", title="Missiles for India")

    assert keeps("q=india") == {"rifles", "missiles"}
    assert keeps("q=India+rif") == {"rifles"}
    assert keeps("q=rif+india") == set()
    assert keeps("q=rifles+missiles") == set()


@pytest.mark.parametrize("words", ["S-400", "s 400", "S400", "s40", "ｓ４００"])
def test_search_finds_a_designation_however_it_is_written(words):
    shelf_rows.deal("s-400", title="S-400 air defence")
    shelf_rows.deal("s-300", title="S-300 air defence")

    assert found(f"q={words}") == ["s-400"]


@pytest.mark.parametrize("words", ["Rafalé", "राफेल", "RAFALE"])
def test_search_folds_case_and_accents_in_every_script(words):
    shelf_rows.deal("rafale", title="Rafale राफेल")

    assert found(f"q={words}") == ["rafale"]


@pytest.mark.parametrize(
    "words", ["'", "india' | 'x", "india\\", "!india", "a:*", "india <-> x", "(", "50+", "%"]
)
def test_no_word_of_a_search_is_an_operator(words):
    shelf_rows.deal("a", title="Something else")
    params = QueryDict(mutable=True)
    params["q"] = f"{words} zebra"

    assert list(apply(DealFilter, params, Deal.objects.all())) == []


@pytest.mark.parametrize(
    ("ordering", "slugs"),
    [
        ("published", ["old", "tie-1", "tie-2", "new"]),
        ("-published", ["new", "tie-1", "tie-2", "old"]),
        ("signed", ["old", "new", "tie-1", "tie-2"]),
        ("-signed", ["new", "old", "tie-1", "tie-2"]),
        ("value", ["old", "new", "tie-1", "tie-2"]),
        ("-value", ["new", "old", "tie-1", "tie-2"]),
        ("title", ["new", "old", "tie-1", "tie-2"]),
    ],
)
def test_orders_end_with_what_is_empty_and_break_ties_by_id(ordering, slugs):
    day = {"signed_earliest": date(2010, 1, 1), "signed_latest": date(2010, 1, 1)}
    value = {"usd_low": 1, "usd_high": 1}
    shelf_rows.deal("tie-2", title="Same")
    shelf_rows.deal("tie-1", title="Same")
    shelf_rows.deal("old", title="B", published_at=datetime(2020, 1, 1, tzinfo=UTC), **day, **value)
    day = {"signed_earliest": date(2020, 1, 1), "signed_latest": date(2020, 1, 1)}
    value = {"usd_low": 2, "usd_high": 2}
    shelf_rows.deal("new", title="A", published_at=datetime(2030, 1, 1, tzinfo=UTC), **day, **value)

    assert found(f"ordering={ordering}") == slugs
