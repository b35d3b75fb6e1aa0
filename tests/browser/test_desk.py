"""The walk of a curator: sign in, correct a figure, publish it, and see a new report wait."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, Watch, own_environment

SECOND_REPORT = """
format: 1
source:
  id: 2022-05-05-evening-gazette
  kind: news_report
  publisher: Evening Gazette
  published: 2022-05-05
  body: The army is said to have asked for 640,000 rifles in all.
agreements:
  - id: india-russia-ak-203-2021
    items:
      - {system: ak-203, quantity: 640000, quotes: ["asked for 640,000 rifles in all"]}
"""


@pytest.fixture
def desk(watch: Watch, curator_password: str) -> Watch:
    """A window in which the curator is signed in."""
    watch.open("/admin/")
    watch.page.get_by_label("Username").fill("curator")
    watch.page.get_by_label("Password").fill(curator_password)
    watch.page.get_by_role("button", name="Log in").click()
    expect(watch.page.locator("#user-tools")).to_contain_text("curator")
    return watch


def test_a_corrected_number_is_public_after_publishing_and_not_before(desk: Watch):
    page = desk.page
    desk.open("/admin/deals/item/?q=ak-203")
    page.get_by_role("link", name="AK-203: 750,000").click()

    page.get_by_label("Quantity low").fill("749999")
    page.get_by_label("Quantity high").fill("749999")
    page.get_by_label("Why?").fill("a trial of the desk")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    desk.open("/deals/india-russia-ak-203-2021/")
    expect(page.locator(".matrix")).to_contain_text("750,000")

    desk.open("/admin/deals/agreement/?q=ak-203-2021")
    page.get_by_role("link", name="AK-203 assault rifles for India").click()
    page.get_by_role("link", name="Publish").click()
    page.get_by_label("Why, in words for readers?").fill("a trial of the desk")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messagelist")).to_be_visible()

    desk.open("/deals/india-russia-ak-203-2021/")
    page.reload()
    expect(page.locator(".matrix")).to_contain_text("749,999")
    assert desk.violations() == []


def test_a_second_report_waits_for_the_curator_and_no_reader_sees_it(
    desk: Watch, site_folder: Path, tmp_path: Path
):
    report = tmp_path / "2022-05-05-evening-gazette.yaml"
    report.write_text(SECOND_REPORT.lstrip())

    loaded = subprocess.run(
        [sys.executable, "manage.py", "load_report", "--by", "curator", str(report)],
        cwd=ROOT,
        env=own_environment(site_folder / "var"),
        capture_output=True,
        text=True,
        check=False,
    )

    assert loaded.returncode == 0, loaded.stderr
    assert "1 in conflict" in loaded.stdout
    desk.open("/admin/deals/item/?q=ak-203")
    expect(desk.page.get_by_role("row", name="AK-203: 640,000")).to_contain_text("Pending")
    assert desk.open("/sources/2022-05-05-evening-gazette/") == 404
    desk.complaints.clear()
    desk.open("/deals/india-russia-ak-203-2021/")
    expect(desk.page.locator("body")).not_to_contain_text("640,000")
    assert desk.violations() == []
