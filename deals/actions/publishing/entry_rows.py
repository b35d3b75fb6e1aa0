"""What writing public parties, systems and sources has in common."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from deals.actions.publishing.claims import reference
from deals.actions.publishing.document import as_bytes
from deals.shelf import Deal
from deals.shelf.document import Reference
from deals.vocab.names import fold, fold_tight

BATCH = 500


def count_deals(column: str, slugs: Iterable[str]) -> Counter[str]:
    """How many deals name each of these ids; ids that no deal names are left out."""
    wanted = set(slugs)
    counter: Counter[str] = Counter()
    for named in Deal.objects.filter(**{f"{column}__overlap": list(wanted)}).values_list(column, flat=True):
        counter.update(wanted.intersection(named))
    return counter


def link(thing: Any, public: set[str]) -> Reference | None:
    """A reference to a party or system, without an id where the public side has no page for it."""
    if thing is None:
        return None
    return reference(thing) if thing.slug in public else Reference(id="", name=str(thing))


def replace_rows(model: Any, slugs: set[str], rows: list[Any]) -> None:
    """Put these rows in the place of whatever stands at these ids."""
    model.objects.filter(slug__in=slugs - {row.slug for row in rows}).delete()
    columns = [
        field.name
        for field in model._meta.local_concrete_fields
        if field.name not in {"id", "slug"} and not field.generated
    ]
    model.objects.bulk_create(
        rows, batch_size=BATCH, update_conflicts=True, unique_fields=["slug"], update_fields=columns
    )


def shared_columns(document: Any, deal_count: int, names: Sequence[str]) -> dict[str, Any]:
    body = as_bytes(document)
    return {
        "slug": document["id"],
        "document": body,
        "document_sha256": hashlib.sha256(body).hexdigest(),
        "deal_count": deal_count,
        "search_text": " ".join([fold(" ".join(names)), *(fold_tight(name) for name in names)]),
    }
