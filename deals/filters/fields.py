"""Form fields: what one parameter may hold.

Each refuses a value by saying what it expects, and describes itself as JSON Schema.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Literal

from django import forms
from django.core.exceptions import ValidationError

from deals.vocab.codes import Codes
from deals.vocab.dates import BadPartialDate, PartialDate
from deals.vocab.names import fold

UNKNOWN = "unknown"
NONE = "none"
MAX_SEARCH_LENGTH = 200
MAX_SEARCH_WORDS = 10

_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,120}")
_YEAR = re.compile(r"[12][0-9]{3}")
_COUNTRY = re.compile(r"[A-Z]{3}")
_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,2})?")


def nearest(text: str, names: Iterable[str]) -> str:
    """The ending "; did you mean …?" when one of the names is close to the text, else nothing."""
    close = get_close_matches(text[:100], list(names), n=1)
    return f"; did you mean {close[0]}?" if close else ""


class ParameterField(forms.CharField):
    """A parameter of one text; a subclass reads it with `read`, or refuses it with a ValueError."""

    expected = "text"
    schema: dict[str, Any] = {"type": "string"}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(empty_value="", **kwargs)

    def clean(self, value: Any) -> Any:
        """What the text means, or none when there is none."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return self.read(text)
        except ValueError as error:
            raise ValidationError(str(error) or self.expected) from error

    def read(self, text: str) -> Any:
        """What the text means; raises ValueError, with a message if what was expected is not `expected`."""
        return text


class SlugField(ParameterField):
    """The stable id of a party, system, source or deal; one that nothing bears finds nothing."""

    expected = "an id of letters, digits and hyphens, at most 120 characters"
    schema = {"type": "string", "pattern": f"^{_SLUG.pattern}$"}

    def read(self, text: str) -> str:
        """The id as it stands."""
        if not _SLUG.fullmatch(text):
            raise ValueError
        return text


class YearField(ParameterField):
    """A year, or `unknown` where the caller allows it."""

    def __init__(self, *, unknown: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.unknown = unknown
        self.expected = "a year such as 2018" + (f", or {UNKNOWN}" if unknown else "")
        pattern = f"{_YEAR.pattern}|{UNKNOWN}" if unknown else _YEAR.pattern
        self.schema = {"type": "string", "pattern": f"^({pattern})$"}

    def read(self, text: str) -> int | str:
        """The year as a number, or `unknown`."""
        if self.unknown and text == UNKNOWN:
            return UNKNOWN
        if not _YEAR.fullmatch(text):
            raise ValueError
        return int(text)


class CountryField(ParameterField):
    """A country's code, or `none` for what belongs to no country."""

    expected = f"an ISO 3166-1 alpha-3 code such as IND, or {NONE}"
    schema = {"type": "string", "pattern": f"^([A-Z]{{3}}|{NONE})$"}

    def read(self, text: str) -> str:
        """The code, empty for `none`, as the column holds it."""
        if text == NONE:
            return ""
        if not _COUNTRY.fullmatch(text):
            raise ValueError
        return text


class AmountField(ParameterField):
    """A sum of US dollars as a plain decimal number."""

    expected = "an amount in US dollars such as 5000000000 or 99.50"
    schema = {"type": "string", "pattern": f"^{_AMOUNT.pattern}$"}

    def read(self, text: str) -> Decimal:
        """The sum, exact to the cent."""
        if not _AMOUNT.fullmatch(text):
            raise ValueError
        return Decimal(text)


class FirstDayField(ParameterField):
    """A partial date, taken for the first day that it can mean."""

    expected = "a date such as 2018, 2018-10 or 2018-10-05"
    end: Literal["earliest", "latest"] = "earliest"

    def read(self, text: str) -> date:
        """The day; an interval has none, for either of its ends could be meant."""
        try:
            day: date | None = getattr(PartialDate.parse(text), self.end)
        except BadPartialDate as error:
            raise ValueError(self.expected) from error
        if day is None or "/" in text:
            raise ValueError
        return day


class LastDayField(FirstDayField):
    """A partial date, taken for the last day that it can mean."""

    end = "latest"


class MomentField(ParameterField):
    """A date or a moment in ISO 8601; one without a time zone is meant in UTC."""

    expected = "a date or a moment such as 2021-12-06 or 2021-12-06T09:30:00Z"

    def read(self, text: str) -> datetime:
        """The moment; a date is its first one."""
        # In an address, + stands for a space: whoever forgets to escape it means +.
        text = text.replace(" ", "+")
        try:
            moment = datetime.combine(date.fromisoformat(text), time.min)
        except ValueError:
            moment = _read_moment(text, self.expected)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class WordsField(ParameterField):
    """A few words to search for, folded as the search index folds them."""

    expected = (
        f"words of letters or digits, at most {MAX_SEARCH_WORDS} words and {MAX_SEARCH_LENGTH} characters"
    )
    schema = {"type": "string", "maxLength": MAX_SEARCH_LENGTH}

    def read(self, text: str) -> list[str]:
        """The folded words, at least one; the index does not hold the sign that folding keeps."""
        if len(text) > MAX_SEARCH_LENGTH:
            raise ValueError
        words = [word for word in fold(text).split() if word != "+"]
        if not 1 <= len(words) <= MAX_SEARCH_WORDS:
            raise ValueError
        return words


class ChoiceField(forms.ChoiceField):
    """One of a few texts. The choice of none is there for forms, which send it as an empty text."""

    def __init__(
        self, *, choices: Iterable[tuple[str, str]], empty_label: str = "Any", **kwargs: Any
    ) -> None:
        named = list(choices)
        super().__init__(choices=[("", empty_label), *named], **kwargs)
        self.codes = [code for code, _ in named]
        self.expected = f"one of: {', '.join(self.codes)}" if len(self.codes) > 1 else self.codes[0]
        self.schema: dict[str, Any] = {"type": "string", "enum": self.codes}

    def validate(self, value: Any) -> None:
        """Refuse what is not among the choices, naming them and the nearest one."""
        if value and value not in self.codes:
            raise ValidationError(self.expected + nearest(value, self.codes))


class FlagField(ChoiceField):
    """True or false, in these words only."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[("true", "Yes"), ("false", "No")], **kwargs)
        self.schema = {"type": "boolean"}

    def clean(self, value: Any) -> bool | None:
        """The flag, or none when it is not given."""
        text = super().clean(value)
        return text == "true" if text else None


class CommaSeparated(forms.SelectMultiple):
    """Reads several values from one parameter with commas, or from the same parameter given several times."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """All values in the order given."""
        given = data.getlist(name) if hasattr(data, "getlist") else [data.get(name, "")]
        return [part.strip() for text in given if text for part in text.split(",")]


class CodesField(forms.MultipleChoiceField):
    """One or several codes of one list of the vocabulary."""

    widget = CommaSeparated

    def __init__(self, *, codes: type[Codes], **kwargs: Any) -> None:
        super().__init__(choices=codes.choices, **kwargs)
        self.codes = [str(code) for code in codes.values]
        self.expected = f"one or more of: {', '.join(self.codes)}"
        self.schema: dict[str, Any] = {"type": "array", "items": {"type": "string", "enum": self.codes}}

    def validate(self, value: Any) -> None:
        """Refuse what is no code of the list, naming the nearest one."""
        for code in value:
            if code not in self.codes:
                raise ValidationError(self.expected + nearest(code, self.codes))

    def clean(self, value: Any) -> list[str]:
        """The codes, each once."""
        return list(dict.fromkeys(super().clean(value)))


def _read_moment(text: str, expected: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(expected) from error
