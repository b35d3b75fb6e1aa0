"""The locked requirements: hashed, without addresses, and in step with pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.tracker.conftest import ROOT

LOCKS = ["runtime.txt", "dev.txt"]


def read_lock(name: str) -> str:
    return (ROOT / ".requirements" / name).read_text()


def locked_versions(name: str) -> dict[str, list[str]]:
    """Package → its pinned versions; Django has two, one a Python version."""
    versions: dict[str, list[str]] = {}
    for package, version in re.findall(r"^([a-z0-9-]+)==(\S+)", read_lock(name), flags=re.MULTILINE):
        versions.setdefault(package, []).append(version)
    return versions


def declared_packages(group: str) -> set[str]:
    project = tomllib.loads(Path(ROOT / "pyproject.toml").read_text())
    lines = project["project"]["dependencies"] if group == "runtime" else project["dependency-groups"][group]
    return {re.split(r"[<>=;]", line)[0].strip().lower() for line in lines}


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes(name: str) -> None:
    entries = re.split(r"\n(?=\S)", read_lock(name).strip())

    assert len(entries) > 20
    assert [entry for entry in entries if "    --hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", LOCKS)
def test_locks_record_no_address(name: str) -> None:
    assert (
        re.findall(r"\w+:/\S*|--(?:extra-)?index-url|--find-links|\S+\.(?:org|com|io)\b", read_lock(name))
        == []
    )


@pytest.mark.parametrize("name", LOCKS)
def test_each_python_gets_its_django(name: str) -> None:
    series = [version.rsplit(".", 1)[0] for version in locked_versions(name)["django"]]

    assert series == ["5.2", "6.1"]


def test_runtime_lock_holds_what_the_project_declares() -> None:
    assert declared_packages("runtime") - locked_versions("runtime.txt").keys() == set()


def test_dev_lock_holds_the_tools_and_all_of_the_runtime_lock() -> None:
    runtime, dev = locked_versions("runtime.txt"), locked_versions("dev.txt")

    assert declared_packages("dev") - dev.keys() == set()
    assert {name: dev.get(name) for name in runtime} == runtime
