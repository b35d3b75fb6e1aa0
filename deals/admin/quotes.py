"""The form of a claim: its own fields, the passages that support it, and one new quote, which is checked."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError

from deals.actions.edit import quote_passage
from deals.admin.forms import DeskForm
from deals.admin.generics import ModelMultipleChoiceField
from deals.admin.widgets import PassageSelect, RecordSelect, passage_in_words
from deals.models import ItemEvidence, Passage, Source
from deals.vocab.codes import SourceKind

# The database keeps a source's quotes apart by an index, whose rows hold some 2,700 bytes.
MOST_QUOTE_BYTES = 2_500

QUOTE_FIELDS = ("quote_source", "quote", "quote_nth")


def refuse_long_quote(quote: str) -> None:
    """Refuse a quote that the database's index cannot hold; a shorter one is better evidence anyway."""
    length = len(quote.encode(errors="replace"))
    if length > MOST_QUOTE_BYTES:
        raise ValidationError(
            f"Found {length:,} bytes of text; a quote has at most {MOST_QUOTE_BYTES:,}."
            " Quote the words that matter."
        )


class PassagesField(ModelMultipleChoiceField):
    """Passages, each named with its source."""

    def label_from_instance(self, obj: Any) -> str:
        """Who says so and where, then the words."""
        return passage_in_words(obj)


def source_field(**kwargs: Any) -> Any:
    """A field that finds a source."""
    return forms.ModelChoiceField(
        queryset=Source.objects.defer("text"),
        widget=RecordSelect(Passage._meta.get_field("source"), admin.site),
        **kwargs,
    )


def quote_field(**kwargs: Any) -> forms.CharField:
    """A field for words of a source."""
    return forms.CharField(
        required=False,
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        validators=[refuse_long_quote],
        **kwargs,
    )


def nth_field() -> forms.IntegerField:
    """A field that says which occurrence of a quote is meant."""
    return forms.IntegerField(
        label="Occurrence",
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text="Only when the words stand in the text more than once: 1 for the first, 2 for the second.",
    )


class ClaimForm(DeskForm):
    """One claim with its evidence."""

    passages = PassagesField(
        queryset=Passage.objects.select_related("source").defer("source__text"),
        required=False,
        widget=PassageSelect(ItemEvidence._meta.get_field("passage"), admin.site),
        help_text="Passages that support the claim; type words of the quote or the source's id.",
    )
    quote_source = source_field(
        required=False, label="New quote from", help_text="The source of a quote that is not yet a passage."
    )
    quote = quote_field(
        label="New quote", help_text="Its words, verbatim; they are looked up in the archived text."
    )
    quote_nth = nth_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "passages" in self.fields:
            self.initial["passages"] = list(self.instance.evidence.values_list("passage_id", flat=True))

    def clean(self) -> dict[str, Any]:
        """A new quote has words and a source."""
        cleaned = super().clean()
        source, quote = cleaned.get("quote_source"), cleaned.get("quote")
        if quote and not source and "quote_source" not in self.errors:
            self.add_error("quote_source", "Say which source has these words.")
        check_words(self, source, quote)
        return cleaned

    def evidence(self, **words: Any) -> list[Passage]:
        """The chosen passages and the new quote's, which is made; `words` are who and why."""
        chosen = list(self.cleaned_data["passages"])
        if source := self.cleaned_data["quote_source"]:
            chosen.append(
                quote_passage(source, self.cleaned_data["quote"], nth=self.cleaned_data["quote_nth"], **words)
            )
        return chosen


class PassageForm(DeskForm):
    """A new passage of a source."""

    source = source_field()
    quote = quote_field(help_text="The words of the source, verbatim; blank only for a row of a register.")
    quote_nth = nth_field()

    def clean(self) -> dict[str, Any]:
        """A passage has words, unless its source is a register."""
        cleaned = super().clean()
        check_words(self, cleaned.get("source"), cleaned.get("quote"))
        return cleaned


def check_words(form: forms.BaseForm, source: Source | None, quote: str | None) -> None:
    """Refuse a source without words, unless it is a register."""
    if source and not quote and source.kind != SourceKind.REGISTER and "quote" not in form.errors:
        form.add_error("quote", "Type the words of the source; only a row of a register has none.")
