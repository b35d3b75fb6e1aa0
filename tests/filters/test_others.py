"""Which register lines, parties, systems and sources the parameters keep, and in which order."""

from datetime import date

import pytest
from django.http import QueryDict

from deals.filters import PartyFilter, RegisterLineFilter, SourceFilter, SystemFilter, apply
from deals.shelf import PublicParty, PublicSource, PublicSystem, RegisterLine
from tests import shelf_rows

pytestmark = pytest.mark.django_db


def lines(query: str) -> list[int]:
    """Positions of the register lines that the query keeps, in order."""
    return [line.position for line in apply(RegisterLineFilter, QueryDict(query), RegisterLine.objects.all())]


def slugs(filterset_class, model, query: str) -> list[str]:
    return [row.slug for row in apply(filterset_class, QueryDict(query), model.objects.all())]


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("supplier=france", {"suppliers": ["france"]}),
        ("recipient=egypt", {"recipients": ["egypt"]}),
        ("system=rafale", {"system": "rafale"}),
        ("category=aircraft,ships", {"category": "aircraft"}),
        ("unit=squadron", {"unit": "squadron"}),
        ("year=2016", {"year_of_order": 2016}),
        ("year=unknown", {"year_of_order": None}),
        ("year_to=2017", {"year_of_order": 2017}),
        ("year_from=2019", {"year_of_order": 2019}),
        ("delivery_status=completed", {"delivery_status": "completed"}),
        ("counts=false", {"counts": False}),
    ],
)
def test_each_parameter_of_register_lines_keeps_its_rows_only(query, columns):
    deal = shelf_rows.deal()
    shelf_rows.line(deal, 1)
    shelf_rows.line(deal, 2, **columns)

    assert lines(query) == [2]


def test_register_lines_are_found_by_their_deal():
    shelf_rows.line(shelf_rows.deal("a"), 1)
    shelf_rows.line(shelf_rows.deal("b"), 2)

    assert lines("deal=b") == [2]


@pytest.mark.parametrize(
    ("ordering", "positions"),
    [
        ("", [3, 1, 2, 4]),
        ("ordering=-year", [3, 1, 2, 4]),
        ("ordering=year", [1, 2, 3, 4]),
        ("ordering=number", [2, 1, 4, 3]),
        ("ordering=-number", [1, 4, 2, 3]),
        ("ordering=designation", [3, 1, 2, 4]),
    ],
)
def test_register_lines_have_a_total_order_with_empty_ones_last(ordering, positions):
    deal = shelf_rows.deal()
    shelf_rows.line(deal, 1, year_of_order=2016)
    shelf_rows.line(deal, 2, year_of_order=2016, number_low=1, number_high=1)
    shelf_rows.line(deal, 3, year_of_order=2020, number_low=None, number_high=None, designation="A-1")
    shelf_rows.line(deal, 4, year_of_order=None)

    assert lines(ordering) == positions


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["india", "nato", "rosoboronexport"]),
        ("q=rosobor", ["rosoboronexport"]),
        ("kind=company,state", ["india", "rosoboronexport"]),
        ("country=IND", ["india"]),
        ("country=none", ["nato"]),
        ("ordering=-name", ["rosoboronexport", "nato", "india"]),
        ("ordering=-deals", ["rosoboronexport", "india", "nato"]),
        ("ordering=deals", ["india", "nato", "rosoboronexport"]),
    ],
)
def test_parties(query, found):
    shelf_rows.party("rosoboronexport", kind="company", country="RUS", deal_count=2)
    shelf_rows.party("nato", kind="international_organisation")
    shelf_rows.party("india", country="IND")

    assert slugs(PartyFilter, PublicParty, query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["ak-203", "s-400"]),
        ("q=s400", ["s-400"]),
        ("category=small_arms_light_weapons", ["ak-203"]),
        ("ordering=-deals", ["s-400", "ak-203"]),
    ],
)
def test_systems(query, found):
    shelf_rows.system("s-400", deal_count=2)
    shelf_rows.system("ak-203", category="small_arms_light_weapons")

    assert slugs(SystemFilter, PublicSystem, query) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["new", "old", "undated"]),
        ("q=Morning+rep", ["old"]),
        ("kind=register", ["new"]),
        ("published=unknown", ["undated"]),
        ("published_after=2021-12-06", ["new"]),
        ("published_before=2018", ["old"]),
        ("ordering=published", ["old", "new", "undated"]),
        ("ordering=publisher", ["undated", "old", "new"]),
        ("ordering=-deals", ["undated", "new", "old"]),
    ],
)
def test_sources(query, found):
    shelf_rows.source("undated", publisher="A Post", deal_count=2)
    day = date(2018, 1, 1)
    shelf_rows.source("old", publisher="Morning Report", published_earliest=day, published_latest=day)
    day = date(2021, 12, 6)
    shelf_rows.source(
        "new", publisher="Register", kind="register", published_earliest=day, published_latest=day
    )

    assert slugs(SourceFilter, PublicSource, query) == found
