"""Pages of lists, within bounds."""

import pytest
from django.http import QueryDict

from deals.filters import BadQuery, Page, read_page


def test_without_parameters_the_first_fifty_are_meant():
    assert read_page(QueryDict("")) == Page(number=1, size=50)


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("page=3&page_size=20", Page(3, 20)),
        ("page=100000&page_size=200", Page(100_000, 200)),
        ("page=1&page_size=1", Page(1, 1)),
        ("page=007", Page(7, 50)),
    ],
)
def test_a_page_is_read(query, page):
    assert read_page(QueryDict(query)) == page


@pytest.mark.parametrize(
    "found", ["0", "-1", "abc", "1.5", "100001", "1" + "0" * 20, "٣", "²", "+1", " 1", "0x1"]
)
def test_a_page_that_is_no_number_within_bounds_is_refused(found):
    params = QueryDict(mutable=True)
    params["page"] = found

    with pytest.raises(BadQuery) as caught:
        read_page(params)

    assert [str(error) for error in caught.value.errors] == [
        f"page: found {found}, expected a whole number from 1 to 100000."
    ]


def test_page_and_size_are_refused_together():
    with pytest.raises(BadQuery) as caught:
        read_page(QueryDict("page=0&page_size=201"))

    assert [str(error) for error in caught.value.errors] == [
        "page: found 0, expected a whole number from 1 to 100000.",
        "page_size: found 201, expected a whole number from 1 to 200.",
    ]


@pytest.mark.parametrize(("count", "last"), [(0, 1), (1, 1), (50, 1), (51, 2), (100, 2)])
def test_the_last_page_of_a_list(count, last):
    assert Page(1, 50).last(count) == last


def test_only_pages_with_rows_and_the_first_one_are_there():
    assert not Page(1, 50).is_beyond(0)
    assert not Page(2, 50).is_beyond(51)
    assert Page(2, 50).is_beyond(50)
