"""What a change of legs does to the days and nights of a member: first and last night in a bed, stays, own days.

Nights are dates; which is the first after a leg and which the last before it is said by `planner.clock.legs`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from planner.agenda.slots import Slot
from planner.clock import WallTime, nights_between
from planner.clock.legs import first_night_after, last_night_before, nights_on_the_way
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.kinds import ActivityKind, StayKind
from planner.model.visits import Visit


@dataclass(frozen=True, slots=True)
class StayChange:
    """A stay as it would have to be; None for both nights means that it is not needed any more."""

    stay: Stay
    first_night: dt.date | None
    last_night: dt.date | None


@dataclass(frozen=True, slots=True)
class DaysChange:
    """From and to which day a member would be there; None is the visit's own first or last day."""

    member: Member
    joins_on: dt.date | None
    leaves_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Turn:
    """Members with one programme who change from the leg `old` to `new`, and what the leg is to them.

    `way_in` brings them to the visit, `way_out` takes them away from it; a leg in the middle is neither.
    """

    members: tuple[Member, ...]
    slots: tuple[Slot, ...]
    old: Slot
    new: Slot
    way_in: bool
    way_out: bool

    @property
    def was_there(self) -> WallTime:
        """When the old leg arrives, or leaves if nobody has said."""
        return self.old.ends or self.old.begins

    @property
    def is_there(self) -> WallTime:
        """When the new leg arrives, or leaves if nobody has said."""
        return self.new.ends or self.new.begins


def turn_of(members: tuple[Member, ...], slots: tuple[Slot, ...], old: Slot, new: Slot, visit: Visit) -> Turn:
    """Say what a leg is to members who share a programme: whether they are somewhere before it and after it.

    What only goes with the journey, such as meeting at the airport, is no being there.
    """
    staying = [slot for slot in slots if slot.activity is not None and slot.activity.kind is not ActivityKind.TRAVEL]
    stays = [stay for member in members for stay in member.stays if stay.kind is not StayKind.IN_THE_AIR]
    before = any(slot.end <= old.start for slot in staying) or any(s.first_night < old.begins.on for s in stays)
    arrives = (old.ends or old.begins).on
    after = any(slot.start >= old.end for slot in staying) or any(s.last_night > old.begins.on for s in stays)
    if not before and not after:
        # Nothing is planned yet: the visit's days must tell.
        after = abs(arrives - visit.first_day) <= abs(old.begins.on - visit.last_day)
        before = not after
    return Turn(members, slots, old, new, not before, not after)


def first_nights(turn: Turn) -> tuple[dt.date, dt.date]:
    """Give the first night in a bed after the old leg and after the new one."""
    return first_night_after(turn.was_there), first_night_after(turn.is_there)


def last_nights(turn: Turn) -> tuple[dt.date, dt.date]:
    """Give the last night in a bed before the old leg and before the new one."""
    return last_night_before(turn.old.begins), last_night_before(turn.new.begins)


def stay_changes(turn: Turn) -> Iterator[StayChange]:
    """Give the stays that would be too long or too short: those that begin by the leg, and those that end by it.

    A bed that is kept all through the leg, as on a day trip, stays as it is.
    """
    was_first, first = first_nights(turn)
    was_last, last = last_nights(turn)
    for member in turn.members:
        for stay in member.stays:
            if stay.kind is StayKind.IN_THE_AIR:
                yield from _in_the_air(turn, stay)
            elif stay.kind is not StayKind.DAY_VISIT and not turn.way_out and stay.first_night >= was_first:
                begins = _begins(stay, was_first, first)
                if begins != stay.first_night:
                    yield _kept(stay, begins, stay.last_night)
            elif stay.kind is not StayKind.DAY_VISIT and not turn.way_in and stay.last_night <= was_last:
                ends = _ends(stay, was_last, last)
                if ends != stay.last_night:
                    yield _kept(stay, stay.first_night, ends)


def _begins(stay: Stay, was: dt.date, now: dt.date) -> dt.date:
    # Whoever comes earlier gets the bed that waits for them; whoever comes later leaves it empty until then.
    if now < was:
        return now if stay.first_night == was else stay.first_night
    return max(stay.first_night, now)


def _ends(stay: Stay, was: dt.date, now: dt.date) -> dt.date:
    if now > was:
        return now if stay.last_night == was else stay.last_night
    return min(stay.last_night, now)


def _kept(stay: Stay, first: dt.date, last: dt.date) -> StayChange:
    return StayChange(stay, first, last) if first <= last else StayChange(stay, None, None)


def _in_the_air(turn: Turn, stay: Stay) -> Iterator[StayChange]:
    """A night on the way, entered as a stay, moves with the leg."""
    held = set(nights_between(stay.first_night, stay.last_night + dt.timedelta(days=1)))
    if not held.intersection(nights_on_the_way(turn.old.begins, turn.was_there)):
        return
    nights = nights_on_the_way(turn.new.begins, turn.is_there)
    if not nights:
        yield StayChange(stay, None, None)
    elif (stay.first_night, stay.last_night) != (nights[0], nights[-1]):
        yield StayChange(stay, nights[0], nights[-1])


def days_changes(turn: Turn, visit: Visit) -> Iterator[DaysChange]:
    """Give who would join later or leave earlier than now, or again with everybody.

    The first leg says when somebody joins, the last one when they leave; connecting flights between say nothing.
    """
    legs = [slot for slot in turn.slots if slot.journey is not None and slot.key != turn.old.key]
    first = turn.way_in and not any(slot.start < turn.old.start for slot in legs)
    last = turn.way_out and not any(slot.start > turn.old.start for slot in legs)
    for member in turn.members:
        joins, leaves = member.joins_on, member.leaves_on
        if first:
            joins = turn.is_there.on if turn.is_there.on > visit.first_day else None
        if last:
            leaves = turn.new.begins.on if turn.new.begins.on < visit.last_day else None
        if (joins, leaves) != (member.joins_on, member.leaves_on):
            yield DaysChange(member, joins, leaves)
