"""`make bench`: makes a database of its own, measures, prints one table, and drops the database."""

import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from tests.bench.reading import measure_reading
from tests.bench.table import as_text
from tests.bench.writing import DEALS, measure_publication, measure_report_file


def main() -> None:
    """Publish, read, load: in this order, so that all reading sees the same deals."""
    with _own_database():
        rows = [*measure_publication(), *measure_reading(), *measure_report_file()]
        server = connection.pg_version
    sys.stdout.write(
        f"\nMedians and ratios of one run, on {DEALS:,} made-up deals: {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, Django {django.__version__}, "
        f"PostgreSQL {server // 10_000}.\n\n{as_text(rows)}\n"
    )


@contextmanager
def _own_database() -> Iterator[None]:
    made = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(made, verbosity=0)


if __name__ == "__main__":
    main()
