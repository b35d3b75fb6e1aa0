"""The documentation page in a browser: it works under our Content-Security-Policy and asks no other host."""

import os

import pytest
from playwright.sync_api import sync_playwright

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# Nothing listens there; a browser trusts this name without TLS.
ROOT = "http://localhost"


@pytest.fixture
def page(client, monkeypatch):
    """A page of Debian's Chromium whose requests the test client answers, inside the test's transaction."""
    # Playwright runs an event loop in this thread, which Django takes for asynchronous code.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")

    def answer(route):
        path = route.request.url.removeprefix(ROOT)
        response = client.get(path, headers={"Accept": route.request.headers.get("accept", "*/*")})
        headers = {name: value for name, value in response.items() if name != "Content-Length"}
        route.fulfill(status=response.status_code, headers=headers, body=response.getvalue())

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.route(f"{ROOT}/**", answer)
        yield page
        browser.close()


def test_the_documentation_shows_and_tries_the_api(page):
    requests, messages = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))

    page.goto(f"{ROOT}/api/v1/docs/")
    page.click("#operations-Deals-list_deals .opblock-summary-control")
    page.wait_for_selector("text=published_since")
    page.click("button.try-out__btn")
    page.click("button.execute")
    page.wait_for_selector(".live-responses-table .response")

    assert '"count": 0' in page.inner_text(".live-responses-table")
    assert messages == []
    assert [address for address in requests if not address.startswith((f"{ROOT}/", "data:"))] == []
    assert page.context.cookies() == []


def test_the_test_would_see_what_the_policy_forbids(page):
    messages = []
    page.on("console", lambda message: messages.append(message.text))
    page.goto(f"{ROOT}/api/v1/docs/")

    page.evaluate(
        "document.head.append(Object.assign(document.createElement('style'), {textContent: 'a{}'}))"
    )

    assert any("Content Security Policy" in message for message in messages)
