"""Editions: what readers were shown, when and why. To look at only; nothing here can be changed."""

import json
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from deals.admin.base import ReadOnlyAdmin
from deals.shelf import Edition


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    """Published versions of deals."""

    readonly_fields = (
        *("slug", "number", "event", "reason", "published_at", "published_by"),
        *("hash", "previous_hash", "document_sha256", "document_in_words"),
    )
    list_display = ("slug", "number", "event", "reason", "published_at", "published_by")
    list_filter = ("event",)
    search_fields = ("=slug", "=hash", "=document_sha256")
    search_help_text = "The whole id of a deal, or the whole hash of an edition or document."
    date_hierarchy = "published_at"
    ordering = ("-published_at", "slug")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Without the documents, which lists do not show."""
        return super().get_queryset(request).defer("document")

    @admin.display(description="Document")
    def document_in_words(self, edition: Edition) -> SafeString:
        """The document as published, indented; a withdrawal or merger has none."""
        body = bytes(edition.document)
        text = json.dumps(json.loads(body), indent=2, ensure_ascii=False) if body else ""
        return render_to_string("admin/deals/archived_text.html", {"text": text})

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """An edition never changes: its history is that of the deal's editions."""
        edition = self.get_object(request, object_id)
        return HttpResponseRedirect(f"{self.list_url()}?q={edition.slug}" if edition else self.list_url())
