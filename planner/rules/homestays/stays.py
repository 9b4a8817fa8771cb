"""What the rules about homes find in the stays of a plan, whoever made them: the program, or somebody by hand."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from planner.model.base import Base
from planner.model.cities import City
from planner.model.delegations import GroupMember, Member, Relation, Wish
from planner.model.homestays import Room, Stay
from planner.model.households import (
    Acquaintance,
    Bed,
    Clearance,
    HostOffer,
    Household,
    NightOff,
    Pet,
    Resident,
)
from planner.model.kinds import StayKind
from planner.model.people import AnimalNeed, Contact, FoodNeed, Person, SpokenLanguage
from planner.model.plan import Plan
from planner.model.programme import Journey, JourneyGroup, JourneyMember
from planner.model.sheets import ReviewItem
from planner.model.visits import Visit
from planner.rules.finding import FindingKind, Subject
from planner.rules.homestays.calendar import Mask
from planner.rules.homestays.guests import Guest, nights_in
from planner.rules.homestays.homes import Home
from planner.rules.homestays.homes import Room as Bedroom
from planner.rules.homestays.homestays import Homestays
from planner.rules.homestays.looks import ALWAYS
from planner.rules.homestays.sleeping import none
from planner.rules.homestays.verdict import Obstacle
from planner.rules.rule import Found
from planner.rules.settings import Taken

#: Where a guest of the family spends time: also by day only, though nobody sleeps then.
_AT_HOME = frozenset({StayKind.HOME, StayKind.DAY_VISIT})


#: All that these rules read of a plan: as long as its rows are the same, the same is found.
READ: Final[tuple[type[Base], ...]] = (
    Acquaintance, AnimalNeed, Bed, City, Clearance, Contact, FoodNeed, GroupMember, HostOffer, Household, Journey,
    JourneyGroup, JourneyMember, Member, NightOff, Person, Pet, Relation, Resident, ReviewItem, Room,
    SpokenLanguage, Stay, Visit, Wish,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Lodger:
    """A guest with a stay in a home, and its nights."""

    guest: Guest
    stay: Stay
    nights: Mask

    @property
    def sleeps(self) -> bool:
        return self.stay.kind is StayKind.HOME


def found_in_stays(plan: Plan, rules: Sequence[Taken]) -> Iterator[tuple[Taken, Found]]:
    """Give what rules about homes find; what is found once for a home is left out.

    That an adult is not cleared is told by `rules.gaps`, that no bed is written down by `rules.essentials`.
    """
    rules = [one for one in rules if one.rule.kind is not FindingKind.CLEARANCES]
    if not rules or not plan.stays:
        return
    where = {stay.household_id for stay in plan.stays if stay.kind in _AT_HOME and stay.household_id is not None}
    homestays = Homestays(plan, rules, (), only_homes=where)
    for home, lodgers in _by_home(homestays, plan):
        yield from _of_each(homestays, home, lodgers)
        yield from _of_all(homestays, home, [one for one in lodgers if one.sleeps])
    yield from _of_hotels(homestays, plan)


def _by_home(homestays: Homestays, plan: Plan) -> Iterable[tuple[Home, list[_Lodger]]]:
    found: dict[int, tuple[Home, list[_Lodger]]] = {}
    for stay in plan.stays:
        if stay.kind not in _AT_HOME or stay.household_id is None:
            continue
        home, guest = homestays.home(stay.household_id), homestays.guest(stay.member_id)
        if home is not None and guest is not None:
            lodger = _Lodger(guest, stay, nights_in(stay, homestays.calendar))
            found.setdefault(home.id, (home, []))[1].append(lodger)
    return found.values()


def _of_each(homestays: Homestays, home: Home, lodgers: Sequence[_Lodger]) -> Iterator[tuple[Taken, Found]]:
    """What is against guests in this home whoever else is there, on the nights of their stays.

    What is said of the home alone is found once, and what holds for two stays of a guest too.
    """
    alike: dict[Hashable, tuple[Obstacle, Mask, tuple[_Lodger, ...]]] = {}
    for lodger in lodgers:
        for one in homestays.against(lodger.guest, home, by_day=not lodger.sleeps):
            nights = lodger.nights if one.mask == ALWAYS else one.mask & lodger.nights
            if nights and one.code != none.code:
                key = _alike(one)
                _, before, others = alike.get(key, (one, 0, ()))
                alike[key] = (one, before | nights, (*others, lodger))
    for one, nights, those in alike.values():
        guests = tuple(dict.fromkeys(lodger.guest for lodger in those))
        spot = Subject("Stay", those[0].stay.id) if len(guests) == 1 else home.subject
        about = (*(guest.subject for guest in guests), home.subject, *one.others)
        yield one.taken, _found(homestays, one, nights, spot, about, guests)


def _alike(one: Obstacle) -> Hashable:
    """What is the same of a thing that is found several times."""
    return one.code, one.others, repr(sorted(one.hit.figures.items(), key=str))


def _of_all(homestays: Homestays, home: Home, lodgers: Sequence[_Lodger]) -> Iterator[tuple[Taken, Found]]:
    """What is against those who are in a home on the same nights; what is the same on several nights is one thing."""
    alike: dict[Hashable, tuple[Obstacle, Mask, tuple[_Lodger, ...]]] = {}
    for place in range(homestays.calendar.count):
        night = 1 << place
        there = tuple(one for one in lodgers if one.nights & night)
        if not there:
            continue
        fixed = {one.guest.id: one.stay.bed_id for one in there if one.stay.bed_id is not None}
        for one in homestays.together(home, [lodger.guest for lodger in there], fixed).obstacles:
            key = _alike(one)
            known = alike.get(key)
            alike[key] = (one, (known[1] if known else 0) | night, known[2] if known else there)
    for one, nights, there in alike.values():
        guests = [lodger for lodger in there if one.names(lodger.guest)] or list(there)
        spot = Subject("Stay", guests[0].stay.id) if len(guests) == 1 else home.subject
        about = tuple(lodger.guest.subject for lodger in guests)
        subjects = (*(() if spot == home.subject else (home.subject,)), *about)
        yield one.taken, _found(homestays, one, nights, spot, subjects, [lodger.guest for lodger in guests])


def _of_hotels(homestays: Homestays, plan: Plan) -> Iterator[tuple[Taken, Found]]:
    """What is against those who share a hotel room: a minor and an adult, two genders."""
    rooms: dict[int, list[_Lodger]] = {}
    for stay in plan.stays:
        guest = homestays.guest(stay.member_id)
        if stay.room_id is not None and guest is not None:
            rooms.setdefault(stay.room_id, []).append(_Lodger(guest, stay, nights_in(stay, homestays.calendar)))
    for room_id, lodgers in rooms.items():
        room = lodgers[0].stay.room
        name = "" if room is None else room.number or room.kind
        alike: dict[Hashable, tuple[Obstacle, Mask]] = {}
        for place in range(homestays.calendar.count):
            night = 1 << place
            there = [one.guest for one in lodgers if one.nights & night]
            for one in homestays.in_hotel(Bedroom(str(room_id), name, ()), there):
                key = _alike(one)
                alike[key] = (one, (alike[key][1] if key in alike else 0) | night)
        for one, nights in alike.values():
            about = [lodger.guest for lodger in lodgers if one.names(lodger.guest)]
            subjects = tuple(guest.subject for guest in about)
            yield one.taken, _found(homestays, one, nights, Subject("Room", room_id), subjects, about)


def _found(
    homestays: Homestays, one: Obstacle, nights: Mask, spot: Subject, about: tuple[Subject, ...],
    who: Iterable[Guest],
) -> Found:  # fmt: skip
    """Make of an obstacle what a rule found; an acceptance is for these nights only, so they are among its figures."""
    figures: Mapping[str, Any] = one.on(nights).figures
    which = list(homestays.calendar.dates(nights))
    others = tuple(dict.fromkeys(subject for subject in about if subject != spot))
    return Found(spot, {**figures, "which": which}, tuple(guest.id for guest in who), others)
