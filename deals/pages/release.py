"""One name for the code and templates that make the pages, so that a page's ETag changes when they do."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.template import engines

_DEALS = Path(__file__).resolve().parent.parent
_PARTS = ("pages", "templatetags", "vocab", "static")


@cache
def release() -> str:
    """The head of a hash over every file that decides how a document is shown; the same in all processes."""
    digest = hashlib.sha256()
    templates: Any = engines["django"]
    folders = [*(_DEALS / part for part in _PARTS), *map(Path, templates.engine.dirs)]
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            digest.update(str(path.relative_to(folder)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
