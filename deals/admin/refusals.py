"""What the actions and the database may refuse, turned into words for a form. Nothing else is caught here."""

from collections import Counter

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError
from django.db.models import Model, ProtectedError

from deals.actions.publish import CannotPublish
from deals.actions.review import CannotAccept
from deals.vocab.quotes import QuoteNotFound, QuoteOccursOften

REFUSALS = (
    ValidationError,
    CannotAccept,
    CannotPublish,
    QuoteNotFound,
    QuoteOccursOften,
    ProtectedError,
    IntegrityError,
    DataError,
)

RACE = (
    "The database refused this, so nothing was saved: somebody may have changed the same thing a moment ago."
    " Look at it again, then repeat."
)


def in_words(refusal: Exception) -> ValidationError:
    """The refusal as an error of a form, every obstacle in a line of its own."""
    match refusal:
        case ValidationError():
            return refusal
        case CannotAccept():
            return ValidationError(list(refusal.conflicts))
        case CannotPublish():
            return ValidationError(list(refusal.obstacles))
        case QuoteNotFound():
            return ValidationError(
                {"quote": [f"Found {refusal}; expected words of the archived text, verbatim."]}
            )
        case QuoteOccursOften():
            return ValidationError({"quote": [f"Found {refusal}; say which one below, or quote more words."]})
        case ProtectedError():
            return ValidationError(_still_needed(refusal))
        case _:
            return ValidationError(RACE)


def _still_needed(refusal: ProtectedError) -> str:
    counts = Counter(type(record) for record in refusal.protected_objects)
    users = ", ".join(f"{count} {_name(model, count)}" for model, count in counts.items())
    return f"Nothing was deleted, because this is still needed by: {users}."


def _name(model: type[Model], count: int) -> str:
    return str(model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural)
