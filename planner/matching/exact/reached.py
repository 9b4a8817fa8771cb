"""How good an answer is, aim by aim, and how good it could be at most."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

A = TypeVar("A", bound=Enum)

_EPS = 1e-6


@dataclass(frozen=True, slots=True)
class Reached(Generic[A]):
    """What an aim has come to, and the `bound` that no lawful answer can pass."""

    aim: A
    value: int
    bound: int

    @property
    def proved(self) -> bool:
        """Whether it cannot be better (as long as the aims before it are as they are)."""
        return self.value == self.bound

    @property
    def gap(self) -> float:
        """How far it may be from the best, as a share."""
        return abs(self.value - self.bound) / max(1, abs(self.value))


@dataclass(frozen=True)
class Graded(Generic[A]):
    """An answer with what its aims have come to, in their order."""

    reached: tuple[Reached[A], ...] = field(kw_only=True)

    @property
    def optimal(self) -> bool:
        """Whether nothing better is possible, proved for every aim."""
        return all(one.proved for one in self.reached)

    def of(self, aim: A) -> Reached[A]:
        """Give what an aim has come to."""
        return next(one for one in self.reached if one.aim is aim)


def rounded_up(cost: float, unit: int = 1) -> float:
    """Give the least multiple of a unit that a cost of at least this can be; what is no number stays so."""
    return unit * math.ceil((cost - _EPS * max(1.0, abs(cost))) / unit) if math.isfinite(cost) else cost
