"""Publishing, withdrawing and merging agreements as decisions; the notice that readers see an older state."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html

from deals.actions.publish import merge, publish, withdraw
from deals.actions.recording import recording
from deals.admin.decisions import Decision
from deals.admin.forms import PublicReasonForm
from deals.admin.widgets import RecordSelect
from deals.models import Agreement
from deals.vocab.codes import AgreementState

MOST_NOTICES = 5


class MergeForm(PublicReasonForm):
    """Into which record, and why."""

    into = forms.ModelChoiceField(
        queryset=Agreement.objects.all(),
        label="Into",
        widget=RecordSelect(Agreement._meta.get_field("merged_into"), admin.site),
        help_text="The published record that takes this one's place; type a part of its title or id.",
    )
    field_order = ("into", "reason")


def unpublished_changes(agreements: Iterable[Agreement]) -> list[str]:
    """For each published record among these: that readers see an older state, and the way to publish."""
    published = {one.pk: one for one in agreements if one.state == AgreementState.PUBLISHED}
    return [
        format_html(
            'Readers see this only after “{}” is published again. <a href="{}">Publish it …</a>',
            agreement,
            reverse("admin:deals_agreement_publish", args=[agreement.pk]),
        )
        for agreement in list(published.values())[:MOST_NOTICES]
    ]


def _publish(agreements: Sequence[Agreement], *, by: Any, reason: str) -> str:
    done = publish(agreements, by=by, reason=reason)
    return f"Deals with a new edition: {len(done.published)}. As they should be already: {done.unchanged}."


def _withdraw(agreements: Sequence[Agreement], *, by: Any, reason: str) -> str:
    with recording(by=by, reason=reason):
        for agreement in agreements:
            withdraw(agreement, by=by, reason=reason)
    return f"Withdrawn: {len(agreements)}. Each old address answers with the reason."


def _merge(agreements: Sequence[Agreement], *, by: Any, reason: str, into: Agreement) -> str:
    (agreement,) = agreements
    if agreement == into:
        raise ValidationError({"into": ["A record cannot lead to itself; choose another one."]})
    merge(agreement, into=into, by=by, reason=reason)
    return f"“{agreement}” leads to “{into}” from now on. Its facts stay where they are."


def _is_published(agreement: Agreement) -> bool:
    return agreement.state == AgreementState.PUBLISHED


PUBLICATION = (
    Decision(
        "publish",
        "Publish",
        "Readers see these records as they are now, with accepted and disputed claims and their quotes.",
        _publish,
        form=PublicReasonForm,
        at_once=True,
        offered=lambda agreement: agreement.state != AgreementState.MERGED,
    ),
    Decision(
        "withdraw",
        "Withdraw",
        "Takes these records away from readers; each old address says why.",
        _withdraw,
        form=PublicReasonForm,
        at_once=True,
        offered=_is_published,
    ),
    Decision(
        "merge",
        "Merge",
        "Lets this record's address lead to the record that takes its place. Facts are not moved.",
        _merge,
        form=MergeForm,
        at_once=True,
        offered=_is_published,
        in_lists=False,
    ),
)
