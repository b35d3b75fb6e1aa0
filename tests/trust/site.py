"""Every public address, found by walking the resolver, and what each answers."""

import re
from collections.abc import Iterable
from typing import Any

from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

PUBLIC_NAMESPACES = ("pages", "api")

DEALS = ["jets", "programme", "hoax", "twice", "never"]
PARTIES = ["objector", "never"]
SYSTEMS = ["jet", "never"]
SOURCES = ["daily", "never"]

EXAMPLES: dict[str, list[list[Any]]] = {
    "home": [[]],
    "about": [[]],
    "healthz": [[]],
    "robots": [[]],
    "index": [[]],
    "schema": [[]],
    "docs": [[]],
    "register": [[]],
    "deals": [[]],
    "deal": [[slug] for slug in DEALS],
    "editions": [[slug] for slug in DEALS],
    "edition": [[slug, number] for slug in DEALS for number in (1, 2, 3)],
    "parties": [[]],
    "party": [[slug] for slug in PARTIES],
    "systems": [[]],
    "system": [[slug] for slug in SYSTEMS],
    "sources": [[]],
    "source": [[slug] for slug in SOURCES],
}
"""Arguments of each public address that has a name, in both namespaces."""

# What is not to be kept expires at the moment of the answer.
_TIMES = {"Date", "Expires"}

_LINK = re.compile(rb'(?:href|src|action)="(/[^"#]*)')
_JSON_LINK = re.compile(rb'"http://testserver(/[^"]*)"')


def public_names() -> set[str]:
    """The names of all public addresses, with their namespace."""
    return {
        f"{site.namespace}:{pattern.name}"
        for site in get_resolver().url_patterns
        if getattr(site, "namespace", None) in PUBLIC_NAMESPACES
        for pattern in site.url_patterns
        if isinstance(pattern, URLPattern)
    }


def public_addresses() -> list[str]:
    """An address for each example of each name."""
    return sorted(
        reverse(name, args=arguments)
        for name in public_names()
        for arguments in EXAMPLES[name.partition(":")[2]]
    )


def answer(client: Client, address: str, method: str = "get", **extra: Any) -> dict[str, Any]:
    """All that a client sees of an answer, but the time of day."""
    response = client.generic(method.upper(), address, **extra)
    headers = {name: value for name, value in response.headers.items() if name not in _TIMES}
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return {"status": response.status_code, "headers": headers, "content": content}


def crawl(client: Client, addresses: Iterable[str]) -> dict[str, dict[str, Any]]:
    """What these addresses answer, and all that they lead to on the public side."""
    answers: dict[str, dict[str, Any]] = {}
    waiting = sorted(addresses)
    while waiting:
        address = waiting.pop()
        if address in answers:
            continue
        answers[address] = answer(client, address)
        waiting += [link for link in _links(answers[address]) if link not in answers]
    return answers


def _links(answered: dict[str, Any]) -> list[str]:
    found = [*_LINK.findall(answered["content"]), *_JSON_LINK.findall(answered["content"])]
    links = [link.decode().replace("&amp;", "&") for link in found]
    if location := answered["headers"].get("Location"):
        links.append(location.removeprefix("http://testserver"))
    return [link for link in links if not link.startswith(("/admin/", "/static/"))]
