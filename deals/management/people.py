"""Finding and making the people that commands act for."""

import secrets

from django.contrib.auth.models import User
from django.core.management.base import CommandError


def find_curator(username: str) -> User:
    """The account with this user name; a CommandError says what to do when there is none or it was
    switched off."""
    user = User.objects.filter(username=username).first()
    if user is None:
        raise CommandError(
            f"There is no user {username!r}; make one with: manage.py createsuperuser", returncode=2
        )
    if not user.is_active:
        raise CommandError(f"The account {username!r} was switched off.", returncode=2)
    return user


def make_curator(username: str) -> tuple[User, str]:
    """A curator who may do everything, and the random password, which is stored nowhere but as a hash."""
    password = secrets.token_urlsafe(12)
    return User.objects.create_superuser(username, password=password), password
