"""What every public answer has in common: no cookie, no user, how long it may be kept, one title each."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import get_resolver

from tests import shelf_rows
from tests.pages import documents

pytestmark = pytest.mark.django_db

PAGES = {
    "home": "/",
    "about": "/about/",
    "deals": "/deals/",
    "deal": "/deals/s-400-2018/",
    "editions": "/deals/s-400-2018/editions/",
    "edition": "/deals/s-400-2018/editions/1/",
    "parties": "/parties/",
    "party": "/parties/india/",
    "systems": "/systems/",
    "system": "/systems/s-400/",
    "sources": "/sources/",
    "source": "/sources/gazette/",
}
NO_PAGES = {"healthz", "robots"}


@pytest.fixture
def shelf():
    """One row of everything."""
    documents.publish(documents.deal_document())
    shelf_rows.party("india")
    shelf_rows.system("s-400")
    documents.publish_source([documents.passage("five units", documents.TEXT)], documents.TEXT)


def test_no_page_is_left_out_here():
    names = {name for name in get_resolver("deals.pages.urls").reverse_dict if isinstance(name, str)}

    assert names == PAGES.keys() | NO_PAGES


@pytest.mark.parametrize("address", PAGES.values())
def test_an_answer_may_be_kept_and_depends_on_no_cookie(shelf, client: Client, address):
    response = client.get(address)

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert "Vary" not in response.headers
    assert not response.cookies


@pytest.mark.parametrize("address", PAGES.values())
def test_an_unchanged_page_is_not_sent_again(shelf, client: Client, address):
    etag = client.get(address).headers["ETag"]

    response = client.get(address, headers={"If-None-Match": etag})

    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.parametrize("address", PAGES.values())
def test_who_is_signed_in_sees_the_same_bytes(shelf, client: Client, address):
    anonymous = client.get(address).content
    client.force_login(User.objects.create_superuser("ada"))

    assert client.get(address).content == anonymous


@pytest.mark.parametrize("address", PAGES.values())
def test_a_page_is_for_reading_only(shelf, client: Client, address):
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200


@pytest.mark.parametrize("address", PAGES.values())
def test_a_page_has_language_landmarks_skip_link_and_its_own_address(shelf, client: Client, address):
    page = client.get(f"{address}?").content.decode()

    assert '<html lang="en">' in page
    assert '<a class="skip" href="#main">Skip to the content</a>' in page
    assert f'<link rel="canonical" href="http://testserver{address}">' in page
    assert [page.count(f"<{name}") for name in ("main ", "h1", "footer ")] == [1, 1, 1]


@pytest.mark.parametrize("address", PAGES.values())
def test_a_page_has_no_script_and_no_inline_style_or_handler(shelf, client: Client, address):
    page = client.get(address).content.decode()

    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=|javascript:", page)


@pytest.mark.parametrize("address", PAGES.values())
def test_no_id_is_given_twice_and_every_link_within_the_page_leads_somewhere(shelf, client: Client, address):
    page = client.get(address).content.decode()
    ids = re.findall(r'\sid="([^"]+)"', page)

    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


@pytest.mark.parametrize("address", PAGES.values())
def test_every_table_has_a_caption_and_every_header_a_scope(shelf, client: Client, address):
    page = client.get(address).content.decode()

    assert page.count("<table") == page.count("<caption")
    assert page.count("<th ") == page.count(' scope="')


def test_every_page_has_a_title_of_its_own(shelf, client: Client):
    titles = [
        client.get(address).content.decode().split("<title>")[1].split("</title>")[0]
        for address in PAGES.values()
    ]

    assert len(set(titles)) == len(PAGES)


def test_robots_stay_out_of_combined_lists(client: Client):
    response = client.get("/robots.txt")

    assert response.content == b"User-agent: *\nDisallow: /admin/\nDisallow: /*?\n"
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
