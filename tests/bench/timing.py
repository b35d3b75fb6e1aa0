"""Asks the site in this process, as its server would, and takes times: several addresses in turn, medians."""

import io
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection
from tqdm import tqdm

WARM_UP = 5
"""Rounds that are not counted."""

Ask = Callable[[str], None]


@dataclass
class Work:
    """What a piece of work took: seconds, and statements to the database."""

    seconds: float = 0.0
    statements: int = 0


def medians(ask: Ask, addresses: Mapping[str, str], *, rounds: int, title: str) -> dict[str, float]:
    """Seconds for each address. A `{round}` in an address makes it another one each time."""
    taken: dict[str, list[float]] = {name: [] for name in addresses}
    for number in tqdm(range(-WARM_UP, rounds), desc=title, unit="round", leave=False):
        for name, address in addresses.items():
            begun = perf_counter()
            ask(address.replace("{round}", f"{number + WARM_UP:02}"))
            if number >= 0:
                taken[name].append(perf_counter() - begun)
    return {name: statistics.median(times) for name, times in taken.items()}


def asker() -> Ask:
    """The site's WSGI application, called directly: all middleware, no socket."""
    application = get_wsgi_application()

    def ask(address: str) -> None:
        path, _, query = address.partition("?")
        statuses: list[str] = []
        response = application(_environment(path, query), lambda status, headers: statuses.append(status))
        b"".join(response)
        response.close()
        if statuses != ["200 OK"]:
            raise RuntimeError(f"{address} answered {statuses}")

    return ask


@contextmanager
def working(title: str) -> Iterator[Work]:
    """Times the block and counts its statements, which a bar shows meanwhile."""
    work = Work()
    with tqdm(desc=title, unit=" statements", leave=False) as bar:

        def count(execute: Any, *call: Any) -> Any:
            bar.update()
            return execute(*call)

        begun = perf_counter()
        with connection.execute_wrapper(count):
            yield work
        work.seconds, work.statements = perf_counter() - begun, bar.n


def _environment(path: str, query: str) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
