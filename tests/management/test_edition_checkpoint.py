"""`manage.py edition_checkpoint` writes a checkpoint to a file or to standard output."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from deals.actions.publish import publish
from deals.actions.verify import read_checkpoint
from deals.shelf import Edition
from tests.factories import UserFactory, signed_contract

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _jets() -> None:
    publish([signed_contract(slug="jets")], by=UserFactory(), reason="first")


def test_a_file_is_written_and_where_to_keep_it_is_said(tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "checkpoint.json"

    call_command("edition_checkpoint", "--output", str(file))

    assert capsys.readouterr().out == f"Checkpoint written to {file}; keep it on another machine.\n"
    assert read_checkpoint(file.read_bytes())["heads"] == {"jets": [1, Edition.objects.get().hash]}


def test_without_a_file_the_checkpoint_alone_is_printed(capfdbinary: Any) -> None:
    call_command("edition_checkpoint")

    assert read_checkpoint(capfdbinary.readouterr().out)["editions"] == 1
