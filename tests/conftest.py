"""What every test shares: how hypothesis searches. Fixtures live beside the tests that use them."""

import os

import hypothesis

# A shared machine is sometimes slow, which is no failure; and CI must give one answer for one commit.
hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "local")
