"""The settings of the tests, with addresses to compare with and a database of the benchmarks' own."""

from tests import settings

globals().update({name: value for name, value in vars(settings).items() if name.isupper()})

ROOT_URLCONF = "tests.bench.urls"
DATABASES = {"default": {**settings.DATABASES["default"], "TEST": {"NAME": "test_tracker_bench"}}}
