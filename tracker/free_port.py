"""Say at once when the port that `make run` was given cannot be used: `python tracker/free_port.py PORT`.

Runs before anything is installed, so it imports the standard library only.
"""

import socket
import sys

HOST = "127.0.0.1"


def find_obstacle(port: str) -> str | None:
    """Why the site cannot be served on the port, in words; None when it can."""
    if not port.isascii() or not port.isdigit() or not 1 <= int(port) <= 65535:
        return f"PORT={port} is not a port: give a number from 1 to 65535, as in: make run PORT=8123"
    with socket.socket() as probe:
        # As gunicorn does, so that a port whose last connections are still closing counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(port)))
        except OSError as error:
            reason = error.strerror or "no reason given"
            return (
                f"Port {port} of {HOST} cannot be used ({reason.lower()}). Choose another: make run PORT=8123"
            )
    return None


if __name__ == "__main__":
    sys.exit(find_obstacle(sys.argv[1]))
