"""The walk of a reader: from the first page to a figure, to the words it rests on, and on to the API."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Watch


def test_from_a_search_to_the_quote_in_its_place_and_the_api(watch: Watch):
    page = watch.page
    watch.open("/")

    page.get_by_label("Search deals by title, party, system or quote").fill("s-400 india")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("for “s-400 india”")

    page.get_by_role("link", name="S-400 air defence missile systems for India").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("S-400 air defence missile systems for India")
    value = page.locator(".facts > div", has_text="Value")
    expect(value).to_contain_text("$5 bn")
    expect(value).to_contain_text("disputed")

    value.locator(".figure + .note a").first.click()
    expect(page).to_have_url(re.compile("#source-[0-9]+$"))
    quote = page.locator(":target blockquote", has_text="at USD 5 billion")
    expect(quote).to_be_visible()

    page.locator(":target p.supports", has_text="contract value: $5 bn").get_by_role(
        "link", name="Read it in its place"
    ).click()
    expect(page.locator("mark:target")).to_contain_text("five units of the S-400")
    assert watch.violations() == []

    page.get_by_role("navigation", name="Main").get_by_role("link", name="API").click()
    expect(page.get_by_text("/api/v1/deals/{slug}/", exact=True).first).to_be_visible()
    assert watch.violations() == []


def test_a_list_is_narrowed_and_widened_again_without_a_script(watch: Watch):
    page = watch.page
    watch.open("/deals/")

    page.get_by_label("Supplier").select_option("russia")
    page.get_by_text("More ways to narrow the list").click()
    page.get_by_label("Contract", exact=True).check()
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"/deals/\?supplier=russia&kind=contract$"))

    page.get_by_role("link", name="Remove Kind: Contract").click()
    expect(page).to_have_url(re.compile(r"/deals/\?supplier=russia$"))

    page.get_by_role("link", name="Clear all").click()
    expect(page).to_have_url(re.compile("/deals/$"))
    assert watch.violations() == []


def test_signs_and_words_tell_a_verdict_without_colour(watch: Watch):
    watch.open("/deals/india-russia-s-400-2018/")

    entries = watch.page.locator(".matrix .entry")

    assert entries.count() > 5
    for text in entries.all_text_contents():
        assert text.startswith(("●accepted: ", "◇disputed: "))
