"""Reads answers in tests."""

from django.http import HttpResponse


def html(response: HttpResponse) -> str:
    """The page with every run of white space as one space, as a browser shows it."""
    return " ".join(response.content.decode().split())
