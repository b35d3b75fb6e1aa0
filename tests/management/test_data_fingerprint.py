"""`manage.py data_fingerprint` prints the fingerprint alone, for scripts to compare."""

from typing import Any

import pytest
from django.core.management import call_command

from deals.actions.fingerprint import data_fingerprint
from tests.factories import AgreementFactory


@pytest.mark.django_db
def test_prints_the_fingerprint_and_nothing_else(capsys: Any) -> None:
    AgreementFactory()

    call_command("data_fingerprint")

    assert capsys.readouterr().out == data_fingerprint() + "\n"
