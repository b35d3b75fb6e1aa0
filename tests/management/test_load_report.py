"""`manage.py load_report`: what it prints where, and one test for each way to exit."""

import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from deals.management.commands import load_report as command
from deals.models import Item, ReportLoad
from tests.factories import UserFactory
from tests.reports.loading import from_another_source, make_named
from tests.reports.samples import REPORT, changed

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two sound report files and something else."""
    make_named()
    UserFactory(username="loader", is_superuser=True)
    (tmp_path / "sample.yaml").write_text(REPORT)
    (tmp_path / "other.yml").write_text(from_another_source())
    (tmp_path / "notes.txt").write_text("not a report")
    return tmp_path


def run(*arguments: object, **options: object) -> None:
    call_command("load_report", *map(str, arguments), **options)


def test_a_folder_is_loaded_by_name(folder, capsys):
    run(folder, by="loader")

    output = capsys.readouterr()
    assert output.out.splitlines() == [
        "other: 11 new, 0 with more evidence, 0 in conflict, 0 unchanged, 0 no longer in the file.",
        "sample: 1 new, 7 with more evidence, 0 in conflict, 0 unchanged, 0 no longer in the file.",
    ]
    assert output.err == ""


def test_files_are_loaded_in_the_order_given_and_once(folder, capsys):
    run(folder / "sample.yaml", folder, by="loader")

    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == ["sample", "other"]


def test_a_dry_run_prints_the_diff_and_changes_nothing(folder, capsys):
    run(folder / "sample.yaml", dry_run=True)

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "+ source sample: Klow Gazette, 2019-05-05"
    assert len(lines) == 12
    assert not ReportLoad.objects.exists()


def test_conflicts_are_listed_after_a_load(folder, capsys):
    run(folder / "sample.yaml", by="loader", accept=True)
    (folder / "sample.yaml").write_text(changed("quantity: 24", "quantity: 25"))
    capsys.readouterr()

    run(folder / "sample.yaml", by="loader")

    assert capsys.readouterr().out.splitlines()[0] == (
        "! syldavia-falcon-2019: item: Falcon: 25; accepted now: syldavia-falcon-2019: item: Falcon: 24"
    )


def test_a_refused_file_keeps_no_other_from_being_loaded(folder, capsys):
    path = folder / "other.yml"
    path.write_text(path.read_text().replace("quantity: 24", "quantity: 010"))

    with pytest.raises(CommandError, match=re.escape("1 of 2 files refused.")) as refusal:
        run(folder, by="loader")

    assert refusal.value.returncode == 2
    errors = capsys.readouterr().err.splitlines()
    assert [error.split(": ")[1] for error in errors] == ["agreements[0].items[0].quantity"]
    assert errors[0].startswith(f'{path}:26: agreements[0].items[0].quantity: found "010"; expected')
    assert Item.objects.count() == 1


def test_what_the_database_has_against_a_file_is_told_at_once(folder, capsys):
    path = folder / "sample.yaml"
    path.write_text(REPORT.replace("owner: borduria", "owner: borduriya").replace("    kind: contract\n", ""))

    with pytest.raises(CommandError) as refusal:
        run(path, by="loader")

    assert refusal.value.returncode == 2
    assert capsys.readouterr().err.splitlines() == [
        f'{path}:16: parties[0].stakes[0].owner: found "borduriya", which is neither in the file nor in the'
        ' database; expected the id of a party; the nearest is "borduria"',
        f"{path}:20: agreements[0].kind: found nothing; expected the kind of the new agreement"
        ' "syldavia-falcon-2019"; the nearest is "syldavia-falcon-2011"',
    ]


def test_a_file_that_cannot_be_read_is_refused(folder, capsys):
    with pytest.raises(CommandError, match=re.escape("1 of 1 files refused.")) as refusal:
        run(folder / "missing.yaml", by="loader")

    assert refusal.value.returncode == 2
    assert capsys.readouterr().err == f"{folder}/missing.yaml: cannot be read: No such file or directory\n"


def test_a_load_needs_somebody_who_loads(folder):
    with pytest.raises(CommandError, match=re.escape("Say who loads: --by USER, or --dry-run.")) as refusal:
        run(folder)

    assert refusal.value.returncode == 2


def test_an_unknown_loader_is_refused(folder):
    with pytest.raises(CommandError, match="There is no user 'nobody'") as refusal:
        run(folder, by="nobody")

    assert refusal.value.returncode == 2


def test_accepting_needs_the_right(folder):
    UserFactory(username="intern")

    with pytest.raises(CommandError) as refusal:
        run(folder, by="intern", accept=True)

    assert str(refusal.value) == (
        "intern may not accept claims: that needs the permission deals.change_agreement."
        " Without accepting, the file can be loaded for a curator to look at."
    )
    assert refusal.value.returncode == 2


def test_a_folder_without_report_files_is_refused(tmp_path):
    with pytest.raises(CommandError, match="There is no report file in") as refusal:
        run(tmp_path, dry_run=True)

    assert refusal.value.returncode == 2


def test_a_database_that_is_away_is_temporary(folder, monkeypatch):
    def away(*args: object, **options: object) -> None:
        raise OperationalError("connection refused\nIs the server running?")

    monkeypatch.setattr(command, "load_report", away)

    with pytest.raises(CommandError) as refusal:
        run(folder, by="loader")

    assert str(refusal.value) == (
        "The database is away (connection refused). What was loaded stays; try again later."
    )
    assert refusal.value.returncode == 3
