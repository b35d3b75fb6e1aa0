"""What kind of installation this is and where it may write; read once from environment variables.

Imports nothing of Django but its error class, so that every other settings module can stand on it.
"""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environs import Env

env = Env()

BASE_DIR = Path(__file__).resolve().parent.parent

MODES = ("production", "development", "test")
MODE = env.str("TRACKER_ENV", "production")
if MODE not in MODES:
    raise ImproperlyConfigured(f"TRACKER_ENV is {MODE!r}; it must be one of: {', '.join(MODES)}.")

IS_PRODUCTION = MODE == "production"

# Everything the installation writes: the embedded database, the development key, collected static
# files. Tests have a folder of their own, so that they never meet the data of `make run`.
_default_var = BASE_DIR / "var" / "test" if MODE == "test" else BASE_DIR / "var"
VAR_DIR = Path(env.str("TRACKER_VAR", "") or _default_var).resolve()


def read_secret_key() -> str:
    """SECRET_KEY of the environment; in development a random one, kept in the var folder."""
    if key := env.str("SECRET_KEY", ""):
        return key
    if MODE == "test":
        return secrets.token_urlsafe(50)
    if MODE == "development":
        return _kept_secret_key(VAR_DIR / "secret_key")
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Give this installation a long random secret in the environment variable "
        "SECRET_KEY, for example from: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'. "
        "On your own machine set TRACKER_ENV=development instead, as `make run` does."
    )


def read_allowed_hosts() -> list[str]:
    """Host names that requests may name. Outside development they must be said."""
    hosts: list[str] = env.list("ALLOWED_HOSTS", [])
    if hosts:
        return hosts
    if IS_PRODUCTION:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is not set. Name the host names this site answers to, separated by commas, "
            "in the environment variable ALLOWED_HOSTS."
        )
    return ["localhost", "127.0.0.1", "[::1]"]


def _kept_secret_key(path: Path) -> str:
    """The key in the file; the first process that asks makes it, whole and unreadable to others."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass  # Another process was first; its key is the one to use.
        finally:
            draft.unlink()
    return path.read_text().strip()
