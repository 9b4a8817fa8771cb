"""A finished file onto the disk, whole or not at all: papers, calendars, whatever is handed out."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from planner.model.message import PlannerError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
#: Windows: another program has the file open (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION).
_OPEN_ELSEWHERE = frozenset({32, 33})


def put_out(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever finds half of it: under another name first, then in one step into its place.

    An older file of that name is replaced; it is as it was if this fails. The folder is made if it is not there.
    Raises `PlannerError` ``out-no-space``, ``out-in-use``, ``out-folder-in-the-way``, ``out-no-folder``,
    ``out-name-too-long``, ``folder-read-only`` or ``out-not-saved``.
    """
    # Beside its place, since only within one disk a file can be moved in one step.
    part = path.parent / f".{os.getpid()}-{secrets.token_hex(4)}.part"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException as error:
        with suppress(OSError):
            part.unlink()
        if isinstance(error, OSError):
            raise refusal(error, path) from error
        raise


def refusal(error: OSError, path: Path) -> PlannerError:
    """Say what keeps a file from being written, as far as the system tells."""
    folder = path.parent
    if error.errno in _FULL:
        return PlannerError("out-no-space", file=path.name, folder=str(folder))
    if error.errno == errno.ENAMETOOLONG:
        return PlannerError("out-name-too-long", file=path.name)
    if path.is_dir():
        return PlannerError("out-folder-in-the-way", file=path.name, folder=str(folder))
    if not folder.is_dir() and error.errno in (errno.EEXIST, errno.ENOTDIR, errno.ENOENT):
        return PlannerError("out-no-folder", folder=str(folder))
    if getattr(error, "winerror", None) in _OPEN_ELSEWHERE or (_is_of_moving(error) and path.exists()):
        return PlannerError("out-in-use", file=path.name)
    if error.errno in _REFUSED:
        return PlannerError("folder-read-only", folder=str(folder))
    return PlannerError("out-not-saved", file=path.name, folder=str(folder))


def _is_of_moving(error: OSError) -> bool:
    """Say whether the file had been written and only its place was refused: Windows does so while it is open."""
    return error.errno in _REFUSED and error.filename2 is not None
