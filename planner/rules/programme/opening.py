"""Whether a place is open when people come: its hours, its closed weekdays, and the days off of its country."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from planner.agenda import Agenda, Slot
from planner.clock import WallTime, elsewhere, is_zone
from planner.clock.holidays import Holiday, days_off, on_day
from planner.clock.sides import side_of
from planner.language.marking import Pair
from planner.model.kinds import ActivityKind, PlaceKind, Side
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.programme import Activity, OpeningHours, Place
from planner.rules.closing import closing_of, closing_words
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.programme.clashes import subject, title
from planner.rules.rule import Figures, Found, of_event, of_plan

_DAY = 24 * 60
_MINUTE = dt.timedelta(minutes=1)
#: What is closed on a day off, whoever comes.
_OFFICES = frozenset({PlaceKind.CITY_HALL, PlaceKind.SCHOOL, PlaceKind.MUSEUM})

Span = tuple[int, int]
"""From when to when, in minutes of a local day; over 24 h is after midnight."""


def place_name(place: Place) -> Pair:
    """Give the name of a place as a figure."""
    return Pair(place.name_en, place.name_ja)


def hours_on(place: Place, weekday: int) -> list[OpeningHours]:
    """Give the hours of a weekday; hours without a weekday hold on each."""
    return [row for row in place.hours if row.weekday in (None, weekday) and (row.opens or row.closes) is not None]


def local(wall: WallTime, place: Place) -> WallTime:
    """Give a time as the clock of a place shows it."""
    return elsewhere(wall, place.zone) if place.zone != wall.zone and is_zone(place.zone) else wall


@of_event("outside-hours", FindingKind.PLACES, Severity.WARN)
def outside_hours(slot: Slot, figures: Figures) -> Iterator[Found]:
    """An activity begins before its place opens, or goes on after it closes (domain.md §5.2)."""
    place = slot.activity.place if slot.activity is not None else None
    if place is None or not place.hours:
        return
    begins = local(slot.begins, place)
    today = hours_on(place, begins.on.weekday())
    if not today:
        return
    night = [_span(row) for row in hours_on(place, (begins.on.weekday() - 1) % 7)]
    spans = [*(_span(row) for row in today), *((opens - _DAY, closes - _DAY) for opens, closes in night)]
    start = begins.at.hour * 60 + begins.at.minute
    end = start + int(slot.length / _MINUTE)
    if not any(opens <= start < closes and end <= closes for opens, closes in _joined(spans)):
        hours = [
            Message.of("place-hours", opens=row.opens or dt.time(), closes=row.closes or dt.time())
            for row in sorted(today, key=lambda row: row.opens or dt.time())
        ]
        told = {"event": title(slot), "at": slot.begins, "place": place_name(place), "hours": hours}
        yield Found(subject(slot), told, (), (Subject("Place", place.id),), slot.day)


def _span(row: OpeningHours) -> Span:
    opens, closes = ((one.hour * 60 + one.minute if one else 0) for one in (row.opens, row.closes))
    return opens, closes if closes > opens else closes + _DAY


def _joined(spans: list[Span]) -> list[Span]:
    """Put together hours that follow each other without a break."""
    joined: list[Span] = []
    for opens, closes in sorted(spans):
        if joined and opens <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(closes, joined[-1][1])
        else:
            joined.append((opens, closes))
    return joined


@of_event("closed-weekday", FindingKind.PLACES, Severity.WARN)
def closed_weekday(slot: Slot, figures: Figures) -> Iterator[Found]:
    """A place is closed on that weekday: by the days it is closed on, or as only other weekdays have hours."""
    place = slot.activity.place if slot.activity is not None else None
    if place is None:
        return
    weekday = local(slot.begins, place).on.weekday()
    open_then = bool(hours_on(place, weekday))
    elsewhen = any(hours_on(place, day) for day in range(7))
    if weekday in closing_of(place.closed).always or (elsewhen and not open_then):
        told = {"event": title(slot), "at": slot.begins, "place": place_name(place)}
        yield Found(subject(slot), told, (), (Subject("Place", place.id),), slot.day)


@of_event("may-be-closed", FindingKind.PLACES, Severity.NOTE)
def may_be_closed(slot: Slot, figures: Figures) -> Iterator[Found]:
    """A place is closed on some such weekdays ("1st Monday"): somebody has to ask."""
    place = slot.activity.place if slot.activity is not None else None
    if place is not None and local(slot.begins, place).on.weekday() in closing_of(place.closed).sometimes:
        told = {"event": title(slot), "at": slot.begins, "words": place.closed}
        yield Found(subject(slot), told, (), (Subject("Place", place.id),), slot.day)


@of_event("closed-asked", FindingKind.PLACES, Severity.WARN)
def closed_asked(slot: Slot, figures: Figures) -> Iterator[Found]:
    """The notes of the programme or of the place say, or ask, whether it is closed on that weekday."""
    activity = slot.activity
    if activity is None:
        return
    place = activity.place
    notes = [activity.notes_staff, activity.notes_hosts_en, activity.notes_hosts_ja, activity.notes_guests_en,
             activity.notes_guests_ja]  # fmt: skip
    notes += [place.notes, place.booking_notes] if place is not None else []
    weekday = (local(slot.begins, place) if place is not None else slot.begins).on.weekday()
    words = next((found for note in notes if note and (found := closing_words(note, weekday))), "")
    # Hours of that weekday are the answer.
    if words and not (place is not None and hours_on(place, weekday)):
        yield Found(subject(slot), {"event": title(slot), "at": slot.begins, "words": words}, (), (), slot.day)


# Days off. They are the file's, and so the rules look at the whole plan.


class DayOff(NamedTuple):
    """An activity that falls on a day off, and the first such day."""

    activity: Activity
    day: dt.date
    off: Holiday


_known: WeakKeyDictionary[Agenda, tuple[DayOff, ...]] = WeakKeyDictionary()


@of_plan("on-holiday", FindingKind.PLACES, Severity.WARN)
def on_holiday(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A city hall, school, museum or official event is planned for a day off of its country (domain.md §5.4)."""
    for activity, day, off in _on_days_off(agenda):
        if _needs_an_office(activity):
            told = {"event": Pair(activity.title_en, activity.title_ja), "day": day, "name": _name(off)}
            places = (Subject("Place", activity.place.id),) if activity.place is not None else ()
            yield Found(Subject("Activity", activity.id), told, (), places, day)


@of_plan("holiday", FindingKind.PLACES, Severity.NOTE)
def holiday(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Something else is planned for a day off: roads, trains and shops are not as usual; said once for each day off."""
    seen: dict[Holiday, tuple[dt.date, set[int]]] = {}
    for activity, day, off in _on_days_off(agenda):
        if not _needs_an_office(activity):
            seen.setdefault(off, (day, set()))[1].add(activity.id)
    for off, (day, activities) in seen.items():
        told = {"day": day, "name": _name(off), "count": len(activities)}
        yield Found(Subject("Visit", agenda.plan.visit.id), told, (), (), day)


def _needs_an_office(activity: Activity) -> bool:
    place = activity.place
    return activity.kind is ActivityKind.OFFICIAL or (place is not None and place.kind in _OFFICES)


def _name(off: Holiday) -> Pair:
    return Pair(off.name_en, off.name_ja)


def _on_days_off(agenda: Agenda) -> tuple[DayOff, ...]:
    """Give the activities on days off of the country in which they are, looked for once for both rules."""
    found = _known.get(agenda)
    if found is None:
        found = _known[agenda] = tuple(_find_days_off(agenda))
    return found


def _find_days_off(agenda: Agenda) -> Iterator[DayOff]:
    spans = [(slot.activity, slot.begins.zone, slot.day, slot.day) for slot in agenda.slots if slot.activity]
    spans += [(whole.event, whole.event.zone, whole.first, whole.last) for whole in agenda.all_day]
    if not spans:
        return
    first, last = min(span[2] for span in spans), max(span[3] for span in spans)
    calendars = calendars_of(agenda.plan, first, last)
    closed = [day for days in calendars.values() for day in days]
    off_then = {day for day in days_between(first, last) if on_day(closed, day) is not None}
    for activity, zone, begins, ends in spans:
        days = [day for day in days_between(begins, ends) if day in off_then]
        # A day with the host family is as good on a holiday.
        if days and activity.kind is not ActivityKind.FAMILY:
            calendar = calendars[city_at(agenda.plan, activity.place, zone)]
            for day in days:
                off = on_day(calendar, day)
                if off is not None:
                    yield DayOff(activity, day, off)
                    break


def days_between(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Give the days from one to another, both included."""
    return (first + dt.timedelta(days=number) for number in range((last - first).days + 1))


def calendars_of(plan: Plan, first: dt.date, last: dt.date) -> dict[int, tuple[Holiday, ...]]:
    """Give the days off of every city of the file."""
    amendments = plan.calendar_days
    return {city.id: days_off(side_of(city), first, last, amendments, city_id=city.id) for city in plan.cities}


def city_at(plan: Plan, place: Place | None, zone: str) -> int:
    """Give the city whose calendar holds at a place: its own, or that one of the visit in its country."""
    host, home = plan.visit.host_city, plan.visit.home_city
    if place is not None and place.city_id is not None:
        return place.city_id
    side = _side_of_zone(place.zone if place is not None and place.zone else zone or host.zone)
    return next((city.id for city in (host, home) if side_of(city) is side), host.id)


def _side_of_zone(zone: str) -> Side:
    return Side.JAPAN if zone in ("Asia/Tokyo", "Japan") else Side.US
