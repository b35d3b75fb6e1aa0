"""What a server says of itself in its folder: `postmaster.pid`, read without trusting it."""

from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True)
class Postmaster:
    """A running server. `status` is "starting", "ready" or "stopping"; without one it has just begun."""

    pid: int
    port: str
    socket_folder: str
    status: str

    @property
    def is_ready(self) -> bool:
        return self.status == "ready"


def find_postmaster(data: Path) -> Postmaster | None:
    """The server that runs on the data folder, or None.

    The file outlives a server that was killed, and its process id may by now be another program's.
    """
    try:
        lines = [line.strip() for line in pid_file(data).read_text().splitlines()]
    except FileNotFoundError:
        return None
    # The server writes the file line by line while it starts.
    lines += [""] * (8 - len(lines))
    if not lines[0].isdigit() or not _is_postgres_on(int(lines[0]), data):
        return None
    return Postmaster(pid=int(lines[0]), port=lines[3], socket_folder=lines[4], status=lines[7])


def pid_file(data: Path) -> Path:
    return data / "postmaster.pid"


def drop_strangers(data: Path) -> None:
    """Remove lock files that name a living process which is no PostgreSQL: the server would not start.

    The process id was given to another program, or the killed server is a zombie that nobody has reaped.
    Files that name a dead process stay: the server looks at them, and at memory still in use, itself.
    """
    for path in (pid_file(data), *data.glob(".s.PGSQL.*.lock")):
        try:
            pid = path.read_text().split(maxsplit=1)[0]
        except (FileNotFoundError, IndexError):
            continue
        if pid.isdigit() and psutil.pid_exists(int(pid)) and not _is_postgres_on(int(pid), data):
            path.unlink()


def _is_postgres_on(pid: int, data: Path) -> bool:
    try:
        command = psutil.Process(pid).cmdline()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False
    return bool(command) and Path(command[0]).name == "postgres" and str(data) in command
