"""Columns computed from other columns of the same row each time the row is written.

Like Django's `auto_now`, the value is set by the field's `pre_save`, so `save` and `bulk_create` both keep
it right. Nothing here reads the database.
"""

import hashlib
from datetime import date
from typing import Any, Literal

import orjson
from django.core.exceptions import ValidationError
from django.db import models

from deals.vocab.dates import BadPartialDate, PartialDate


def validate_partial_date(value: str) -> None:
    """Refuse a text that is not a partial date in EDTF, saying what was found and what was expected."""
    try:
        PartialDate.parse(value)
    except BadPartialDate as error:
        raise ValidationError(str(error)) from error


class PartialDateField(models.CharField):  # type: ignore[type-arg]  # Django's fields take none at run time
    """A partial date as written, in EDTF (ISO 8601-2): `2018`, `2018-10`, `2021/2031`, `2019~`. Blank when
    not known."""

    default_validators = [validate_partial_date]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)


class DerivedDayField(models.DateField):  # type: ignore[type-arg]  # as above
    """The earliest or latest day that a partial date in the same row can mean; empty where that end is
    open."""

    def __init__(
        self, *args: Any, of: str = "", end: Literal["earliest", "latest"] = "earliest", **kwargs: Any
    ) -> None:
        self.of = of
        self.end = end
        kwargs.update(null=True, blank=True, editable=False)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Keep what the day is derived from in migrations, so that the migration reads like the model."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of, "end": self.end}

    def pre_save(self, model_instance: models.Model, add: bool) -> date | None:
        """Work the day out from the partial date as written."""
        written = getattr(model_instance, self.of)
        day = getattr(PartialDate.parse(written), self.end) if written else None
        setattr(model_instance, self.attname, day)
        return day


class ContentHashField(models.CharField):  # type: ignore[type-arg]  # as above
    """The sha256, in hex, of what a claim says (its `content()`), so that the same claim is never stored
    twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(max_length=64, editable=False)
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: Any, add: bool) -> str:
        """Hash what the claim says at the moment it is written."""
        digest = hash_content(model_instance.content())
        setattr(model_instance, self.attname, digest)
        return digest


def hash_content(content: dict[str, Any]) -> str:
    """The sha256, in hex, of the content as JSON with sorted keys."""
    return hashlib.sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS, default=str)).hexdigest()
