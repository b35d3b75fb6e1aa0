"""Pages of lists that stand ready in memory, each for as long as the shelf is what it was made from."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from deals.api.answers import ListPage


class KeptPages:
    """The pages that were asked for last, up to so many bytes of them; threads share it.

    Nothing here is ever out of date: the key of a page says what it was made from.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._pages: OrderedDict[Hashable, ListPage] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], ListPage]) -> ListPage:
        """The page of this key, made now if it is not there."""
        with self._lock:
            if page := self._pages.get(key):
                self._pages.move_to_end(key)
                return page
        # Outside the lock, for others need not wait for the database. Two may make the same page: no harm.
        page = make()
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self._bytes += len(page.body)
            while self._bytes > self._most_bytes:
                self._drop(next(iter(self._pages)))
        return page

    def _drop(self, key: Hashable) -> None:
        if page := self._pages.pop(key, None):
            self._bytes -= len(page.body)
