"""The same site through gunicorn on loopback: one worker, one connection that is kept open."""

import http.client
import multiprocessing
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connections
from gunicorn.app.base import BaseApplication

from tests.bench.timing import Ask

_HOST = "127.0.0.1"
_START_SECONDS = 20


class _Server(BaseApplication):
    def __init__(self, port: int) -> None:
        self._port = port
        super().__init__()

    def load_config(self) -> None:
        """As `make run` serves, with one worker."""
        options = {
            "bind": f"{_HOST}:{self._port}",
            "workers": 1,
            "threads": 8,
            "loglevel": "error",
            "keepalive": 60,
            "control_socket_disable": True,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The site."""
        return get_wsgi_application()


@contextmanager
def served() -> Iterator[Ask]:
    """Serve while the block runs, and ask over HTTP."""
    port = _free_port()
    # No two processes may speak on one connection.
    connections.close_all()
    server = multiprocessing.get_context("fork").Process(target=lambda: _Server(port).run())
    server.start()
    try:
        _wait_for(port)
        client = http.client.HTTPConnection(_HOST, port)

        def ask(address: str) -> None:
            client.request("GET", address)
            response = client.getresponse()
            response.read()
            if response.status != 200:
                raise RuntimeError(f"{address} answered {response.status}")

        yield ask
        client.close()
    finally:
        server.terminate()
        server.join()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while True:
        try:
            socket.create_connection((_HOST, port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return
