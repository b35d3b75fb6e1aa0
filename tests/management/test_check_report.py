"""`manage.py check_report`: needs no database, and tells everything at once."""

import re

import pytest
from django.core.management import CommandError, call_command

from tests.reports.loading import FIXTURES
from tests.reports.samples import REPORT, changed


def test_sound_files_are_counted(capsys):
    call_command("check_report", str(FIXTURES))

    number = len(list(FIXTURES.glob("*.yaml")))
    assert capsys.readouterr().out == f"{number} files sound.\n"


def test_names_that_look_alike_are_warned_about(tmp_path, capsys):
    path = tmp_path / "sample.yaml"
    path.write_text(changed("kind: company\n", "kind: company\n    aliases: [Fаlcon Works]\n"))

    call_command("check_report", str(path))

    output = capsys.readouterr()
    assert output.out == "1 file sound.\n"
    assert output.err.splitlines()[0].startswith(f"warning: {path}:15: parties[0].aliases[0]")


def test_what_is_wrong_exits_with_two(tmp_path, capsys):
    (tmp_path / "sample.yaml").write_text(REPORT.replace("quantity: 24", "quantity: 010"))
    (tmp_path / "other.yaml").write_text(REPORT)

    with pytest.raises(CommandError, match=re.escape("2 of 2 files refused.")) as refusal:
        call_command("check_report", str(tmp_path))

    assert refusal.value.returncode == 2
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 2
    assert errors[0].startswith(
        f'{tmp_path}/other.yaml:3: source.id: found "sample" in the file "other.yaml"'
    )
    assert errors[1].startswith(f'{tmp_path}/sample.yaml:26: agreements[0].items[0].quantity: found "010"')


def test_a_file_that_cannot_be_read_exits_with_two(tmp_path, capsys):
    with pytest.raises(CommandError) as refusal:
        call_command("check_report", str(tmp_path / "missing.yaml"))

    assert refusal.value.returncode == 2
    assert capsys.readouterr().err == f"{tmp_path}/missing.yaml: cannot be read: No such file or directory\n"
