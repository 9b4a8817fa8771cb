"""What comes out: stays with their beds, and for each aim how good it is and how good it could be at most."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from planner.matching.exact.reached import Graded


class Aim(Enum):
    """What is wanted, in this order; a later aim never costs an earlier one anything."""

    PLACED = "placed"
    """Nights of guests with a lawful bed: as many as can be."""
    KEPT = "kept"
    """Guests who stay where they are: as many as can be (repair only)."""
    STAYS = "stays"
    """Stays, of which each beyond a guest's first is a move: as few as can be."""
    WORST = "worst"
    """The score of the pair that is worst off: as high as can be."""
    TOTAL = "total"
    """The scores of all nights together, with the bonus for friends: as high as can be."""


@dataclass(frozen=True, slots=True)
class Stay:
    """Consecutive nights of a guest in one home. `beds` gives, for each night, the places in the home's list."""

    guest: str
    home: str
    nights: int
    beds: tuple[tuple[int, tuple[int, ...]], ...] = ()
    fixed: bool = False


@dataclass(frozen=True)
class Lodging(Graded[Aim]):
    """A lawful lodging: its stays, who lacks a bed on which nights, and how good it is, aim by aim.

    `helped` says that the homes that only help out were used, as more nights can be placed with them.
    """

    stays: tuple[Stay, ...]
    unplaced: tuple[tuple[str, int], ...]
    helped: bool = False
    cancelled: bool = False
    seconds: float = 0.0
