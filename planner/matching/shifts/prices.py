"""What a whole day costs at some prices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.shifts.answer import Aim


@dataclass(frozen=True, eq=False)
class Halves:
    """Rows of halves (`planner.matching.shifts.parity`), a column each: what options and people take, and the price.

    The price is for each two that a whole day takes.
    """

    options: Ints
    people: Ints
    price: Floats

    @staticmethod
    def of(rows: Sequence[tuple[Ints, Ints, float]]) -> Halves:
        """Put rows together."""
        if not rows:
            return Halves(np.zeros((0, 0), np.int64), np.zeros((0, 0), np.int64), np.zeros(0))
        options, people, prices = zip(*rows, strict=True)
        return Halves(np.stack(options, axis=1), np.stack(people, axis=1), np.array(prices))


@dataclass(frozen=True, eq=False)
class Prices:
    """What a whole day costs: for each option, for each of its measures but the minutes, for each minute of a person.

    `of_person` is what is taken off for the person.
    """

    of_option: Floats
    of_person: Floats
    of_minute: Floats
    weights: dict[Aim, float] = field(default_factory=dict)
    halves: Halves = field(default_factory=lambda: Halves.of(()))

    def weight(self, aim: Aim) -> float:
        """Give what one of a measure costs, at least nothing."""
        return max(0.0, self.weights.get(aim, 0.0))

    def beside(self, aim: Aim) -> Prices:
        """Give the same prices where an aim is sought besides."""
        weights = {**self.weights, aim: self.weights.get(aim, 0.0) + 1.0}
        return replace(self, weights=weights)
