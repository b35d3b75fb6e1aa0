"""What tests read and send: a page's errors, messages and form, as a browser would have them."""

from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.urls import reverse

CONFIRM = {"confirmed": "yes"}


def url(record: Model | type[Model], page: str) -> str:
    """The address of a page of this record, or of its table when a model is given."""
    arguments = [] if isinstance(record, type) else [record.pk]
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=arguments)


def messages(response: Any) -> list[str]:
    """The messages that the page shows."""
    return [str(message) for message in response.context["messages"]]


def errors(response: Any) -> dict[str, list[str]]:
    """The errors of the page's form by field."""
    assert response.status_code == 200
    context = response.context
    form = context["adminform"].form if "adminform" in context else context["form"]
    return {name: list(found) for name, found in form.errors.items()}


def typed(response: Any, **changes: Any) -> dict[str, Any]:
    """What the page's form would send: all that it holds, with these changes."""
    form = response.context["adminform"].form
    data: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        if value is not None:
            data[bound.name] = value
    for formset in response.context["inline_admin_formsets"]:
        data |= {bound.html_name: bound.value() for bound in formset.formset.management_form}
    return data | changes


def body(response: HttpResponse) -> str:
    """The page's markup."""
    return response.content.decode()
