"""What sources differ on: for each slot where only one claim can be true, what was accepted and what else
is said."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from deals.shelf.document import Disagreement, PublicItem, PublicMilestone, PublicValue
from deals.vocab.codes import MilestoneKind, UnitOfCount, ValueKind


def disagreements(
    items: list[PublicItem], values: list[PublicValue], milestones: list[PublicMilestone]
) -> list[Disagreement]:
    """Every fact of the deal on which its public claims differ."""
    return [
        *_differing(items, name=_item_name, words=_item_words, spread=_quantity_spread),
        *_differing(
            [value for value in values if value["equivalent_to"] is None],
            name=_value_name,
            words=_value_words,
            spread=_value_spread,
        ),
        *_differing(
            [step for step in milestones if MilestoneKind(step["kind"]).happens_once],
            name=_milestone_name,
            words=_milestone_words,
            spread=lambda claims: "",
        ),
    ]


def _differing(
    claims: Iterable[Any],
    *,
    name: Callable[[Any], str],
    words: Callable[[Any], str],
    spread: Callable[[list[Any]], str],
) -> list[Disagreement]:
    slots: dict[str, list[Any]] = {}
    for claim in claims:
        slots.setdefault(name(claim), []).append(claim)
    return [
        Disagreement(
            fact=fact,
            accepted=_distinct(words(claim) for claim in rivals if claim["status"] == "accepted"),
            disputed=_distinct(words(claim) for claim in rivals if claim["status"] == "disputed"),
            spread=spread(rivals),
        )
        for fact, rivals in slots.items()
        if len(rivals) > 1
    ]


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _item_name(item: PublicItem) -> str:
    part = f" ({item['part']})" if item["part"] else ""
    return f"Number of {item['system']['name']}{part}"


def _item_words(item: PublicItem) -> str:
    unit = "" if item["unit"] == UnitOfCount.ITEM else f", counted by {UnitOfCount(item['unit']).label}"
    return item["quantity"]["text"] + unit


def _quantity_spread(items: list[PublicItem]) -> str:
    """The lowest and highest number, where all count the same unit."""
    if len({item["unit"] for item in items}) > 1:
        return "not the same unit of count"
    ends = [
        Decimal(end)
        for item in items
        for end in (item["quantity"]["low"], item["quantity"]["high"])
        if end is not None
    ]
    return _spread(ends)


def _value_name(value: PublicValue) -> str:
    return ValueKind(value["kind"]).label


def _value_words(value: PublicValue) -> str:
    return value["reported"]


def _value_spread(values: list[PublicValue]) -> str:
    """How far apart the dollar figures are."""
    ends = [
        Decimal(end)
        for value in values
        for end in (value["usd"]["low"], value["usd"]["high"])
        if end is not None
    ]
    return _spread(ends)


def _spread(ends: list[Decimal]) -> str:
    """How far the highest figure exceeds the lowest, in words; blank where that says nothing."""
    if not ends or min(ends) <= 0 or max(ends) == min(ends):
        return ""
    ratio = max(ends) / min(ends)
    # A misprint with a digit too many would read as thousands of per cent, which nobody can picture.
    if ratio < 2:
        return f"{(ratio - 1) * 100:.0f} %"
    return f"the highest is {ratio:.{0 if ratio >= 10 else 1}f} times the lowest"


def _milestone_name(step: PublicMilestone) -> str:
    return f"Date of {MilestoneKind(step['kind']).label.lower()}"


def _milestone_words(step: PublicMilestone) -> str:
    return step["date"]["text"] if step["date"] else "no date given"
