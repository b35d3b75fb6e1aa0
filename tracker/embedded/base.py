"""Django's PostgreSQL backend, on a server that starts when it is first needed."""

from typing import Any

from django.db.backends.postgresql.base import DatabaseWrapper as PostgresWrapper

from tracker.embedded.client import DatabaseClient
from tracker.embedded.cluster import ROLE
from tracker.embedded.server import server_at


class DatabaseWrapper(PostgresWrapper):
    """Reads the key EMBEDDED of the database's settings: `data`, the folder, and `configuration`."""

    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        return {**super().get_connection_params(), **self.join_server()}

    def join_server(self) -> dict[str, str]:
        """Start or join the server, and say where it is in libpq's terms."""
        server = server_at(**self.settings_dict["EMBEDDED"]).join()
        return {"host": server.socket_folder, "port": server.port, "user": ROLE}
