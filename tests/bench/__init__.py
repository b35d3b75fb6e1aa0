"""Benchmarks, on deals that are made up: `make bench`. They print figures and fail nothing.

Whatever is imported from here finds Django ready, on the benchmarks' own settings.
"""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
django.setup()
