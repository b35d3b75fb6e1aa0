"""Every write of the desk happens inside `recording`: one transaction, with who and why in the history."""

from collections.abc import Iterator
from contextlib import contextmanager

import pghistory
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction


@contextmanager
def recording(*, by: AbstractBaseUser, reason: str) -> Iterator[None]:
    """All or nothing, and each history event of it says who did it and why.

    `reason` is a curator's words, or `report:<source id>` for what a report file brought.
    """
    with transaction.atomic(), pghistory.context() as history:
        outer = dict(history.metadata)
        history.metadata.update(user=by.pk, username=by.get_username(), reason=reason)
        try:
            yield
        finally:
            # One recording may stand within another, whose own reason holds again for what follows.
            history.metadata.clear()
            history.metadata.update(outer)
