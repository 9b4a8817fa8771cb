"""Copies of papers for the system's viewer: there to be looked at, not to stay, for they tell of people's health."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

_PREFIX = "shimai-paper-"
_KEPT_FOR = 12 * 3600
"""Seconds. A viewer reads its file again when one prints from it, so a copy outlives an evening's work."""


def folder_to_lend() -> Path:
    """Make a folder that only this user can read, for one copy; the copies of other days are deleted."""
    take_back()
    return Path(tempfile.mkdtemp(prefix=_PREFIX))


def take_back() -> None:
    """Delete the copies of other days, those of earlier runs too; what a viewer still holds waits for the next time."""
    before = time.time() - _KEPT_FOR
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            old = folder.stat().st_mtime < before
        except OSError:  # Another Shimai was quicker.
            continue
        if old:
            shutil.rmtree(folder, ignore_errors=True)
