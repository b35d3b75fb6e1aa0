"""History kept by the database itself: each insert, update and delete of a desk row becomes an event, with
who and why.

The triggers are django-pghistory's; they fire for bulk writes and raw SQL too, once a statement, so that
large loads stay quick. Who and why come from `pghistory.context(user=..., reason=...)`, which
`deals.actions` sets. Events can be neither changed nor deleted, and no table of the desk or its history can
be truncated, which would leave no trace.
"""

from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models

from deals.shelf.guard import refuse_truncate

ModelType = TypeVar("ModelType", bound=type[models.Model])


def recorded(model: ModelType) -> ModelType:
    """Class decorator of every desk model: keep its history."""
    # The triggers are listed anew for each model because pghistory adds its own to the list it is given.
    track = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        append_only=True,
        level=pgtrigger.Statement,
        meta={"triggers": [refuse_truncate()]},
    )
    pgtrigger.register(refuse_truncate())(model)
    return track(model)  # type: ignore[no-any-return]
