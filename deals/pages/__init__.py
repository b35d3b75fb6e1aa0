"""The public pages, rendered on the server from the shelf alone. Nothing here reads a session or a user."""
