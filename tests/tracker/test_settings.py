"""The settings: safe when nothing is said, and in words when something is missing."""

import json
import stat
import subprocess
import sys
from pathlib import Path

from tests.tracker.conftest import ROOT, clean_environment

PRODUCTION = {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "deals.example.org"}


def settings_with(*names: str, **environment: str) -> list[object]:
    """Values of the settings in a new process with this environment."""
    code = (
        "import json; from tracker import settings; "
        f"print(json.dumps([getattr(settings, name) for name in {names!r}], default=str))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=clean_environment(**environment),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    values: list[object] = json.loads(result.stdout)
    return values


def refusal_with(**environment: str) -> str:
    """The last line of what a process says that cannot start in this environment."""
    result = subprocess.run(
        [sys.executable, "-c", "from tracker import settings"],
        cwd=ROOT,
        env=clean_environment(**environment),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    return result.stderr.splitlines()[-1].removeprefix("django.core.exceptions.ImproperlyConfigured: ")


def test_production_refuses_to_start_without_a_secret_key() -> None:
    assert refusal_with(ALLOWED_HOSTS="deals.example.org") == (
        "SECRET_KEY is not set. Give this installation a long random secret in the environment variable "
        "SECRET_KEY, for example from: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'. On "
        "your own machine set TRACKER_ENV=development instead, as `make run` does."
    )


def test_production_refuses_to_start_without_host_names() -> None:
    assert refusal_with(SECRET_KEY="x" * 60) == (
        "ALLOWED_HOSTS is not set. Name the host names this site answers to, separated by commas, in the "
        "environment variable ALLOWED_HOSTS."
    )


def test_unknown_kind_of_installation_is_refused() -> None:
    assert refusal_with(TRACKER_ENV="staging", **PRODUCTION) == (
        "TRACKER_ENV is 'staging'; it must be one of: production, development, test."
    )


def test_database_of_another_dialect_is_refused() -> None:
    assert refusal_with(DATABASE_URL="mysql://user@host/name", **PRODUCTION) == (
        "DATABASE_URL must name a PostgreSQL server (15 or newer), as in "
        "postgresql://user:password@host:5432/name; the project speaks no other dialect."
    )


def test_malformed_database_address_is_refused_without_repeating_it() -> None:
    refusal = refusal_with(DATABASE_URL="nonsense-with-a-password", **PRODUCTION)

    assert refusal == (
        "DATABASE_URL cannot be read; it must look like postgresql://user:password@host:5432/name."
    )


SAFE_VALUES = {
    "DEBUG": False,
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 31_536_000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_HSTS_PRELOAD": True,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "CSRF_COOKIE_HTTPONLY": True,
    "SECURE_PROXY_SSL_HEADER": None,
    "X_FRAME_OPTIONS": "DENY",
    "ALLOWED_HOSTS": ["deals.example.org"],
    "WHITENOISE_USE_FINDERS": False,
}


def test_production_is_what_one_gets_without_asking() -> None:
    values = settings_with(*SAFE_VALUES, **PRODUCTION)

    assert dict(zip(SAFE_VALUES, values, strict=True)) == SAFE_VALUES


def test_argon2_hashes_passwords_in_production() -> None:
    [hashers] = settings_with("PASSWORD_HASHERS", **PRODUCTION)

    assert hashers[0] == "django.contrib.auth.hashers.Argon2PasswordHasher"  # type: ignore[index]


def test_development_serves_loopback_without_tls_and_without_debug(tmp_path: Path) -> None:
    names = ("DEBUG", "ALLOWED_HOSTS", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE")

    values = settings_with(*names, TRACKER_ENV="development", TRACKER_VAR=str(tmp_path))

    assert values == [False, ["localhost", "127.0.0.1", "[::1]"], False, 0, False]


def test_debug_is_on_when_asked(tmp_path: Path) -> None:
    values = settings_with("DEBUG", TRACKER_ENV="development", TRACKER_VAR=str(tmp_path), DEBUG="1")

    assert values == [True]


def test_development_keeps_one_random_key_that_others_cannot_read(tmp_path: Path) -> None:
    environment = {"TRACKER_ENV": "development", "TRACKER_VAR": str(tmp_path / "var")}

    first, second = settings_with("SECRET_KEY", **environment), settings_with("SECRET_KEY", **environment)

    assert first == second
    assert len(str(first[0])) >= 50
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["secret_key"]
    assert stat.S_IMODE((tmp_path / "var" / "secret_key").stat().st_mode) == 0o600


def test_database_url_replaces_the_embedded_server() -> None:
    [databases] = settings_with(
        "DATABASES", DATABASE_URL="postgresql://reader:secret@db.example.org:6432/deals", **PRODUCTION
    )

    default = databases["default"]  # type: ignore[call-overload, index]
    keys = ("ENGINE", "HOST", "PORT", "NAME", "USER", "PASSWORD")
    assert [default[key] for key in keys] == [
        "django.db.backends.postgresql",
        "db.example.org",
        6432,
        "deals",
        "reader",
        "secret",
    ]


def test_embedded_server_is_the_default(tmp_path: Path) -> None:
    [databases] = settings_with("DATABASES", TRACKER_VAR=str(tmp_path), **PRODUCTION)

    default = databases["default"]  # type: ignore[call-overload, index]
    assert default["ENGINE"] == "tracker.embedded"
    assert default["EMBEDDED"] == {"data": str(tmp_path / "postgres"), "configuration": {}}


def test_history_says_who_and_why_and_cannot_be_rewritten() -> None:
    [append_only, context] = settings_with("PGHISTORY_APPEND_ONLY", "PGHISTORY_CONTEXT_FIELD", **PRODUCTION)

    assert append_only is True
    assert "ContextJSONField" in str(context)
