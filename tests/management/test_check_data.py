"""`manage.py check_data` lists what breaks the rules and exits 1, or says that nothing does."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from deals.quality.rule import RULES
from tests.factories import AgreementFactory, ItemFactory, PassageFactory, signed_contract

pytestmark = pytest.mark.django_db


def test_a_clean_desk_is_said_to_be_clean(capsys: Any) -> None:
    signed_contract(state="published")

    call_command("check_data")

    assert capsys.readouterr().out == f"{len(RULES)} rules, no offender.\n"


def test_offenders_are_listed_by_rule_and_the_command_exits_1(capsys: Any) -> None:
    ItemFactory(agreement__slug="jets", system__name="Missile", passages=[])
    AgreementFactory(slug="guns", state="published")
    PassageFactory(source__slug="daily", quote="")

    with pytest.raises(CommandError) as caught:
        call_command("check_data")

    assert (str(caught.value), caught.value.returncode) == ("3 offenders.", 1)
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(
        [
            "claim_without_evidence: An accepted or disputed claim has at least one passage as evidence.",
            "  jets: “Missile: 5” is accepted without evidence.",
            "blank_quote: Only a register's row is cited without words.",
            "  A passage of daily has no quote, and the source is no register.",
            "published_without_partners: A published contract, licence or notice names its supplier and its"
            " recipient.",
            "  guns: guns is published without an accepted supplier and recipient.",
        ]
    )
