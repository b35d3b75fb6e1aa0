"""Deals as rows of lists: what a reader needs to tell one from another, from their documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import orjson

from deals.pages.presenters.words import (
    dollar_words,
    item_words,
    label,
    leading_value,
    route_words,
    value_words,
)
from deals.shelf import Deal
from deals.shelf.document import DealDocument, PublicDate, PublicItem
from deals.vocab.codes import PartyRole

_MOST_ITEMS = 2


@dataclass(frozen=True, slots=True)
class DealRow:
    """One deal in a list."""

    slug: str
    title: str
    kind: str
    status: str
    route: str
    signed: PublicDate | None
    ordered: str
    value: str
    dollars: str
    counts: bool
    counting_reason: str
    disputed: bool
    published_at: datetime
    roles: list[str]
    items: list[PublicItem]


def deal_row(deal: Deal, *, party: str = "", system: str = "") -> DealRow:
    """The deal's row: with the roles of one party, or with the items of one system alone."""
    document: DealDocument = orjson.loads(bytes(deal.document))
    items = [item for item in document["items"] if system in ("", item["system"]["id"])]
    value = leading_value(document["values"])
    return DealRow(
        slug=deal.slug,
        title=document["title"],
        kind=document["kind"],
        status=document["status"],
        route=route_words(document),
        signed=document["signed"],
        ordered=_ordered(items, document["items"]),
        value=value_words(value) if value else "",
        dollars=dollar_words(value) if value and value["currency"] != "USD" else "",
        counts=document["counts_toward_totals"],
        counting_reason=document["counting_reason"],
        disputed=document["disputed"],
        published_at=deal.published_at,
        roles=_roles(document, party),
        items=items,
    )


def by_role(rows: Iterable[DealRow]) -> dict[str, list[DealRow]]:
    """Rows of a party's deals under the roles that it has in them, in the vocabulary's order."""
    listed: dict[str, list[DealRow]] = {role.label: [] for role in PartyRole}
    for row in rows:
        for role in row.roles:
            listed.setdefault(role, []).append(row)
    return {role: deals for role, deals in listed.items() if deals}


def _roles(document: DealDocument, party: str) -> list[str]:
    """The labels of its roles, or that the deal names it elsewhere, as in a milestone."""
    if not party:
        return []
    roles = [label(PartyRole, one["role"]) for one in document["parties"] if one["party"]["id"] == party]
    return list(dict.fromkeys(roles)) or ["Named otherwise"]


def _ordered(items: list[PublicItem], all_items: list[PublicItem]) -> str:
    accepted = [item for item in items if item["status"] == "accepted"]
    words = [item_words(item, all_items) for item in accepted[:_MOST_ITEMS]]
    more = len(accepted) - len(words)
    return "; ".join([*words, *([f"{more} more"] if more else [])])
