"""A programme as a course through time: at any moment what is on, what was last, what is next, without going through
it all.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple
from weakref import WeakKeyDictionary

from planner.agenda.agenda import Agenda, Cohort
from planner.agenda.slots import AllDay, Key, Slot
from planner.model.kinds import ActivityKind, ActivityStatus


class Position(NamedTuple):
    """Where one is in a course: what is on, and while nothing is, what ended last; what begins next."""

    now: tuple[Slot, ...]
    last: Slot | None
    following: Slot | None


@dataclass(frozen=True, slots=True)
class Course:
    """The slots that members with one programme go through, ideas left out, in the order in which they begin."""

    slots: tuple[Slot, ...]
    all_day: tuple[AllDay, ...]
    legs: tuple[Slot, ...]
    _starts: tuple[dt.datetime, ...]
    #: Of the slots up to each one, that which ends last.
    _latest: tuple[Slot, ...]
    _keys: frozenset[Key]

    def at(self, instant: dt.datetime, going_on: tuple[Slot, ...]) -> Position:
        """Say where one is at a moment; `going_on` is everything that anybody does then."""
        begun = bisect_right(self._starts, instant)
        now = tuple(slot for slot in going_on if slot.key in self._keys)
        last = self._latest[begun - 1] if begun and not now else None
        return Position(now, last, self.slots[begun] if begun < len(self.slots) else None)

    @property
    def last_leg(self) -> Slot | None:
        """The leg that leaves last, unless people do something where it brings them."""
        leg = self.legs[-1] if self.legs else None
        if leg is None or any(slot.start >= leg.end and not brings(slot) for slot in self.slots):
            return None
        return leg

    @property
    def is_anywhere(self) -> bool:
        """Whether there is anything in it that is no travelling."""
        return not all(brings(slot) for slot in self.slots)


def brings(slot: Slot) -> bool:
    """Say whether a slot only brings people somewhere: a leg, or what goes with one."""
    return slot.activity is None or slot.activity.kind is ActivityKind.TRAVEL


_known: WeakKeyDictionary[Agenda, dict[int, Course]] = WeakKeyDictionary()


def courses_of(agenda: Agenda) -> dict[int, Course]:
    """Give the course of every member by their id; members with one programme share it."""
    found = _known.get(agenda)
    if found is None:
        found = {}
        for cohort in agenda.cohorts:
            course = _course(cohort)
            found.update((member.id, course) for member in cohort.members)
        _known[agenda] = found
    return found


def _course(cohort: Cohort) -> Course:
    slots = tuple(slot for slot in cohort.slots if slot.event.status is not ActivityStatus.IDEA)
    latest: list[Slot] = []
    for slot in slots:
        latest.append(slot if not latest or slot.end >= latest[-1].end else latest[-1])
    return Course(
        slots,
        tuple(whole for whole in cohort.all_day if whole.event.status is not ActivityStatus.IDEA),
        tuple(slot for slot in slots if slot.journey is not None),
        tuple(slot.start for slot in slots),
        tuple(latest),
        frozenset(slot.key for slot in slots),
    )
