"""The public API, version 1: reads the shelf, knows no session and no user, and changes nothing."""
