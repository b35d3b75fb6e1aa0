"""Processes that use an embedded server, as `make run` and a command beside it do."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tracker.embedded.postmaster import find_postmaster

ROOT = Path(__file__).resolve().parents[2]


def clean_environment(**changes: str) -> dict[str, str]:
    """The shell's environment without what steers settings, PostgreSQL or make."""
    steering = ("DJANGO_", "TRACKER_", "PG", "MAKE", "MFLAGS")
    names = {"DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "DEBUG"}
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(steering) and name not in names
    }
    return {**kept, "PYTHONPATH": str(ROOT), **changes}


class ServerUser:
    """A process that joins a server, answers SQL line by line, and leaves when its input ends."""

    def __init__(self, data: Path, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.tracker.server_user", str(data)],
            cwd=ROOT,
            env=clean_environment(**environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.questions, self.answers = self.process.stdin, self.process.stdout

    def ask(self, sql: str) -> str:
        """The first value that the statement gives."""
        self.send(sql)
        return self.answer()

    def send(self, sql: str) -> None:
        """Ask without waiting for the answer."""
        self.questions.write(sql + "\n")
        self.questions.flush()

    def answer(self) -> str:
        """The answer to what was sent first and not answered yet."""
        return self.answers.readline().rstrip("\n")

    def leave(self) -> None:
        """End in order."""
        self._close_pipes()
        assert self.process.wait(timeout=60) == 0

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=60)
        self._close_pipes()

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None

    def _close_pipes(self) -> None:
        self.questions.close()
        self.answers.close()


MakeUser = Callable[..., ServerUser]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cluster for all tests of a module; making one takes a second."""
    return tmp_path_factory.mktemp("embedded") / "postgres"


@pytest.fixture
def make_user(data: Path) -> Iterator[MakeUser]:
    """Makes users of the server at `data`, and leaves no user and no server behind."""
    users: list[ServerUser] = []

    def make(folder: Path = data, **environment: str) -> ServerUser:
        users.append(ServerUser(folder, **environment))
        return users[-1]

    yield make
    for each in users:
        if each.is_running:
            each.leave()
    if find_postmaster(data) is not None:  # Its last user was killed.
        make().ask("SELECT 1")
        users[-1].leave()
