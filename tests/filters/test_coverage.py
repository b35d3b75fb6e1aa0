"""No column of the shelf is forgotten: each has a filter, or a reason for having none."""

import pytest

from deals.filters import (
    DealFilter,
    PartyFilter,
    RegisterLineFilter,
    ShelfFilter,
    SourceFilter,
    SystemFilter,
)
from deals.filters.lookups import Lookup, Order

FILTERSETS = [DealFilter, RegisterLineFilter, PartyFilter, SystemFilter, SourceFilter]

each_filterset = pytest.mark.parametrize("filterset_class", FILTERSETS)


def looked_at(filterset_class: type[ShelfFilter]) -> set[str]:
    """The columns of the model that its filters look at."""
    return {
        column.partition("__")[0]
        for lookup in filterset_class.lookups().values()
        if not isinstance(lookup, Order)
        for column in lookup.columns
    }


@each_filterset
def test_each_column_has_a_filter_or_a_reason_for_having_none(filterset_class):
    columns = {field.name for field in filterset_class._meta.model._meta.concrete_fields}

    assert columns == looked_at(filterset_class) | filterset_class.unfiltered.keys()


@each_filterset
def test_no_column_with_a_filter_has_a_reason_for_having_none(filterset_class):
    assert looked_at(filterset_class) & filterset_class.unfiltered.keys() == set()


@each_filterset
def test_all_filters_are_lookups_that_describe_themselves(filterset_class):
    for name, lookup in filterset_class.base_filters.items():
        assert isinstance(lookup, Lookup), name
        assert lookup.label
        assert lookup.help_text.endswith(".")
        assert lookup.schema["type"] in {"string", "array", "boolean"}


@each_filterset
def test_filters_join_no_table_of_the_desk(filterset_class):
    for lookup in filterset_class.lookups().values():
        for column in lookup.columns:
            assert column.partition("__")[0] == column or column == "deal__slug"
