"""When the embedded server runs: the first process that needs it starts it, the last to leave stops it.

Who uses it is known from file locks, which the kernel takes back also from a process that is killed. A list
of process ids would have to be believed.
"""

import atexit
import fcntl
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from tracker.embedded.cluster import Cluster, ensure_database
from tracker.embedded.postmaster import Postmaster, find_postmaster


class EmbeddedServer:
    """The server on one data folder, as this process uses it.

    Beside the folder lie two files. `<data>.users` is locked, shared, by every process that uses the server.
    `<data>.lock` is held by whoever starts, joins or leaves, so that nobody joins a server that is just
    being stopped.
    """

    def __init__(self, data: Path, configuration: Mapping[str, str] | None = None) -> None:
        self.data = data
        self.cluster = Cluster(data, configuration or {})
        self._mutex = threading.Lock()
        self._users_lock: int | None = None
        atexit.register(self.leave)
        os.register_at_fork(after_in_child=self._forget)

    def join(self) -> Postmaster:
        """Make sure that the server runs, and goes on while this process lives."""
        with self._mutex, _explaining_permissions(self.data):
            if self._users_lock is not None and (server := find_postmaster(self.data)) and server.is_ready:
                return server
            with self._alone():
                server = self.cluster.find_ready() or self.cluster.start()
                if self._users_lock is None:
                    self._users_lock = _open_lock(self._beside("users"))
                    fcntl.flock(self._users_lock, fcntl.LOCK_SH)
                # Still alone: two that find no database would both make it, and one would fail.
                ensure_database(server)
            return server

    def leave(self) -> None:
        """Stop using the server, and stop it when nobody else does."""
        with self._mutex:
            if self._users_lock is None:
                return
            with self._alone():
                try:
                    fcntl.flock(self._users_lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    pass  # Others still use it; the last of them stops it.
                else:
                    self.cluster.stop()
                os.close(self._users_lock)
                self._users_lock = None

    def _forget(self) -> None:
        """A forked child joins for itself: the lock it inherited is its parent's."""
        self._mutex = threading.Lock()
        if self._users_lock is not None:
            os.close(self._users_lock)
            self._users_lock = None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else starts, joins or leaves meanwhile."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        lock = _open_lock(self._beside("lock"))
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _beside(self, suffix: str) -> Path:
        return self.data.with_name(f"{self.data.name}.{suffix}")


_servers: dict[Path, EmbeddedServer] = {}
_servers_mutex = threading.Lock()


def server_at(data: Path, configuration: Mapping[str, str]) -> EmbeddedServer:
    """This process's one handle on the server of a data folder."""
    with _servers_mutex:
        if data not in _servers:
            _servers[data] = EmbeddedServer(data, configuration)
        return _servers[data]


def _open_lock(path: Path) -> int:
    # Reading suffices for a lock, so that a file which root once made does not shut others out.
    return os.open(path, os.O_RDONLY | os.O_CREAT, 0o644)


@contextmanager
def _explaining_permissions(data: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise ImproperlyConfigured(
            f"The embedded PostgreSQL keeps its data in {data}, and {error.filename} belongs to another user "
            "(root, or whoever ran the project first). Run as that user, or set TRACKER_VAR to a folder of "
            "your own, or DATABASE_URL to a PostgreSQL server."
        ) from error
