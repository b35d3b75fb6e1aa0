"""`manage.py verify_editions` says that all is well, lists what is not, or refuses its checkpoint."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from deals.actions.publish import publish
from deals.actions.verify import read_checkpoint
from deals.shelf import Deal
from tests.factories import UserFactory, signed_contract
from tests.shelf.tampering import delete_editions, rewrite_editions

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _jets() -> None:
    publish([signed_contract(slug="jets")], by=UserFactory(), reason="first")


@pytest.fixture
def checkpoint(tmp_path: Path, capsys: Any) -> Path:
    """A checkpoint of the editions as they are now."""
    file = tmp_path / "checkpoint.json"
    call_command("edition_checkpoint", "--output", str(file))
    capsys.readouterr()
    return file


def refusal(*arguments: str) -> tuple[str, int]:
    with pytest.raises(CommandError) as caught:
        call_command("verify_editions", *arguments)
    return str(caught.value), caught.value.returncode


def test_all_is_well(capsys: Any) -> None:
    call_command("verify_editions")

    assert capsys.readouterr().out == "1 editions agree with their chain and with the shelf.\n"


def test_all_is_well_with_the_checkpoint(checkpoint: Path, capsys: Any) -> None:
    call_command("verify_editions", "--checkpoint", str(checkpoint))

    made_at = read_checkpoint(checkpoint.read_bytes())["made_at"]
    assert capsys.readouterr().out == (
        f"1 editions agree with their chain and with the shelf and with the checkpoint of {made_at}.\n"
    )


def test_findings_are_listed_and_the_command_exits_1(capsys: Any) -> None:
    rewrite_editions({"number": 1}, reason="no reason")

    assert refusal() == ("1 findings.", 1)
    assert capsys.readouterr().out == "jets edition 1: its hash does not fit its content.\n"


def test_what_only_the_checkpoint_knows_is_listed(checkpoint: Path, capsys: Any) -> None:
    delete_editions()
    Deal.objects.all().delete()

    assert refusal("--checkpoint", str(checkpoint)) == ("2 findings.", 1)
    assert capsys.readouterr().out == (
        "jets: edition 1 of the checkpoint is gone.\n"
        "There are 0 editions, fewer than the 1 of the checkpoint.\n"
    )


def test_a_missing_checkpoint_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "none.json"

    assert refusal("--checkpoint", str(file)) == (f"{file} cannot be read: No such file or directory.", 2)


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "foreign.json"
    file.write_text("{}")

    assert refusal("--checkpoint", str(file)) == (
        f"{file}: The file is not a checkpoint written by edition_checkpoint.",
        2,
    )


def test_a_changed_checkpoint_is_refused(checkpoint: Path) -> None:
    checkpoint.write_bytes(checkpoint.read_bytes().replace(b'"editions": 1', b'"editions": 0'))

    message, returncode = refusal("--checkpoint", str(checkpoint))

    assert message.startswith(f"{checkpoint}: The checkpoint was changed: its hash is ")
    assert returncode == 2
