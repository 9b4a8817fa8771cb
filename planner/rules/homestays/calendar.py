"""The nights of a visit as bits of a number, so that which nights two things have in common is one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from planner.clock import nights_between
from planner.model.plan import Plan

_DAY = dt.timedelta(days=1)

Mask = int
"""A set of nights: bit 0 is the first night of the visit."""


class Nights:
    """The nights of a visit, numbered from its first; a night is named by the local day it begins on."""

    def __init__(self, plan: Plan) -> None:
        self.first = plan.visit.first_day
        self.count = len(nights_between(plan.visit.first_day, plan.visit.last_day))
        self.every: Mask = (1 << self.count) - 1
        self._dates: dict[Mask, tuple[dt.date, ...]] = {}

    def since(self, day: dt.date | None) -> Mask:
        """Give the nights from a day on; every night if there is no day."""
        if day is None:
            return self.every
        return self.every & ~((1 << min(max((day - self.first).days, 0), self.count)) - 1)

    def between(self, first: dt.date | None, last: dt.date | None) -> Mask:
        """Give the nights from one to another, both included; without an end on a side where none is given."""
        after = 0 if last is None else self.since(last + _DAY)
        return self.since(first) & ~after

    def of(self, nights: Iterable[dt.date]) -> Mask:
        """Give single nights; those outside the visit are passed over."""
        mask = 0
        for night in nights:
            place = (night - self.first).days
            if 0 <= place < self.count:
                mask |= 1 << place
        return mask

    def dates(self, mask: Mask) -> tuple[dt.date, ...]:
        """Give a set of nights as dates, in order."""
        known = self._dates.get(mask)
        if known is None:
            places = (place for place in range(self.count) if mask >> place & 1)
            known = self._dates[mask] = tuple(self.first + place * _DAY for place in places)
        return known

    def date(self, place: int) -> dt.date:
        """Give the night with a number."""
        return self.first + place * _DAY
