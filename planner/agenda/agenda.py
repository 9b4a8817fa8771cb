"""All slots of a plan: by time, by member, and by members who share every one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from weakref import WeakValueDictionary

from planner.agenda.slots import AllDay, Event, Key, Slot, Unclear, slot_at, times_of
from planner.agenda.ways import Ways
from planner.model.attendance import those_at, travels
from planner.model.delegations import Member
from planner.model.kinds import ActivityStatus
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity

_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Cohort:
    """Members who share every slot and every all-day activity: what holds for one of them holds for all.

    Thirty people in three groups are three cohorts and a few single people; rules look at each cohort once.
    """

    members: tuple[Member, ...]
    slots: tuple[Slot, ...]
    all_day: tuple[AllDay, ...]

    def on(self, day: dt.date) -> tuple[Slot, ...]:
        """Give the slots that begin on a local day."""
        return tuple(slot for slot in self.slots if slot.day == day)

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The local days on which something begins."""
        return tuple(dict.fromkeys(slot.day for slot in self.slots))


class Agenda:
    """What of a plan happens when, for whom. What is cancelled is not in it; an idea is.

    Pure and read-only like the plan. A thousand activities take some 15 ms.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        slots: list[Slot] = []
        all_day: list[AllDay] = []
        unclear: list[Unclear] = []
        events: list[Event] = [*plan.activities, *plan.journeys]
        crowds: dict[tuple[Member, ...], tuple[Member, ...]] = {}
        for event in events:
            if event.status is ActivityStatus.CANCELLED:
                continue
            members = those_at(plan, event)
            # Equal crowds are one object, so that what is reckoned for a crowd is reckoned once.
            members = crowds.setdefault(members, members)
            begins, ends = times_of(event)
            if begins is None:
                if isinstance(event, Activity):
                    all_day.append(AllDay(event, members, event.starts_on, event.ends_on or event.starts_on))
                continue
            try:
                slots.append(slot_at(event, members, begins, ends))
            except PlannerError as error:
                unclear.append(Unclear(event, error))
        #: Everything with a start, by time.
        self.slots = tuple(sorted(slots, key=_order))
        self.all_day = tuple(all_day)
        self.unclear = tuple(unclear)
        #: What others reckon once for an agenda, by its kind; it lives as long as the agenda.
        self.derived: dict[type[Any], Any] = {}

    def with_slots(self, *moved: Slot | AllDay, besides: bool = False) -> Agenda:
        """Give the agenda as it would be with some events at other times, or with others taking part: for a drag.

        `besides` leaves the events where they are as well, as a copy would.
        """
        keys = set() if besides else {one.key for one in moved}
        slots = [one for one in moved if isinstance(one, Slot)]
        whole = [one for one in moved if isinstance(one, AllDay)]
        other = copy(self)
        for name in ("by_key", "cohorts", "_by_hour", "clashes"):
            other.__dict__.pop(name, None)
        other.derived = {}
        other.slots = tuple(sorted((*(slot for slot in self.slots if slot.key not in keys), *slots), key=_order))
        other.all_day = (*(one for one in self.all_day if one.key not in keys), *whole)
        other.unclear = tuple(one for one in self.unclear if (type(one.event).__name__, one.event.id) not in keys)
        return other

    @cached_property
    def ways(self) -> Ways:
        """How long it takes between places."""
        return Ways(self.plan.ways)

    @cached_property
    def by_key(self) -> dict[Key, Slot]:
        """The slot of each event that has one."""
        return {slot.key: slot for slot in self.slots}

    @cached_property
    def cohorts(self) -> tuple[Cohort, ...]:
        """Everybody who travels, put together with those whose programme is the same, in the plan's order."""
        # Crowds are few, however many events and people there are: a member's programme is the crowds they are in.
        crowds: dict[tuple[Member, ...], int] = {}
        numbered: list[Slot | AllDay] = [*self.slots, *self.all_day]
        crowd_of = [crowds.setdefault(one.members, len(crowds)) for one in numbered]
        belongs: dict[int, list[int]] = {member.id: [] for member in self.plan.members if travels(member)}
        for crowd, number in crowds.items():
            for member in crowd:
                belongs[member.id].append(number)
        alike: dict[tuple[int, ...], list[Member]] = {}
        for member in self.plan.members:
            if member.id in belongs:
                alike.setdefault(tuple(belongs[member.id]), []).append(member)
        return tuple(self._cohort(members, set(key), crowd_of) for key, members in alike.items())

    def _cohort(self, members: list[Member], crowds: set[int], crowd_of: list[int]) -> Cohort:
        count = len(self.slots)
        slots = tuple(slot for slot, crowd in zip(self.slots, crowd_of, strict=False) if crowd in crowds)
        whole = tuple(one for one, crowd in zip(self.all_day, crowd_of[count:], strict=True) if crowd in crowds)
        return Cohort(tuple(members), slots, whole)

    # At the same time

    @cached_property
    def _by_hour(self) -> dict[int, list[Slot]]:
        found: dict[int, list[Slot]] = {}
        for slot in self.slots:
            for hour in _hours(slot):
                found.setdefault(hour, []).append(slot)
        return found

    def at_the_time_of(self, slot: Slot) -> Iterator[Slot]:
        """Give every other event that goes on at some moment of this one, which may be only thought of."""
        seen = {slot.key}
        for hour in _hours(slot):
            for other in self._by_hour.get(hour, ()):
                if other.key not in seen and other.overlaps(slot):
                    seen.add(other.key)
                    yield other

    @cached_property
    def clashes(self) -> tuple[tuple[Slot, Slot, tuple[int, ...]], ...]:
        """Every two events that go on at the same time and have members in common: the earlier, the later, who.

        What is only an idea clashes with nothing.
        """
        common = _Common()
        found = []
        under_way: list[Slot] = []
        for later in self.slots:
            start = later.start
            under_way = [slot for slot in under_way if slot.end > start or slot.start == start]
            if later.event.status is ActivityStatus.IDEA or not later.members:
                continue
            for earlier in under_way:
                both = common.of(earlier.members, later.members)
                if both:
                    found.append((earlier, later, both))
            under_way.append(later)
        return tuple(found)

    def going_on(self, instant: dt.datetime) -> tuple[Slot, ...]:
        """Give what goes on at a moment (aware); what has no known end counts for its first minute."""
        return tuple(
            slot
            for slot in self._by_hour.get(int(instant.timestamp()) // _HOUR, ())
            if slot.start <= instant < max(slot.end, slot.start + dt.timedelta(minutes=1))
        )


class _Common:
    """Who is in two crowds, reckoned once for each two: crowds are few, however many events there are."""

    def __init__(self) -> None:
        self._ids: dict[int, frozenset[int]] = {}
        self._both: dict[tuple[int, int], tuple[int, ...]] = {}

    def of(self, one: tuple[Member, ...], other: tuple[Member, ...]) -> tuple[int, ...]:
        """Give the ids of the members in both, in order."""
        pair = (id(one), id(other))
        both = self._both.get(pair)
        if both is None:
            both = self._both[pair] = tuple(sorted(self._of(one) & self._of(other)))
        return both

    def _of(self, crowd: tuple[Member, ...]) -> frozenset[int]:
        ids = self._ids.get(id(crowd))
        if ids is None:
            ids = self._ids[id(crowd)] = frozenset(member.id for member in crowd)
        return ids


# An agenda holds its plan: kept here it would keep every plan there ever was. Whoever shows one holds it.
_agendas: WeakValueDictionary[int, Agenda] = WeakValueDictionary()


def agenda_of(plan: Plan) -> Agenda:
    """Give the agenda of a plan, with what was reckoned for it; it is the same one as long as anybody holds it."""
    found = _agendas.get(id(plan))
    if found is None or found.plan is not plan:
        found = _agendas[id(plan)] = Agenda(plan)
    return found


def _order(slot: Slot) -> tuple[dt.datetime, dt.datetime, Key]:
    return slot.start, slot.end, slot.key


def _hours(slot: Slot) -> range:
    return range(int(slot.start.timestamp()) // _HOUR, int(slot.end.timestamp()) // _HOUR + 1)
