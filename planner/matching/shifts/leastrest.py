"""What the rest of a day costs at least.

It looks only from duty to duty: it knows ways and the minutes that are left, and lets the price of a face (of a place,
of a rest that is not kept) be shared by all that somebody could do for the group, in proportion to what each duty
brings. So it is never more than the truth, and mostly near it.
"""

from __future__ import annotations

import math

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import NEVER, Bools, Day
from planner.matching.shifts.judge import WAY
from planner.matching.shifts.prices import Prices

_FINEST = 64
"""The minutes that are left are told apart in so many steps at most."""


class LeastRest:
    """What the rest of a day costs at least, after each option."""

    def __init__(self, day: Day, prices: Prices, options: Floats, *, careful: bool) -> None:
        self._day, self._prices = day, prices
        n = len(day.persons)
        gain = np.maximum(0.0, -options)
        reaches = np.zeros((len(day.options), len(day.shifts)), bool)
        person, one, other = np.nonzero(day.mixes)
        reaches[day.table[person, one], day.shift[day.table[person, other]]] = True
        relaxed = options + np.where(day.sharing(), 0.0, prices.of_minute[day.owner] * day.lasts())
        self._shares: list[tuple[Floats, Ints, Floats]] = []
        for weight, key in ((np.full(n, prices.weight(Aim.FACES)), day.group), (WAY * prices.of_minute, day.place)):
            if weight.any():
                share, left = _shared(day, key, gain, reaches)
                relaxed = relaxed + weight[day.owner] * share
                self._shares.append((weight, key, left))
        #: Of each rest that has a price: which it is, the price, and the parts of it that are left after each option.
        self._rests: list[tuple[int, float, Floats]] = []
        for place, rule in enumerate(day.rest_rules):
            price = prices.weight(Aim.BROKEN) * (rule.rest.penalty or 0)
            if price and rule.too_long.any():
                share, left = _shared(day, np.where(rule.too_long, day.day, -1), gain, reaches)
                relaxed = relaxed + price * share
                self._rests.append((place, price, left))
        table = day.prices(relaxed)
        self._of_day, self._of_alone = _Left(day, table), _Left(day, table)
        #: Whether it is told apart how much is left: of a day, and of what one may do alone.
        self._by_day = self._by_alone = False
        if careful and day.days == 1 and not day.sharing().any() and day.options:
            penalty = day.tables.problem.alone_penalty
            beyond = math.inf if penalty is None else prices.weight(Aim.BROKEN) * penalty
            limit, alone = day.limit[:, 0], np.minimum(day.limit, day.alone_limit)[:, 0]
            if np.all(limit < NEVER):
                self._of_day, self._by_day = _Left(day, table, day.lasts(), limit), True
            if np.all(alone < NEVER) and np.any(alone < limit) and beyond > 0:
                lasts = np.where(day.alone, day.lasts(), 0)
                self._of_alone, self._by_alone = _Left(day, table, lasts, alone, beyond), True
        self.from_start = np.maximum(self._of_day.from_start(), self._of_alone.from_start()) - prices.of_person

    def first(self, person: Ints, rank: Ints, minutes: Ints, alone: Ints) -> Floats:
        """Give what an option and all after it cost at least, after so many minutes of work and of work alone.

        Minutes have a column for each day.
        """
        least = self._of_day.first(person, rank, minutes[:, 0])
        if self._by_alone:
            np.maximum(least, self._of_alone.first(person, rank, alone[:, 0]), out=least)
        return least

    def after(self, new: Ints, minutes: Ints, alone: Ints) -> Floats:
        """Give what comes at least after the newest option, with so many minutes of its day at work and alone."""
        least = self._of_day.after(new, minutes)
        if self._by_alone:
            np.maximum(least, self._of_alone.after(new, alone), out=least)
        return least

    def paid(self, new: Ints, members: Ints, faces: Bools, places: Bools) -> Floats:
        """Give what of the rest after the newest of some members is paid for.

        `faces` and `places` say which of the members were new ones: what is paid for once is not to be paid again.
        """
        day, credit = self._day, np.zeros(len(new))
        for weight, key, remaining in self._shares:
            paid = faces if key is day.group else places
            credit += weight[day.owner[new]] * np.where(paid, remaining[new[:, None], key[members]], 0.0).sum(axis=1)
        return credit

    def of_rests(self, new: Ints, broken: Bools) -> Floats:
        """Give what of the rest after the newest is paid for since a rest is kept no more in any case.

        `broken` says of each rest rule, day by day, whether it is.
        """
        day, credit = self._day, np.zeros(len(new))
        for place, price, left in self._rests:
            for one in range(day.days):
                credit += price * np.where(broken[:, one * len(day.rest_rules) + place], left[new, one], 0.0)
        return credit


class _Left:
    """What comes after each option at least, where of something that options take only so much is left.

    It is told apart in steps what is left; the last of them is for whoever has taken more than there was, which costs
    `beyond`. Without a limit that is all there is, and costs nothing.
    """

    def __init__(
        self, day: Day, prices: Floats, takes: Ints | None = None, limit: Ints | None = None, beyond: float = math.inf
    ) -> None:
        self._day, self._beyond, self._step, steps = day, beyond, 1, 0
        self._limit = limit
        if takes is not None and limit is not None:
            self._step = int(np.gcd.reduce(np.concatenate((takes, limit)))) or 1
            while limit.max() // self._step >= _FINEST:
                self._step *= 2
            steps = int(limit.max() // self._step) + 1
        n, most = day.table.shape
        self._first = np.full((n, most, steps + 1), np.inf)
        self._after = np.zeros((n, most, steps + 1))
        taken = np.append(takes, 0)[day.table] // self._step if takes is not None else None
        left = np.arange(steps)[None, :]
        for rank in range(most - 1, -1, -1):
            first, after = self._first[:, rank], self._after[:, rank]
            if rank < most - 1:
                follows = day.follows[:, rank, rank + 1 :, None]
                np.minimum(np.where(follows, self._first[:, rank + 1 :], np.inf).min(axis=1), 0.0, out=after)
            first[:, -1] = prices[:, rank] + after[:, -1]
            if taken is not None:
                then = left - taken[:, rank, None]
                within = prices[:, rank, None] + np.take_along_axis(after, np.maximum(then, 0), axis=1)
                first[:, :-1] = np.where(then >= 0, within, beyond + first[:, -1:])

    def from_start(self) -> Floats:
        """Give what the cheapest whole day of each person costs at least."""
        n, most = self._day.table.shape
        if not most:
            return np.zeros(n)
        people = np.arange(n)
        state = self._state(people, np.zeros(n, np.int64))
        least: Floats = np.minimum(0.0, self._first[people, :, state].min(axis=1))
        return least

    def first(self, person: Ints, rank: Ints, spent: Ints) -> Floats:
        """Give what an option and all after it cost at least, after so much was spent."""
        least: Floats = self._first[person, rank, self._state(person, spent)]
        return self._with_beyond(least, person, spent)

    def after(self, new: Ints, spent: Ints) -> Floats:
        """Give what comes after an option at least, with so much spent."""
        person = self._day.owner[new]
        least: Floats = self._after[person, self._day.rank[new], self._state(person, spent)]
        return self._with_beyond(least, person, spent)

    def _state(self, person: Ints, spent: Ints) -> Ints:
        if self._limit is None:
            return np.zeros(len(person), np.int64)
        left = self._limit[person] - spent
        if math.isinf(self._beyond):
            left = np.maximum(left, 0)
        state: Ints = np.where(left >= 0, left // self._step, self._first.shape[2] - 1)
        return state

    def _with_beyond(self, least: Floats, person: Ints, spent: Ints) -> Floats:
        if self._limit is None or math.isinf(self._beyond):
            return least
        return least + self._beyond * (spent > self._limit[person])


def _shared(day: Day, key: Ints, gain: Floats, reaches: Bools) -> tuple[Floats, Floats]:
    """Share the price of each key by what its shifts bring: the part of each option, and what is left after each.

    All options of a shift have the same key, or none (-1).
    """
    keys = np.full(len(day.shifts), -1, np.int64)
    own = np.flatnonzero(key >= 0)
    keys[day.shift[own]] = key[own]
    member = np.zeros((len(day.shifts), int(keys.max(initial=0)) + 1))
    shifts = np.flatnonzero(keys >= 0)
    member[shifts, keys[shifts]] = 1.0
    brings = np.zeros((len(day.persons), len(day.shifts)))
    np.maximum.at(brings, (day.owner[own], day.shift[own]), gain[own])
    whole = brings @ member @ member.T
    parts = np.divide(brings, whole, out=np.zeros_like(brings), where=whole > 0)
    left = np.where(reaches, parts[day.owner], 0.0) @ member
    return np.where(key >= 0, parts[day.owner, day.shift], 0.0), left
