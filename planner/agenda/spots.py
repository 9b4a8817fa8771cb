"""The one spot of a member at a moment: at an event, on a leg, between two, at home, not here yet, gone, unknown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

from planner.agenda.consequences import CONNECTION
from planner.agenda.courses import Course, Position, brings
from planner.agenda.slots import AllDay, Event, Slot
from planner.clock import WallTime
from planner.clock.legs import is_small_hours
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.households import Household
from planner.model.kinds import ActivityKind, StayKind, TravelMode
from planner.model.programme import Journey, Place
from planner.model.visits import Visit

_DAY = dt.timedelta(days=1)

#: Nobody goes home for less: between two events so close together a group stays together.
SHORT = dt.timedelta(hours=3)
#: From then on people are in bed rather than at something that is said to last all day; until then they still are.
EVENING, MORNING = dt.time(21), dt.time(7)
NOON = dt.time(12)


class State(StrEnum):
    """What kind of place somebody is in; in the order in which a screen tells them."""

    UNKNOWN = "unknown"
    EVENT = "event"
    ON_THE_WAY = "on_the_way"
    IN_THE_AIR = "in_the_air"
    BETWEEN = "between"
    FAMILY = "family"
    HOTEL = "hotel"
    NOT_YET = "not_yet"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Spot:
    """One place in the widest sense; people at the same spot are together."""

    state: State
    event: Event | None = None
    #: The event that comes next, for who is between two.
    towards: Event | None = None
    place: Place | None = None
    household: Household | None = None

    @property
    def key(self) -> Hashable:
        """What the spot is known by."""
        return self.state, *(_id(one) for one in (self.event, self.towards, self.place, self.household))


def _id(one: object) -> Hashable:
    return None if one is None else (type(one).__name__, getattr(one, "id", None))


def tonight(here: WallTime) -> dt.date:
    """Give the night that is, or is to come, at a local time."""
    return here.on - _DAY if is_small_hours(here) else here.on


def stay_in(member: Member, night: dt.date) -> Stay | None:
    """Give the stay that holds a night; one for the day only is none."""
    for stay in member.stays:
        if stay.first_night <= night <= stay.last_night and stay.kind is not StayKind.DAY_VISIT:
            return stay
    return None


def has_bed(member: Member, night: dt.date) -> bool:
    """Say whether it is known that somebody spends a night in a bed, and not in the air."""
    stay = stay_in(member, night)
    return stay is not None and stay.kind is not StayKind.IN_THE_AIR


def spot_of(
    member: Member, course: Course, position: Position, here: WallTime, visit: Visit
) -> tuple[Spot, tuple[Slot, ...]]:
    """Give the one spot of a member, and the other events that the plan has them at too, elsewhere.

    `position` is where in their course they are, `here` the same moment on the clock of the host city.
    """
    now = position.now
    if now:
        # What has begun last is where they most likely are; the others are said besides.
        first = now[-1]
        return _at(first), tuple(slot for slot in now[:-1] if not _same_place(first, slot))
    between = _between(position)
    if between is not None:
        return between, ()
    if _not_yet(member, position, here, visit):
        return Spot(State.NOT_YET), ()
    if _gone(member, course, position, here, visit):
        return Spot(State.GONE), ()
    if MORNING <= here.at < EVENING:
        for whole in course.all_day:
            if whole.first <= here.on <= whole.last:
                return _all_day(member, whole, here), ()
    return _at_home(member, here), ()


def _at(slot: Slot) -> Spot:
    event = slot.event
    if isinstance(event, Journey):
        state = State.IN_THE_AIR if event.mode is TravelMode.AIR else State.ON_THE_WAY
        return Spot(state, event)
    return Spot(State.EVENT, event, place=event.place)


def _same_place(one: Slot, other: Slot) -> bool:
    places = {None if place is None else place.id for place in (one.from_place, other.from_place)}
    return len(places) == 1 and None not in places


def _between(position: Position) -> Spot | None:
    """Two events close together, or two legs of one journey: people stay where the first has brought them."""
    last, following = position.last, position.following
    if last is None or following is None:
        return None
    legs = last.journey is not None and following.journey is not None
    if following.start - last.end <= (CONNECTION if legs else SHORT):
        return Spot(State.BETWEEN, last.event, following.event, last.to_place)
    return None


def _not_yet(member: Member, position: Position, here: WallTime, visit: Visit) -> bool:
    if position.last is not None:
        return False
    if here.on < (member.joins_on or visit.first_day):
        return True
    slept = any(stay.first_night < here.on for stay in member.stays)
    following = position.following
    return following is not None and not slept and (brings(following) or here.on <= visit.first_day)


def _gone(member: Member, course: Course, position: Position, here: WallTime, visit: Visit) -> bool:
    if position.following is not None:
        return False
    if here.on > (member.leaves_on or visit.last_day):
        return True
    leg = course.last_leg
    if leg is None or any(stay.last_night >= leg.day for stay in member.stays):
        return False
    return course.is_anywhere or abs(leg.day - visit.last_day) < abs(leg.day - visit.first_day)


def _all_day(member: Member, whole: AllDay, here: WallTime) -> Spot:
    """A day with the families is spent with one's own; anything else at its place."""
    if whole.event.kind is ActivityKind.FAMILY:
        home = _at_home(member, here)
        if home.household is not None:
            return Spot(State.FAMILY, whole.event, household=home.household)
    return Spot(State.EVENT, whole.event, place=whole.event.place)


def _at_home(member: Member, here: WallTime) -> Spot:
    """The bed of last night before noon, of the coming night after it; who has only one of them is there."""
    last, coming = stay_in(member, here.on - _DAY), stay_in(member, here.on)
    stay = (last or coming) if here.at < NOON else (coming or last)
    if stay is None or stay.kind is StayKind.IN_THE_AIR:
        return Spot(State.UNKNOWN)
    if stay.household is not None:
        return Spot(State.FAMILY, household=stay.household)
    if stay.place is not None or stay.kind is not StayKind.HOME:
        return Spot(State.HOTEL, place=stay.place)
    return Spot(State.UNKNOWN)
