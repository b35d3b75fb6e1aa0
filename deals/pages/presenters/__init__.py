"""Turns documents of the shelf into what templates show. Pure: no queries, no requests."""
