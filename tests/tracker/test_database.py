"""The backend as Django uses it: the whole suite runs on it, here is what is its own."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.tracker.conftest import ROOT, clean_environment


@pytest.mark.django_db
def test_tests_run_on_the_embedded_server() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_database() LIKE 'test_tracker%', version()")
        role, in_test_database, version = cursor.fetchone()

    assert settings.DATABASES["default"]["ENGINE"] == "tracker.embedded"
    assert (role, in_test_database) == ("tracker", True)
    assert version.startswith("PostgreSQL 18")


@pytest.mark.django_db
def test_test_database_sorts_alike_on_every_machine() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()")

        assert cursor.fetchone() == ("b", "C.UTF-8")


def test_command_without_a_query_starts_no_server(tmp_path: Path) -> None:
    result = run_manage("diffsettings", tmp_path)

    assert result.returncode == 0, result.stderr
    assert not (tmp_path / "postgres").exists()


def test_dbshell_runs_the_wheels_psql(tmp_path: Path) -> None:
    result = run_manage("dbshell", tmp_path, "--", "--no-align", "--tuples-only", "--command", "SELECT 6 * 7")

    assert result.stdout == "42\n", result.stderr


def run_manage(command: str, var: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", command, *arguments],
        cwd=ROOT,
        env=clean_environment(TRACKER_ENV="test", TRACKER_VAR=str(var)),
        capture_output=True,
        text=True,
        check=False,
    )
