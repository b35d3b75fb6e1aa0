"""`manage.py dbshell` with the wheel's psql on the embedded server."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.backends.postgresql.client import DatabaseClient as PostgresClient

from tracker.embedded import wheel

if TYPE_CHECKING:
    from tracker.embedded.base import DatabaseWrapper


class DatabaseClient(PostgresClient):
    """Starts or joins the server as any other command does, and stays its user while psql runs."""

    connection: "DatabaseWrapper"

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        (program, *arguments), environment = super().settings_to_cmd_args_env(settings_dict, parameters)
        return [str(wheel.programs() / program), *arguments], environment

    def runshell(self, parameters: Iterable[str]) -> None:
        address = self.connection.join_server()
        self.connection.settings_dict |= {name.upper(): value for name, value in address.items()}
        super().runshell(parameters)
