"""How long readers wait: the API's list and the pages, beside what the same site needs for nothing."""

from tests.bench.invented import FIRST_YEAR
from tests.bench.served import served
from tests.bench.table import Row, milliseconds, times
from tests.bench.timing import Ask, asker, medians

_NEAR_EMPTY = "≤ 2.5 ×"
_FAR_FROM_NESTED = "≥ 20 ×"

_ROUNDS = 100

_API = {
    "empty": "/api/bench/empty/",
    "list": "/api/v1/deals/?page_size=50",
    # A condition that all deals meet, so that the page is the same and stands ready nowhere.
    "new list": f"/api/v1/deals/?page_size=50&published_since={FIRST_YEAR}-01-01T00:00:00.{{round}}Z",
    "deal": "/api/v1/deals/invented-deal-1/",
    "nested": "/api/bench/nested/?page_size=50",
}

_PAGES = {"empty": "/bench/empty/", "deal": "/deals/invented-deal-1/", "list": "/deals/"}


def measure_reading() -> list[Row]:
    """The API in this process and through gunicorn, and the pages."""
    ask = asker()
    rows = _measure_api(ask, "in one process")
    with served() as ask_server:
        rows += _measure_api(ask_server, "through gunicorn")
    return rows + _measure_pages(ask)


def _measure_api(ask: Ask, how: str) -> list[Row]:
    seconds = medians(ask, _API, rounds=_ROUNDS, title=f"API {how}")
    empty, listed, nested = seconds["empty"], seconds["list"], seconds["nested"]
    made = seconds["new list"]
    return [
        Row(f"API {how}: empty endpoint", milliseconds(empty)),
        Row("list of 50 deals", milliseconds(listed), f"{times(listed / empty)} empty", _NEAR_EMPTY),
        Row("the same, first time since an edition", milliseconds(made), f"{times(made / empty)} empty"),
        Row("one deal", milliseconds(seconds["deal"]), f"{times(seconds['deal'] / empty)} empty"),
        Row(
            "nested serializers, 50 agreements",
            milliseconds(nested),
            f"{times(nested / listed)} the list; {times(nested / made)} its first time",
            _FAR_FROM_NESTED,
        ),
    ]


def _measure_pages(ask: Ask) -> list[Row]:
    seconds = medians(ask, _PAGES, rounds=_ROUNDS, title="pages")
    empty = seconds["empty"]
    return [
        Row("Pages in one process: empty page", milliseconds(empty)),
        Row("deal", milliseconds(seconds["deal"]), f"{times(seconds['deal'] / empty)} empty"),
        Row(
            "list of 50 deals with its form",
            milliseconds(seconds["list"]),
            f"{times(seconds['list'] / empty)} empty",
        ),
    ]
