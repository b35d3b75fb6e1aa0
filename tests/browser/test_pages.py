"""Every public page in Chromium: within its policy, asking no other host, accessible, not too wide."""

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.conftest import Watch

# One page of each kind, those with most in them, and those that readers land on by mistake.
PAGES = {
    "/": 200,
    "/about/": 200,
    "/deals/": 200,
    "/deals/?q=india&kind=contract&ordering=title": 200,
    "/deals/?q=nosuchword": 200,
    "/deals/?no_such_parameter=1": 400,
    "/deals/india-russia-s-400-2018/": 200,
    "/deals/india-russia-ak-203-2021/": 200,
    "/deals/irigc-mmtc-20-protocol-2021/": 200,
    "/deals/india-russia-s-400-2018/editions/": 200,
    "/deals/india-russia-s-400-2018/editions/1/": 200,
    "/deals/no-such-deal/": 404,
    "/parties/": 200,
    "/parties/india/": 200,
    "/parties/indo-russia-rifles/": 200,
    "/systems/": 200,
    "/systems/s-400/": 200,
    "/sources/": 200,
    "/sources/2021-12-06-republic-india-russia/": 200,
    "/sources/2018-09-army-recognition-s-400/": 200,
    "/sources/register-india-russia-s-400/": 200,
}
WINDOWS = [{"width": width, "scheme": scheme} for width in (1280, 360) for scheme in ("light", "dark")]

# Beside the A and AA rules of WCAG 2.2, axe's own good practice.
AXE_OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize(
    "watch", WINDOWS, indirect=True, ids=lambda window: "-".join(map(str, window.values()))
)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_within_its_policy_and_no_wider_than_the_window(watch: Watch, path: str):
    status = watch.open(path)
    for details in watch.page.locator("details").all():
        details.locator("summary").click()

    violations = watch.violations()
    if status >= 400:
        violations = [text for text in violations if "Failed to load resource" not in text]
    assert status == PAGES[path]
    assert violations == []
    assert watch.sideways() <= 0
    assert faults(watch) == []


def test_every_page_that_a_reader_can_reach_opens_within_the_policy_and_a_narrow_window(watch: Watch):
    watch.page.set_viewport_size({"width": 360, "height": 900})
    waiting, seen = ["/"], {"/"}
    while waiting:
        path = waiting.pop()
        assert (path, watch.open(path)) == (path, 200)
        assert (path, watch.violations(), max(0, watch.sideways())) == (path, [], 0)
        for found in links(watch):
            # Parameters combine without end, and the API's answers are not pages.
            if found not in seen and not found.startswith(("/api/", "/admin/")) and "?" not in found:
                seen.add(found)
                waiting.append(found)

    assert len(seen) > 30


def test_every_place_that_evidence_leads_to_is_there(watch: Watch):
    watch.open("/deals/india-russia-s-400-2018/")
    addresses: list[str] = watch.page.eval_on_selector_all(
        ".supports a[href^='/sources/']", "links => links.map(link => link.getAttribute('href'))"
    )

    missing = []
    for address in dict.fromkeys(addresses):
        watch.page.goto(watch.site + address)
        if watch.page.locator(":target").count() != 1:
            missing.append(address)

    assert addresses
    assert missing == []


@pytest.mark.parametrize("watch", [{"width": 360}], indirect=True)
def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(watch: Watch):
    watch.open("/deals/india-russia-s-400-2018/")

    watch.page.keyboard.press("Tab")
    assert watch.page.locator(":focus").inner_text() == "Skip to the content"
    assert watch.page.locator(":focus").is_visible()
    watch.page.keyboard.press("Enter")

    assert watch.page.locator(":focus").get_attribute("id") == "main"


def links(watch: Watch) -> list[str]:
    """The paths that the open page links to on its own site, without places within them."""
    found: list[str] = watch.page.eval_on_selector_all(
        "a[href]", "links => links.filter(link => link.host === location.host).map(link => link.href)"
    )
    return list(dict.fromkeys(address.removeprefix(watch.site).split("#")[0] for address in found))


def faults(watch: Watch) -> list[str]:
    """What axe finds against the open page, with the first place. No policy binds what tests evaluate."""
    watch.page.evaluate(AXE_SCRIPT)
    result: dict[str, Any] = watch.page.evaluate("options => axe.run(document, options)", AXE_OPTIONS)
    return [
        f"{fault['id']}: {fault['help']}: {fault['nodes'][0]['target']} {fault['nodes'][0]['failureSummary']}"
        for fault in result["violations"]
    ]
