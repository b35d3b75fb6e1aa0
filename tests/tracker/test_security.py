"""The headers of an answer, as a browser gets them."""

import pytest
from django.test import Client

from tracker.security import CONTENT_SECURITY_POLICY


@pytest.mark.django_db
def test_answers_carry_the_strict_policy(client: Client) -> None:
    policy = client.get("/admin/login/").headers["Content-Security-Policy"]

    assert sorted(policy.split("; ")) == [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "script-src 'self'",
        "style-src 'self'",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_answers_carry_the_protecting_headers(client: Client, header: str, value: str) -> None:
    assert client.get("/admin/login/").headers[header] == value


def test_policy_lets_in_no_other_host_and_nothing_inline() -> None:
    sources = {source for sources in CONTENT_SECURITY_POLICY.values() for source in sources}

    assert sources == {"'none'", "'self'", "data:"}
    assert [name for name, sources in CONTENT_SECURITY_POLICY.items() if "data:" in sources] == ["img-src"]


@pytest.mark.django_db
def test_static_files_are_served_without_debug(client: Client) -> None:
    response = client.get("/static/admin/css/base.css")
    response.close()

    assert response.status_code == 200
    assert response.headers["Content-Type"] == 'text/css; charset="utf-8"'
