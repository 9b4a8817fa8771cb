"""The linear programme over the whole days of some blocks, in which only those are that pay.

Whole days that are known are loaded as they pay, and if a roster does not know all of them, those that pay are grown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from planner.matching.exact.columns import cheapest_of_each
from planner.matching.exact.highs import End, Relaxed
from planner.matching.exact.reached import rounded_up
from planner.matching.exact.watch import Watch
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.growing import Growing
from planner.matching.shifts.hours import Hours
from planner.matching.shifts.prices import Prices
from planner.matching.shifts.roster import Roster
from planner.matching.shifts.tableau import Tableau

_EPS = 1e-6
_QUICK, _THOROUGH, _WIDEST = 1_600, 20_000, 320_000
"""How many days are begun at once: to find some that pay, and to know that there are none."""
_A_PERSON, _OF_MANY = 20, 3
"""So many whole days of a person are added at once, and so many of each day where there are more."""
_WORTH = 1.2
"""What a duty is taken to be worth before anything is solved, in faces."""
_ROUNDS, _CENTRED = 4, 1e-3
"""So often whole days are looked for that pay at prices amid all others, and so much lower the floor may be there."""
_HELPS, _IDLE = 2e-4, 1
"""Rows of halves help if they raise the floor by such a share; so often in turn they need not."""


class Programme(Tableau):
    """Some rosters, solved for one aim after the other.

    `floor` is the cost below which nothing lies, `known` what the last solution says of it.
    """

    def __init__(self, rosters: Sequence[Roster], watch: Watch, people: int = 0, hours: Hours | None = None) -> None:
        super().__init__(rosters, watch, people, hours)
        self.floor, self.known, self.worth = -math.inf, -math.inf, list[Prices]()
        #: The share of its cost that it may be solved to, and what was short at last.
        self.near, self._short = 0.0, 0.0

    def begin(self) -> None:
        """Take in, of the only roster, what would pay if every duty were worth a little more than a face.

        So the first solves begin near what prices come to.
        """
        [roster] = self.rosters
        options, people = len(roster.day.options), np.zeros(roster.people)
        prices = Prices(np.full(options, -_WORTH), people, people, {Aim.BROKEN: 1.0, Aim.FACES: 1.0})
        found, costs = Growing(roster.day, prices, -_EPS, _QUICK, careful=False).run()
        self.load(0, roster.add(found.only(cheapest_of_each(found.person, costs, _A_PERSON))))

    def solve(self) -> Relaxed:
        """Solve it over the columns that are loaded, with all the company that is needed."""
        self.learn_rows()
        while True:
            relaxed = self.linear.solve()
            if relaxed.end is not End.OPTIMAL or self.watch.look():
                return relaxed
            relaxed = self.by_person(relaxed)
            lonely = [one.keep_company(self.shares(k, relaxed)) for k, one in enumerate(self.rosters)]
            if not any(lonely):
                return relaxed
            self.learn_rows()

    def priced(self) -> Relaxed:
        """Solve it over all whole days that are known and allowed, to within `near` (a share) of its cost."""
        relaxed = self.solve()
        while relaxed.end is End.OPTIMAL and not self.watch.stopped:
            self._short = self._load_paying(relaxed)
            if self._short >= -max(self.near * abs(relaxed.cost), self._nothing):
                break
            relaxed = self.solve()
        return relaxed

    def relax(self) -> Relaxed:
        """Solve it over all whole days there are, as far as is needed to know its cost rounded up.

        `floor` is then the cost below which nothing lies, and `worth` the prices of each roster at which it is so.
        """
        most, careful = _QUICK, False
        self.floor = self.known = -math.inf
        while True:
            relaxed = self.priced()
            if relaxed.end is not End.OPTIMAL or self.watch.stopped:
                return relaxed
            bound, before, sure = relaxed.cost + self._short, self._count, True
            worth = [self.prices(number, relaxed) for number in range(len(self.rosters))]
            for number, (roster, prices) in enumerate(zip(self.rosters, worth, strict=True)):
                if roster.complete:
                    continue
                growing = Growing(roster.day, prices, -self._nothing, most, careful=careful)
                least = float(growing.least.sum())
                if rounded_up(bound + least) < rounded_up(relaxed.cost):
                    found, costs = growing.run()
                    self.load(number, roster.add(found.only(cheapest_of_each(found.person, costs, _A_PERSON))))
                    if growing.complete:
                        cheapest = np.zeros(roster.people)
                        np.minimum.at(cheapest, found.person, costs)
                        least = float(cheapest.sum())
                    sure &= growing.complete
                bound += least
            self.known = bound
            if bound > self.floor:
                self.floor, self.worth = bound, worth
            if max(rounded_up(self.floor), self.floor / (1.0 - self.near)) >= rounded_up(relaxed.cost):
                return relaxed
            if self._count == before:
                if sure or most >= _WIDEST:
                    return relaxed
                most, careful = (most * 4 if careful else _THOROUGH), True

    def tighten(self, enough: float = math.inf) -> Relaxed:
        """Relax, and add rows of halves until none is broken, they help no more, or the floor is enough."""
        relaxed, idle = self.relax(), 0
        while relaxed.end is End.OPTIMAL and not self.watch.stopped and rounded_up(self.floor) < enough:
            cuts = [one.cut(self.shares(k, relaxed), self.missing(k, relaxed)) for k, one in enumerate(self.rosters)]
            if not any(cuts):
                break
            before = self.floor
            relaxed = self.relax()
            idle = 0 if self.floor > before + _HELPS * abs(before) else idle + 1
            if idle == _IDLE:
                break
        return relaxed

    def centre(self) -> None:
        """Let `worth` be amid all prices at which the floor is as high: there the fewest whole days cost no more.

        (A corner of them may have ten times as many: each of its prices is as high as some whole days allow.)
        """
        [roster] = self.rosters
        for _ in range(_ROUNDS):
            relaxed = self.linear.middle()
            if relaxed.end is not End.OPTIMAL or self.watch.stopped:
                return
            relaxed, floor = self.bound(relaxed)
            prices = self.prices(0, relaxed)
            growing = Growing(roster.day, prices, -self._nothing, _WIDEST, careful=True)
            found, costs = growing.run()
            cheapest = np.zeros(roster.people)
            np.minimum.at(cheapest, found.person, costs)
            floor += float(cheapest.sum())
            if growing.complete and floor >= self.floor - _CENTRED:
                self.floor, self.worth = floor, [prices]
                return
            before = self._count
            self.load(0, roster.add(found.only(cheapest_of_each(found.person, costs, _A_PERSON))))
            if self._count == before:
                return

    @property
    def _nothing(self) -> float:
        """The cost that is none: a sum of doubles is no more exact."""
        return 1e-3 if self.aim is Aim.SPREAD else _EPS

    def _load_paying(self, relaxed: Relaxed) -> float:
        """Take in known whole days that pay; gives (as a number below 0) what the cost could fall by at most."""
        short = 0.0
        for number, roster in enumerate(self.rosters):
            self._look(number)
            open_ = self.allowed[number] & (self._column_of[number] < 0)
            if not open_.any():
                continue
            reduced = self.reduced(number, relaxed)
            paying = np.flatnonzero(open_ & (reduced < -self._nothing))
            if len(paying):
                owner = roster.days.person[paying]
                cheapest = np.zeros(roster.people)
                np.minimum.at(cheapest, owner, reduced[paying])
                short += float(cheapest.sum())
                most = _A_PERSON if len(self.rosters) == 1 else _OF_MANY
                self.load(number, paying[cheapest_of_each(owner, reduced[paying], most)])
        return short
