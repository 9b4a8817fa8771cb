"""Whole days grown duty by duty at given prices, as long as they may still come to little enough.

A day begun is carried on only if what it costs so far, and what its rest would cost at least
(`planner.matching.shifts.prices`), stays within the limit: of millions of days some thousands are ever begun.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.matching.exact.columns import Floats, Ints, cheapest_of_each
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import MEASURES, NEVER, Bools, Day, WholeDays
from planner.matching.shifts.judge import WAY
from planner.matching.shifts.leastrest import LeastRest
from planner.matching.shifts.prices import Prices


@dataclass(eq=False)
class _Begun:
    """Days begun, all of the same number of duties."""

    person: Ints
    members: Ints
    cost: Floats
    minutes: Ints
    reach: Ints
    alone: Ints
    alone_reach: Ints
    run: Ints
    run_reach: Ints
    run_locked: Bools
    broken: Bools
    meal_reach: Ints
    meal_free: Ints
    meal_busy: Bools
    meal_locked: Bools
    new_face: Bools
    new_place: Bools
    credit: Floats
    sums: Ints
    halves: Ints
    open: Bools


class Growing:
    """One growth over a day at some prices, of days that cost no more than `limit`."""

    def __init__(self, day: Day, prices: Prices, limit: float, most: int, *, careful: bool) -> None:
        self.day, self.prices, self.limit, self.most = day, prices, limit, most
        self.complete = True
        self._options = (
            prices.of_option
            + prices.weight(Aim.BROKEN) * day.penalty
            + prices.weight(Aim.UNSUITED) * day.lost
            + prices.weight(Aim.CHANGED) * day.changed
        )
        self._rest = LeastRest(day, prices, self._options, careful=careful)
        #: What the cheapest whole day of each person costs at least.
        self.least = np.minimum(0.0, self._rest.from_start)

    def run(self) -> tuple[WholeDays, Floats]:
        """Grow; gives the days and what they cost."""
        found: list[WholeDays] = []
        costs: list[Floats] = []
        begun = self._begin()
        while begun is not None and len(begun.person):
            if begun.members.shape[1]:
                days, cost = self._ended(begun)
                found.append(days)
                costs.append(cost)
            begun = self._grow(begun)
        return WholeDays.joined(found), np.concatenate(costs) if costs else np.zeros(0)

    def _begin(self) -> _Begun | None:
        day, rules = self.day, len(self.day.rest_rules)
        if not day.options:
            return None
        person = np.flatnonzero(self._rest.from_start <= self.limit)
        n, days, meals = len(person), day.days, len(day.meals)
        first = np.full((n, days), -NEVER)
        return _Begun(
            person,
            np.zeros((n, 0), np.int64),
            -self.prices.of_person[person],
            np.zeros((n, days), np.int64),
            first,
            np.zeros((n, days), np.int64),
            first.copy(),
            np.full((n, days * rules), -NEVER),
            np.full((n, days * rules), -NEVER),
            np.ones((n, days * rules), bool),
            np.zeros((n, days * rules), bool),
            np.tile(np.array([meal.start for meal in day.meals], np.int64), (n, 1)),
            np.zeros((n, meals), np.int64),
            np.zeros((n, meals), bool),
            np.ones((n, meals), bool),
            np.zeros((n, 0), bool),
            np.zeros((n, 0), bool),
            np.zeros(n),
            np.zeros((n, len(MEASURES)), np.int64),
            self.prices.halves.people[person] if len(self.prices.halves.price) else np.zeros((n, 0), np.int64),
            day.table[person] >= 0,
        )

    def _ended(self, begun: _Begun) -> tuple[WholeDays, Floats]:
        """What of the days begun is lawful and cheap enough as it stands, with all its measures."""
        day, problem = self.day, self.day.tables.problem
        penalty, lawful = np.zeros(len(begun.person), np.int64), np.ones(len(begun.person), bool)
        for place, meal in enumerate(day.meals):
            free = np.maximum(begun.meal_free[:, place], meal.end - begun.meal_reach[:, place])
            broken = begun.meal_busy[:, place] & (free < meal.free)
            if meal.penalty is None:
                lawful &= ~broken | begun.meal_locked[:, place]
            else:
                penalty += meal.penalty * broken
        too_long = begun.alone > day.alone_limit[begun.person]
        if problem.alone_penalty is None:
            lawful &= ~too_long.any(axis=1)
        else:
            penalty += problem.alone_penalty * too_long.sum(axis=1)
        musts = np.array([len(one) for one in day.must], np.int64)[begun.person]
        lawful &= day.locked[begun.members].sum(axis=1) >= musts
        cost = begun.cost + self.prices.weight(Aim.BROKEN) * penalty
        kept = np.flatnonzero(lawful & (cost <= self.limit))
        measures = begun.sums[kept]
        measures[:, MEASURES.index(Aim.BROKEN)] += penalty[kept]
        ways = WAY * begun.new_place[kept].sum(axis=1)
        measures[:, MEASURES.index(Aim.SPREAD)] = begun.minutes[kept].sum(axis=1) + ways
        return WholeDays(begun.person[kept], begun.members[kept], measures), cost[kept]

    def _grow(self, begun: _Begun) -> _Begun | None:
        """Each day begun with each duty that can come next, as far as it may still be cheap enough."""
        day, prices = self.day, self.prices
        parent, rank = np.nonzero(begun.open & self._next(begun))
        if not len(parent):
            return None
        person = begun.person[parent]
        new = day.table[person, rank]
        # A first look, at little cost: with what may be had without paying again before the new duty.
        rest = self._rest.first(person, rank, begun.minutes[parent], begun.alone[parent])
        least = begun.cost[parent] - begun.credit[parent] + rest
        cheap = least <= self.limit
        parent, person, new = parent[cheap], person[cheap], new[cheap]
        on = day.day[new]
        added = np.maximum(0, day.rests[new] - np.maximum(day.start[new], begun.reach[parent, on]))
        fits = begun.minutes[parent, on] + added <= day.limit[person, on]
        parent, person, new, on, added = parent[fits], person[fits], new[fits], on[fits], added[fits]
        members = begun.members[parent]
        new_face = ~(day.group[members] == day.group[new][:, None]).any(axis=1)
        new_place = (day.place[new] >= 0) & ~(day.place[members] == day.place[new][:, None]).any(axis=1)
        cost = begun.cost[parent] + self._options[new] + prices.of_minute[person] * (added + WAY * new_place)
        cost += prices.weight(Aim.FACES) * new_face
        halves = begun.halves[parent]
        if halves.shape[1]:
            taken = halves + prices.halves.options[new]
            cost += (taken // 2 - halves // 2) @ prices.halves.price
            halves = taken
        members = np.column_stack((members, new))
        faces = np.column_stack((begun.new_face[parent], new_face))
        places = np.column_stack((begun.new_place[parent], new_place))
        alone = begun.alone[parent, on] + np.where(day.alone[new], day.lasts()[new], 0)
        rest = self._rest.after(new, begun.minutes[parent, on] + added, alone)
        credit = self._rest.paid(new, members, faces, places)
        least = cost + rest - credit - self._rest.of_rests(new, begun.broken[parent])
        kept = np.flatnonzero(least <= self.limit)
        if len(kept) > self.most:
            self.complete = False
            kept = kept[cheapest_of_each(person[kept], least[kept], max(1, self.most // len(self.day.persons)))]
        parent, person, new, on, added = parent[kept], person[kept], new[kept], on[kept], added[kept]
        grown = _Begun(
            person,
            members[kept],
            cost[kept],
            begun.minutes[parent],
            begun.reach[parent],
            begun.alone[parent],
            begun.alone_reach[parent],
            begun.run[parent],
            begun.run_reach[parent],
            begun.run_locked[parent],
            begun.broken[parent],
            begun.meal_reach[parent],
            begun.meal_free[parent],
            begun.meal_busy[parent],
            begun.meal_locked[parent],
            faces[kept],
            places[kept],
            credit[kept],
            begun.sums[parent],
            halves[kept],
            begun.open[parent] & day.mixes[person, day.rank[new]],
        )
        self._work(grown, new, on, added)
        lawful = self._without_rest(grown, new, on)
        grown.credit += self._rest.of_rests(new, grown.broken)
        lawful &= grown.cost + rest[kept] - grown.credit <= self.limit
        self._at_meals(grown, new)
        sums = grown.sums
        sums[:, MEASURES.index(Aim.CHANGED)] += day.changed[new]
        sums[:, MEASURES.index(Aim.BROKEN)] += day.penalty[new]
        sums[:, MEASURES.index(Aim.FACES)] += new_face[kept]
        sums[:, MEASURES.index(Aim.UNSUITED)] += day.lost[new]
        return _only(grown, lawful) if not lawful.all() else grown

    def _next(self, begun: _Begun) -> Bools:
        """What may come next without leaving out what is locked before it."""
        day = self.day
        if begun.members.shape[1]:
            follows: Bools = day.follows[begun.person, day.rank[begun.members[:, -1]]]
            return follows
        first: Bools = np.ones(begun.open.shape, bool)
        for row, who in enumerate(begun.person.tolist()):
            for ranks in day.must[who]:
                first[row, max(ranks) + 1 :] = False
        return first

    def _work(self, grown: _Begun, new: Ints, on: Ints, added: Ints) -> None:
        day, rows = self.day, np.arange(len(new))
        grown.minutes[rows, on] += added
        grown.reach[rows, on] = np.maximum(grown.reach[rows, on], day.rests[new])
        alone = day.alone[new]
        reach = grown.alone_reach[rows, on]
        grown.alone[rows, on] += alone * np.maximum(0, day.rests[new] - np.maximum(day.start[new], reach))
        grown.alone_reach[rows, on] = np.where(alone, np.maximum(reach, day.rests[new]), reach)

    def _without_rest(self, grown: _Begun, new: Ints, on: Ints) -> Bools:
        """Carry on the stretches without a pause; says which days keep the rules that nobody may break."""
        day, rows, lawful = self.day, np.arange(len(new)), np.ones(len(new), bool)
        broken_at = MEASURES.index(Aim.BROKEN)
        for place, rule in enumerate(day.rest_rules):
            counts = rule.counts[new]
            if not counts.any():
                continue
            at = on * len(day.rest_rules) + place
            run, reach, locked = grown.run[rows, at], grown.run_reach[rows, at], grown.run_locked[rows, at]
            fresh = (day.start[new] > reach) & (day.start[new] - reach >= rule.rest.pause)
            run = np.where(counts & fresh, day.start[new], run)
            reach = np.where(counts, np.maximum(np.where(fresh, -NEVER, reach), day.rests[new]), reach)
            locked = np.where(counts, (fresh | locked) & day.locked[new], locked)
            too_long = counts & (reach - run > rule.limit[new])
            grown.run[rows, at], grown.run_reach[rows, at], grown.run_locked[rows, at] = run, reach, locked
            if rule.rest.penalty is None:
                lawful &= ~too_long | locked
                continue
            first = too_long & ~grown.broken[rows, at]
            grown.broken[rows, at] |= too_long
            grown.sums[:, broken_at] += rule.rest.penalty * first
            grown.cost += self.prices.weight(Aim.BROKEN) * rule.rest.penalty * first
        return lawful

    def _at_meals(self, grown: _Begun, new: Ints) -> None:
        day = self.day
        for place, meal in enumerate(day.meals):
            busy = day.alone[new] & (day.start[new] < meal.end) & (meal.start < day.rests[new])
            reach, free = grown.meal_reach[:, place], grown.meal_free[:, place]
            grown.meal_free[:, place] = np.where(busy, np.maximum(free, day.start[new] - reach), free)
            grown.meal_reach[:, place] = np.where(busy, np.maximum(reach, day.rests[new]), reach)
            grown.meal_busy[:, place] |= busy
            grown.meal_locked[:, place] &= ~busy | day.locked[new]


def _only(begun: _Begun, kept: Bools) -> _Begun:
    return _Begun(*(getattr(begun, name)[kept] for name in _Begun.__dataclass_fields__))
