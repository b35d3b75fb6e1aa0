"""The real site as `make run` serves it, and a Chromium that notes what a page should not do."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 180

CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Runs in every document before anything else, and outside of the page's own policy.
NOTE_VIOLATIONS = """
window.policyViolations = [];
document.addEventListener("securitypolicyviolation", event =>
    window.policyViolations.push(`${event.violatedDirective}: ${event.blockedURI || event.sourceFile}`));
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    folder = Path(__file__).parent
    for item in items:
        if folder in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site of these tests keeps its data and its log."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def curator_password(site: str, site_folder: Path) -> str:
    """The password that the site printed when it was made."""
    found = re.search(r"with the password (\S+)", (site_folder / "log").read_text())
    assert found is not None
    return found[1]


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The root address of a site of its own, with the reports that come with the project."""
    folder = site_folder
    port = free_port()
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tracker.serve", str(port)],
            cwd=ROOT,
            env=own_environment(folder / "var"),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", process, folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=60)


# Playwright keeps an event loop running in this thread, under which Django refuses to reach a database.
# So the browser ends with the last test of this package, before others begin.
@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROMIUM names; Playwright's own is not downloaded."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert path, "The browser tests need Chromium: apt install chromium, or set CHROMIUM to its path."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


class Watch:
    """One browser window, and all that its pages did that they should not."""

    def __init__(self, site: str, context: BrowserContext) -> None:
        self.site = site
        self.complaints: list[str] = []
        context.add_init_script(NOTE_VIOLATIONS)
        context.on("request", lambda request: self._see_request(request.url))
        context.on("weberror", lambda error: self.complaints.append(f"error {error.error}"))
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self._see_message(message.type, message.text))

    def open(self, path: str) -> int:
        """Open a page of the site; its status."""
        response = self.page.goto(self.site + path)
        assert response is not None
        return response.status

    def violations(self) -> list[str]:
        """What the policy refused on the page that is open, and all other complaints so far."""
        refused: list[str] = self.page.evaluate("window.policyViolations")
        return [*refused, *self.complaints]

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

    def _see_request(self, url: str) -> None:
        if not url.startswith((f"{self.site}/", "data:")):
            self.complaints.append(f"asked for {url}")

    def _see_message(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(f"console {kind}: {text}")


@pytest.fixture
def watch(site: str, chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Watch]:
    """A fresh window; a parameter gives its `width` and colour `scheme`."""
    options: dict[str, Any] = getattr(request, "param", {})
    width = options.get("width", 1280)
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=options.get("scheme", "light")
    )
    yield Watch(site, context)
    context.close()


def free_port() -> int:
    """A port of loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def own_environment(folder: Path) -> dict[str, str]:
    """The shell's environment without what steers settings, with a folder of its own for data."""
    steering = ("DJANGO_", "TRACKER_", "PG", "GUNICORN_")
    names = {"DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "DEBUG"}
    kept = {
        name: text for name, text in os.environ.items() if not name.startswith(steering) and name not in names
    }
    return {**kept, "TRACKER_ENV": "development", "TRACKER_VAR": str(folder), "PYTHONUNBUFFERED": "1"}


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the site answers; fail with its log when it ends before, or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310  # loopback, an address of ours
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"The site did not start:\n{log.read_text()}")
