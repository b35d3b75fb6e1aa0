"""What `make run` does once the packages are there: prepare the database, say where things are, serve.

For one's own machine. A public site runs gunicorn behind a proxy that speaks TLS; see the README.
"""

import os
import sys

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from gunicorn.app.wsgiapp import WSGIApplication

HOST = "127.0.0.1"
ADDRESSES = """
The Arms Deal Tracker runs, for this machine only:

  Site    {root}/
  API     {root}/api/v1/
  Admin   {root}/admin/

Sign in as the curator with the password that was printed when the database was made. To choose another:
  TRACKER_ENV=development {python} manage.py changepassword curator

Stop with Ctrl-C. The data stay in {data}.
"""


def serve(port: str) -> None:
    """Migrate, load what a new database lacks, and serve until stopped.

    One process does all of it and stays the embedded server's user, which otherwise would stop between.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("bootstrap")
    # Workers are forked from here, and no two processes may speak on one connection.
    connections.close_all()
    sys.stdout.write(_addresses(port))
    sys.stdout.flush()
    sys.argv = ["gunicorn", *_gunicorn_arguments(port)]
    WSGIApplication().run()


def _addresses(port: str) -> str:
    embedded = settings.DATABASES["default"].get("EMBEDDED")
    data = embedded["data"] if embedded else "the database that DATABASE_URL names"
    python = os.path.relpath(sys.executable)
    return ADDRESSES.format(root=f"http://{HOST}:{port}", python=python, data=data)


def _gunicorn_arguments(port: str) -> list[str]:
    return [
        "tracker.wsgi",
        *("--bind", f"{HOST}:{port}"),
        *("--workers", "2", "--threads", "8"),
        *("--log-level", "warning"),
        "--no-control-socket",
    ]


if __name__ == "__main__":
    serve(sys.argv[1])
