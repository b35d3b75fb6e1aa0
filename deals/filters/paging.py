"""Which page of a list is asked for, within bounds; for pages and API alike."""

from dataclasses import dataclass

from django.http import QueryDict

from deals.filters.query import BadQuery, ParameterError, shown

DEFAULT_PAGE_SIZE = 50
MAX_PAGE_SIZE = 200
MAX_PAGE = 100_000


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: its number, from 1, and how many rows a page has."""

    number: int
    size: int

    @property
    def start(self) -> int:
        """How many rows come before it."""
        return (self.number - 1) * self.size

    def is_beyond(self, count: int) -> bool:
        """Whether a list of so many rows ends before it. The first page is always there."""
        return self.number > 1 and self.start >= count

    def last(self, count: int) -> int:
        """The number of the last page of a list of so many rows."""
        return max(1, -(-count // self.size))


def read_page(params: QueryDict) -> Page:
    """The page that `page` and `page_size` ask for; raises BadQuery."""
    errors: list[ParameterError] = []
    number = _read_number(params, "page", 1, MAX_PAGE, errors)
    size = _read_number(params, "page_size", DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, errors)
    if errors:
        raise BadQuery(errors)
    return Page(number, size)


def _read_number(params: QueryDict, name: str, default: int, most: int, errors: list[ParameterError]) -> int:
    text = params.get(name)
    if text is None:
        return default
    # A few ASCII digits only: very long numbers take long to read, and int() takes digits of every script.
    if text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 1 <= int(text) <= most:
        return int(text)
    errors.append(ParameterError(name, shown(text), f"a whole number from 1 to {most}"))
    return default
