"""The Django project around the `deals` app: settings, addresses, servers and the embedded database."""
