"""A cluster in a folder: made, started and stopped with the wheel's programs.

Knows nothing of who else uses it: callers see to it that one process at a time starts or stops.
"""

import os
import pwd
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import psycopg2
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import OperationalError

from tracker.embedded import wheel
from tracker.embedded.postmaster import Postmaster, drop_strangers, find_postmaster

# The application's role owns its database and may make test databases; it is no superuser.
ROLE = "tracker"
DATABASE = "tracker"
SUPERUSER = "postgres"

# After a crash the server first replays its journal; this is patience, not a usual time.
START_SECONDS = 60
# The longest path of a socket, within the least of the systems' limits (macOS: 104).
SOCKET_PATH_BYTES = 100


@dataclass(frozen=True)
class Cluster:
    """The data folder of one server. `configuration` is written into it when it is made."""

    data: Path
    configuration: Mapping[str, str] = field(default_factory=dict)

    def find_ready(self) -> Postmaster | None:
        """The running server; one that is coming up or going down is waited for."""
        deadline = time.monotonic() + START_SECONDS
        while (server := find_postmaster(self.data)) is not None and not server.is_ready:
            if time.monotonic() > deadline:
                raise OperationalError(
                    f"The embedded PostgreSQL is not ready after {START_SECONDS} s; see {self._log}."
                )
            time.sleep(0.05)
        return server

    def start(self) -> Postmaster:
        """Start the server, and make the cluster first where there is none."""
        owner = wheel.owner_of(self.data)
        wheel.open_to_owner(self.data)
        if not (self.data / "PG_VERSION").exists():
            self._create(owner)
        self._check_version()
        drop_strangers(self.data)
        report = wheel.run(
            "pg_ctl",
            *("start", "-w", "-t", str(START_SECONDS), "-D", str(self.data), "-l", str(self._log)),
            *("-o", f"-h '' -k '{_socket_folder(self.data, owner)}'"),
            owner=owner,
        )
        if (server := self.find_ready()) is None:
            raise OperationalError(
                f"The embedded PostgreSQL did not start; see {self._log}.\n{report.stdout}{_tail(self._log)}"
            )
        return server

    def stop(self) -> None:
        """Stop the server, whoever is connected."""
        if (server := find_postmaster(self.data)) is None:
            return
        wheel.run("pg_ctl", "stop", "-w", "-m", "fast", "-D", str(self.data), owner=wheel.owner_of(self.data))
        if Path(server.socket_folder) != self.data:
            shutil.rmtree(server.socket_folder, ignore_errors=True)

    def _create(self, owner: pwd.struct_passwd) -> None:
        """Make the cluster in a folder beside, then move it into place: half a cluster is never seen.

        The builtin locale sorts and folds alike on every machine, whatever its C library.
        """
        for abandoned in self.data.parent.glob(f"{self.data.name}.new-*"):
            shutil.rmtree(abandoned)
        draft = self.data.with_name(f"{self.data.name}.new-{os.getpid()}")
        draft.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(draft, owner.pw_uid, owner.pw_gid)
        settings = {"unix_socket_permissions": "0700", **self.configuration}
        report = wheel.run(
            "initdb",
            *("-D", str(draft), "-U", SUPERUSER, "--auth-local=trust", "--auth-host=reject"),
            *("--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *(f"--set={name}={value}" for name, value in settings.items()),
            owner=owner,
        )
        if report.returncode:
            raise OperationalError(f"The embedded PostgreSQL could not make {self.data}.\n{report.stdout}")
        draft.rename(self.data)

    def _check_version(self) -> None:
        version = (self.data / "PG_VERSION").read_text().strip()
        if version != str(wheel.MAJOR_VERSION):
            raise ImproperlyConfigured(
                f"{self.data} was made by PostgreSQL {version}, and this installation brings "
                f"{wheel.MAJOR_VERSION}. Move the folder away and load the data again, or set DATABASE_URL."
            )

    @property
    def _log(self) -> Path:
        return self.data / "log"


def ensure_database(server: Postmaster) -> None:
    """Make the role and the database where a first start did not come to it."""
    with closing(
        psycopg2.connect(host=server.socket_folder, port=server.port, user=SUPERUSER, dbname="postgres")
    ) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT FROM pg_roles WHERE rolname = %s", [ROLE])
            if not cursor.rowcount:
                cursor.execute(f"CREATE ROLE {ROLE} LOGIN CREATEDB")
            cursor.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE])
            if not cursor.rowcount:
                cursor.execute(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")


def _socket_folder(data: Path, owner: pwd.struct_passwd) -> Path:
    """The data folder itself, or where its path is too long for a socket, a private temporary one."""
    if len(os.fsencode(data / ".s.PGSQL.5432")) <= SOCKET_PATH_BYTES:
        return data
    folder = Path(tempfile.mkdtemp(prefix="tracker-postgres-"))
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return folder


def _tail(log: Path, lines: int = 20) -> str:
    if not log.exists():
        return ""
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
