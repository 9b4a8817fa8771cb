"""What all have to do is shared fairly over all days at once, with whole days as columns; then who suits best.

What each day may cost at most is settled before; here the hours of everybody bind the days together. The linear
programme over all days says how good it can be at most; each day for itself then says how much of that is only half
true (`planner.matching.shifts.tolls`). An answer comes from it day by day: each is made whole while the days to come
are still what the linear programme makes of them. Then one day after the other is made anew beside what the others are
now. With that everybody's share of each day is settled, and who suits best is asked day by day.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.exact.highs import End, Relaxed, choose
from planner.matching.exact.narrowed import better
from planner.matching.exact.reached import rounded_up
from planner.matching.exact.search import Effort
from planner.matching.exact.watch import Watch
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import MEASURES
from planner.matching.shifts.duties import Option
from planner.matching.shifts.hours import Hours
from planner.matching.shifts.judge import HOUR, WAY, spread
from planner.matching.shifts.oneday import best_of
from planner.matching.shifts.programme import Programme
from planner.matching.shifts.roster import LIMITED, Roster
from planner.matching.shifts.tolls import FEW, MORE, Toll, toll

_MINUTES = MEASURES.index(Aim.SPREAD)
_AT_ONCE = 8_000
"""So many columns are chosen among, those that cost least beyond their worth; where there are more, it is no proof."""
_ROUNDS = 4
"""So often company that is missing is asked for, before an answer without it is given up."""
_FIRST, _ANEW, _LAST = (600, 1), (1_000, 1), (3_000, 20)
"""Among so many whole days of a day is chosen, and so much is branched: at first, when it is done anew, and at last."""
_PASSES, _NEAR = 3, 40
"""So often days are done anew at most, and those only that exceed what they could be by more than such a part of what
may be left open."""
_NODES = 50
"""So much is branched for a day's points."""
_CLOSE = 30.0
"""A day is good enough within so many minutes: to look closer would take longer than to do it anew later."""
_EPS = 1e-6


class Sharing:
    """All days of a problem, with the whole day of everybody on each."""

    def __init__(self, rosters: Sequence[Roster], chosen: Iterable[Option], people: int, watch: Watch) -> None:
        self.rosters, self.watch, self.people = rosters, watch, people
        given = list(chosen)
        self.chosen = [roster.add(roster.whole_days_of(given)) for roster in rosters]
        self._tops = [_tops(roster, people) for roster in rosters]
        nobody = np.zeros(people, np.int64)
        self._all = Programme(rosters, watch, people, Hours.after(nobody, np.sum(self._tops, axis=0, dtype=np.int64)))
        for number, places in enumerate(self.chosen):
            self._all.load(number, places)

    # What is chosen.

    def _shares_of(self, number: int, places: Ints) -> Ints:
        """What everybody has to do on one day, in minutes."""
        total, days = np.zeros(self.people, np.int64), self.rosters[number].days
        np.add.at(total, self.rosters[number].who[days.person[places]], days.measures[places, _MINUTES])
        return total

    def shares(self) -> Ints:
        """Give what everybody has to do."""
        shares: Ints = np.sum([self._shares_of(k, places) for k, places in enumerate(self.chosen)], axis=0)
        return shares

    @property
    def value(self) -> int:
        """What fair shares come to."""
        return _spread(self.shares())

    def options(self) -> list[Option]:
        """Give what is chosen, duty by duty."""
        pairs = zip(self.rosters, self.chosen, strict=True)
        return [option for roster, places in pairs for option in roster.options(places)]

    # Settling.

    def share(self, effort: Effort) -> int:
        """Make shares fair; gives the least that they can come to."""
        unit = math.gcd(self.rosters[0].day.tables.unit, HOUR, WAY) or 1
        self._all.near = effort.gap / 4
        self._all.seek(Aim.SPREAD)
        relaxed = self._all.relax()
        known, least = self._all.known, self._least(self._all.floor, unit)
        if relaxed.end is End.OPTIMAL and self._far(least, unit, effort):
            costs = [self._all.reduced(k, relaxed) for k in range(len(self.rosters))]
            self._day_by_day(relaxed)
            least = max(least, self._branch(costs, unit, effort))
            tolls = [Toll(0.0, bounded=True, excess=math.inf) for _ in self.rosters]
            least = self._tolls(known, least, unit, effort, relaxed, tolls, FEW)
            # First the days that are furthest from what they could come to; those that are near are left till last.
            order = sorted(range(len(self.rosters)), key=lambda k: (-tolls[k].excess, k))
            days = [k for k in order if tolls[k].excess > effort.gap * self.value / _NEAR]
            for _ in range(_PASSES):
                before = self.value
                self._anew(days, least, unit, effort, costs, *_ANEW)
                least = self._tolls(known, least, unit, effort, relaxed, tolls, MORE)
                if before - self.value <= effort.gap / 8 * before:
                    break
            self._anew(order, least, unit, effort, costs, *_LAST)
        return least

    def suit(self) -> int:
        """Lose few points while nobody has more to do on any day; gives how few there can be."""
        bound = 0
        for number, (roster, places) in enumerate(zip(self.rosters, self.chosen, strict=True)):
            days = roster.days
            now = np.zeros(roster.people, np.int64)
            now[days.person[places]] = days.measures[places, _MINUTES]
            open_ = np.flatnonzero(days.measures[:, _MINUTES] <= now[days.person])
            lost = roster.measure(Aim.UNSUITED)
            best = best_of(roster, lost, open_, places, self.watch, slack=0.999, nodes=_NODES)
            if best.chosen is not None and best.cost < float(lost[places].sum()) - _EPS:
                self.chosen[number] = best.chosen
            bound += self._least(best.bound if roster.complete else self._points(roster, now, places), 1)
        return bound

    def _points(self, roster: Roster, most: Ints, known: Ints) -> float:
        """Give how few points a day loses at least where not all whole days are known: nobody has more to do."""
        settled = {aim: int(limit) for aim in LIMITED if math.isfinite(limit := roster.upper[roster.limit_row(aim)])}
        shorter = Roster(roster.day.shortened(most), settled)
        programme = Programme([shorter], self.watch)
        programme.load(0, shorter.add(roster.days.only(known)))
        programme.seek(Aim.UNSUITED)
        programme.relax()
        return programme.floor

    def _tolls(
        self, known: float, least: int, unit: int, effort: Effort, relaxed: Relaxed, tolls: list[Toll], most: int
    ) -> int:
        """Raise the bound by what the days add to that of the linear programme, until the answer is near enough."""
        slack = effort.gap * self.value / 10 / len(self.rosters)
        for number, places in enumerate(self.chosen):
            if not self._far(least, unit, effort):
                break
            if tolls[number].bounded:
                tolls[number] = toll(self._all, number, relaxed, places, slack, most)
                least = max(least, self._least(known + sum(one.more for one in tolls), unit))
        return least

    @staticmethod
    def _least(floor: float, unit: int) -> int:
        return int(max(0.0, rounded_up(floor, unit))) if math.isfinite(floor) else 0

    def _far(self, least: int, unit: int, effort: Effort) -> bool:
        """Whether an answer is further from the bound than is asked for."""
        value = self.value
        return not self.watch.stopped and value - least > max(unit - 1, effort.gap * value)

    # One day after the other.

    def _day(self, number: int, beside: Ints) -> Programme:
        """One day beside what everybody has to do on the others."""
        programme = Programme([self.rosters[number]], self.watch, self.people, Hours.after(beside, self._tops[number]))
        programme.load(0, self.chosen[number])
        programme.seek(Aim.SPREAD)
        return programme

    def _day_by_day(self, relaxed: Relaxed) -> None:
        """Make one day after the other whole, while those to come are as the linear programme has them.

        First those that it divides most: the others make up for what they lack.
        """
        before, value = list(self.chosen), self.value
        days = range(len(self.rosters))
        divided = [int((self._all.shares(k, relaxed) % 1.0 > _EPS).sum()) for k in days]
        for number in sorted(days, key=lambda k: (-divided[k], k)):
            shares = [self._all.shares(k, relaxed) for k in days]
            beside = sum((self._expected(k, shares[k]) for k in days if k != number), np.zeros(self.people))
            programme = self._day(number, np.rint(beside).astype(np.int64))
            cheap = np.argsort(self._all.reduced(number, relaxed), kind="stable")[: _FIRST[0]]
            cheap = np.union1d(cheap, np.flatnonzero(shares[number] > _EPS))
            found = self._whole(programme, number, cheap, _CLOSE, _FIRST[1])
            if found is not None:
                self.chosen[number] = found
            only = np.zeros(self.rosters[number].days.count, bool)
            only[self.chosen[number]] = True
            self._all.load(number, self.chosen[number])
            self._all.allow(number, only, np.zeros(0, np.int64))
            relaxed = self._all.priced()
            if relaxed.end is not End.OPTIMAL or self.watch.stopped:
                break
        for number, roster in enumerate(self.rosters):
            self._all.allow(number, np.ones(roster.days.count, bool), np.zeros(0, np.int64))
        if self.value >= value:
            self.chosen = before

    def _expected(self, number: int, shares: Floats) -> Floats:
        """What everybody has to do on one day, as far as its whole days are shared."""
        days, used = self.rosters[number].days, np.flatnonzero(shares > _EPS)
        total = np.zeros(self.people)
        np.add.at(total, self.rosters[number].who[days.person[used]], shares[used] * days.measures[used, _MINUTES])
        return total

    def _anew(
        self,
        days: Sequence[int],
        least: int,
        unit: int,
        effort: Effort,
        costs: Sequence[Floats],
        most: int,
        nodes: int,
    ) -> None:
        """Do one day after the other anew beside what the others are now, until the answer is near enough."""
        for number in days:
            if not self._far(least, unit, effort):
                break
            programme = self._day(number, self.shares() - self._shares_of(number, self.chosen[number]))
            cheap = np.argsort(costs[number], kind="stable")[:most]
            found = self._whole(programme, number, cheap, max(unit - 1e-3, _CLOSE), nodes)
            if found is not None:
                before, was = self.chosen[number], self.value
                self.chosen[number] = found
                if self.value > was - unit:
                    self.chosen[number] = before
                else:
                    self._all.load(number, found)

    def _whole(self, programme: Programme, number: int, cheap: Ints, slack: float, nodes: int) -> Ints | None:
        """Branch on some whole days of one day, those that cost little beyond their worth."""
        roster, places = self.rosters[number], np.union1d(cheap, self.chosen[number])
        for _ in range(_ROUNDS):
            rows, columns, divisible, start = programme.problem([places], [self.chosen[number]])
            got = better(rows, columns, start, self.watch, slack=slack, nodes=nodes, divisible=divisible)
            if got.columns is None:
                return None
            found = places[got.columns[: len(places)] > 0.5]
            if not roster.keep_company(_ones(roster, found)):
                return found
            programme.learn_rows()
        return None

    # Everything at once.

    def _branch(self, costs: Sequence[Floats], unit: int, effort: Effort) -> int:
        """Branch on the whole days that may be in a better answer, if they are few enough; gives the bound."""
        known = self.value
        if self.watch.stopped or known - rounded_up(self._all.known, unit) < unit:
            return 0
        dearest = known - unit - self._all.known + _EPS * max(1.0, known)
        open_ = []
        for own, chosen in zip(costs, self.chosen, strict=True):
            wanted = own <= dearest
            wanted[chosen[chosen < len(wanted)]] = True
            open_.append(np.union1d(np.flatnonzero(wanted), chosen))
        if not all(one.complete for one in self.rosters) or sum(map(len, open_)) > _AT_ONCE:
            return 0
        for _ in range(_ROUNDS):
            rows, columns, divisible, start = self._all.problem(open_, self.chosen)
            got = choose(
                rows, columns, self.watch, start=start, slack=max(unit - 1e-3, effort.gap * known),
                nodes=effort.nodes, divisible=divisible,
            )  # fmt: skip
            bound = int(min(known, rounded_up(max(0.0, got.bound), unit)))
            if got.columns is None or got.cost > known - unit + _EPS:
                return bound
            ends = np.cumsum([0, *map(len, open_)])
            taken = [one[got.columns[a:b] > 0.5] for one, a, b in zip(open_, ends, ends[1:], strict=False)]
            lonely = [roster.keep_company(_ones(roster, one)) for roster, one in zip(self.rosters, taken, strict=True)]
            if not any(lonely):
                self.chosen = taken
                return bound
            self._all.learn_rows()
        return 0


def _ones(roster: Roster, places: Ints) -> Floats:
    shares = np.zeros(roster.days.count)
    shares[places] = 1.0
    return shares


def _spread(loads: Iterable[int]) -> int:
    return sum(spread(int(minutes)) for minutes in loads)


def _tops(roster: Roster, people: int) -> Ints:
    """What everybody could have to do at most on a day, in minutes."""
    day = roster.day
    longest = np.zeros((len(day.persons), len(day.shifts)), np.int64)
    np.maximum.at(longest, (day.owner, day.shift), day.lasts())
    tops = np.zeros(people, np.int64)
    if day.options:
        tops[roster.who] = np.minimum(longest.sum(axis=1), day.limit.sum(axis=1)) + WAY * day.most_places()
    return tops
