"""The hours that everybody can still work, each by how often its minutes count: so shares are fair and still linear."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.shifts.judge import HOUR


@dataclass(frozen=True, eq=False)
class Hours:
    """Everybody's hours that are still to be filled: whose, how many minutes, and how often each of them counts."""

    person: Ints
    minutes: Floats
    nth: Floats

    @staticmethod
    def after(taken: Ints, most: Ints) -> Hours:
        """Give the hours after so many minutes that everybody works already, up to so many more."""
        parts = []
        for person, (now, more) in enumerate(zip(taken.tolist(), most.tolist(), strict=True)):
            edges = [now, *range((now // HOUR + 1) * HOUR, now + more, HOUR), now + more]
            parts += [(person, end - start, start // HOUR + 1) for start, end in pairwise(edges)]
        own = np.array([one for one in parts if one[1] > 0], np.int64).reshape(-1, 3)
        return Hours(own[:, 0], own[:, 1].astype(np.float64), own[:, 2].astype(np.float64))

    def filled(self, minutes: Ints) -> Floats:
        """Give how far each hour is filled by so many minutes of everybody."""
        ends = np.cumsum(self.minutes)
        first = np.searchsorted(self.person, self.person)
        before = ends - self.minutes - np.append(0.0, ends)[first]
        filled: Floats = np.clip((minutes[self.person] - before) / self.minutes, 0.0, 1.0)
        return filled
