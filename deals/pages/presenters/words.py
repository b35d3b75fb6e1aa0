"""Claims in a few words: how many of what, how much, who with whom. Verdicts are shown beside them."""

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from enum import Enum
from typing import TypeVar

from deals.shelf.document import (
    CitedSource,
    DealDocument,
    PublicInvolvement,
    PublicItem,
    PublicMilestone,
    PublicQuantity,
    PublicValue,
    Reference,
)
from deals.vocab.codes import Codes, Qualifier, UnitOfCount, ValueKind
from deals.vocab.money import money_short

_NO_NUMBER = {Qualifier.UNKNOWN: "number not stated", Qualifier.UNDISCLOSED: "number undisclosed"}
_NO_AMOUNT = {Qualifier.UNKNOWN: "amount not stated", Qualifier.UNDISCLOSED: "amount undisclosed"}
_THREE_DIGITS = Context(prec=3)
_PLURALS = {"battery": "batteries"}

AnyCodes = TypeVar("AnyCodes", bound=Codes)


class Naming(Enum):
    """What stands behind a number whose unit is a single piece."""

    NOTHING = "nothing"
    SYSTEM = "the system's name"
    UNITS = "the word units, where other claims count something else"


def label(codes: type[AnyCodes], code: str) -> str:
    """The label of a code; the code itself where an old edition holds one that is no longer listed."""
    return codes(code).label if code in codes.values else code


def lowered(text: str) -> str:
    """The label inside a sentence."""
    return text[:1].lower() + text[1:]


def count_words(
    quantity: PublicQuantity, unit: str, naming: Naming = Naming.NOTHING, system: str = ""
) -> str:
    """A number with what it counts: "5 regiments", "601,427 × AK-203", "number undisclosed"."""
    if missing := _NO_NUMBER.get(Qualifier(quantity["qualifier"])):
        return missing
    if unit != UnitOfCount.ITEM:
        return f"{quantity['text']} {_plural(label(UnitOfCount, unit), quantity)}"
    if naming is Naming.UNITS:
        return f"{quantity['text']} {_plural('unit', quantity)}"
    return f"{quantity['text']} × {system}" if naming is Naming.SYSTEM else quantity["text"]


def item_words(item: PublicItem, items: Sequence[PublicItem], *, named: bool = True) -> str:
    """How many of what. Other claims of the deal decide whether a bare number would mislead.

    `named` False leaves the system's name out, where what is counted is plain from the place.
    """
    rivals = {other["unit"] for other in items if other["system"]["id"] == item["system"]["id"]}
    naming = Naming.UNITS if len(rivals) > 1 else Naming.SYSTEM if named else Naming.NOTHING
    return count_words(item["quantity"], item["unit"], naming, item["system"]["name"])


def delivery_words(step: PublicMilestone) -> str:
    """What a delivery handed over; empty for a step that names no goods."""
    if step["quantity"] is None or step["system"] is None:
        return ""
    if step["unit"] == UnitOfCount.ITEM:
        return count_words(step["quantity"], step["unit"], Naming.SYSTEM, step["system"]["name"])
    return f"{count_words(step['quantity'], step['unit'])} of {step['system']['name']}"


def value_words(value: PublicValue) -> str:
    """The sum in short form, or in words why there is none."""
    return _NO_AMOUNT.get(Qualifier(value["qualifier"]), "") or value["text"]


def dollar_words(value: PublicValue) -> str:
    """The sum in US dollars; one of our own conversion says so, and a sum without a rate says that."""
    if value["low"] is None and value["high"] is None:
        return ""
    basis = value["usd"]["basis"]
    if basis == "none":
        return "no rate"
    return f"≈ {_rounded_dollars(value)}" if basis == "converted" else value["usd"]["text"]


def leading_value(values: Iterable[PublicValue]) -> PublicValue | None:
    """The accepted value to name first: the contract's before others, and no second expression of a sum."""
    accepted = [value for value in values if value["status"] == "accepted" and value["equivalent_to"] is None]
    return min(accepted, key=lambda value: value["kind"] != ValueKind.CONTRACT_VALUE, default=None)


def rate_words(value: PublicValue) -> str:
    """How the dollar figure came about, as a sentence's part."""
    usd = value["usd"]
    if usd["basis"] == "reported":
        return "in dollars as reported"
    if usd["basis"] == "converted":
        rate = f"{usd['rate']} {value['currency']} to the dollar"
        return f"converted by us at {rate}, the {usd['year']} rate of {usd['rate_source']}"
    return f"no exchange rate is on record for {value['currency']}" if value["currency"] else ""


def source_name(source: CitedSource) -> str:
    """The source as a reader knows it: who published it, and when."""
    return f"{source['publisher']}, {source['published']['text'] if source['published'] else 'undated'}"


def parties_in(document: DealDocument, role: str) -> list[Reference]:
    """The parties that have this role by an accepted claim, each once."""
    return list(
        {
            party["party"]["id"]: party["party"]
            for party in _accepted(document["parties"])
            if party["role"] == role
        }.values()
    )


def route_words(document: DealDocument) -> str:
    """Who with whom: "Russia → India", "India and Russia", or that it is not stated."""
    suppliers, recipients = (_names(parties_in(document, role)) for role in ("supplier", "recipient"))
    if suppliers and recipients:
        return f"{suppliers} → {recipients}"
    if suppliers or recipients:
        return (
            f"from {suppliers}, recipient not stated"
            if suppliers
            else f"to {recipients}, supplier not stated"
        )
    return _names(parties_in(document, "signatory")) or "parties not stated"


def _names(parties: list[Reference]) -> str:
    names = [party["name"] for party in parties]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _accepted(parties: list[PublicInvolvement]) -> list[PublicInvolvement]:
    return [party for party in parties if party["status"] == "accepted"]


def _rounded_dollars(value: PublicValue) -> str:
    """Our conversion to three digits: an average rate makes no sum exact to the cent."""
    low, high = (
        None if amount is None else _THREE_DIGITS.plus(Decimal(amount))
        for amount in (value["usd"]["low"], value["usd"]["high"])
    )
    qualifier = Qualifier(value["qualifier"])
    # The sign before it says "about" already.
    return money_short(low, high, Qualifier.EXACT if qualifier is Qualifier.ABOUT else qualifier, "USD")


def _plural(word: str, quantity: PublicQuantity) -> str:
    exactly_one = quantity["low"] == quantity["high"] == 1
    return word if exactly_one else _PLURALS.get(word, f"{word}s")
