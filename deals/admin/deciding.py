"""Admins whose records can be decided about: from a list, from a record's page, each on a page of its own."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse

from deals.actions.edit import delete_record
from deals.actions.recording import recording
from deals.admin.decisions import MOST_AT_ONCE, Chosen, Decision, Question, ask
from deals.admin.generics import ModelAdmin
from deals.admin.widgets import is_id


def delete_all(records: Sequence[models.Model], *, by: Any, reason: str) -> str:
    """Delete these records, all or none, and say so."""
    with recording(by=by, reason=reason or "deleted in the admin"):
        for record in records:
            delete_record(record, by=by, reason=reason or "deleted in the admin")
    return f"Deleted: {len(records)}. The history keeps what was there."


DELETE = Decision(
    name="delete",
    verb="Delete",
    meaning="Takes the record off the desk for good; the history keeps it. What others need stays.",
    apply=delete_all,
    permission="delete",
)


def as_action(
    decision: Decision,
) -> Callable[["DecidingAdmin", HttpRequest, models.QuerySet[Any]], HttpResponse | None]:
    """The decision as an action of a list."""

    @admin.action(permissions=[decision.permission], description=f"{decision.verb} …")
    def act(
        desk: "DecidingAdmin", request: HttpRequest, queryset: models.QuerySet[Any]
    ) -> HttpResponse | None:
        return desk.decide_many(request, decision, queryset)

    act.__name__ = action_name(decision)
    return act


def action_name(decision: Decision) -> str:
    """The action's name; ours takes the place of Django's own deletion."""
    return "delete_selected" if decision.name == "delete" else decision.name


class DecidingAdmin(ModelAdmin):
    """A table about whose records curators decide."""

    decisions: ClassVar[tuple[Decision, ...]] = (DELETE,)

    def __init__(self, model: Any, admin_site: Any) -> None:
        super().__init__(model, admin_site)
        self.actions = [as_action(decision) for decision in self.decisions if decision.in_lists]

    def get_urls(self) -> list[URLPattern]:
        """A page for each decision, beside Django's own; that of deletion takes the place of Django's."""
        return [
            path(
                f"<int:object_id>/{decision.name}/",
                self.admin_site.admin_view(self.decision_view),
                {"decision": decision},
                name=f"{self.opts.app_label}_{self.opts.model_name}_{decision.name}",
            )
            for decision in self.decisions
        ] + super().get_urls()

    def decision_view(self, request: HttpRequest, object_id: int, decision: Decision) -> HttpResponse:
        """The page of a decision about one record."""
        record = self.get_object(request, str(object_id))
        if record is None:
            raise Http404
        self.require(request, decision, record)
        question = Question(
            decision=decision,
            chosen=self.choose([record]),
            done_url=self.list_url() if decision is DELETE else self.home_url(record),
            cancel_url=self.record_url(record),
        )
        return ask(request, question, self.page_context(request), notices=self.notices)

    def decide_many(
        self, request: HttpRequest, decision: Decision, queryset: models.QuerySet[Any]
    ) -> HttpResponse | None:
        """The page of a decision about records chosen in the list."""
        records = list(queryset[: MOST_AT_ONCE + 1])
        if len(records) > MOST_AT_ONCE:
            messages.error(request, f"At most {MOST_AT_ONCE:,} can be decided at once; choose fewer.")
            return None
        for record in records:
            self.require(request, decision, record)
        question = Question(
            decision=decision,
            chosen=self.choose(records),
            done_url=request.get_full_path(),
            cancel_url=request.get_full_path(),
            hidden=[("action", action_name(decision))],
        )
        return ask(request, question, self.page_context(request), notices=self.notices)

    def require(self, request: HttpRequest, decision: Decision, record: models.Model | None) -> None:
        """Refuse whoever may not decide this."""
        if not self.may_decide(request, decision, record):
            raise PermissionDenied

    def may_decide(self, request: HttpRequest, decision: Decision, record: models.Model | None) -> bool:
        """Whether who asks may decide this about the record."""
        return bool(getattr(self, f"has_{decision.permission}_permission")(request, record))

    def choose(self, records: Iterable[models.Model]) -> list[Chosen]:
        """The records as a decision's page lists them."""
        return [
            Chosen(
                record, self.describe(record), self.record_url(record), ACTION_CHECKBOX_NAME, str(record.pk)
            )
            for record in records
        ]

    def describe(self, record: Any) -> str:
        """The record in the words of a list."""
        return str(record)

    def list_url(self) -> str:
        """The list of this table."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def record_url(self, record: models.Model) -> str:
        """The record's own page."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[record.pk])

    def home_url(self, record: Any) -> str:
        """Where a curator goes on after a decision: the record's page."""
        return self.record_url(record)

    def page_context(self, request: HttpRequest) -> dict[str, Any]:
        """What templates need to know of the table."""
        return {"opts": self.opts, "list_url": self.list_url()}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        """The form, with a link for each decision that this record offers."""
        record = context.get("original")
        context["decision_links"] = [
            (
                decision,
                reverse(
                    f"admin:{self.opts.app_label}_{self.opts.model_name}_{decision.name}", args=[record.pk]
                ),
            )
            for decision in self.decisions
            if record
            and decision is not DELETE
            and decision.offered(record)
            and self.may_decide(request, decision, record)
        ]
        return super().render_change_form(request, context, *args, **kwargs)

    def notices(self, records: Sequence[Any]) -> list[str]:
        """What a curator who wrote these records should know; none by default."""
        return []

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The list. What no page of ours sends is refused before the database sees it."""
        if any("\0" in value for values in request.GET.lists() for value in values[1]):
            return HttpResponseRedirect(f"{request.path}?e=1")
        if request.method == "POST":
            self._guard_action(request)
        return super().changelist_view(request, extra_context)

    def _guard_action(self, request: HttpRequest) -> None:
        allowed = self.get_actions(request)
        if not allowed or any(name and name not in allowed for name in request.POST.getlist("action")):
            raise PermissionDenied
        if not all(map(is_id, request.POST.getlist(ACTION_CHECKBOX_NAME))):
            raise BadRequest("A chosen record is no id.")
