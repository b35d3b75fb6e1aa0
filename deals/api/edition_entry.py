"""The shape of one entry of a deal's list of editions."""

from datetime import datetime
from typing import TypedDict


class EditionEntry(TypedDict):
    """One edition of a deal. `hash` covers content, circumstances and the hash of the edition before it."""

    number: int
    event: str
    published_at: datetime
    reason: str
    hash: str
    previous_hash: str
    document_sha256: str
