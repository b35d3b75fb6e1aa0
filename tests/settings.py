"""The project's settings as the tests see them: TRACKER_ENV=test, whatever the shell says.

pytest-django reads settings before any conftest, so this is the one place where that can be said.
"""

import os

os.environ["TRACKER_ENV"] = "test"

from tracker import settings

globals().update({name: value for name, value in vars(settings).items() if name.isupper()})
