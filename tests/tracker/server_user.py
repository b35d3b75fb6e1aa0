"""A process that uses an embedded server: `python -m tests.tracker.server_user DATA`.

Each line of its input is SQL, answered by one line with the first value. The line `fork` makes a child that
joins for itself and stays until it is told to terminate; the answer is its process id.
"""

import os
import signal
import sys
from contextlib import closing
from pathlib import Path

import psycopg2

from tracker.embedded.cluster import DATABASE, ROLE
from tracker.embedded.server import EmbeddedServer


def main(data: Path) -> None:
    server = EmbeddedServer(data)
    for line in sys.stdin:
        answer = fork(server) if line.strip() == "fork" else ask(server, line)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def ask(server: EmbeddedServer, sql: str) -> object:
    running = server.join()
    with closing(
        psycopg2.connect(host=running.socket_folder, port=running.port, user=ROLE, dbname=DATABASE)
    ) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchone()[0] if cursor.description else "done"


def fork(server: EmbeddedServer) -> int:
    """A child that has joined, as gunicorn's workers are; it leaves in order when told to terminate."""
    ready, told = os.pipe()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        ask(server, "SELECT 1")
        os.write(told, b"joined")
        signal.pause()
    os.read(ready, 6)
    return child


if __name__ == "__main__":
    main(Path(sys.argv[1]))
