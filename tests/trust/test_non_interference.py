"""Private work changes no public byte: not a page, not an answer of the API, not a header."""

from typing import Any

import pytest
from django.test import Client

from deals.actions.edit import delete_record, quote_passage, save_claim, save_record
from deals.actions.publish import CannotPublish, publish
from deals.actions.review import accept, dispute, reject, reopen, supersede
from deals.models import Agreement, ExchangeRate, Party, PartyAlias, Source, System, Value
from tests.factories import AgreementFactory, ItemFactory, PassageFactory, UserFactory, ValueFactory
from tests.trust.questions import asked, asked_of_figures
from tests.trust.site import answer, crawl, public_addresses
from tests.trust.world import MARKER, hide, make_public_side

pytestmark = pytest.mark.django_db


@pytest.fixture
def contract() -> Agreement:
    """The public side alone."""
    return make_public_side()


def everything(client: Client) -> dict[str, Any]:
    """Every public answer: all addresses and what they lead to, all filters, orders and pages of lists."""
    answers = crawl(client, public_addresses())
    questions = [*asked(MARKER), *asked_of_figures()]
    return answers | {question: answer(client, question) for question in questions}


def changed(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The addresses that answer otherwise, came or went."""
    return sorted(
        address for address in before.keys() | after.keys() if before.get(address) != after.get(address)
    )


def edit_what_is_public(contract: Agreement) -> None:
    """Change every record behind a published deal, without publishing it."""
    told: Any = {"by": UserFactory(username="ada"), "reason": "a correction"}
    for model, column in ((Party, "name"), (System, "name"), (Source, "title"), (Agreement, "title")):
        for record in model.objects.all():
            setattr(record, column, f"{MARKER} {record.pk}")
            save_record(record, **told)
    for party in Party.objects.all():
        save_record(PartyAlias(party=party, name=f"{MARKER} former name"), **told)
    source = Source.objects.get(slug="daily")
    source.text += f" {MARKER}"
    save_record(source, **told)
    save_record(ExchangeRate(currency="USD", year=2020, per_usd=2, source=MARKER), **told)
    value = contract.values.accepted().get()
    value.note, value.amount_low, value.amount_high = MARKER, 9, 9
    passage = quote_passage(source, MARKER, nth=1, **told)
    save_claim(value, evidence=[passage], **told)


def decide_without_publishing(contract: Agreement) -> None:
    """Give every verdict on public and private claims, without publishing them."""
    told: Any = {"by": UserFactory(), "reason": MARKER}
    reject(contract.items.public(), **told)
    supersede(contract.values.accepted(), **told)
    dispute(contract.involvements.all(), **told)
    reopen(contract.exposures.all(), **told)
    proposed = ItemFactory(agreement=contract, status="pending", system__name=MARKER)
    accept([proposed], **told)
    delete_record(ValueFactory(agreement=contract, status="pending", amount_low=8), **told)


def try_to_publish(contract: Agreement) -> None:
    """Publish what must not be published."""
    empty = AgreementFactory(title=MARKER)
    with pytest.raises(CannotPublish):
        publish([contract, empty], by=UserFactory(), reason=MARKER)


def write_past_everything(contract: Agreement) -> None:
    """Bulk updates of the desk's tables, as a loader or a careless hand makes them."""
    Value.objects.update(reported=MARKER)
    Agreement.objects.update(summary=MARKER)
    PassageFactory(source__publisher=MARKER, quote=MARKER)


PRIVATE_WORK = (hide, edit_what_is_public, decide_without_publishing, try_to_publish, write_past_everything)


def test_private_work_changes_not_one_public_byte_of_any_answer(contract: Agreement, client: Client) -> None:
    before = everything(client)

    for work in PRIVATE_WORK:
        work(contract)

    assert len(before) > 1000
    assert changed(before, everything(client)) == []


def test_publishing_changes_them(contract: Agreement, client: Client) -> None:
    before = crawl(client, public_addresses())
    edit_what_is_public(contract)

    publish([contract], by=UserFactory(), reason="now public")

    different = changed(before, crawl(client, public_addresses()))
    assert {"/", "/deals/", "/deals/jets/", "/api/v1/deals/jets/", "/sources/daily/"} <= set(different)


def test_who_is_signed_in_makes_no_difference(contract: Agreement, client: Client) -> None:
    hide(contract)
    before = crawl(client, public_addresses())
    client.force_login(UserFactory(username=MARKER, is_superuser=True))

    assert changed(before, crawl(client, public_addresses())) == []
