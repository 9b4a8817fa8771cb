"""The programme as lines to paint, made once a plan: each day with its head and what happens on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache

from planner.agenda import Event, day_of, times_of
from planner.clock import WallTime, arrives_of, day_shift, departs_of, elapsed, ends_of, shown_elsewhere, starts_of
from planner.language import screen_language, tr, trn
from planner.language.dates import day_shift_text, day_text
from planner.language.figures import comma_list, in_brackets
from planner.language.terms import term
from planner.language.times import duration_text, letters_of, span_text, time_text
from planner.model.attendance import those_at
from planner.model.base import Base, noun_of
from planner.model.kinds import ActivityKind, ActivityStatus, InterpretingMode, TravelMode
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey, Meal, Place
from planner.rules.finding import Subject
from planner.ui.pages.programme.line import DayHead, EventLine, Line, Tag, When
from planner.ui.widgets.daysoff import off_names
from planner.ui.widgets.words import city_name, said

#: The icon of each way to travel.
BY: dict[TravelMode, str] = {
    TravelMode.AIR: "travel", TravelMode.RAIL: "train", TravelMode.COACH: "bus", TravelMode.CITY_BUS: "bus",
    TravelMode.VAN: "bus", TravelMode.CAR: "car", TravelMode.SHIP: "ship", TravelMode.WALK: "walk",
}  # fmt: skip


def lines(plan: Plan, shows: Callable[[Event], bool]) -> Iterator[Line]:
    """Every day of the visit with what happens on it, what lasts all day first; `shows` says what is not hidden."""
    by_day: dict[dt.date, list[tuple[tuple[bool, dt.datetime, int], Event]]] = {}
    events: list[Event] = [*plan.activities, *plan.journeys]
    for event in events:
        if shows(event):
            by_day.setdefault(day_of(event), []).append((_order(event), event))
    first, last = plan.visit.first_day, plan.visit.last_day
    days = {first + dt.timedelta(days=count) for count in range((last - first).days + 1)}
    making = _Making(plan)
    for day in sorted(days | by_day.keys()):
        found = sorted(by_day.get(day, ()), key=lambda pair: pair[0])
        yield making.head(day, empty=not found)
        for _, event in found:
            yield making.activity(event) if isinstance(event, Activity) else making.journey(event)


def event_of(plan: Plan, key: Hashable) -> Event | None:
    """Give the activity or leg of a card."""
    if not isinstance(key, Subject):
        return None
    return plan.get(Activity, key.id) if key.noun == "Activity" else plan.get(Journey, key.id)


def line_of(plan: Plan, noun: str, event_id: int) -> EventLine | None:
    """Give the line of one event alone; None if the plan does not have it."""
    making = _Making(plan)
    if noun == "Activity":
        activity = plan.get(Activity, event_id)
        return None if activity is None else making.activity(activity)
    journey = plan.get(Journey, event_id)
    return None if journey is None else making.journey(journey)


def _order(event: Event) -> tuple[bool, dt.datetime, int]:
    wall, _ = times_of(event)
    if wall is None:
        return False, dt.datetime(1, 1, 1), event.id
    try:
        instant = wall.instant().replace(tzinfo=None)
    except PlannerError:
        instant = wall.local
    return True, instant, event.id


class _Making:
    """Makes lines in the screen's language."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._language = screen_language()
        visit = plan.visit
        self._host, self._home = visit.host_city.zone, visit.home_city.zone
        self._needs: dict[tuple[type[Base], int], InterpretingMode] = {}
        for need in plan.needs:
            whose = (Activity, need.activity_id) if need.activity_id is not None else (Journey, need.journey_id or 0)
            self._needs.setdefault(whose, need.mode)
        self._host_name, self._home_name = city_name(visit.host_city), city_name(visit.home_city)

    def head(self, day: dt.date, *, empty: bool) -> DayHead:
        language = self._language
        noon = WallTime(day, dt.time(12), self._host)
        morning = shown_elsewhere(WallTime(day, dt.time(8), self._host), self._home)
        evening = shown_elsewhere(WallTime(day, dt.time(22), self._host), self._home)
        home = ""
        if morning is not None and evening is not None:
            first, last = (day_text(each.on, language, "weekday") for each in (morning, evening))
            letters = _letters(morning)
            span = first if first == last else f"{first} → {last}"
            home = f"{self._home_name} {span} {letters}".rstrip()
        visit, amended = self._plan.visit, self._plan.calendar_days
        there = {each.on for each in (morning, evening) if each is not None}
        off = [*off_names(visit.host_city, [day], amended), *off_names(visit.home_city, there, amended)]
        note = ""
        if visit.first_day <= day <= visit.last_day:
            note = tr("Day {number}", number=(day - visit.first_day).days + 1)
        return DayHead(
            day, day_text(day, language, "short"), f"{self._host_name} {_letters(noon)}".rstrip(), home, note,
            " · ".join(off), empty,
        )  # fmt: skip

    # One event

    def activity(self, activity: Activity) -> EventLine:
        start, end = starts_of(activity), ends_of(activity)
        second = self._other_title(activity)
        place = said(activity.place, "name") if activity.place is not None else ""
        tags = [*self._interpreting(activity), *self._transport(activity), *self._meals(activity.meals)]
        if activity.hosts_invited:
            tags.insert(0, Tag("hosts", tr("Host families are invited")))
        return EventLine(
            Subject("Activity", activity.id), activity.starts_on, activity.kind.value, _icon(activity),
            said(activity, "title"), second, self._when(start, end), place,
            chips=self._who(activity), tags=tuple(tags), status=self._status(activity),
            cancelled=activity.status is ActivityStatus.CANCELLED,
        )  # fmt: skip

    def journey(self, journey: Journey) -> EventLine:
        leaves, lands = departs_of(journey), arrives_of(journey)
        pill = ""
        if leaves is not None and lands is not None:
            parts = [date_shift(leaves, lands, (self._host, self._home), self._language)]
            with suppress(PlannerError):
                parts.insert(0, duration_text(elapsed(leaves, lands), self._language))
            pill = " · ".join(filter(None, parts))
        flight = " ".join(filter(None, (journey.carrier, journey.number)))
        tags = [*self._meals(journey.meals), *self._interpreting(journey)]
        title = said(journey, "title") or flight or term(journey.mode, self._language)
        return EventLine(
            Subject("Journey", journey.id), journey.departs_on, "travel", BY[journey.mode],
            title, self._other_title(journey), self._end_of_leg(leaves), _place(journey.from_place),
            self._end_of_leg(lands) if lands is not None else None, _place(journey.to_place), pill,
            self._who(journey), tuple(tags), self._status(journey),
            journey.status is ActivityStatus.CANCELLED,
        )  # fmt: skip

    def _other_title(self, event: Event) -> str:
        second = event.title_ja if self._language == "en" else event.title_en
        return second if second and second != said(event, "title") else ""

    def _when(self, start: WallTime | None, end: WallTime | None) -> When:
        language = self._language
        if start is None:
            return When(tr("all day"))
        over_night = end is not None and end.on != start.on
        if end is None or over_night:
            local = time_text(start.at, language)
            if end is not None:
                local = f"{local} – {day_text(end.on, language, 'weekday')} {time_text(end.at, language)}"
        else:
            local = span_text(start.at, end.at, language)
        zone = self._home if start.zone == self._host else self._host
        if start.zone != self._host:
            local = f"{local} {_letters(start)}".rstrip()
        there = shown_elsewhere(start, zone)
        there_end = None if end is None or over_night else shown_elsewhere(end, zone)
        if there is None:
            return When(local)
        weekday = f"{day_text(there.on, language, 'weekday')} " if there.on != start.on else ""
        if there_end is None or there_end.on == there.on:
            clock = span_text(there.at, None if there_end is None else there_end.at, language)
        else:
            after = f"{day_text(there_end.on, language, 'weekday')} {time_text(there_end.at, language)}"
            clock = f"{time_text(there.at, language)} – {after}"
        return When(local, f"{weekday}{clock} {_letters(there)}".rstrip())

    def _end_of_leg(self, wall: WallTime | None) -> When:
        """One end of a leg: its own clock with zone and weekday, and the other city's."""
        language = self._language
        if wall is None:
            return When(tr("time not known"))
        day = day_text(wall.on, language, "weekday")
        local = f"{time_text(wall.at, language)} {_letters(wall)}".rstrip()
        zone = self._home if wall.zone != self._home else self._host
        there = shown_elsewhere(wall, zone)
        if there is None:
            return When(local, day)
        weekday = f"{day_text(there.on, language, 'weekday')} " if there.on != wall.on else ""
        return When(local, f"{weekday}{time_text(there.at, language)} {_letters(there)}".rstrip())

    def _who(self, event: Event) -> tuple[tuple[str, str], ...]:
        """Chips for who takes part: everyone, the squads, a number of people; words and the icon before them."""
        if event.everyone:
            away = sum(1 for link in event.member_links if not link.attends)
            words = trn("Everyone but {count}", "Everyone but {count}", away) if away else tr("Everyone")
            return ((words, "people"),)
        chips = [
            (link.group.letter or said(link.group, "name"), "squad") for link in event.group_links
        ]
        single = sum(1 for link in event.member_links if link.attends)
        if single:
            count = len(those_at(self._plan, event)) if not chips else single
            words = trn("{count} person", "{count} people", count)
            chips.append((f"+ {words}" if chips else words, "person"))
        return tuple(chips) or ((tr("Nobody yet"), "person"),)

    def _interpreting(self, event: Event) -> list[Tag]:
        mode = self._needs.get((noun_of(event), event.id))
        return [] if mode is None else [Tag("interpreters", term(mode, self._language), show_words=False)]

    def _transport(self, activity: Activity) -> list[Tag]:
        words = said(activity, "transport")
        return [Tag("bus", words)] if words else []

    def _meals(self, meals: Sequence[Meal]) -> list[Tag]:
        if not meals:
            return []
        words = (term(meal.which, self._language) for meal in meals)
        return [Tag("meal", comma_list(words, self._language))]

    def _status(self, event: Event) -> str:
        return "" if event.status is ActivityStatus.CONFIRMED else term(event.status, self._language)


def date_shift(leaves: WallTime, lands: WallTime, cities: tuple[str, str], language: str) -> str:
    """Write how the date jumps on a leg; one over the date line says so, as its dates surprise.

    `cities` are the zones of the two cities.
    """
    shift = day_shift(leaves, lands)
    across = {leaves.zone, lands.zone} == set(cities) or (
        leaves.zone != lands.zone and abs(_hours(leaves) - _hours(lands)) >= 12
    )
    words = day_shift_text(shift, language)
    if across:
        return tr("date line, {shift}", shift=words)
    return words if shift else ""


# An edit changes one event, but every line is made anew: what no edit changes is kept.
@lru_cache(maxsize=4096)
def _letters(wall: WallTime) -> str:
    return letters_of(wall)


def _hours(wall: WallTime) -> float:
    from planner.clock import offset_of

    try:
        return offset_of(wall).total_seconds() / 3600
    except PlannerError:
        return 0.0


def _icon(activity: Activity) -> str:
    return activity.kind.value if activity.kind in ActivityKind else "programme"


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    code = in_brackets(place.code, screen_language()) if place.code else ""
    return f"{said(place, 'name')}{code}"
