"""Reading `postmaster.pid`, whatever state it is in."""

import os
from pathlib import Path

import pytest

from tracker.embedded.postmaster import drop_strangers, find_postmaster


def test_no_file_is_no_server(tmp_path: Path) -> None:
    assert find_postmaster(tmp_path) is None


@pytest.mark.parametrize("content", ["", "\n", "not a number\n", "999999999\n"])
def test_file_that_names_no_server_is_no_server(tmp_path: Path, content: str) -> None:
    (tmp_path / "postmaster.pid").write_text(content)

    assert find_postmaster(tmp_path) is None


def test_file_that_names_another_program_is_no_server(tmp_path: Path) -> None:
    (tmp_path / "postmaster.pid").write_text(f"{os.getpid()}\n")

    assert find_postmaster(tmp_path) is None


def test_lock_files_of_another_program_are_dropped(tmp_path: Path) -> None:
    names = ["postmaster.pid", ".s.PGSQL.5432.lock"]
    for name in names:
        (tmp_path / name).write_text(f"{os.getpid()}\n{tmp_path}\n")

    drop_strangers(tmp_path)

    assert [name for name in names if (tmp_path / name).exists()] == []


def test_lock_files_of_a_dead_process_are_the_servers_to_judge(tmp_path: Path) -> None:
    (tmp_path / "postmaster.pid").write_text("999999999\n")

    drop_strangers(tmp_path)

    assert (tmp_path / "postmaster.pid").exists()
