"""Forms of the desk: typed text is checked for what no text of ours may hold, and each says why."""

from typing import Any, Protocol

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator

from deals.admin.generics import ModelForm
from deals.vocab.names import find_unsafe_character

LONGEST_TEXT = 5_000
"""Characters that a text without a limit of its own may have."""

LONGEST_REASON = 300


class _Form(Protocol):
    """What Django's forms and model forms have in common here."""

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]


def plain_text(text: str) -> str:
    """The text with line ends as they are stored; browsers send them as CR LF."""
    return text.replace("\r\n", "\n")


def refuse_unsafe_characters(text: str) -> None:
    """Refuse controls and marks that turn the direction of text, saying which one stands where."""
    if found := find_unsafe_character(plain_text(text)):
        place, what = found
        raise ValidationError(f"Character {place + 1} is a {what}. Take it out.")


def guard_texts(form: _Form) -> None:
    """Make each text field of the form refuse unsafe characters and texts without end."""
    for field in form.fields.values():
        if isinstance(field, forms.CharField):
            # Its message names no place, and ours covers NUL too.
            kept = [one for one in field.validators if not isinstance(one, ProhibitNullCharactersValidator)]
            field.validators = [*kept, refuse_unsafe_characters]
            if field.max_length is None:
                field.validators.append(MaxLengthValidator(LONGEST_TEXT))


def with_plain_texts(form: _Form) -> dict[str, Any]:
    """The form's cleaned data, line ends as they are stored."""
    return {
        name: plain_text(value) if isinstance(value, str) else value
        for name, value in form.cleaned_data.items()
    }


class DeskRowForm(ModelForm):
    """One row of the desk; also the form of rows inside another record's page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        guard_texts(self)

    def clean(self) -> dict[str, Any]:
        """Store line ends as they are stored everywhere."""
        super().clean()
        return with_plain_texts(self)


class DeskForm(DeskRowForm):
    """One record with the curator's reason, and with what the actions refused when it was saved."""

    refusal: ValidationError | None = None

    reason = forms.CharField(
        label="Why?",
        required=False,
        max_length=LONGEST_REASON,
        widget=AdminTextInputWidget,
        help_text="Kept in the history with your name; readers do not see it.",
    )

    def clean(self) -> dict[str, Any]:
        """Show a refusal above the form, or at the field that it names, beside all that was typed."""
        cleaned = super().clean()
        if self.refusal is not None:
            show_refusal(self, self.refusal)
        return cleaned


class ReasonForm(forms.Form):
    """Why a curator decides something; kept in the history."""

    reason = forms.CharField(
        label="Why?",
        required=False,
        max_length=LONGEST_REASON,
        widget=AdminTextInputWidget(attrs={"autofocus": True}),
        help_text="Kept in the history with your name; readers do not see it.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        guard_texts(self)


class PublicReasonForm(ReasonForm):
    """Why a curator decides something, in words that readers see, too."""

    reason = forms.CharField(
        label="Why, in words for readers?",
        max_length=LONGEST_REASON,
        widget=AdminTextInputWidget(attrs={"autofocus": True}),
        help_text="Public: readers see it beside the deal's editions, or at its old address.",
    )


def show_refusal(form: forms.BaseForm, refusal: ValidationError) -> None:
    """Add the refusal to the form: at the fields that it names and the form has, else above the form."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, messages in refusal.message_dict.items():
        form.add_error(name if name in form.fields else None, messages)
