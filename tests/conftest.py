"""For every test: the same cases each time on a server, and garbage collected on the main thread only."""

import gc
import os
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import settings

settings.register_profile("server", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("server")

#: After so many tests everything is looked through, after the others what is young.
_WHOLE = 200
_finished = count(1)

# As in the program (`planner.ui.collecting`): a collection that began on a job's thread would end widgets there.
gc.disable()


@pytest.fixture(autouse=True)
def _collects_on_the_main_thread() -> Iterator[None]:
    yield
    gc.collect(2 if next(_finished) % _WHOLE == 0 else 1)
