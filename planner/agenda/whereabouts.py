"""Where everyone is at a moment: at which event, on which leg, in whose home; with whom, who is in charge, which bed.

Pure. Every member who travels gets exactly one spot. Where the plan puts somebody in two places, or says of nothing
where they are, the answer says so: nobody is put anywhere silently.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from planner.agenda.agenda import Agenda
from planner.agenda.consequences import ADULT, is_adult
from planner.agenda.courses import courses_of
from planner.agenda.slots import Slot
from planner.agenda.spots import NOON, Spot, State, spot_of, stay_in, tonight
from planner.clock import WallTime, age_on, wall_at
from planner.clock.legs import nights_on_the_way
from planner.model.attendance import travels
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.households import Household
from planner.model.interpreting import Interpreter
from planner.model.kinds import ActivityKind, StayKind
from planner.model.people import Person
from planner.model.programme import Activity

_HALF_A_DAY = dt.timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Bed:
    """Where a night is spent: a stay, a leg during the night, or neither, if nobody has said."""

    night: dt.date
    stay: Stay | None = None
    leg: Slot | None = None


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where one member is at a moment, and what belongs to it."""

    member: Member
    spot: Spot
    #: Other events somewhere else that the plan has them at as well: they are in two places.
    also: tuple[Slot, ...]
    #: The adult who looks after them; None for adults, and where there is none.
    in_charge: Person | None
    bed: Bed | None
    next: Slot | None
    #: Whether this is a minor during the visit with no adult in charge.
    is_alone: bool


@dataclass(frozen=True, slots=True)
class AtWork:
    """An interpreter at an event that they are assigned to; `also` are others at the same time."""

    interpreter: Interpreter
    slot: Slot
    also: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Everybody's place at one moment."""

    instant: dt.datetime
    people: tuple[Whereabouts, ...]
    interpreters: tuple[AtWork, ...]

    def together(self) -> Iterator[tuple[Spot, tuple[Whereabouts, ...]]]:
        """Give the spots with who is there: what is unclear first, then events by their start, homes, who is gone."""
        found: dict[Hashable, list[Whereabouts]] = {}
        for one in self.people:
            found.setdefault(one.spot.key, []).append(one)
        order = list(State)
        for who in sorted(found.values(), key=lambda who: order.index(who[0].spot.state)):
            yield who[0].spot, tuple(who)


def everyone_at(agenda: Agenda, instant: dt.datetime) -> Moment:
    """Say where everyone is at an aware moment: all members who travel, and the interpreters who are at work."""
    plan = agenda.plan
    here = wall_at(instant, plan.visit.host_city.zone)
    courses, going_on = courses_of(agenda), agenda.going_on(instant)
    positions = {id(course): course.at(instant, going_on) for course in courses.values()}
    members = [member for member in plan.members if travels(member)]
    spots = {}
    crowds: dict[Hashable, _Crowd] = {}
    for member in members:
        course = courses[member.id]
        spot, also = spot_of(member, course, positions[id(course)], here, plan.visit)
        crowd = crowds.setdefault(spot.key, _Crowd(here.on))
        crowd.add(member)
        spots[member.id] = spot, also, crowd
    people = []
    for member in members:
        spot, also, crowd = spots[member.id]
        course = courses[member.id]
        away = spot.state in (State.NOT_YET, State.GONE)
        # On the way to the visit, tonight's bed is the first one there.
        night = max(tonight(here), member.joins_on or plan.visit.first_day)
        bed = None if away else bed_of(member, course.legs, night)
        minor = not away and spot.state is not State.UNKNOWN and not is_adult(member, here.on)
        charge = crowd.in_charge(member, spot, bed) if minor else None
        following = positions[id(course)].following
        people.append(Whereabouts(member, spot, also, charge, bed, following, minor and charge is None))
    return Moment(instant, tuple(people), tuple(_at_work(agenda, instant)))


def stretch_of(agenda: Agenda) -> tuple[dt.datetime, dt.datetime]:
    """Give the moments between which there is anything to see: the days of the visit and all legs, in whole hours."""
    visit = agenda.plan.visit
    zone = visit.host_city.zone
    # Midnight may be an hour that clocks skip; noon never is.
    first = WallTime(visit.first_day, NOON, zone).instant() - _HALF_A_DAY
    last = WallTime(visit.last_day, NOON, zone).instant() + _HALF_A_DAY
    first = min([first, *(slot.start for slot in agenda.slots)])
    last = max([last, *(slot.end for slot in agenda.slots)])
    hour = dt.timedelta(hours=1)
    first = first.replace(minute=0, second=0, microsecond=0)
    return first, last if last.minute == 0 else last.replace(minute=0) + hour


def bed_of(member: Member, legs: Iterable[Slot], night: dt.date) -> Bed:
    """Give where a member spends a night: what is entered for it, else which of their legs it is spent on."""
    stay = stay_in(member, night)
    if stay is not None and stay.kind is not StayKind.IN_THE_AIR:
        return Bed(night, stay)
    return Bed(night, stay, next((leg for leg in legs if _spends(leg, night)), None))


# Asked again for the same few legs at every move of a slider.
_nights = lru_cache(maxsize=1024)(nights_on_the_way)


def _spends(slot: Slot, night: dt.date) -> bool:
    return slot.ends is not None and night in _nights(slot.begins, slot.ends)


# Who looks after them


class _Crowd:
    """Who is at one spot, and which of them are adults."""

    def __init__(self, on: dt.date) -> None:
        self._on = on
        self._adults: dict[int, Member] = {}

    def add(self, member: Member) -> None:
        if is_adult(member, self._on):
            self._adults[member.id] = member

    def in_charge(self, member: Member, spot: Spot, bed: Bed | None) -> Person | None:
        """Give the adult in charge: who leads the event, who is responsible for them, another there, the family."""
        event = spot.event if isinstance(spot.event, Activity) else None
        for one_id in (None if event is None else event.leader_id, member.responsible_id):
            if one_id in self._adults:
                return self._adults[one_id].person
        if spot.household is not None:
            return _adult_of(spot.household, self._on)
        if self._adults:
            return min(self._adults.values(), key=lambda one: not one.role.is_chaperone).person
        stay = None if bed is None else bed.stay
        if event is not None and event.kind is ActivityKind.FAMILY and stay is not None and stay.household is not None:
            return _adult_of(stay.household, self._on)
        return None


def _adult_of(household: Household, on: dt.date) -> Person | None:
    """Give the adult of a home to be asked first; who is its main contact counts as one if no age is known."""
    for resident in sorted(household.residents, key=lambda resident: not resident.main_contact):
        born = resident.person.birth_date
        if (born is None and resident.main_contact) or (born is not None and age_on(born, on) >= ADULT):
            return resident.person
    return None


# Interpreters


def _at_work(agenda: Agenda, instant: dt.datetime) -> Iterator[AtWork]:
    busy: dict[Interpreter, list[Slot]] = {}
    going_on = {slot.key: slot for slot in agenda.going_on(instant)}
    for need in agenda.plan.needs:
        event = need.activity or need.journey
        slot = None if event is None else going_on.get((type(event).__name__, event.id))
        if slot is not None:
            for assignment in need.assignments:
                busy.setdefault(assignment.interpreter, []).append(slot)
    for interpreter, slots in busy.items():
        several = list({slot.key: slot for slot in slots}.values())
        yield AtWork(interpreter, several[-1], tuple(several[:-1]))
