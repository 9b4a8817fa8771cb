"""Doing without the rights of root, whom no permission keeps from writing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

#: For tests in which permissions decide.
permissions_hold = pytest.mark.skipif(not hasattr(os, "seteuid"), reason="permissions of this kind are Unix's")


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be nobody for a while, if we are root; whoever is somebody else stays who they are."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)
