"""Widgets that find records by typing a part of their name."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib.admin.widgets import AutocompleteMixin, AutocompleteSelect, AutocompleteSelectMultiple
from django.urls import reverse

from deals.models import Passage

LONGEST_ID_DIGITS = 18
"""Digits of the longest id that the database can hold for sure."""

# The type checker must know what the mixin adds to; at run time the widget comes beside it.
if TYPE_CHECKING:
    _Widget = AutocompleteMixin
else:
    _Widget = object


def is_id(value: object) -> bool:
    """Whether what a browser sent can be the id of a row."""
    text = str(value)
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_ID_DIGITS


def passage_in_words(passage: Passage) -> str:
    """A passage as menus show it: who says so and where, then the words."""
    place = f", characters {passage.start}-{passage.end}" if passage.checked else ""
    return f"{passage.source}{place}: {passage}"


class _IdsOnly(_Widget):
    """Looks up ids only; Django's own widget fails on anything else that a browser sends back."""

    def optgroups(self, name: str, value: Iterable[Any], attr: Any = None) -> Any:
        """The chosen options."""
        return super().optgroups(name, [one for one in value if is_id(one)], attr)


class RecordSelect(_IdsOnly, AutocompleteSelect):
    """Finds one record."""


class PassageSelect(_IdsOnly, AutocompleteSelectMultiple):
    """Finds passages by their words or their source."""

    def get_url(self) -> str:
        """The search that names each passage's source."""
        return reverse("admin:deals_passage_find")
