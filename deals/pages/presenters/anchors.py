"""Where a passage stands: its anchor on the page of its source, and the address of that place."""

import hashlib

from django.urls import reverse

ROW_ANCHOR = "row"


def passage_anchor(*, quote: str, start: int | None, end: int | None) -> str:
    """The passage's anchor: its offsets in an archived text, else a hash of its words, if any."""
    if start is not None and end is not None:
        return f"passage-{start}-{end}"
    if quote:
        return f"quote-{hashlib.sha256(quote.encode()).hexdigest()[:12]}"
    return ROW_ANCHOR


def passage_address(source: str, *, quote: str, start: int | None, end: int | None) -> str:
    """The address of the passage in its place, on the page of its source."""
    return f"{reverse('pages:source', args=[source])}#{passage_anchor(quote=quote, start=start, end=end)}"
