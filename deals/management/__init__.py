"""Management commands: they parse arguments and print; the work is done by functions below."""
