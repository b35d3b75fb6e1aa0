"""Sources with their archived texts, passages, and the loads of report files."""

import hashlib
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from deals.actions.edit import quote_passage
from deals.admin.base import DeskAdmin, ReadOnlyAdmin
from deals.admin.excerpts import excerpts
from deals.admin.forms import DeskForm
from deals.admin.quotes import PassageForm
from deals.admin.widgets import passage_in_words
from deals.models import Passage, ReportLoad, Source

LONGEST_ARCHIVED_TEXT = 1_000_000


class SourceForm(DeskForm):
    """A source; its text is taken as it is, with its white space, and hashed."""

    text = forms.CharField(
        label="Archived text",
        required=False,
        strip=False,
        max_length=LONGEST_ARCHIVED_TEXT,
        widget=AdminTextareaWidget(attrs={"rows": 12}),
        help_text="Exactly as retrieved; blank where we may not keep it. Added once, never edited.",
    )

    def clean(self) -> dict[str, Any]:
        """The text's hash goes with it."""
        cleaned = super().clean()
        if text := cleaned.get("text"):
            self.instance.sha256 = hashlib.sha256(text.encode()).hexdigest()
        return cleaned


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    """Reports and notices."""

    form = SourceForm
    formfield_overrides: ClassVar[dict[Any, Any]] = {models.URLField: {"assume_scheme": "https"}}
    typed_fields = (
        *("slug", "kind", "publisher", "title", "language", "published", "retrieved", "url"),
        *("source_grade", "information_grade"),
    )
    fixed_fields = ("slug",)
    readonly_fields = ("archived_text", "sha256", "text_path", "its_passages")
    list_display = ("slug", "publisher", "title", "kind", "published", "has_text")
    list_filter = (
        "kind",
        "source_grade",
        "information_grade",
        ("text", admin.EmptyFieldListFilter),
    )
    search_fields = ("slug", "publisher", "title", "url")
    search_help_text = "Id, publisher, title or address."
    ordering = ("-published_latest", "slug")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Without the texts, which lists and menus do not show."""
        return super().get_queryset(request).defer("text")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The text is typed while there is none; afterwards it is evidence and stays as it is."""
        fields = super().get_fields(request, obj)
        if self.may_write(request, obj) and not (obj and obj.sha256):
            return (*fields[:-1], "text", fields[-1])
        return fields

    def shown_fields(self, obj: Any) -> tuple[str, ...]:
        """The archived text and its hash, where there is one, and the passages."""
        shown = super().shown_fields(obj)
        return shown if obj is None or obj.sha256 else shown[-1:]

    @admin.display(description="text", boolean=True)
    def has_text(self, source: Source) -> bool:
        """Whether there is an archived text; a text always has a hash."""
        return bool(source.sha256)

    @admin.display(description="Archived text")
    def archived_text(self, source: Source) -> SafeString:
        """The text as it was retrieved."""
        return render_to_string("admin/deals/archived_text.html", {"text": source.text})

    @admin.display(description="Passages")
    def its_passages(self, source: Source) -> SafeString:
        """Where its quotes are listed."""
        url = f"{reverse('admin:deals_passage_changelist')}?source__id__exact={source.pk}"
        return format_html('<a href="{}">Quotes of this source</a>', url)


@admin.register(Passage)
class PassageAdmin(DeskAdmin):
    """Quotes. None is ever edited: the right one is added, and the wrong one deleted if nothing needs it."""

    form = PassageForm
    readonly_fields = ("in_its_source",)
    list_display = ("words", "source", "start", "end")
    list_filter = (("start", admin.EmptyFieldListFilter), "source__kind")
    search_fields = ("quote", "source__slug", "source__publisher")
    search_help_text = "Words of the quote, or the source's id or publisher."
    autocomplete_fields = ("source",)
    ordering = ("-pk",)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """With the source, which names the passage, and without its text."""
        return super().get_queryset(request).select_related("source").defer("source__text")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Source and words of a new passage; of an old one where it stands."""
        return (
            ("source", "quote", "quote_nth", "reason")
            if obj is None
            else ("source", "quote", "start", "end", "in_its_source")
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> bool:
        """The list of one source's passages, too."""
        return lookup == "source__id__exact" or super().lookup_allowed(lookup, value, request)

    @admin.display(description="quote")
    def words(self, passage: Passage) -> str:
        """The words, cut for a list."""
        return str(passage) if len(str(passage)) <= 160 else f"{str(passage)[:160]} …"

    @admin.display(description="In its source")
    def in_its_source(self, passage: Passage) -> SafeString:
        """The quote with the words around it."""
        return render_to_string("admin/deals/evidence.html", {"excerpts": excerpts([passage.pk]).values()})

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Look the words up and keep them, or find them kept already."""
        cleaned = form.cleaned_data
        found = quote_passage(
            cleaned["source"],
            cleaned["quote"],
            nth=cleaned["quote_nth"],
            **self.who_and_why(request, form, change),
        )
        obj.pk, obj.quote, obj.start, obj.end = found.pk, found.quote, found.start, found.end

    def get_urls(self) -> list[URLPattern]:
        """The search that names each passage's source, for the forms of claims."""
        find = path("find/", self.admin_site.admin_view(self.find_view), name="deals_passage_find")
        return [find, *super().get_urls()]

    def find_view(self, request: HttpRequest) -> JsonResponse:
        """Passages that a search finds, as autocomplete menus expect them."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found, _ = self.get_search_results(
            request, self.get_queryset(request).order_by("-pk"), request.GET.get("term", "")
        )
        page = self.get_paginator(request, found, 20).get_page(request.GET.get("page"))
        results = [{"id": str(passage.pk), "text": passage_in_words(passage)} for passage in page]
        return JsonResponse({"results": results, "pagination": {"more": page.has_next()}})


@admin.register(ReportLoad)
class ReportLoadAdmin(ReadOnlyAdmin):
    """Which report files were applied, by whom and when."""

    readonly_fields: ClassVar[tuple[str, ...]] = (
        "source",
        "content_hash",
        "accepted",
        "loaded_by",
        "loaded_at",
    )
    list_display = ("source_id_in_words", "loaded_by", "loaded_at", "accepted")
    list_filter = ("accepted",)
    search_fields = ("source__slug", "=content_hash")
    search_help_text = "Source id, or the hash of what the file says."
    date_hierarchy = "loaded_at"
    ordering = ("-loaded_at",)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """With source and loader, without the texts of the sources."""
        return super().get_queryset(request).select_related("source", "loaded_by").defer("source__text")

    @admin.display(description="source", ordering="source__slug")
    def source_id_in_words(self, load: ReportLoad) -> str:
        """The source's stable id."""
        return load.source.slug
