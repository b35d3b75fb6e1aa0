"""Filters: how one parameter narrows or sorts a list. Each names the columns that it looks at."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import django_filters
from django.contrib.postgres.search import SearchQuery
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.http import QueryDict

from deals.filters import fields
from deals.vocab.codes import Codes

Rows = QuerySet[Any]
SortKey = str | OrderBy

# Within a word, the stretches of digits and of other letters.
_RUNS = re.compile(r"[0-9]+|[^0-9]+")


class Lookup(django_filters.Filter):
    """A filter on some columns; a subclass says with `condition` which rows a value keeps."""

    field_class: type[Any] = fields.ParameterField

    def __init__(self, label: str, help_text: str, *columns: str, **kwargs: Any) -> None:
        super().__init__(field_name=columns[0], label=label, help_text=help_text, **kwargs)
        self.columns = columns

    @property
    def help_text(self) -> str:
        """What the parameter does, in one sentence."""
        return str(self.extra["help_text"])

    @property
    def schema(self) -> dict[str, Any]:
        """What the parameter may hold, as JSON Schema."""
        field: Any = self.field
        return dict(field.schema)

    @property
    def several(self) -> bool:
        """Whether the parameter may be given more than once."""
        return isinstance(self.field, fields.CodesField)

    def read(self, params: QueryDict, name: str) -> Any:
        """The parameter's value, if given; raises ValidationError, whose message says what was expected."""
        return self.field.clean(self.field.widget.value_from_datadict(params, {}, name))

    def filter(self, qs: Rows, value: Any) -> Rows:
        """The rows that the value keeps; all of them when the parameter is not given."""
        return qs if value in (None, "", []) else qs.filter(self.condition(value))

    def condition(self, value: Any) -> Q:
        """What a row must meet."""
        return Q(**{self.columns[0]: value})


class Id(Lookup):
    """Rows whose column is this id."""

    field_class = fields.SlugField


class IdAmong(Id):
    """Rows whose column of ids holds this one."""

    def condition(self, value: str) -> Q:
        """The array holds the id; an index serves this."""
        return Q(**{f"{self.columns[0]}__contains": [value]})


class CodeIn(Lookup):
    """Rows whose code is one of those given."""

    field_class = fields.CodesField

    def __init__(self, label: str, help_text: str, column: str, codes: type[Codes]) -> None:
        super().__init__(label, help_text, column, codes=codes)

    def condition(self, value: list[str]) -> Q:
        """The code is among them."""
        return Q(**{f"{self.columns[0]}__in": value})


class CodeAmong(CodeIn):
    """Rows whose column of codes holds one of those given."""

    def condition(self, value: list[str]) -> Q:
        """The two sets of codes overlap."""
        return Q(**{f"{self.columns[0]}__overlap": value})


class Country(Lookup):
    """Rows of one country, or of none."""

    field_class = fields.CountryField

    def filter(self, qs: Rows, value: str | None) -> Rows:
        """The empty text is a value here: no country."""
        return qs if value is None else qs.filter(self.condition(value))


class Flag(Lookup):
    """Rows for which something holds, or does not."""

    field_class = fields.FlagField


class Year(Lookup):
    """Rows of one year, or of no known one."""

    field_class = fields.YearField

    def __init__(self, label: str, help_text: str, column: str) -> None:
        super().__init__(label, help_text, column, unknown=True)

    def condition(self, value: int | str) -> Q:
        """The year is this one, or not there."""
        return (
            Q(**{f"{self.columns[0]}__isnull": True}) if value == fields.UNKNOWN else super().condition(value)
        )


class Bound(Lookup):
    """Rows on one side of a value in one column; rows without a value are left out."""

    def __init__(self, label: str, help_text: str, column: str, *, side: str, field: type[Any]) -> None:
        self.field_class = field
        super().__init__(label, help_text, column)
        self.side = side

    def condition(self, value: Any) -> Q:
        """The column is at least, or at most, the value."""
        return Q(**{f"{self.columns[0]}__{self.side}": value})


class CanBeAtLeast(Lookup):
    """Rows whose range can reach up to the value; an open upper end does, no range at all does not."""

    def __init__(self, label: str, help_text: str, low: str, high: str, *, field: type[Any]) -> None:
        self.field_class = field
        super().__init__(label, help_text, low, high)

    def condition(self, value: Any) -> Q:
        """The upper end is not below the value."""
        low, high = self.columns
        return Q(**{f"{high}__gte": value}) | Q(**{f"{high}__isnull": True, f"{low}__isnull": False})


class CanBeAtMost(CanBeAtLeast):
    """Rows whose range can reach down to the value; an open lower end does, no range at all does not."""

    def condition(self, value: Any) -> Q:
        """The lower end is not above the value."""
        low, high = self.columns
        return Q(**{f"{low}__lte": value}) | Q(**{f"{low}__isnull": True, f"{high}__isnull": False})


class Empty(Lookup):
    """Rows that have nothing in the columns, asked for with one word that says why."""

    field_class = fields.ChoiceField

    def __init__(self, label: str, help_text: str, *columns: str, word: str = fields.UNKNOWN) -> None:
        super().__init__(label, help_text, *columns, choices=[(word, word.capitalize())])

    def condition(self, value: str) -> Q:
        """None of the columns has a value."""
        return Q(**{f"{column}__isnull": True for column in self.columns})


class Search(Lookup):
    """Rows whose index of folded words holds all the words; the last one may be the beginning of a word."""

    field_class = fields.WordsField

    def condition(self, value: list[str]) -> Q:
        """The index matches all words."""
        *whole, last = value
        query = " & ".join([*(_term(word) for word in whole), _term(last, ":*")])
        return Q(search=SearchQuery(query, config="simple", search_type="raw"))


class Order(Lookup):
    """The order of the rows: one of a few, each ending with columns that leave no two rows equal."""

    field_class = fields.ChoiceField

    def __init__(
        self, help_text: str, orders: Mapping[str, tuple[str, Sequence[SortKey]]], *, last: Sequence[str]
    ) -> None:
        choices = [(name, label) for name, (label, _) in orders.items()]
        self.orders = {name: [*keys, *last] for name, (_, keys) in orders.items()}
        self.default = choices[0][0]
        super().__init__(
            "Order", f"{help_text} Without it: {self.default}.", *last, choices=choices, empty_label="Usual"
        )

    def filter(self, qs: Rows, value: str | None) -> Rows:
        """The rows in the order asked for, or in the first one of the list."""
        return qs.order_by(*self.orders[value or self.default])


def rising(column: str) -> OrderBy:
    """Smallest first, empty ones at the end."""
    return F(column).asc(nulls_last=True)


def falling(column: str) -> OrderBy:
    """Largest first, empty ones at the end."""
    return F(column).desc(nulls_last=True)


def _term(word: str, ending: str = "") -> str:
    """One word in PostgreSQL's language of searches. s400 also finds S-400, which is s and 400 there."""
    runs = _RUNS.findall(word)
    term = _quoted(word) + ending
    return term if len(runs) == 1 else f"({term} | ({' <-> '.join(_quoted(run) for run in runs)}{ending}))"


def _quoted(word: str) -> str:
    """The word as a text, in which nothing is an operator."""
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
