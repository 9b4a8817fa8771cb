"""The plain problem and its answer as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Status(Enum):
    """What is known of an answer."""

    OPTIMAL = "optimal"
    """Proved: no other assignment is better."""
    FEASIBLE = "feasible"
    """Allowed, and no further from the best than the gap says."""
    INFEASIBLE = "infeasible"
    """Proved: no assignment places every guest."""
    UNKNOWN = "unknown"
    """Stopped before an assignment was found."""


@dataclass(frozen=True)
class Guest:
    """Somebody to place; `sizes` is how much room they take in each home, in the homes' order."""

    name: str
    sizes: tuple[float, ...]


@dataclass(frozen=True)
class Home:
    """A place for guests whose sizes add up to no more than the capacity."""

    name: str
    capacity: float


@dataclass(frozen=True)
class AssignmentProblem:
    """Guests, homes, and the cost of each guest in each home: None where that is forbidden.

    `most` turns the aim round: the greatest total is wanted, as when the costs are points.
    """

    guests: tuple[Guest, ...]
    homes: tuple[Home, ...]
    costs: tuple[tuple[float | None, ...], ...]
    most: bool = False


@dataclass(frozen=True)
class Assignment:
    """The answer: the home of each guest by place in the problem's lists, and how good it is.

    `total` is the sum of costs; `bound` is a total that no assignment can beat; `gap` is the difference as a share of
    the total. `homes` is None, and the figures too, where no assignment was found.
    """

    status: Status
    homes: tuple[int, ...] | None
    total: float | None
    bound: float | None
    seconds: float

    @property
    def gap(self) -> float | None:
        """How far at most from the best, as a share of the total; 0 if proved."""
        if self.total is None or self.bound is None:
            return None
        if self.status is Status.OPTIMAL:
            return 0.0
        return abs(self.total - self.bound) / max(abs(self.total), 1e-9)
