"""A finished paper onto the disk, whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from planner.model.message import PlannerError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under another name first, so that nobody ever finds half of it; its folder is made.

    Raises `PlannerError` ``paper-folder-refused``.
    """
    part = path.with_name(f".{os.getpid()}-{abs(hash(path.name)):x}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        reason = error.strerror or str(error)
        raise PlannerError("paper-folder-refused", folder=str(path.parent), reason=reason) from error
