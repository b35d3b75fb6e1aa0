"""The shelf: the published side, written by `deals.actions.publish` only and read by everything public.

What is not published has no row here, so no filter, search, ordering or join can leak it.
"""

from deals.shelf.deal import Deal, Tombstone
from deals.shelf.edition import Edition, EditionEvent, chain_hash
from deals.shelf.public import Citation, PublicParty, PublicSource, PublicSystem
from deals.shelf.register_line import RegisterLine

__all__ = [
    "Citation",
    "Deal",
    "Edition",
    "EditionEvent",
    "PublicParty",
    "PublicSource",
    "PublicSystem",
    "RegisterLine",
    "Tombstone",
    "chain_hash",
]
