"""Whole days grown duty by duty at given prices, as long as they may still come to little enough.

A day begun is carried on only if what it costs so far, and what its rest would cost at least, stays within the
limit. That *least rest* looks only from duty to duty: it knows ways and the minutes that are left, and lets the price
of a face (or a place) be shared by all that somebody could do for the group, in proportion to what each duty brings.
So it is never more than the truth, and mostly near it: of millions of days some thousands are ever begun.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import MEASURES, NEVER, Bools, Day, WholeDays

_FINEST = 64
"""The minutes left of a day are told apart in so many steps at most."""


@dataclass(frozen=True, eq=False)
class Prices:
    """What a whole day costs: for each option, for each of its measures but the minutes, for each minute of a person.

    `of_person` is what is taken off for the person.
    """

    of_option: Floats
    of_person: Floats
    of_minute: Floats
    weights: dict[Aim, float] = field(default_factory=dict)

    def weight(self, aim: Aim) -> float:
        """Give what one of a measure costs, at least nothing."""
        return max(0.0, self.weights.get(aim, 0.0))

    def costs(self, day: Day, days: WholeDays) -> Floats:
        """Give what whole days cost."""
        options = np.append(self.of_option, 0.0)[days.members].sum(axis=1)
        total: Floats = options - self.of_person[days.person]
        for place, aim in enumerate(MEASURES):
            measure = days.measures[:, place]
            total += measure * (self.of_minute[days.person] if aim is Aim.SPREAD else self.weight(aim))
        return total


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
        self._rest = _LeastRest(day, prices, self._options, careful=careful)
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
        measures[:, MEASURES.index(Aim.SPREAD)] = begun.minutes[kept].sum(axis=1)
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
        left = self._rest.left(begun)
        least = begun.cost[parent] - begun.credit[parent] + self._rest.first(person, rank, left[parent])
        cheap = least <= self.limit
        parent, person, new = parent[cheap], person[cheap], new[cheap]
        on = day.day[new]
        added = np.maximum(0, day.rests[new] - np.maximum(day.start[new], begun.reach[parent, on]))
        fits = begun.minutes[parent, on] + added <= day.limit[person, on]
        parent, person, new, on, added = parent[fits], person[fits], new[fits], on[fits], added[fits]
        members = begun.members[parent]
        new_face = ~(day.group[members] == day.group[new][:, None]).any(axis=1)
        new_place = (day.place[new] >= 0) & ~(day.place[members] == day.place[new][:, None]).any(axis=1)
        cost = begun.cost[parent] + self._options[new] + prices.of_minute[person] * added
        cost += prices.weight(Aim.FACES) * new_face + prices.weight(Aim.PLACES) * new_place
        members = np.column_stack((members, new))
        faces = np.column_stack((begun.new_face[parent], new_face))
        places = np.column_stack((begun.new_place[parent], new_place))
        left = day.limit[person, on] - begun.minutes[parent, on] - added
        rest, credit = self._rest.after(new, members, faces, places, left)
        least = cost + rest - credit
        kept = np.flatnonzero(least <= self.limit)
        if len(kept) > self.most:
            self.complete = False
            kept = np.sort(kept[np.argsort(least[kept], kind="stable")[: self.most]])
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
            begun.open[parent] & day.mixes[person, day.rank[new]],
        )
        self._work(grown, new, on, added)
        lawful = self._without_rest(grown, new, on)
        self._at_meals(grown, new)
        sums = grown.sums
        sums[:, MEASURES.index(Aim.CHANGED)] += day.changed[new]
        sums[:, MEASURES.index(Aim.BROKEN)] += day.penalty[new]
        sums[:, MEASURES.index(Aim.FACES)] += new_face[kept]
        sums[:, MEASURES.index(Aim.PLACES)] += new_place[kept]
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


class _LeastRest:
    """What the rest of a day costs at least, after each option."""

    def __init__(self, day: Day, prices: Prices, options: Floats, *, careful: bool) -> None:
        self._day, self._prices = day, prices
        n, most = day.table.shape
        gain = np.maximum(0.0, -options)
        of_shift = np.zeros((n, len(day.shifts)))
        np.maximum.at(of_shift, (day.owner, day.shift), gain)
        reaches = np.zeros((len(day.options), len(day.shifts)), bool)
        person, one, other = np.nonzero(day.mixes)
        reaches[day.table[person, one], day.shift[day.table[person, other]]] = True
        relaxed = options + np.where(day.sharing(), 0.0, prices.of_minute[day.owner] * day.lasts())
        self._shares: list[tuple[float, Ints, Floats]] = []
        for aim, key in ((Aim.FACES, day.group), (Aim.PLACES, day.place)):
            weight = prices.weight(aim)
            if weight:
                share, left = _shared(day, key, of_shift, reaches)
                relaxed = relaxed + weight * share
                self._shares.append((weight, key, left))
        self._step, steps = self._steps() if careful else (1, 1)
        self._limit = day.limit[:, 0] // self._step if steps > 1 else np.zeros(n, np.int64)
        self._table = self._backwards(day.prices(relaxed), steps)
        if most:
            start = self._first[np.arange(n), :, np.minimum(self._limit, steps - 1)]
            self.from_start = np.minimum(0.0, start.min(axis=1)) - prices.of_person
        else:
            self.from_start = -prices.of_person

    def _steps(self) -> tuple[int, int]:
        """In which steps the minutes left are told apart, and how many there are; one where there is no limit."""
        day = self._day
        if day.days > 1 or day.sharing().any() or np.any(day.limit >= NEVER) or not day.options:
            return 1, 1
        step = int(np.gcd.reduce(np.concatenate((day.lasts(), day.limit[:, 0]))))
        while day.limit.max() // step >= _FINEST:
            step *= 2
        return step, int(day.limit.max() // step) + 1

    def _backwards(self, prices: Floats, steps: int) -> Floats:
        """Reckon from the last option to the first what comes after it at least, by the steps left."""
        day = self._day
        n, most = day.table.shape
        self._first = np.full((n, most, steps), np.inf)
        table = np.zeros((n, most, steps))
        takes = np.append(day.lasts(), 0)[day.table] // self._step if steps > 1 else np.zeros((n, most), np.int64)
        left = np.arange(steps)[None, :]
        for rank in range(most - 1, -1, -1):
            if rank < most - 1:
                follows = day.follows[:, rank, rank + 1 :, None]
                least = np.where(follows, self._first[:, rank + 1 :], np.inf).min(axis=1)
                np.minimum(least, 0.0, out=table[:, rank])
            after = left - takes[:, rank, None]
            rest = np.take_along_axis(table[:, rank], np.maximum(after, 0), axis=1)
            self._first[:, rank] = np.where(after >= 0, prices[:, rank, None] + rest, np.inf)
        return table

    def left(self, begun: _Begun) -> Ints:
        """Give the minutes that days begun have left, in steps."""
        if self._table.shape[2] == 1:
            return np.zeros(len(begun.person), np.int64)
        left: Ints = np.maximum(self._day.limit[begun.person, 0] - begun.minutes[:, 0], 0) // self._step
        return left

    def first(self, person: Ints, rank: Ints, left: Ints) -> Floats:
        """Give what an option and all after it cost at least."""
        least: Floats = self._first[person, rank, left]
        return least

    def after(self, new: Ints, members: Ints, faces: Bools, places: Bools, left: Ints) -> tuple[Floats, Floats]:
        """Give what comes at least after the newest of some members, and what of it is paid for.

        `faces` and `places` say which of the members were new ones: what is paid for once is not to be paid again.
        """
        day = self._day
        steps = np.minimum(np.maximum(left, 0) // self._step, self._table.shape[2] - 1)
        least: Floats = self._table[day.owner[new], day.rank[new], steps]
        credit = np.zeros(len(new))
        for weight, key, remaining in self._shares:
            paid = faces if key is day.group else places
            credit += weight * np.where(paid, remaining[new[:, None], key[members]], 0.0).sum(axis=1)
        return least, credit


def _shared(day: Day, key: Ints, of_shift: Floats, reaches: Bools) -> tuple[Floats, Floats]:
    """Share the price of each key by what its shifts bring: the part of each option, and what is left after each."""
    keys = np.full(len(day.shifts), -1, np.int64)
    keys[day.shift] = key
    count = int(keys.max(initial=-1)) + 1
    own = keys >= 0
    totals = np.zeros((len(of_shift), max(count, 1)))
    np.add.at(totals.T, keys[own], of_shift[:, own].T)
    whole = np.where(own, totals[:, np.maximum(keys, 0)], 0.0)
    parts = np.divide(of_shift, whole, out=np.zeros_like(of_shift), where=whole > 0)
    member = np.zeros((len(day.shifts), max(count, 1)))
    member[own, keys[own]] = 1.0
    left = np.where(reaches, parts[day.owner], 0.0) @ member
    return parts[day.owner, day.shift], left
