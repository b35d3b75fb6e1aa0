"""What every page of the desk shares: writes through the actions, refusals as messages, history.

No admin of the desk saves or deletes by itself; all of it goes through `deals.actions` with who and why.
"""

from typing import Any, ClassVar, TypedDict, cast

from django.contrib import admin, messages
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.db.models.fields.related import ForeignKey
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from deals.actions.edit import delete_record, save_record
from deals.admin.deciding import DecidingAdmin, delete_all
from deals.admin.decisions import Decision, curator
from deals.admin.forms import DeskForm, DeskRowForm
from deals.admin.generics import TabularInline
from deals.admin.history import Trail, history_page
from deals.admin.refusals import REFUSALS, in_words
from deals.admin.widgets import RecordSelect, is_id


class WhoAndWhy(TypedDict):
    """What each action wants to know for the history."""

    by: AbstractBaseUser
    reason: str


class DeskRowInline(TabularInline):
    """Rows that belong to the record whose page shows them, such as its other names."""

    form = DeskRowForm
    extra = 0
    show_change_link = False


class DeskAdmin(DecidingAdmin):
    """A table of the desk."""

    typed_fields: ClassVar[tuple[str, ...]] = ()
    """The model's fields that a curator types, in the order of the form."""
    fixed_fields: ClassVar[tuple[str, ...]] = ()
    """Typed fields that stay as they are once they are saved."""
    trails: tuple[Trail, ...] = ()
    """Rows of other tables whose history belongs to this record's."""

    form = DeskForm
    show_full_result_count = False
    # Counting each choice of each filter reads the whole table, so it is done when somebody asks for it.
    show_facets = admin.ShowFacets.ALLOW
    list_per_page = 50
    list_max_show_all = 200

    class Media:
        css: ClassVar[dict[str, tuple[str, ...]]] = {"all": ("deals/admin/desk.css",)}

    # --- What the forms hold ------------------------------------------------------------------------

    def may_write(self, request: HttpRequest, obj: models.Model | None) -> bool:
        """Whether the form of this record, or of a new one, can be saved by who asks."""
        return self.has_add_permission(request) if obj is None else self.has_change_permission(request, obj)

    def get_fields(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """The typed fields, what is shown beside them, and the reason for whoever may write."""
        reason = ("reason",) if self.may_write(request, obj) else ()
        return (*self.typed_fields, *self.shown_fields(obj), *reason)

    def shown_fields(self, obj: models.Model | None) -> tuple[str, ...]:
        """Fields and parts of the page that nobody types; none on the page for a new record."""
        return () if obj is None else tuple(self.readonly_fields)

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """What is shown, and what stays as it was first saved."""
        return (*self.shown_fields(obj), *(() if obj is None else self.fixed_fields))

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """The form's class, which knows what was refused when this request tried to save it."""
        form = super().get_form(request, obj, change, **kwargs)
        form.refusal = getattr(request, "refusal", None)  # type: ignore[attr-defined]  # it is a DeskForm
        return form

    def formfield_for_dbfield(self, db_field: "models.Field[Any, Any]", request: Any, **kwargs: Any) -> Any:
        """Beside a reference its record can be added and changed; deleting asks on a page of its own."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        return field

    def formfield_for_foreignkey(
        self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        """References are found by typing; a table of 100,000 records is no menu."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = RecordSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What a link to the form fills in: ids of other records, such as the agreement of a new fact."""
        given = super().get_changeform_initial_data(request)
        return {
            name: value for name, value in given.items() if name in self.autocomplete_fields and is_id(value)
        }

    # --- Writes -------------------------------------------------------------------------------------

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """The form. What an action refuses is rolled back, and shown in the form with all that was typed."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except REFUSALS as refusal:
            cast("_RefusedRequest", request).refusal = in_words(refusal)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Write the record with who and why."""
        save_record(obj, **self.who_and_why(request, form, change))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Write the rows that belong to the record, in the same transaction, for the same reason."""
        words = self.who_and_why(request, form, change)
        for formset in formsets:
            formset.save(commit=False)
            for row in formset.deleted_objects:
                delete_record(row, **words)
            for row in (*formset.new_objects, *(row for row, _ in formset.changed_objects)):
                save_record(row, **words)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """Delete the record with who and why."""
        delete_record(obj, by=curator(request), reason="deleted in the admin")

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Delete the records one by one, all or none."""
        delete_all(list(queryset), by=curator(request), reason="")

    def after_save(self, request: HttpRequest, obj: Any) -> None:
        """Tell the curator what saving did not do, such as changing what readers see."""
        for notice in self.notices([obj]):
            messages.warning(request, notice)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Where a new record leads."""
        response = super().response_add(request, obj, post_url_continue)
        self.after_save(request, obj)
        return response

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Where a saved record leads."""
        response = super().response_change(request, obj)
        self.after_save(request, obj)
        return response

    def who_and_why(self, request: HttpRequest, form: Any, change: bool) -> "WhoAndWhy":
        """Who is signed in, and the curator's words, or ours when there are none."""
        why = form.cleaned_data.get("reason") or ("edited in the admin" if change else "added in the admin")
        return {"by": curator(request), "reason": why}

    # The database's history is the only one: Django's own can be edited, and knows nothing of bulk changes.

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing; see above."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing; see above."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """Nothing; see above."""

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        """What is found; a search may come from a form that has not looked for NUL."""
        return super().get_search_results(request, queryset, search_term.replace("\0", ""))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Who changed what, when and why, as the database recorded it."""
        record = self.get_object(request, object_id)
        if record is None:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            **self.page_context(request),
            "title": f"History of {self.opts.verbose_name}",
            "subtitle": str(record),
            "record_url": self.record_url(record),
            "page": history_page(record, self.trails, request.GET.get("p")),
        }
        return TemplateResponse(request, "admin/deals/history.html", context)


class ReadOnlyAdmin(DeskAdmin):
    """A table that other parts of the application write; people look at it."""

    decisions: ClassVar[tuple[Decision, ...]] = ()

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False


class _RefusedRequest(HttpRequest):
    """A request whose write was refused and rolled back."""

    refusal: ValidationError
