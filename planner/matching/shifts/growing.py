"""Whole days grown duty by duty at given prices, as long as they may still come to little enough.

A day begun is carried on only if what it costs so far, and what its rest would cost at least
(`planner.matching.shifts.leastrest`), stays within the limit: of millions of days some thousands are ever begun.
"""

from __future__ import annotations

import numpy as np

from planner.matching.exact.columns import Floats, Ints, cheapest_of_each
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.begun import Begun, Layout
from planner.matching.shifts.days import MEASURES, NEVER, Bools, Day, WholeDays
from planner.matching.shifts.judge import WAY
from planner.matching.shifts.leastrest import LeastRest
from planner.matching.shifts.prices import Prices


class Growing:
    """One growth over a day at some prices, of days that cost no more than `limit`."""

    def __init__(self, day: Day, prices: Prices, limit: float, most: int, *, careful: bool) -> None:
        self.day, self.prices, self.limit, self.most = day, prices, limit, most
        self.complete = True
        self._at = Layout(day)
        self._musts = np.array([len(one) for one in day.must], np.int64)
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
        person = np.flatnonzero(self._rest.from_start <= self.limit)
        begun = Begun.of(self.day, self._at, self.prices, person) if self.day.options else None
        while begun is not None and len(begun.person):
            if begun.members.shape[1]:
                days, cost = self._ended(begun)
                found.append(days)
                costs.append(cost)
            begun = self._grow(begun)
        return WholeDays.joined(found), np.concatenate(costs) if costs else np.zeros(0)

    def _ended(self, begun: Begun) -> tuple[WholeDays, Floats]:
        """What of the days begun is lawful and cheap enough as it stands, with all its measures."""
        day, at, problem, numbers = self.day, self._at, self.day.tables.problem, begun.numbers
        penalty, lawful = np.zeros(len(begun.person), np.int64), np.ones(len(begun.person), bool)
        reach, longest = numbers[:, at.meal_reach], numbers[:, at.meal_free]
        busy, locked = begun.flags[:, at.meal_busy], begun.flags[:, at.meal_locked]
        for place, meal in enumerate(day.meals):
            broken = busy[:, place] & (np.maximum(longest[:, place], meal.end - reach[:, place]) < meal.free)
            if meal.penalty is None:
                lawful &= ~broken | locked[:, place]
            else:
                penalty += meal.penalty * broken
        too_long = numbers[:, at.alone] > day.alone_limit[begun.person]
        if problem.alone_penalty is None:
            lawful &= ~too_long.any(axis=1)
        else:
            penalty += problem.alone_penalty * too_long.sum(axis=1)
        if self._musts.any():
            lawful &= day.locked[begun.members].sum(axis=1) >= self._musts[begun.person]
        cost = begun.cost + self.prices.weight(Aim.BROKEN) * penalty
        kept = np.flatnonzero(lawful & (cost <= self.limit))
        measures = numbers[kept, at.sums]
        measures[:, MEASURES.index(Aim.BROKEN)] += penalty[kept]
        ways = WAY * begun.new_place[kept].sum(axis=1)
        measures[:, MEASURES.index(Aim.SPREAD)] = numbers[kept, at.minutes].sum(axis=1) + ways
        return WholeDays(begun.person[kept], begun.members[kept], measures), cost[kept]

    def _grow(self, begun: Begun) -> Begun | None:
        """Each day begun with each duty that can come next, as far as it may still be cheap enough."""
        day, prices, at = self.day, self.prices, self._at
        parent, rank = np.nonzero(begun.open & self._next(begun))
        if not len(parent):
            return None
        minutes, alone = begun.numbers[:, at.minutes], begun.numbers[:, at.alone]
        person = begun.person[parent]
        new = day.table[person, rank]
        # A first look, at little cost: with what may be had without paying again before the new duty.
        rest = self._rest.first(person, rank, minutes[parent], alone[parent])
        cheap = np.flatnonzero((begun.cost - begun.credit)[parent] + rest <= self.limit)
        parent, person, new = parent[cheap], person[cheap], new[cheap]
        on = day.day[new]
        reach = begun.numbers[:, at.reach][parent, on]
        added = np.maximum(0, day.rests[new] - np.maximum(day.start[new], reach))
        spent = minutes[parent, on] + added
        fits = np.flatnonzero(spent <= day.limit[person, on])
        parent, person, new, on, added, spent = (one[fits] for one in (parent, person, new, on, added, spent))
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
        alone_spent = alone[parent, on] + np.where(day.alone[new], day.lasts()[new], 0)
        rest, credit = self._rest.after(new, spent, alone_spent), self._rest.paid(new, members, faces, places)
        least = cost + rest - credit - self._rest.of_rests(new, begun.flags[:, at.broken][parent])
        kept = np.flatnonzero(least <= self.limit)
        if len(kept) > self.most:
            self.complete = False
            each = max(1, self.most // len(day.persons))
            kept = kept[cheapest_of_each(person[kept], least[kept], each)]
        # What rests make of it is known only from what went before: a second look.
        numbers, flags = begun.numbers[parent[kept]], begun.flags[parent[kept]]
        cost, credit = cost[kept], credit[kept]
        lawful = self._without_rest(numbers, flags, cost, new[kept], on[kept])
        credit += self._rest.of_rests(new[kept], flags[:, at.broken])
        final = np.flatnonzero(lawful & (cost + rest[kept] - credit <= self.limit))
        numbers, flags, kept = numbers[final], flags[final], kept[final]
        parent, person, new, on, added = (one[kept] for one in (parent, person, new, on, added))
        self._work(numbers, new, on, added)
        self._at_meals(numbers, flags, new)
        sums = numbers[:, at.sums]
        sums[:, MEASURES.index(Aim.CHANGED)] += day.changed[new]
        sums[:, MEASURES.index(Aim.BROKEN)] += day.penalty[new]
        sums[:, MEASURES.index(Aim.FACES)] += new_face[kept]
        sums[:, MEASURES.index(Aim.UNSUITED)] += day.lost[new]
        return Begun(
            person=person,
            members=members[kept],
            new_face=faces[kept],
            new_place=places[kept],
            cost=cost[final],
            credit=credit[final],
            halves=halves[kept],
            open=begun.open[parent] & day.mixes[person, day.rank[new]],
            numbers=numbers,
            flags=flags,
        )

    def _next(self, begun: Begun) -> Bools:
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

    def _work(self, numbers: Ints, new: Ints, on: Ints, added: Ints) -> None:
        day, at, rows = self.day, self._at, np.arange(len(new))
        starts, rests, alone = day.start[new], day.rests[new], day.alone[new]
        numbers[rows, at.minutes.start + on] += added
        reach = at.reach.start + on
        numbers[rows, reach] = np.maximum(numbers[rows, reach], rests)
        reach = at.alone_reach.start + on
        before = numbers[rows, reach]
        numbers[rows, at.alone.start + on] += alone * np.maximum(0, rests - np.maximum(starts, before))
        numbers[rows, reach] = np.where(alone, np.maximum(before, rests), before)

    def _without_rest(self, numbers: Ints, flags: Bools, cost: Floats, new: Ints, on: Ints) -> Bools:
        """Carry on the stretches without a pause; says which days keep the rules that nobody may break."""
        day, at, rows, lawful = self.day, self._at, np.arange(len(new)), np.ones(len(new), bool)
        broken_sum = at.sums.start + MEASURES.index(Aim.BROKEN)
        starts, rests = day.start[new], day.rests[new]
        for place, rule in enumerate(day.rest_rules):
            counts = rule.counts[new]
            if not counts.any():
                continue
            column = on * len(day.rest_rules) + place
            of_run, of_reach, of_locked = (part.start + column for part in (at.run, at.run_reach, at.run_locked))
            run, reach, locked = numbers[rows, of_run], numbers[rows, of_reach], flags[rows, of_locked]
            fresh = (starts > reach) & (starts - reach >= rule.rest.pause)
            run = np.where(counts & fresh, starts, run)
            reach = np.where(counts, np.maximum(np.where(fresh, -NEVER, reach), rests), reach)
            locked = np.where(counts, (fresh | locked) & day.locked[new], locked)
            too_long = counts & (reach - run > rule.limit[new])
            numbers[rows, of_run], numbers[rows, of_reach] = run, reach
            flags[rows, of_locked] = locked
            if rule.rest.penalty is None:
                lawful &= ~too_long | locked
                continue
            of_broken = at.broken.start + column
            first = too_long & ~flags[rows, of_broken]
            flags[rows, of_broken] |= too_long
            numbers[:, broken_sum] += rule.rest.penalty * first
            cost += self.prices.weight(Aim.BROKEN) * rule.rest.penalty * first
        return lawful

    def _at_meals(self, numbers: Ints, flags: Bools, new: Ints) -> None:
        day, at = self.day, self._at
        starts, rests, alone, locked = day.start[new], day.rests[new], day.alone[new], day.locked[new]
        reaches, frees = numbers[:, at.meal_reach], numbers[:, at.meal_free]
        for place, meal in enumerate(day.meals):
            busy = alone & (starts < meal.end) & (meal.start < rests)
            reach, free = reaches[:, place], frees[:, place]
            frees[:, place] = np.where(busy, np.maximum(free, starts - reach), free)
            reaches[:, place] = np.where(busy, np.maximum(reach, rests), reach)
            flags[:, at.meal_busy.start + place] |= busy
            flags[:, at.meal_locked.start + place] &= ~busy | locked
