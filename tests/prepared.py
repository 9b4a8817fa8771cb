"""Planner files as tests begin with them: made once in a run, copied from then on, which is ten times as quick."""

from pathlib import Path
from typing import Any

from planner.commands.practice import make_practice
from planner.storage import PlannerFile
from planner.storage.file import Command

#: What each beginning left on the disk.
_made: dict[object, bytes] = {}


def begun(path: Path, start: Command, **figures: Any) -> PlannerFile:
    """Give what `PlannerFile.create` would, open; its rows have the same uids each time."""
    key = (start, *(f"{name}={figures[name]!r}" for name in sorted(figures)))
    if key in _made:
        path.write_bytes(_made[key])
    else:
        PlannerFile.create(path, start, **figures).close()
        _made[key] = path.read_bytes()
    return PlannerFile.open(path)


def copy_practice(path: Path) -> Path:
    """Put the practice visit at a path, closed, and nobody's changes in it; gives the path."""
    if make_practice in _made:
        path.write_bytes(_made[make_practice])
    else:
        make_practice(path)
        _made[make_practice] = path.read_bytes()
    return path
