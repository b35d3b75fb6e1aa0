"""Values of a document: in words, in crore where reported so, and in US dollars of the day with the rate
named."""

from decimal import Decimal

from deals.actions.publishing.claims import SourceList, claim_id, public_claim
from deals.actions.publishing.gather import Rates, Record
from deals.models import Value
from deals.shelf.document import Basis, DollarAmount, PublicValue
from deals.vocab.codes import ClaimStatus, Qualifier
from deals.vocab.money import in_crore, money_short

# Words of Indian notation in a reported text, for which the figure in crore stands beside the one in
# billions.
_INDIAN_WORDS = ("crore", "lakh", " cr", "करोड़", "लाख")

_CENT = Decimal("0.01")


def public_values(record: Record, sources: SourceList, rates: Rates) -> list[PublicValue]:
    """The deal's values, each with its dollar figure: reported, converted at a named rate, or none."""
    year = conversion_year(record)
    # A value that nobody accepted must not show, not even as the id of what another one is equivalent to.
    public: dict[int | None, str] = {value.pk: claim_id(value) for value in record.values}
    reported_dollars = {
        value.equivalent_to_id: value
        for value in record.values
        if value.equivalent_to_id and value.currency == "USD" and _may_stand_for(value)
    }
    return [
        PublicValue(
            **public_claim(value, sources),
            kind=value.kind,
            reported=value.reported,
            low=_plain(value.amount_low),
            high=_plain(value.amount_high),
            qualifier=value.qualifier,
            currency=value.currency,
            text=_words(value.amount_low, value.amount_high, value.qualifier, value.currency),
            indian=_in_crore(value),
            usd=_in_dollars(value, reported_dollars.get(value.pk), rates, year),
            equivalent_to=public.get(value.equivalent_to_id),
        )
        for value in record.values
    ]


def _may_stand_for(equivalent: Value) -> bool:
    """Whether the dollar figure is as good as the sum it re-expresses: a disputed one does not speak."""
    statuses = (equivalent.status, equivalent.equivalent_to.status if equivalent.equivalent_to else "")
    return equivalent.status == ClaimStatus.ACCEPTED or statuses == (
        ClaimStatus.DISPUTED,
        ClaimStatus.DISPUTED,
    )


def conversion_year(record: Record) -> int | None:
    """The year whose rate converts the deal's values: of its accepted signature, or else of its oldest
    source."""
    signed = [fact for fact in record.milestones if fact.kind == "signature" and fact.status == "accepted"]
    for fact in signed:
        if fact.date_earliest and fact.date_latest and fact.date_earliest.year == fact.date_latest.year:
            return int(fact.date_earliest.year)
    days = [
        one.passage.source.published_earliest
        for fact in record.values
        for one in fact.evidence.all()
        if one.passage.source.published_earliest
    ]
    return int(min(days).year) if days else None


def _in_dollars(value: Value, as_reported: Value | None, rates: Rates, year: int | None) -> DollarAmount:
    reported = value if value.currency == "USD" else as_reported
    if reported is not None and reported.currency:
        return _dollars(reported.amount_low, reported.amount_high, value.qualifier, basis="reported")
    rate = rates.find(value.currency, year) if year else None
    if rate is None or (value.amount_low is None and value.amount_high is None):
        return DollarAmount(low=None, high=None, text="", basis="none", rate=None, year=None, rate_source="")
    low, high = (
        None if amount is None else (amount / rate.per_usd).quantize(_CENT)
        for amount in (value.amount_low, value.amount_high)
    )
    converted = _dollars(low, high, value.qualifier, basis="converted")
    low, high = (None if amount is None else _three_digits(amount) for amount in (low, high))
    return {
        **converted,
        "text": _words(low, high, value.qualifier, "USD"),
        "rate": f"{rate.per_usd.normalize():f}",
        "year": rate.year,
        "rate_source": rate.source,
    }


def _dollars(low: Decimal | None, high: Decimal | None, qualifier: str, *, basis: Basis) -> DollarAmount:
    return DollarAmount(
        low=_plain(low),
        high=_plain(high),
        text=_words(low, high, qualifier, "USD"),
        basis=basis,
        rate=None,
        year=None,
        rate_source="",
    )


def _three_digits(amount: Decimal) -> Decimal:
    """The amount as words give it: an average rate over a year is not good for more digits."""
    return amount and amount.quantize(Decimal(1).scaleb(amount.adjusted() - 2)).normalize()


def _words(low: Decimal | None, high: Decimal | None, qualifier: str, currency: str) -> str:
    return money_short(low, high, Qualifier(qualifier), currency)


def _in_crore(value: Value) -> str:
    if value.currency != "INR" or not any(word in value.reported.lower() for word in _INDIAN_WORDS):
        return ""
    ends = sorted({amount for amount in (value.amount_low, value.amount_high) if amount is not None})
    return " to ".join(in_crore(amount) for amount in ends)


def _plain(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"
