"""People who sign in to the admin, and the archived text that they quote."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from deals.models import Source
from tests.factories import SourceFactory, UserFactory

TEXT = (
    "Ruritania bought five batteries of missiles.\n"
    "The price is $5 million, said one minister. The price is $6 million, said another.\n"
)

SignIn = Callable[..., Client]


@pytest.fixture
def curator(db: None) -> User:
    """A curator who may do everything."""
    return UserFactory(username="ada", is_superuser=True)


@pytest.fixture
def client(curator: User) -> Client:
    """A browser in which that curator is signed in."""
    client = Client()
    client.force_login(curator)
    return client


@pytest.fixture
def sign_in(db: None) -> SignIn:
    """Signs in a new curator with these permissions on desk tables, such as `change_item`."""

    def make(*codenames: str) -> Client:
        user = UserFactory()
        permissions = Permission.objects.filter(content_type__app_label="deals", codename__in=codenames)
        assert permissions.count() == len(codenames)
        user.user_permissions.set(permissions)
        client = Client()
        client.force_login(user)
        return client

    return make


@pytest.fixture
def source(db: None) -> Source:
    """A report whose text is archived."""
    return SourceFactory(slug="2020-01-02-gazette", text=TEXT, language="en")
