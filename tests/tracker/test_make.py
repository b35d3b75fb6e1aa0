"""The front door: what `make` offers, and what it says when it cannot go on."""

import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from tests.tracker.conftest import ROOT, clean_environment
from tracker.free_port import find_obstacle


def make(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(shutil.which("make")), "--no-print-directory", *arguments],
        cwd=ROOT,
        env=clean_environment(**environment),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("target", ["run", "test", "check", "bench", "lock", "install", "help"])
def test_help_lists_the_targets(target: str) -> None:
    listed = [line.split()[0] for line in make("help").stdout.splitlines() if line.startswith("  ")]

    assert target in listed


def test_missing_python_is_said_in_words() -> None:
    result = make("install", "PYTHON=no-such-python")

    assert result.returncode == 2
    assert result.stderr.splitlines()[:2] == [
        "python3 3.11 or newer with the venv module is needed, and no-such-python is not that.",
        "On Debian: apt install python3-venv. Another Python: make TARGET PYTHON=python3.12",
    ]


def test_missing_browser_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "id").symlink_to(str(shutil.which("id")))

    result = make("browser", PATH=str(tmp_path), CHROMIUM="")

    assert result.returncode == 2
    assert result.stderr.splitlines()[:2] == [
        "The browser tests need Chromium. On Debian: apt install chromium.",
        "Where it is installed under another name, set CHROMIUM to its path.",
    ]


def test_run_refuses_a_port_in_use_before_anything_else() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        result = make("run", f"PORT={port}")

    assert result.returncode == 2
    assert result.stderr.splitlines()[0] == (
        f"Port {port} of 127.0.0.1 cannot be used (address already in use). "
        "Choose another: make run PORT=8123"
    )


@pytest.mark.parametrize("port", ["", "abc", "0", "65536", "-1", "80 80", "٨٠٠٠"])
def test_what_is_no_port_is_refused(port: str) -> None:
    assert find_obstacle(port) == (
        f"PORT={port} is not a port: give a number from 1 to 65535, as in: make run PORT=8123"
    )


def test_free_port_has_no_obstacle() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    assert find_obstacle(str(port)) is None
