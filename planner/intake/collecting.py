"""Python's collector of unused objects, paused while an import makes tens of thousands that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the collector of reference cycles within the block.

    It would look through every new object again and again and find nothing to free: a third of the time of an
    import of 2,000 rows. What the block leaves behind is found afterwards.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
