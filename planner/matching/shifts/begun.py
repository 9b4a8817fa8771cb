"""Days begun: a line each in a few wide arrays, so that lines are chosen at little cost, whatever is known of a day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.shifts.days import MEASURES, NEVER, Bools, Day
from planner.matching.shifts.prices import Prices


class Layout:
    """Where in a line stands what: each a part of its columns, with a column for each day, rule of a day, or meal."""

    def __init__(self, day: Day) -> None:
        days, rules, meals = day.days, day.days * len(day.rest_rules), len(day.meals)
        ends = np.cumsum([days, days, days, days, rules, rules, meals, meals, len(MEASURES)]).tolist()
        parts = [slice(end - size, end) for end, size in zip(ends, np.diff([0, *ends]), strict=True)]
        self.minutes, self.reach, self.alone, self.alone_reach, self.run, self.run_reach, *others = parts
        self.meal_reach, self.meal_free, self.sums = others
        self.width = int(ends[-1])
        ends = np.cumsum([rules, rules, meals, meals]).tolist()
        parts = [slice(end - size, end) for end, size in zip(ends, np.diff([0, *ends]), strict=True)]
        self.run_locked, self.broken, self.meal_busy, self.meal_locked = parts
        self.flags = int(ends[-1])


@dataclass(eq=False)
class Begun:
    """Days begun, all of the same number of duties.

    `numbers` and `flags` are laid out by a `Layout`. `open` says which ranks of its person's options each may still go
    on with, `credit` what is paid for of what is seen ahead, `halves` what it takes of each row of halves.
    """

    person: Ints
    members: Ints
    new_face: Bools
    new_place: Bools
    cost: Floats
    credit: Floats
    halves: Ints
    open: Bools
    numbers: Ints
    flags: Bools

    @staticmethod
    def of(day: Day, layout: Layout, prices: Prices, person: Ints) -> Begun:
        """Begin a day for each of some people."""
        n = len(person)
        numbers = np.zeros((n, layout.width), np.int64)
        for part in (layout.reach, layout.alone_reach, layout.run, layout.run_reach):
            numbers[:, part] = -NEVER
        numbers[:, layout.meal_reach] = [meal.start for meal in day.meals]
        flags = np.zeros((n, layout.flags), bool)
        flags[:, layout.run_locked] = flags[:, layout.meal_locked] = True
        nothing = np.zeros((n, 0), np.int64)
        return Begun(
            person=person,
            members=nothing,
            new_face=nothing.astype(bool),
            new_place=nothing.astype(bool),
            cost=-prices.of_person[person],
            credit=np.zeros(n),
            halves=prices.halves.people[person] if len(prices.halves.price) else nothing,
            open=day.table[person] >= 0,
            numbers=numbers,
            flags=flags,
        )
