"""Decisions: what a curator does to chosen records for a reason, asked on a page of its own.

The page lists what is chosen, asks why, and shows every obstacle when the action refuses.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from deals.admin.forms import ReasonForm, show_refusal
from deals.admin.refusals import REFUSALS, in_words

MOST_AT_ONCE = 1_000
"""Records that one page lists, so that a curator sees all that is chosen."""

CONFIRMED = "confirmed"


@dataclass(frozen=True)
class Decision:
    """Something to decide about records.

    `apply` takes the records, `by=` and the form's fields, and says in words what was done; `offered` tells
    whether a record's page offers it, `in_lists` whether lists do; `at_once` that readers see it at once.
    """

    name: str
    verb: str
    meaning: str
    apply: Callable[..., str]
    permission: str = "change"
    form: type[forms.Form] = ReasonForm
    offered: Callable[[Any], bool] = lambda record: True
    in_lists: bool = True
    at_once: bool = False


@dataclass(frozen=True)
class Chosen:
    """One chosen record as its page lists it, with the name and value by which the form sends it back."""

    record: models.Model
    words: str
    url: str
    name: str
    value: str


@dataclass(frozen=True)
class Question:
    """What a decision's page shows, where it leads, and what its form sends beside the chosen records."""

    decision: Decision
    chosen: Sequence[Chosen]
    done_url: str
    cancel_url: str
    hidden: Sequence[tuple[str, str]] = ()


def curator(request: HttpRequest) -> AbstractBaseUser:
    """Who is signed in."""
    if not isinstance(request.user, AbstractBaseUser):
        raise PermissionDenied
    return request.user


def ask(
    request: HttpRequest,
    question: Question,
    context: dict[str, Any],
    *,
    notices: Callable[[Sequence[models.Model]], Sequence[str]],
) -> HttpResponse:
    """The decision's page; when it was confirmed, the decision is carried out and the curator led on."""
    form = question.decision.form(request.POST if CONFIRMED in request.POST else None)
    if form.is_bound and form.is_valid() and _carry_out(request, question, form):
        if not question.decision.at_once:
            for notice in notices([one.record for one in question.chosen]):
                messages.warning(request, notice)
        return HttpResponseRedirect(question.done_url)
    context = {**admin.site.each_context(request), **context}
    context |= {
        "title": question.decision.verb,
        "question": question,
        "form": form,
        "media": form.media,
        "confirmed": CONFIRMED,
    }
    return TemplateResponse(request, "admin/deals/decision.html", context)


def _carry_out(request: HttpRequest, question: Question, form: forms.Form) -> bool:
    records = [one.record for one in question.chosen]
    try:
        done = question.decision.apply(records, by=curator(request), **form.cleaned_data)
    except REFUSALS as refusal:
        show_refusal(form, in_words(refusal))
        return False
    messages.success(request, done)
    return True
