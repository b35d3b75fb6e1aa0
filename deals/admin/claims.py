"""What the pages of all claims share: verdicts, evidence with its place in the source, and the way back."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from deals.actions.edit import save_claim
from deals.admin.base import DeskAdmin
from deals.admin.deciding import DELETE
from deals.admin.decisions import Decision
from deals.admin.excerpts import as_evidence, excerpts
from deals.admin.history import Trail
from deals.admin.publishing import unpublished_changes
from deals.admin.quotes import QUOTE_FIELDS, ClaimForm
from deals.admin.verdicts import VERDICTS
from deals.models import Claim
from deals.vocab.codes import ClaimStatus

VERDICT_COLUMNS = ("status", "reviewed_by", "reviewed_at")


class ClaimAdmin(DeskAdmin):
    """A table of claims. Their status is never typed; verdicts are decisions of their own."""

    form = ClaimForm
    decisions: ClassVar[tuple[Decision, ...]] = (*VERDICTS, DELETE)
    readonly_fields = ("evidence_in_sources", *VERDICT_COLUMNS)
    ordering = ("-pk",)

    def __init__(self, model: Any, admin_site: Any) -> None:
        super().__init__(model, admin_site)
        self.trails = (Trail(model._meta.get_field("evidence").related_model, "fact_id"),)

    @admin.display(description="claim")
    def claim(self, claim: Claim) -> str:
        """The claim in words."""
        return str(claim)

    @admin.display(description="Evidence in its source")
    def evidence_in_sources(self, claim: Any) -> SafeString:
        """Each quote with the words around it in the archived text."""
        evidence = dict(claim.evidence.order_by("passage_id").values_list("passage_id", "accepted"))
        found = excerpts(evidence)
        shown = [as_evidence(found[pk], accepted=accepted) for pk, accepted in evidence.items()]
        return render_to_string("admin/deals/evidence.html", {"excerpts": shown})

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """What the claim says, its evidence, the verdict so far, and why it is edited."""
        writes = self.may_write(request, obj)
        shown = self.shown_fields(obj)
        evidence = (*shown[:1], *(("passages", *QUOTE_FIELDS) if writes else ()))
        sets: list[tuple[str | None, dict[str, Any]]] = [
            (None, {"fields": (*self.typed_fields, "note")}),
            ("Evidence", {"fields": evidence}),
            ("Verdict", {"fields": shown[1:], "description": "Given by the links above, never typed."}),
            (None, {"fields": ("reason",) if writes else ()}),
        ]
        return [one for one in sets if one[1]["fields"]]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Write the claim and its evidence with who and why."""
        words = self.who_and_why(request, form, change)
        save_claim(obj, evidence=form.evidence(**words), **words)

    def home_url(self, record: Any) -> str:
        """The page of what the claim is about."""
        owner = self.owner(record)
        return str(self.admin_site.get_model_admin(type(owner)).record_url(owner))  # type: ignore[attr-defined]  # a DeskAdmin

    def owner(self, claim: Any) -> Any:
        """What the claim is about."""
        return claim.agreement

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        """Back to what the claim is about."""
        return HttpResponseRedirect(self.home_url(obj))

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        """Back to what the claim is about."""
        return HttpResponseRedirect(self.home_url(obj))

    def describe(self, record: Any) -> str:
        """What it is about, what it says, and the verdict so far."""
        return f"{self.owner(record)}: {record} ({record.get_status_display().lower()})"


class FactAdmin(ClaimAdmin):
    """A table of facts about agreements."""

    def after_save(self, request: HttpRequest, obj: Any) -> None:
        """Only what is accepted or disputed can differ from what readers see."""
        if ClaimStatus(obj.status).is_public:
            super().after_save(request, obj)

    def notices(self, records: Sequence[Any]) -> list[str]:
        """That readers see an older state, where what was written is public or was."""
        return unpublished_changes(record.agreement for record in records)
