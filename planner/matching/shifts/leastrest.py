"""What the rest of a day costs at least.

It looks only from duty to duty: it knows ways and the minutes that are left, and lets the price of a face (of a place,
of a rest that is not kept) be shared by all that somebody could do for the group, in proportion to what each duty
brings. So it is never more than the truth, and mostly near it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import NEVER, Bools, Day
from planner.matching.shifts.judge import WAY
from planner.matching.shifts.prices import Prices

_FINEST = 32
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
        #: By what is left of a day (or by nothing at all), and for some by what is left of what they may do alone.
        self._tables = list(self._left(table, careful=careful))
        self.from_start = np.max([one.from_start() for one in self._tables], axis=0) - prices.of_person

    def _left(self, table: Floats, *, careful: bool) -> Iterator[_Left]:
        day, everybody = self._day, np.arange(len(self._day.persons))
        if not careful or day.days > 1 or day.sharing().any() or not day.options:
            yield _Left(day, everybody, table)
            return
        limit, alone = day.limit[:, 0], day.alone_limit[:, 0]
        if np.all(limit < NEVER):
            yield _Left(day, everybody, table, day.lasts(), limit)
        else:
            yield _Left(day, everybody, table)
        penalty = day.tables.problem.alone_penalty
        beyond = math.inf if penalty is None else self._prices.weight(Aim.BROKEN) * penalty
        sooner = np.flatnonzero(alone < limit)
        if len(sooner) and beyond > 0:
            yield _Left(day, sooner, table, np.where(day.alone, day.lasts(), 0), alone, beyond)

    def first(self, person: Ints, rank: Ints, minutes: Ints, alone: Ints) -> Floats:
        """Give what an option and all after it cost at least, after so many minutes of work and of work alone.

        Minutes have a column for each day.
        """
        of_day, *others = self._tables
        least = of_day.first(person, rank, minutes[:, 0])
        for of_alone in others:
            np.maximum(least, of_alone.first(person, rank, alone[:, 0]), out=least)
        return least

    def after(self, new: Ints, minutes: Ints, alone: Ints) -> Floats:
        """Give what comes at least after the newest option, with so many minutes of its day at work and alone."""
        of_day, *others = self._tables
        least = of_day.after(new, minutes)
        for of_alone in others:
            np.maximum(least, of_alone.after(new, alone), out=least)
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
            # Later days may have nothing that breaks it by itself.
            for one in range(left.shape[1]):
                credit += price * np.where(broken[:, one * len(day.rest_rules) + place], left[new, one], 0.0)
        return credit


class _Left:
    """What comes after each option at least, where of something that options take only so much is left to some people.

    It is told apart in steps what is left; the last of them is for whoever has taken more than there was, which costs
    `beyond`. Without a limit that is all there is, and costs nothing. Of other people nothing is known.
    """

    def __init__(
        self,
        day: Day,
        people: Ints,
        prices: Floats,
        takes: Ints | None = None,
        limit: Ints | None = None,
        beyond: float = math.inf,
    ) -> None:
        self._day, self._people, self._limit, self._beyond = day, people, limit, beyond
        self._row = np.full(len(day.persons), -1)
        self._row[people] = np.arange(len(people))
        self._step, steps, taken = 1, 0, None
        if takes is not None and limit is not None:
            most_left = int(limit[people].max())
            self._step = int(np.gcd.reduce(np.concatenate((takes, limit[people])))) or 1
            while most_left // self._step >= _FINEST:
                self._step *= 2
            steps = most_left // self._step + 1
            taken = np.append(takes, 0)[day.table[people]] // self._step
        n, most = len(people), day.table.shape[1]
        # The last line is for those of whom nothing is known.
        self._first = np.full((n + 1, most, steps + 1), np.inf)
        self._after = np.zeros((n + 1, most, steps + 1))
        self._first[n], self._after[n] = -np.inf, -np.inf
        own, follows, left = prices[people], day.follows[people], np.arange(steps)[None, :]
        for rank in range(most - 1, -1, -1):
            first, after = self._first[:n, rank], self._after[:n, rank]
            if rank < most - 1:
                then = np.where(follows[:, rank, rank + 1 :, None], self._first[:n, rank + 1 :], np.inf)
                np.minimum(then.min(axis=1), 0.0, out=after)
            first[:, -1] = own[:, rank] + after[:, -1]
            if taken is not None:
                rest = left - taken[:, rank, None]
                within = own[:, rank, None] + np.take_along_axis(after, np.maximum(rest, 0), axis=1)
                first[:, :-1] = np.where(rest >= 0, within, beyond + first[:, -1:])

    def from_start(self) -> Floats:
        """Give what the cheapest whole day of each person costs at least."""
        people = np.arange(len(self._row))
        state = self._state(people, np.zeros(len(people), np.int64))
        least: Floats = self._first[self._row, :, state].min(axis=1, initial=0.0)
        return least

    def first(self, person: Ints, rank: Ints, spent: Ints) -> Floats:
        """Give what an option and all after it cost at least, after so much was spent."""
        least: Floats = self._first[self._row[person], rank, self._state(person, spent)]
        return least + self._passed(person, spent)

    def after(self, new: Ints, spent: Ints) -> Floats:
        """Give what comes after an option at least, with so much spent."""
        person = self._day.owner[new]
        least: Floats = self._after[self._row[person], self._day.rank[new], self._state(person, spent)]
        return least + self._passed(person, spent)

    def _state(self, person: Ints, spent: Ints) -> Ints:
        if self._limit is None:
            return np.zeros(len(person), np.int64)
        left = self._limit[person] - spent
        if math.isinf(self._beyond):
            left = np.maximum(left, 0)
        state: Ints = np.where(left >= 0, np.minimum(left // self._step, self._first.shape[2] - 2), -1)
        return state

    def _passed(self, person: Ints, spent: Ints) -> Floats | float:
        if self._limit is None or math.isinf(self._beyond):
            return 0.0
        return np.where(spent > self._limit[person], self._beyond, 0.0)


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
