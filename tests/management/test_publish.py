"""`manage.py publish` publishes what it is told to, says how much, and changes nothing when it cannot."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from deals.shelf import Deal, Edition
from tests.factories import AgreementFactory, ItemFactory, UserFactory, signed_contract

pytestmark = pytest.mark.django_db

WHO_AND_WHY = ("--by", "ada", "--reason", "first")


@pytest.fixture(autouse=True)
def _ada() -> None:
    UserFactory(username="ada")


def refusal(*arguments: str) -> tuple[str, int]:
    with pytest.raises(CommandError) as caught:
        call_command("publish", *arguments)
    assert not Edition.objects.exists()
    return str(caught.value), caught.value.returncode


def test_named_agreements_are_published(capsys: Any) -> None:
    signed_contract(slug="jets")
    signed_contract(slug="guns")

    call_command("publish", "jets", *WHO_AND_WHY)

    assert capsys.readouterr().out == "1 published, 0 unchanged.\n"
    assert [(deal.slug, deal.edition) for deal in Deal.objects.all()] == [("jets", 1)]
    assert (Edition.objects.get().published_by, Edition.objects.get().reason) == ("ada", "first")


def test_all_are_drafts_and_published_ones(capsys: Any) -> None:
    for slug in ("jets", "guns"):
        signed_contract(slug=slug)
    AgreementFactory(slug="gone", state="withdrawn", state_reason="a hoax")
    call_command("publish", "jets", *WHO_AND_WHY)
    capsys.readouterr()

    call_command("publish", "--all", *WHO_AND_WHY)

    assert capsys.readouterr().out == "1 published, 1 unchanged.\n"


@pytest.mark.parametrize("arguments", [[], ["jets", "--all"]])
def test_either_some_or_all_must_be_said(arguments: list[str]) -> None:
    signed_contract(slug="jets")

    assert refusal(*arguments, *WHO_AND_WHY) == ("Name agreements, or say --all.", 2)


def test_an_unknown_agreement_publishes_nothing() -> None:
    signed_contract(slug="jets")

    assert refusal("jets", "guns", "tanks", *WHO_AND_WHY) == ("There is no agreement guns, tanks.", 2)


def test_an_obstacle_publishes_nothing() -> None:
    jets = signed_contract(slug="jets")
    ItemFactory(agreement=jets, system__name="Gun", passages=[])
    signed_contract(slug="guns")

    assert refusal("guns", "jets", *WHO_AND_WHY) == (
        "Nothing was published.\n“Gun: 5” is accepted without evidence.",
        2,
    )


def test_nobody_known_publishes_nothing() -> None:
    signed_contract(slug="jets")

    assert refusal("jets", "--by", "eve", "--reason", "first") == (
        "There is no user 'eve'; make one with: manage.py createsuperuser",
        2,
    )


def test_an_account_that_was_switched_off_publishes_nothing() -> None:
    signed_contract(slug="jets")
    UserFactory(username="eve", is_active=False)

    assert refusal("jets", "--by", "eve", "--reason", "first") == ("The account 'eve' was switched off.", 2)
