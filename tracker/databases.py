"""Which PostgreSQL the project uses: the one that DATABASE_URL names, or the embedded one."""

import os
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environs import EnvError

from tracker.environment import MODE, VAR_DIR, env

# A page or an API call never needs longer; a runaway query must not hold a worker.
_CONNECT_TIMEOUT_SECONDS = 5


def read_databases() -> dict[str, dict[str, Any]]:
    """Django's DATABASES. Connections live on between requests and are checked before use."""
    database = _external() if env.str("DATABASE_URL", "") else _embedded()
    return {"default": {**database, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}


def _external() -> dict[str, Any]:
    try:
        database: dict[str, Any] = dict(env.dj_db_url("DATABASE_URL"))
    except EnvError:
        # The address may hold a password, which no error message may repeat.
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read; it must look like postgresql://user:password@host:5432/name."
        ) from None
    if database["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured(
            "DATABASE_URL must name a PostgreSQL server (15 or newer), as in "
            "postgresql://user:password@host:5432/name; the project speaks no other dialect."
        )
    options = {"connect_timeout": _CONNECT_TIMEOUT_SECONDS, **database.get("OPTIONS", {})}
    return {**database, "OPTIONS": options}


def _embedded() -> dict[str, Any]:
    if os.name != "posix":
        raise ImproperlyConfigured(
            "The embedded PostgreSQL runs on Linux and macOS only. Set DATABASE_URL to a PostgreSQL server "
            "(15 or newer), as in postgresql://user:password@host:5432/name."
        )
    return {
        "ENGINE": "tracker.embedded",
        "NAME": "tracker",
        "EMBEDDED": {
            "data": VAR_DIR / "postgres",
            # Settings the cluster is made with. What tests write may be lost with the power.
            "configuration": {"fsync": "off", "full_page_writes": "off"} if MODE == "test" else {},
        },
    }
