"""Each rule lists its offender, says why, and leaves alone what is nearly wrong but fine."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deals.models import Source
from deals.quality.check import find_offenders, rules
from deals.quality.rule import RULES
from tests.factories import (
    AgreementFactory,
    ExchangeRateFactory,
    ExposureFactory,
    InvolvementFactory,
    ItemFactory,
    MilestoneFactory,
    PassageFactory,
    RelationFactory,
    SourceFactory,
    StakeFactory,
    SystemFactory,
    ValueFactory,
    signed_contract,
)

pytestmark = pytest.mark.django_db

Arrange = Callable[[], Any]

MISSILE = {"system__name": "Missile", "system__slug": "missile"}


def passage_of_changed_text() -> None:
    """The archived text was put in order after it had been quoted."""
    passage = PassageFactory(source__slug="daily", source__text="It bought five units.", quote="five units")
    Source.objects.filter(pk=passage.source_id).update(text="They bought five units.")


def passage_from_before_the_text() -> None:
    """The text was archived after the quote had been typed in."""
    passage = PassageFactory(source__slug="daily", quote="five units")
    Source.objects.filter(pk=passage.source_id).update(text="It bought five units.", sha256="0" * 64)


def two_quantities(**second: Any) -> None:
    """Two accepted quantities of one system in one agreement."""
    first = ItemFactory(agreement__slug="jets", **MISSILE)
    columns = {"agreement": first.agreement, "system": first.system, "quantity_low": 6} | second
    ItemFactory(**columns)


def two_values(**second: Any) -> None:
    """Two accepted contract values of one agreement."""
    first = ValueFactory(agreement__slug="jets")
    ValueFactory(**{"agreement": first.agreement, "reported": "$2 million", "amount_low": 2_000_000} | second)


def two_milestones(kind: str) -> None:
    """Two accepted dates of one sort of milestone."""
    first = MilestoneFactory(agreement__slug="jets", kind=kind)
    MilestoneFactory(agreement=first.agreement, kind=kind, date="2021")


def deliveries(*numbers: int, ordered: dict[str, Any] | None = None, **columns: Any) -> None:
    """Accepted deliveries of five ordered missiles."""
    item = ItemFactory(agreement__slug="jets", **MISSILE, **(ordered or {}))
    for number in numbers:
        delivered = {"quantity_low": number, "quantity_high": number, "qualifier": "exact", "date": "2021"}
        shared = {"agreement": item.agreement, "kind": "delivery", "system": item.system}
        MilestoneFactory(**shared | delivered | columns)


def steps(**dates: str) -> None:
    """Accepted milestones of one agreement, with their dates."""
    agreement = AgreementFactory(slug="jets")
    for kind, date in dates.items():
        MilestoneFactory(agreement=agreement, kind=kind, date=date)


def published(kind: str = "contract", **roles: str) -> None:
    """A published agreement with parties in these roles, with these verdicts."""
    agreement = AgreementFactory(slug="jets", kind=kind, state="published")
    for role, status in roles.items():
        InvolvementFactory(agreement=agreement, role=role, status=status)


OFFENDERS: dict[str, list[tuple[Arrange, list[str]]]] = {
    "claim_without_evidence": [
        (lambda: ItemFactory(**MISSILE, passages=[]), ["“Missile: 5” is accepted without evidence."]),
        (
            lambda: ValueFactory(status="disputed", passages=[]),
            ["“Contract value: $1 million” is disputed without evidence."],
        ),
        (
            lambda: StakeFactory(owner__name="India", owned__name="Venture", passages=[]),
            ["“India owns 50 % of Venture” is accepted without evidence."],
        ),
    ],
    "quote_not_in_text": [
        (
            passage_of_changed_text,
            ["“five units” does not stand in the archived text of daily at its offsets."],
        ),
        (
            passage_from_before_the_text,
            ["“five units” does not stand in the archived text of daily at its offsets."],
        ),
    ],
    "blank_quote": [
        (
            lambda: PassageFactory(source__slug="daily", quote=""),
            ["A passage of daily has no quote, and the source is no register."],
        )
    ],
    "two_accepted_in_one_slot": [
        (
            two_quantities,
            ["“Missile: 5” and “Missile: 6” are both accepted, and only one can be true."],
        ),
        (
            two_values,
            [
                "“Contract value: $1 million” and “Contract value: $2 million” are both accepted,"
                " and only one can be true."
            ],
        ),
        (
            lambda: two_milestones("signature"),
            ["“Signature 2020-01-01” and “Signature 2021” are both accepted, and only one can be true."],
        ),
    ],
    "delivered_more_than_ordered": [
        (
            lambda: deliveries(3, 2000),
            ["2,003 of Missile are accepted as delivered, more than were ordered."],
        ),
        (
            lambda: deliveries(6, ordered={"quantity_low": None, "quantity_high": 5, "qualifier": "up_to"}),
            ["6 of Missile are accepted as delivered, more than were ordered."],
        ),
    ],
    "delivery_before_signature": [
        (
            lambda: steps(signature="2020-03", delivery="2020-02"),
            ["“Delivery 2020-02” is before the signature, 2020-03-01 at the earliest."],
        )
    ],
    "end_before_start": [
        (
            lambda: steps(signature="2020-03-01", cancellation="2020-02-29"),
            ["“Cancellation 2020-02-29” is before the start, 2020-03-01 at the earliest."],
        ),
        (
            lambda: steps(entry_into_force="2021", expiry="2020"),
            ["“Expiry 2020” is before the start, 2021-01-01 at the earliest."],
        ),
    ],
    "value_without_rate": [
        (
            lambda: ValueFactory(currency="XYZ"),
            ["“Contract value: $1 million” is in XYZ, for which there is no exchange rate."],
        )
    ],
    "published_without_partners": [
        (published, ["jets is published without an accepted supplier and recipient."]),
        (
            lambda: published(supplier="accepted", recipient="disputed"),
            ["jets is published without an accepted recipient."],
        ),
        (
            lambda: published("notification", recipient="accepted", buyer="accepted"),
            ["jets is published without an accepted supplier."],
        ),
    ],
}

NEAR_MISSES: dict[str, list[Arrange]] = {
    "claim_without_evidence": [
        ItemFactory,
        lambda: ItemFactory(status="pending", passages=[]),
        lambda: StakeFactory(status="rejected", passages=[]),
    ],
    "quote_not_in_text": [
        lambda: PassageFactory(source__text="₹ “five” units", quote="units"),
        lambda: PassageFactory(quote="no text to look into"),
    ],
    "blank_quote": [lambda: PassageFactory(source__kind="register", quote=""), PassageFactory],
    "two_accepted_in_one_slot": [
        lambda: two_quantities(status="disputed"),
        lambda: two_quantities(part="option"),
        lambda: two_quantities(system=SystemFactory()),
        lambda: two_quantities(agreement=AgreementFactory()),
        lambda: two_values(kind="estimated_cost"),
        lambda: two_values(equivalent_to=ValueFactory(currency="INR")),
        lambda: two_milestones("delivery"),
    ],
    "delivered_more_than_ordered": [
        lambda: deliveries(3, 2),
        lambda: deliveries(4, 3, status="disputed"),
        lambda: deliveries(6, unit="battery"),
        lambda: deliveries(6, ordered={"quantity_high": None, "qualifier": "at_least"}),
        lambda: deliveries(6, kind="statement"),
    ],
    "delivery_before_signature": [
        lambda: steps(signature="2020-03", delivery="2020"),
        lambda: steps(signature="", delivery="1999"),
        lambda: steps(signature="2020-03-01", delivery="2020-03-01"),
    ],
    "end_before_start": [
        lambda: steps(signature="2020-03-01", cancellation="2020-03-01"),
        lambda: steps(signature="2020", entry_into_force="2022", cancellation="2021"),
        lambda: steps(signature="2020", expiry=""),
    ],
    "value_without_rate": [
        ValueFactory,
        lambda: ValueFactory(currency=ExchangeRateFactory(currency="INR").currency),
        lambda: ValueFactory(currency="XYZ", status="disputed"),
        lambda: ValueFactory(currency="", amount_low=None, qualifier="undisclosed"),
    ],
    "published_without_partners": [
        lambda: published(supplier="accepted", recipient="accepted"),
        lambda: published("framework_programme"),
        AgreementFactory,
    ],
}


def reasons(rule: str) -> list[str]:
    return [offender.reason for offender in find_offenders()[rule]]


def test_every_rule_has_an_offender_and_a_near_miss_here() -> None:
    names = {rule.name for rule in RULES}

    assert rules() == RULES
    assert (set(OFFENDERS), set(NEAR_MISSES)) == (names, names)


@pytest.mark.parametrize(
    ("rule", "number"), [(rule, n) for rule in OFFENDERS for n in range(len(OFFENDERS[rule]))]
)
def test_rule_lists_its_offender_and_says_why(rule: str, number: int) -> None:
    arrange, expected = OFFENDERS[rule][number]

    arrange()

    assert reasons(rule) == expected


@pytest.mark.parametrize(
    ("rule", "number"), [(rule, n) for rule in NEAR_MISSES for n in range(len(NEAR_MISSES[rule]))]
)
def test_rule_leaves_alone_what_is_fine(rule: str, number: int) -> None:
    NEAR_MISSES[rule][number]()

    assert reasons(rule) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_asked_about_some_agreements_is_silent_about_others(rule: Any) -> None:
    other = signed_contract()
    for arrange, _ in OFFENDERS[rule.name][:1]:
        arrange()

    assert list(rule.find([other])) == []
    assert len(list(rule.find(None))) == 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_says_in_a_sentence_what_it_asks_for(rule: Any) -> None:
    assert rule.meaning.endswith(".")
    assert rule.find.__doc__


def test_offenders_know_their_agreement() -> None:
    item = ItemFactory(agreement__slug="jets", passages=[])

    (offender,) = find_offenders()["claim_without_evidence"]

    assert (offender.record, offender.agreement) == (item, item.agreement)


def clean() -> None:
    """A published contract of every sort of fact that breaks no rule."""
    contract = signed_contract(state="published")
    ExposureFactory(agreement=contract)
    RelationFactory(agreement=contract)
    StakeFactory()


def broken() -> None:
    """A contract that breaks every rule that one contract can."""
    contract = AgreementFactory(state="published")
    shared = {"agreement": contract, "passages": []}
    InvolvementFactory(**shared)
    ExposureFactory(**shared)
    RelationFactory(**shared)
    StakeFactory(passages=[])
    item = ItemFactory(**shared)
    ItemFactory(**shared, system=item.system, quantity_low=6)
    ValueFactory(**shared, currency="XYZ")
    ValueFactory(**shared, currency="XYZ", amount_low=7)
    MilestoneFactory(**shared)
    MilestoneFactory(**shared, date="2021")
    MilestoneFactory(**shared, kind="cancellation", date="1999", by=InvolvementFactory().party)
    delivered = {"quantity_low": 99, "qualifier": "at_least", "system": item.system, "date": "1999"}
    MilestoneFactory(**shared, kind="delivery", **delivered)
    PassageFactory(quote="")
    PassageFactory(source=SourceFactory(text="five units"), quote="five")
    Source.objects.exclude(text="").update(text="ten units")


@pytest.mark.parametrize("arrange", [clean, broken])
def test_rules_take_the_same_number_of_queries_for_one_as_for_ten(arrange: Arrange) -> None:
    counts = []
    for number in (1, 9):
        for _ in range(number):
            arrange()
        with CaptureQueriesContext(connection) as queries:
            found = find_offenders()
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 30
    assert all(found.values()) == (arrange is broken)
