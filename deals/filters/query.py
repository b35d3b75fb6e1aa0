"""The one place where the parameters of an address are read: applied to a list, or refused by name.

A refusal says which parameter, what was found and what was expected.
"""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import django_filters
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict

from deals.filters.fields import nearest
from deals.filters.lookups import Lookup, Order

PAGING = ("page", "page_size")

_MAX_ERRORS = 20
_MAX_FOUND = 100


@dataclass(frozen=True, slots=True)
class ParameterError:
    """One parameter that cannot be answered: its name, what was found, what was expected. Safe to show."""

    parameter: str
    found: str
    expected: str

    def __str__(self) -> str:
        sentence = f"{self.parameter}: found {self.found}, expected {self.expected}"
        return sentence if sentence.endswith("?") else f"{sentence}."


class BadQuery(ValueError):
    """Some parameters of an address cannot be answered; all of them are listed."""

    def __init__(self, errors: list[ParameterError]) -> None:
        super().__init__(" ".join(str(error) for error in errors))
        self.errors = errors


class ShelfFilter(django_filters.FilterSet):
    """What all filters on the shelf share. `unfiltered`: the columns that need no filter, and why."""

    unfiltered: ClassVar[dict[str, str]] = {}

    @classmethod
    def lookups(cls) -> dict[str, Lookup]:
        """The filters by the names of their parameters."""
        return {name: lookup for name, lookup in cls.base_filters.items() if isinstance(lookup, Lookup)}


def apply(
    filterset_class: type[ShelfFilter],
    params: QueryDict,
    queryset: QuerySet[Any],
    *,
    also_allowed: Collection[str] = PAGING,
    empty_means_unset: bool = False,
) -> QuerySet[Any]:
    """The rows that the parameters ask for, in the order they ask for; raises BadQuery.

    A form without JavaScript sends every field that it has, filled in or not; pages say `empty_means_unset`.
    """
    filters = filterset_class.lookups()
    errors = check_parameters(filters, params, also_allowed, empty_means_unset=empty_means_unset)
    refused = {error.parameter for error in errors}
    for name, lookup in filters.items():
        if name in refused or (name not in params and not isinstance(lookup, Order)):
            continue
        try:
            # The fields keep no state, so they are used as they stand: a form a request would cost more
            # than the query.
            queryset = lookup.filter(queryset, lookup.read(params, name))
        except ValidationError as error:
            errors.append(ParameterError(name, shown(",".join(params.getlist(name))), error.messages[0]))
    if errors:
        raise BadQuery(errors[:_MAX_ERRORS])
    return queryset


def read_query(
    filterset_class: type[ShelfFilter],
    params: QueryDict,
    queryset: QuerySet[Any],
    *,
    also_allowed: Collection[str] = PAGING,
    empty_means_unset: bool = False,
) -> ShelfFilter:
    """As `apply`, for pages that show a form: `.qs` are the rows, `.form` holds what was asked for."""
    apply(filterset_class, params, queryset, also_allowed=also_allowed, empty_means_unset=empty_means_unset)
    return filterset_class(data=params, queryset=queryset)


def check_parameters(
    filters: Mapping[str, Lookup],
    params: QueryDict,
    also_allowed: Collection[str] = (),
    *,
    empty_means_unset: bool = False,
) -> list[ParameterError]:
    """What is wrong whatever the parameters mean: unknown, repeated, empty, with control characters."""
    names = [*filters, *also_allowed]
    errors = []
    for name, values in params.lists():
        expected = ""
        if name not in names:
            expected = _expected_instead(name, names)
        elif any(unicodedata.category(letter) in {"Cc", "Cs"} for value in values for letter in value):
            expected = "text without control characters"
        elif len(values) > 1 and not (name in filters and filters[name].several):
            expected = "the parameter once"
        elif not empty_means_unset and not all(value.strip() for value in values):
            expected = "a value, or no such parameter"
        if expected:
            errors.append(ParameterError(shown(name), shown(",".join(values)), expected))
    return errors


def shown(text: str) -> str:
    """The text as an error may repeat it: short, with invisible and control characters written out."""
    visible = "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in text[:_MAX_FOUND]
    )
    return (visible + "…" if len(text) > _MAX_FOUND else visible) or "nothing"


def _expected_instead(name: str, names: list[str]) -> str:
    if not names:
        return "no parameters"
    return f"one of the parameters: {', '.join(names)}{nearest(name, names)}"
