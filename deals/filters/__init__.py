"""What lists can be asked for: one FilterSet a shelf model, for pages, API and exports alike.

Looks at the shelf only.
"""

from deals.filters.deal import DealFilter
from deals.filters.paging import Page, read_page
from deals.filters.public import PartyFilter, SourceFilter, SystemFilter
from deals.filters.query import BadQuery, ParameterError, ShelfFilter, apply, read_query
from deals.filters.register_line import RegisterLineFilter

__all__ = [
    "BadQuery",
    "DealFilter",
    "Page",
    "ParameterError",
    "PartyFilter",
    "RegisterLineFilter",
    "ShelfFilter",
    "SourceFilter",
    "SystemFilter",
    "apply",
    "read_page",
    "read_query",
]
