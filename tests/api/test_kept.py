"""Pages that stand ready in memory: those that were asked for last, within a bound of bytes."""

import pytest

from deals.api.answers import ListPage
from deals.api.kept import KeptPages


def page(body: bytes) -> ListPage:
    """A page that is as large as these bytes."""
    return ListPage(body=body, content_hash="", links={})


def never() -> ListPage:
    """For pages that must be there."""
    raise AssertionError("The page was made again.")


def keep(pages: KeptPages, key: str, body: bytes) -> ListPage:
    """Ask for a page of these bytes."""
    return pages.get(key, lambda: page(body))


def test_a_page_is_made_once():
    pages = KeptPages(most_bytes=10)
    made = keep(pages, "a", b"12345")

    assert pages.get("a", never) is made


def test_pages_of_other_keys_are_other_pages():
    pages = KeptPages(most_bytes=10)
    keep(pages, "a", b"12345")

    assert keep(pages, "b", b"67890").body == b"67890"
    assert pages.get("a", never).body == b"12345"


def test_the_page_that_was_asked_for_longest_ago_makes_room():
    pages = KeptPages(most_bytes=10)
    keep(pages, "a", b"12345")
    keep(pages, "b", b"67890")
    pages.get("a", never)

    keep(pages, "c", b"x")

    assert pages.get("a", never)
    assert pages.get("c", never)
    assert keep(pages, "b", b"made again").body == b"made again"


def test_a_page_larger_than_all_room_is_answered_and_not_kept():
    pages = KeptPages(most_bytes=10)

    assert keep(pages, "a", b"12345678901").body == b"12345678901"
    assert keep(pages, "a", b"again").body == b"again"
    assert pages.get("a", never).body == b"again"


def test_what_cannot_be_made_is_not_kept():
    pages = KeptPages(most_bytes=10)

    with pytest.raises(AssertionError):
        pages.get("a", never)

    assert keep(pages, "a", b"1").body == b"1"
