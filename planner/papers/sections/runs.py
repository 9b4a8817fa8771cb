"""The days of a host family: whom to take where and when, when to fetch them, and who eats at home.

In no language yet. Who sees to the meals stands in `planner.papers.sections.meals`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from planner.agenda.runs import Outing, goes_with_the_group, meeting_of
from planner.clock import WallTime
from planner.language import N_, Pair, Words
from planner.model.attendance import is_invitation
from planner.model.base import thought_of
from planner.model.kinds import MealProvider, MealTime
from planner.model.programme import Activity, Journey, Meal, Place
from planner.papers.itinerary.days import Day, Event, Schedule
from planner.papers.itinerary.squads import undecided_for
from planner.papers.sections.hosting import Guest, Hosting, hosting_of
from planner.papers.sections.meals import AtHome, Stretch, Table, at_every_home, tables_of

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Drive:
    """Taking somebody to the group, or fetching them: when, and where as far as anybody has said.

    `is_together`: the family is invited itself. `is_open`: the group goes on from somewhere, or comes back to
    somewhere, and nobody has said yet where that is; then `at` may not be known either.
    """

    at: WallTime | None
    point: Pair
    place: Place | None
    event: Activity | Journey
    is_together: bool = False
    is_open: bool = False

    @property
    def lacks(self) -> Words | None:
        """Say in a word or two what nobody has settled yet; nothing if all is, or if the family is there anyway."""
        if self.is_together and not self.is_open:
            return None
        has_place = any(self.point) or self.place is not None
        if self.at is None:
            return N_("time to follow") if has_place and not self.is_open else N_("time, place to follow")
        if not has_place:
            return N_("place to follow")
        return N_("place may change") if self.is_open else None


@dataclass(frozen=True, slots=True)
class Line:
    """An outing as a family has to do with it on one day: both ways, or only one of them.

    What is over at 0:15 is of the evening before, as on all papers: its day is not that of its time.
    """

    outing: Outing
    drop: Drive | None
    pick: Drive | None

    @property
    def drives(self) -> tuple[Drive, ...]:
        """The ways there and back that are the family's."""
        return tuple(drive for drive in (self.drop, self.pick) if drive is not None)


@dataclass(frozen=True, slots=True)
class HostDay:
    """One day of one or several guests whose day is the same: runs, meals, and whether they sleep here tonight.

    `perhaps` is what may be theirs, as it is for groups that nobody has been put in yet: nobody is driven to it before.
    """

    on: dt.date
    guests: tuple[Guest, ...]
    lines: tuple[Line, ...]
    tables: dict[MealTime, tuple[Table, ...]]
    own_day: Event | None
    sleeps_here: bool
    slept_here: bool
    perhaps: tuple[Event, ...] = ()


def host_days(hosting: Hosting) -> tuple[HostDay, ...]:
    """Give the days of a family in order; guests whose day is alike share one."""
    return tuple(day for on in hosting.days for day in _of_day(hosting, on))


def _of_day(hosting: Hosting, on: dt.date) -> Iterator[HostDay]:
    alike: dict[object, list[HostDay]] = {}
    for guest in hosting.guests:
        if on in guest.days():
            day = _day(hosting, guest, on)
            alike.setdefault(_likeness(day), []).append(day)
    for found in alike.values():
        first = found[0]
        guests = tuple(guest for day in found for guest in day.guests)
        yield HostDay(
            on, guests, first.lines, first.tables, first.own_day, first.sleeps_here, first.slept_here, first.perhaps
        )


def _likeness(day: HostDay) -> object:
    lines = tuple(
        (tuple(slot.key for slot in line.outing.slots), line.drop is None, line.pick is None) for line in day.lines
    )
    beds = [(guest.bed(day.on - _DAY), guest.bed(day.on)) for guest in day.guests]
    where = tuple(bed is not None and bed.kind for pair in beds for bed in pair)
    perhaps = tuple(event.source.uid for event in day.perhaps)
    return lines, tuple(day.tables.items()), day.own_day, day.sleeps_here, day.slept_here, where, perhaps


def _day(hosting: Hosting, guest: Guest, on: dt.date) -> HostDay:
    lines = tuple(_lines(hosting, guest, on))
    day = next((one for one in guest.schedule.days if one.on == on), None)
    own_day = None if day is None else next((event for event in day.events if event.is_own_day), None)
    slept, sleeps = guest.is_here(on - _DAY), guest.is_here(on)
    events = () if day is None else day.events
    perhaps = tuple(event for event in events if undecided_for(guest.schedule, event))
    home = _at_home(on, lines, slept, sleeps)
    tables = tables_of(hosting.plan, on, events, perhaps, home)
    return HostDay(on, (guest,), lines, tables, own_day, sleeps, slept, perhaps)


def _lines(hosting: Hosting, guest: Guest, on: dt.date) -> Iterator[Line]:
    home, places = hosting.household.id, hosting.plan.places
    for outing in guest.outings:
        leaves = outing.day == on and outing.home_before is not None and outing.home_before.id == home
        comes = outing.back_on == on and outing.home_after is not None and outing.home_after.id == home
        if leaves or comes:
            drop = _drop(outing, places) if leaves else None
            yield Line(outing, drop, _pick(outing, places, is_alone=not leaves) if comes else None)


def _drop(outing: Outing, places: Sequence[Place]) -> Drive:
    slot = outing.first
    if (activity := slot.activity) is not None:
        point = _meeting(activity)
        if outing.way_there_is_open:
            return Drive(outing.be_there, point, None, activity, is_open=True)
        is_open = not any(point) and activity.meeting_at is None and goes_with_the_group(activity)
        place = _place_at(point, activity.place, places)
        return Drive(outing.be_there, point, place, activity, is_invitation(activity), is_open)
    leg = slot.event
    assert isinstance(leg, Journey)
    return Drive(outing.be_there, Pair("", ""), leg.from_place, leg, is_open=leg.from_place is None)


def _pick(outing: Outing, places: Sequence[Place], *, is_alone: bool) -> Drive:
    slot = outing.last
    if (activity := slot.activity) is not None:
        if is_alone and activity.hosts_invited:
            # Who comes from the airport is met where the families are asked to be, when it begins.
            point = _meeting(activity)
            place = _place_at(point, activity.place, places)
            return Drive(_begins(outing), point, place, activity, is_together=True)
        point = Pair(activity.dismissal_point_en, activity.dismissal_point_ja)
        if outing.way_back_is_open:
            return Drive(outing.over, point, None, activity, is_open=True)
        is_said = any(point) or activity.dismissal_at is not None
        is_open = not is_said and not activity.hosts_invited and goes_with_the_group(activity)
        place = _place_at(point, activity.place, places)
        return Drive(outing.over, point, place, activity, is_invitation(activity), is_open)
    leg = slot.event
    assert isinstance(leg, Journey)
    return Drive(outing.over, Pair("", ""), leg.to_place, leg, is_open=leg.to_place is None)


def _meeting(activity: Activity) -> Pair:
    return Pair(activity.meeting_point_en, activity.meeting_point_ja)


def _place_at(point: Pair, own: Place | None, places: Iterable[Place]) -> Place | None:
    """Give the place whose address belongs to where people meet: the event's own unless they meet at another.

    None for a point that is no known place and does not name the event's: nobody is sent to a camp in the hills that
    the group leaves for from the station.
    """
    said = [words.strip().casefold() for words in point if words.strip()]
    if not said:
        return own
    if (named := next((place for place in places if not set(said).isdisjoint(_names(place))), None)) is not None:
        return named
    parts = [re.split(r"[,、（(\u3000]", words)[0].strip() for words in said]
    is_there = own is not None and any(
        name in words or part in name for name in _names(own) for words, part in zip(said, parts, strict=True)
    )
    return own if is_there else None


def _names(place: Place) -> set[str]:
    return {name.strip().casefold() for name in (place.name_en, place.name_ja) if name.strip()}


def _begins(outing: Outing) -> WallTime:
    begins, activity = outing.last.begins, outing.last.activity
    at = activity.meeting_at if activity is not None else None
    return begins if at is None else meeting_of(at, begins)


def _at_home(on: dt.date, lines: Sequence[Line], slept: bool, sleeps: bool) -> AtHome:
    midnight, next_midnight = (dt.datetime.combine(day, dt.time()) for day in (on, on + _DAY))
    since = midnight if slept else None
    left: dt.datetime | None = None
    first_leaves: dt.datetime | None = None
    there: list[Stretch] = []
    unsure: list[Stretch] = []
    for line in lines:
        if line.drop is not None:
            # Nobody knows when a coach leaves for what is out of town: before that begins, so with breakfast behind it.
            leaves = (line.drop.at or line.outing.first.begins).local
            first_leaves = first_leaves or leaves
            if since is not None:
                there.append((since, leaves))
            elif left is not None:
                unsure.append((left, leaves))
            since, left = None, leaves
        if line.pick is not None:
            since = line.pick.at.local if line.pick.at is not None else None
            left = None if since is not None else left
    if sleeps and since is not None and since < next_midnight:
        there.append((since, next_midnight))
    elif sleeps and left is not None:
        unsure.append((left, next_midnight))
    elif slept != sleeps and not lines:
        # They come or go with their bags, and nobody has said at what hour.
        unsure.append((midnight, next_midnight))
    back = next((line.outing for line in reversed(lines) if line.pick is not None), None)
    return AtHome(tuple(there), tuple(unsure), slept, sleeps, first_leaves, back)


def open_runs(days: Iterable[HostDay]) -> int:
    """Count the runs for which the programme does not say where and when the group meets, or is let go."""
    return sum(drive.is_open or drive.at is None for day in days for line in day.lines for drive in line.drives)


def with_meals_at_home(schedule: Schedule) -> Schedule:
    """Give a guest's days with the meals that their families see to, as the families read it, where the programme says
    nothing of them; the group's days as they are.
    """
    member = schedule.member
    if member is None:
        return schedule
    at_home: dict[tuple[dt.date, MealTime], MealProvider] = {}
    perhaps: dict[tuple[dt.date, MealTime], MealProvider] = {}
    for home in dict.fromkeys(stay.household for stay in member.stays if stay.household is not None):
        hosting = hosting_of(schedule.plan, home)
        for guest in (one for one in hosting.guests if one.member is member):
            for on in guest.days():
                for which, (table, *others) in _day(hosting, guest, on).tables.items():
                    if table in _BY_FAMILY:
                        at_home[on, which] = _BY_FAMILY[table]
                    # As long as nobody has decided a group it may be the one or the other.
                    instead = (_BY_FAMILY[other] for other in others if other in _BY_FAMILY)
                    perhaps.update(((on, which), provider) for provider in instead)
    return replace(schedule, days=tuple(_with_meals(day, at_home, perhaps) for day in schedule.days))


def with_meals_of_all(schedule: Schedule) -> Schedule:
    """Give the group's days with the meals that all of them have with their families, for a paper with a place for each
    meal: an empty one there would look like an open question.
    """
    at_home = {key: _BY_FAMILY[table] for key, table in at_every_home(schedule.days).items()}
    return replace(schedule, days=tuple(_with_meals(day, at_home) for day in schedule.days))


_BY_FAMILY = {Table.HOME: MealProvider.FAMILY, Table.PACKED: MealProvider.PACKED}


def _with_meals(
    day: Day,
    at_home: Mapping[tuple[dt.date, MealTime], MealProvider],
    perhaps: Mapping[tuple[dt.date, MealTime], MealProvider] = MappingProxyType({}),
) -> Day:
    meals = dict(day.meals)
    for which in MealTime:
        provider = perhaps.get((day.on, which)) if which in meals else at_home.get((day.on, which))
        if provider is not None:
            meals[which] = (*meals.get(which, ()), thought_of(Meal, which=which, provider=provider))
    return replace(day, meals={which: meals[which] for which in MealTime if which in meals})
