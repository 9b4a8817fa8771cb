"""What a whole day costs at some prices, and what the rest of a day costs at least.

The *least rest* looks only from duty to duty: it knows ways and the minutes that are left, and lets the price of a face
(or a place) be shared by all that somebody could do for the group, in proportion to what each duty brings. So it is
never more than the truth, and mostly near it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import NEVER, Bools, Day
from planner.matching.shifts.judge import WAY

_FINEST = 64
"""The minutes left of a day are told apart in so many steps at most."""


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


class LeastRest:
    """What the rest of a day costs at least, after each option."""

    def __init__(self, day: Day, prices: Prices, options: Floats, *, careful: bool) -> None:
        self._day, self._prices = day, prices
        n, most = day.table.shape
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

    def left(self, person: Ints, minutes: Ints) -> Ints:
        """Give what days begun have left after so many minutes (a column for each day), in steps."""
        if self._table.shape[2] == 1:
            return np.zeros(len(person), np.int64)
        left: Ints = np.maximum(self._day.limit[person, 0] - minutes[:, 0], 0) // self._step
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
            credit += weight[day.owner[new]] * np.where(paid, remaining[new[:, None], key[members]], 0.0).sum(axis=1)
        return least, credit

    def of_rests(self, new: Ints, broken: Bools) -> Floats:
        """Give what of the rest that comes after the newest is paid for, as a rest is kept no more in any case.

        `broken` says of each rest rule, day by day, whether it is.
        """
        day, credit = self._day, np.zeros(len(new))
        for place, price, left in self._rests:
            for one in range(day.days):
                credit += price * np.where(broken[:, one * len(day.rest_rules) + place], left[new, one], 0.0)
        return credit


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
