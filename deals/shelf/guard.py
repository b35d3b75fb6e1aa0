"""Triggers by which the database itself refuses to rewrite what must stay as it was written."""

import pgtrigger


def refuse_truncate() -> pgtrigger.Trigger:
    """A trigger that refuses to empty the table at one stroke, which row triggers do not see."""
    return pgtrigger.Trigger(
        name="no_truncate",
        operation=pgtrigger.Truncate,
        when=pgtrigger.Before,
        level=pgtrigger.Statement,
        func="RAISE EXCEPTION 'pgtrigger: Cannot truncate rows from % table', TG_TABLE_NAME;",
    )


def append_only() -> list[pgtrigger.Trigger]:
    """Triggers that refuse to change, delete or truncate rows."""
    return [
        pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        refuse_truncate(),
    ]
