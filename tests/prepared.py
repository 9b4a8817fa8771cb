"""Planner files as tests begin with them: made once in a run, copied from then on, which is ten times as quick."""

from pathlib import Path
from typing import Any

from planner.commands.assigning import accept_assignments
from planner.commands.pairing import accept_pairing
from planner.commands.practice import make_practice
from planner.matching.homestays.proposing import propose as propose_pairing
from planner.matching.interpreters.proposing import propose as propose_assignments
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


def copy_planned(path: Path) -> Path:
    """Put the practice visit at a path as it is before people arrive: guests paired, interpreters assigned."""
    if copy_planned not in _made:
        with PlannerFile.open(copy_practice(path)) as file:
            file.run(accept_pairing, propose_pairing(file.plan))
            file.run(accept_assignments, propose_assignments(file.plan))
        _made[copy_planned] = path.read_bytes()
    path.write_bytes(_made[copy_planned])
    return path
