"""Template filters of the pages and of the admin."""
