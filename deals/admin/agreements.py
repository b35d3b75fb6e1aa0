"""Agreements: the page of one lists its facts with their quotes, and is where verdicts are given."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from deals.admin.base import DeskAdmin
from deals.admin.deciding import DELETE
from deals.admin.decisions import MOST_AT_ONCE, Chosen, Decision, Question, ask
from deals.admin.fact_sections import CLAIM_FIELD, chosen_facts, fact_sections
from deals.admin.history import Trail
from deals.admin.publishing import PUBLICATION, unpublished_changes
from deals.admin.verdicts import VERDICTS
from deals.models import FACT_MODELS, Agreement
from deals.vocab.codes import AgreementState

WAITING_HELP = "waiting for a verdict"


class WaitingFilter(admin.SimpleListFilter):
    """Agreements with facts that wait for a curator."""

    title = "facts"
    parameter_name = "facts"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """The two choices."""
        return (("waiting", "Some wait for a verdict"), ("settled", "None waits"))

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """Agreements with or without a pending fact of any type."""
        waiting = Q()
        for model in FACT_MODELS:
            waiting |= Q(Exists(model.objects.waiting().filter(agreement=OuterRef("pk"))))
        match self.value():
            case "waiting":
                return queryset.filter(waiting)
            case "settled":
                return queryset.exclude(waiting)
        return queryset


class AgreementList(ChangeList):
    """The list, with the number of pending facts of each agreement on the page, in one query."""

    def get_results(self, request: HttpRequest) -> None:
        """Count after the page is cut, so that no other row is counted."""
        super().get_results(request)
        counts = pending_counts([agreement.pk for agreement in self.result_list])
        for agreement in self.result_list:
            agreement.waiting = counts.get(agreement.pk, 0)


def pending_counts(agreement_ids: Sequence[int]) -> dict[int, int]:
    """How many facts of each agreement wait for a verdict; agreements without any are left out."""
    of_type = [
        model.objects.waiting()
        .filter(agreement__in=agreement_ids)
        .order_by()
        .values("agreement")
        .annotate(n=Count("pk"))
        for model in FACT_MODELS
    ]
    counts: dict[int, int] = {}
    for row in of_type[0].union(*of_type[1:], all=True).order_by():
        counts[row["agreement"]] = counts.get(row["agreement"], 0) + row["n"]
    return counts


@admin.register(Agreement)
class AgreementAdmin(DeskAdmin):
    """Identity and state of an agreement; what it is about stands in its facts."""

    decisions: ClassVar[tuple[Decision, ...]] = (*PUBLICATION, DELETE)
    trails = tuple(Trail(model, "agreement_id") for model in FACT_MODELS)
    typed_fields = ("slug", "title", "kind", "summary")
    fixed_fields = ("slug",)
    readonly_fields = ("state", "state_reason", "merged_into")
    change_form_template = "admin/deals/agreement.html"
    list_display = ("title", "slug", "kind", "state", "waiting")
    list_filter = ("state", WaitingFilter, "kind")
    search_fields = ("slug", "title")
    search_help_text = "Id or title."
    ordering = ("slug",)

    @admin.display(description=WAITING_HELP)
    def waiting(self, agreement: Any) -> int:
        """How many facts wait for a verdict."""
        return int(agreement.waiting)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """The list that counts pending facts."""
        return AgreementList

    def shown_fields(self, obj: Any) -> tuple[str, ...]:
        """The state, with reason and target where there are any."""
        shown = super().shown_fields(obj)
        return tuple(name for name in shown if name == "state" or getattr(obj, name))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Drafts only: the address of what was ever public must go on answering."""
        return super().has_delete_permission(request, obj) and (
            obj is None or obj.state == AgreementState.DRAFT
        )

    def notices(self, records: Sequence[Any]) -> list[str]:
        """That readers see an older state until the record is published again."""
        return unpublished_changes(Agreement.objects.filter(pk__in=[one.pk for one in records if one.pk]))

    def describe(self, record: Any) -> str:
        """Title, id and state."""
        return f"{record.title} [{record.slug}], {record.get_state_display().lower()}"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        """The form, with the facts below it."""
        if agreement := context.get("original"):
            context["sections"] = fact_sections(agreement, request, self.admin_site)
            context["may_decide"] = any(one.may_change and one.rows for one in context["sections"])
            context["claim_field"] = CLAIM_FIELD
            context["verdicts"] = [
                (verdict, reverse("admin:deals_agreement_facts", args=[agreement.pk, verdict.name]))
                for verdict in VERDICTS
            ]
            context["editions_url"] = f"{reverse('admin:deals_edition_changelist')}?q={agreement.slug}"
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        """A page for verdicts on several facts of one agreement, of whatever type."""
        facts = path(
            "<int:object_id>/facts/<slug:verdict>/",
            self.admin_site.admin_view(self.verdict_view),
            name="deals_agreement_facts",
        )
        return [facts, *super().get_urls()]

    def verdict_view(self, request: HttpRequest, object_id: int, verdict: str) -> HttpResponse:
        """The page of a verdict on chosen facts."""
        agreement = self.get_object(request, str(object_id))
        decision = next((one for one in VERDICTS if one.name == verdict), None)
        if agreement is None or decision is None:
            raise Http404
        if not self.has_view_or_change_permission(request, agreement):
            raise PermissionDenied
        tokens = request.GET.getlist(CLAIM_FIELD) + request.POST.getlist(CLAIM_FIELD)
        if len(tokens) > MOST_AT_ONCE:
            raise BadRequest(f"At most {MOST_AT_ONCE:,} facts can be decided at once.")
        chosen = chosen_facts(agreement, tokens, self.admin_site)
        if not all(desk.may_decide(request, decision, fact) for _, desk, fact in chosen):
            raise PermissionDenied
        url = self.record_url(agreement)
        question = Question(
            decision=decision,
            chosen=[
                Chosen(
                    fact,
                    f"{fact} ({fact.get_status_display().lower()})",
                    desk.record_url(fact),
                    CLAIM_FIELD,
                    token,
                )
                for token, desk, fact in chosen
            ],
            done_url=f"{url}#facts",
            cancel_url=f"{url}#facts",
        )
        return ask(request, question, self.page_context(request), notices=lambda _: self.notices([agreement]))
