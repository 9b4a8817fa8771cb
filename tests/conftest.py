"""For every test: the same cases each time on a server, files in memory, garbage collected on the main thread only."""

import gc
import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("server", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("server")

# Thousands of planner files are written and synced; where there is room in memory, no disk is waited for.
_MEMORY = Path("/dev/shm")
if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > 4 << 30:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

#: After so many tests everything is looked through, after the others what is young.
_WHOLE = 200
_finished = count(1)

# As in the program (`planner.ui.collecting`): a collection that began on a job's thread would end widgets there.
gc.disable()


def pytest_collection_finish() -> None:
    """All that has been imported lives to the end: it need not be looked through once."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _collects_on_the_main_thread() -> Iterator[None]:
    yield
    if next(_finished) % _WHOLE:
        gc.collect(1)
        return
    gc.collect()
    # What has outlived it (modules, prepared plans, caches) stays to the end: to look it through each time takes a
    # minute of the run.
    gc.freeze()
