"""What comes out: who works what from when until when, and for each aim how good it is and could be at most."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from planner.matching.exact.reached import Graded


class Aim(Enum):
    """What is to be little, in this order; a later aim never costs an earlier one anything."""

    UNCOVERED = "uncovered"
    """Persons times minutes that nobody covers, by their weight."""
    CHANGED = "changed"
    """Duties given up or added (repair only)."""
    BROKEN = "broken"
    """Penalties of what is good practice and is not kept."""
    FACES = "faces"
    """For each group and day, how many different people come to it, added up."""
    SPREAD = "spread"
    """What all have to do, ways included: minutes of somebody's first hour once, of the second twice, and so on."""
    UNSUITED = "unsuited"
    """Points that are lost against the best that each duty could have, where nobody's day becomes more for it."""


@dataclass(frozen=True, slots=True, order=True)
class Duty:
    """A person on a shift, from a minute until a minute."""

    person: str
    shift: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lack:
    """From when until when a shift lacks somebody, and how many."""

    shift: str
    start: int
    end: int
    missing: int


@dataclass(frozen=True, slots=True)
class Broken:
    """Good practice that is not kept: by whom, on which shifts, which rule, and what it weighs."""

    person: str
    shifts: tuple[str, ...]
    rule: str
    penalty: int


@dataclass(frozen=True)
class Cover(Graded[Aim]):
    """A lawful answer: its duties, what is lacking, what is not kept, and how good it is, aim by aim."""

    duties: tuple[Duty, ...]
    lacking: tuple[Lack, ...]
    broken: tuple[Broken, ...]
    cancelled: bool = False
    seconds: float = 0.0

    @property
    def gap(self) -> float:
        """The widest gap of all aims, as a share."""
        return max((one.gap for one in self.reached), default=0.0)
