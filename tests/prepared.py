"""Planner files as tests begin with them: made once in a run, copied from then on, which is ten times as quick."""

from collections.abc import Callable
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


def once(path: Path, key: object, make: Callable[[Path], object]) -> Path:
    """Put at a path what `make` leaves there, made once in a run for a key; gives the path."""
    if key in _made:
        path.write_bytes(_made[key])
    else:
        make(path)
        _made[key] = path.read_bytes()
    return path


def put(path: Path, start: Command, **figures: Any) -> Path:
    """Put at a path what `PlannerFile.create` would, closed; its rows have the same uids each time. Gives the path."""
    key = (start, *(f"{name}={figures[name]!r}" for name in sorted(figures)))
    return once(path, key, lambda path: PlannerFile.create(path, start, **figures).close())


def begun(path: Path, start: Command, **figures: Any) -> PlannerFile:
    """Give what `put` puts at a path, open."""
    return PlannerFile.open(put(path, start, **figures))


def copy_practice(path: Path) -> Path:
    """Put the practice visit at a path, closed, and nobody's changes in it; gives the path."""
    return once(path, make_practice, make_practice)


def copy_planned(path: Path) -> Path:
    """Put the practice visit at a path as it is before people arrive: guests paired, interpreters assigned."""
    return once(path, copy_planned, _plan_practice)


def _plan_practice(path: Path) -> None:
    with PlannerFile.open(copy_practice(path)) as file:
        file.run(accept_pairing, propose_pairing(file.plan))
        file.run(accept_assignments, propose_assignments(file.plan))
