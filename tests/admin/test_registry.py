"""Every table of the desk has its pages, every page asks who is there, and no answer is kept by a cache."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from deals.admin.base import DeskAdmin
from deals.models import CLAIM_MODELS, SHELF_MODELS
from deals.shelf import Edition

DESK_MODELS = [
    model for model in apps.get_app_config("deals").get_models() if hasattr(model, "pgh_event_model")
]
EVIDENCE_MODELS = [model._meta.get_field("evidence").related_model for model in CLAIM_MODELS]
DESKS = [one for one in admin.site._registry.values() if isinstance(one, DeskAdmin)]


def names(desk: Any) -> str:
    return desk.opts.model_name


def admin_addresses() -> list[str]:
    """Every address of the admin, with 1 wherever a record's number stands."""
    (site,) = [one for one in get_resolver().url_patterns if getattr(one, "app_name", "") == "admin"]
    return sorted(set(_addresses(site, "/")))


def _addresses(resolver: URLResolver, prefix: str) -> list[str]:
    found = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            found.append(prefix + _example(str(resolver.pattern)) + _example(str(entry.pattern)))
        else:
            found += _addresses(entry, prefix + _example(str(resolver.pattern)))
    return found


def _example(pattern: str) -> str:
    if pattern.startswith("^"):
        return {"^(?P<app_label>auth|deals)/$": "deals/", "(?P<url>.*)$": "nowhere"}.get(pattern, "deals/")
    if pattern == "(?P<url>.*)$":
        return "nowhere"
    for hole in ("<path:object_id>", "<int:object_id>", "<path:content_type_id>", "<id>"):
        pattern = pattern.replace(hole, "1")
    return pattern.replace("<slug:verdict>", "accept")


def test_every_desk_table_has_pages_of_its_own_or_stands_on_its_owners() -> None:
    inlined = {inline.model for desk in DESKS for inline in desk.inlines}

    missing = [model for model in DESK_MODELS if model not in admin.site._registry and model not in inlined]

    assert missing == EVIDENCE_MODELS or set(missing) == set(EVIDENCE_MODELS)


def test_of_the_shelf_only_editions_are_there_and_nobody_can_write_them(client: Client, rf: Any) -> None:
    request = rf.get("/")
    request.user = client  # Nobody is asked who they are.

    shown = [model for model in SHELF_MODELS if model in admin.site._registry]
    desk = admin.site.get_model_admin(Edition)

    assert shown == [Edition]
    assert not desk.has_add_permission(request)
    assert not desk.has_change_permission(request)
    assert not desk.has_delete_permission(request)


def test_history_tables_are_not_editable_anywhere() -> None:
    events = {model.pgh_event_model for model in DESK_MODELS}

    assert not events & set(admin.site._registry)


@pytest.mark.parametrize("desk", DESKS, ids=names)
def test_table_is_searched_and_its_references_are_found_by_typing(desk: DeskAdmin) -> None:
    references = {
        field.name
        for field in desk.model._meta.fields
        if field.remote_field and field.name in desk.typed_fields
    }

    assert desk.search_fields
    assert desk.search_help_text
    assert references <= set(desk.autocomplete_fields)
    assert desk.show_full_result_count is False
    assert desk.show_facets is admin.ShowFacets.ALLOW


@pytest.mark.django_db
def test_nobody_comes_in_without_signing_in() -> None:
    doors = {"/admin/login/", "/admin/logout/"}
    anybody = Client()

    open_to_all = [
        address
        for address in admin_addresses()
        if address not in doors and not _is_sent_to_sign_in(anybody.get(address))
    ]

    assert open_to_all == []


def _is_sent_to_sign_in(response: Any) -> bool:
    return response.status_code == 302 and response["Location"].startswith("/admin/login/?next=")


def test_no_answer_is_kept_by_a_cache(client: Client) -> None:
    # The words of Django's scripts are the same for everybody; signing out takes no GET.
    others = {"/admin/jsi18n/", "/admin/logout/"}

    kept = [
        address
        for address in admin_addresses()
        if address not in others and "no-store" not in client.get(address).get("Cache-Control", "")
    ]

    assert kept == []


def test_there_are_addresses_to_walk() -> None:
    assert "/admin/deals/item/1/accept/" in admin_addresses()
    assert "/admin/deals/agreement/1/facts/accept/" in admin_addresses()
