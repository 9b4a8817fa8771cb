"""For every test: Hypothesis draws the same cases each time on a server, so that a red run is about the change."""

import os

from hypothesis import settings

settings.register_profile("server", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("server")
