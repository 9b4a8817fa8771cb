"""Calls as calendar files: one for the host city's side and one for the home city's, each in its own language.

A single call stands in the reader's own zone. A series stands in the zone whose clock it keeps, for both sides: only
so does a calendar program move it for the other side after a change-over.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from icalendar import Calendar, Event, vDatetime
from icalendar.prop import vRecur

from planner.calendars.calendar import begin_calendar
from planner.calendars.entries import UID_SUFFIX
from planner.calendars.zones import timezone_of, year_before
from planner.clock import WallTime, elsewhere
from planner.clock.calls import call_ends, call_starts, comes_again, is_plain, occurrences, spells
from planner.clock.recurring import RecurringCall
from planner.clock.sides import side_of
from planner.language import speaker
from planner.language.calls import always_text, city_text, spells_text
from planner.language.filenames import file_name, unused
from planner.language.times import wall_text
from planner.model.calls import Call
from planner.model.cities import City
from planner.model.kinds import Side
from planner.model.plan import Plan
from planner.outbox import put_out

_TOLD_AHEAD = dt.timedelta(weeks=52)
"""How far the words of an endless series look ahead: over both change-overs of a year."""


def write_call_calendars(plan: Plan, out: Path, stamp: dt.datetime, calls: Sequence[Call] | None = None) -> list[Path]:
    """Write the two calendar files of calls (all of the plan, or those given) into a folder; gives the host side's
    first.

    Raises what `planner.outbox.put_out` raises.
    """
    written: list[Path] = []
    for city in (plan.visit.host_city, plan.visit.home_city):
        words = speaker(language_of(city)).tr("Calls")
        name = file_name(words, city_text(city, language_of(city)), ending=".ics")
        path = out / unused(name, [one.name for one in written])
        put_out(path, call_calendar(plan, city, stamp, calls))
        written.append(path)
    return written


def language_of(city: City) -> str:
    """Give the language of a city's side."""
    return "ja" if side_of(city) is Side.JAPAN else "en"


def call_calendar(plan: Plan, city: City, stamp: dt.datetime, calls: Sequence[Call] | None = None) -> bytes:
    """Make the calendar file of calls for one of the two cities, in its language.

    Of a call it holds the title, the times, who calls on both sides and the link, but not the notes; a call whose time
    is not set yet is left out. `stamp` is the aware moment it is made. Raises `PlannerError` for a time that clocks
    never show.
    """
    language = language_of(city)
    told = _Told(plan, city, language, vDatetime(stamp.astimezone(dt.UTC).replace(microsecond=0)))
    events = [event for call in (plan.calls if calls is None else calls) for event in told.entries(call)]
    name = f"{speaker(language).tr('Calls')} – {city_text(plan.visit.host_city, language)} · "
    calendar = begin_calendar(name + city_text(plan.visit.home_city, language), language, city.zone)
    return _filled(calendar, told, events)


def _filled(calendar: Calendar, told: _Told, events: list[Event]) -> bytes:
    for zone in told.zones:
        calendar.add_component(timezone_of(zone, year_before(told.days)))
    for event in events:
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


@dataclass(frozen=True, slots=True)
class _Moments:
    """When an entry is: its start, its end if that is known, and how it comes again."""

    start: vDatetime
    end: vDatetime | None
    again: vRecur | None = None


class _Told:
    """Makes the entries of one side's calendar, and notes which zones they use."""

    def __init__(self, plan: Plan, city: City, language: str, stamp: vDatetime) -> None:
        self._visit, self._city, self._language, self._stamp = plan.visit, city, language, stamp
        self.zones: dict[str, None] = {}
        self.days: list[dt.date] = []

    def entries(self, call: Call) -> Iterator[Event]:
        """Make the entry of a call; of a series that meets a change-over itself, one for each call."""
        starts = call_starts(call)
        if starts is None:
            return
        told = occurrences(call, self._other(call).zone, call.starts_on + _TOLD_AHEAD)
        if not comes_again(call):
            own = elsewhere(starts, self._city.zone)
            yield self._entry(call, call.uid, self._local(own, call_ends(call, own)), self._single(call, starts))
            return
        whole = occurrences(call, self._other(call).zone, call.until) if call.until else told
        if is_plain(call, whole):
            yield self._entry(call, call.uid, self._series(call, starts, whole), self._of_series(call, told))
            return
        # Programs disagree about such a night of a rule: each call is written by itself, in UTC.
        for one in whole:
            uid = f"{call.uid}-{one.at.on:%Y%m%d}"
            yield self._entry(call, uid, self._absolute(call, one.at), self._of_series(call, told))

    def _other(self, call: Call) -> City:
        host, home = self._visit.host_city, self._visit.home_city
        return home if call.zone == host.zone else host

    # When

    def _local(self, start: WallTime, end: WallTime | None) -> _Moments:
        """In the zone of the wall times; in a doubled hour in UTC, since a local time cannot say which is meant."""
        if any(wall is not None and wall.fold is not None for wall in (start, end)):
            return _Moments(vDatetime(start.instant()), vDatetime(end.instant()) if end else None)
        return _Moments(self._moment(start), self._moment(end) if end else None)

    def _series(self, call: Call, starts: WallTime, whole: tuple[RecurringCall, ...]) -> _Moments:
        rule: dict[str, object] = {"freq": "WEEKLY", "interval": call.every_weeks}
        if call.until is not None and whole:
            # Of a start with a zone, the end of the rule is said in UTC (RFC 5545, 3.3.10).
            rule["until"] = whole[-1].at.instant()
        end = call_ends(call, starts)
        return _Moments(self._moment(starts), self._moment(end) if end else None, vRecur(rule))

    def _absolute(self, call: Call, starts: WallTime) -> _Moments:
        end = call_ends(call, starts)
        return _Moments(vDatetime(starts.instant()), vDatetime(end.instant()) if end else None)

    def _moment(self, wall: WallTime) -> vDatetime:
        self.zones[wall.zone] = None
        self.days.append(wall.on)
        moment = vDatetime(wall.local)
        moment.params["TZID"] = wall.zone
        return moment

    # What it says

    def _single(self, call: Call, starts: WallTime) -> Iterator[str]:
        other = next(city for city in self._cities if city is not self._city)
        when = wall_text(elsewhere(starts, other.zone), self._language, "short")
        yield speaker(self._language).tr("Time in {city}: {when}", city=city_text(other, self._language), when=when)
        yield from self._more(call)

    def _of_series(self, call: Call, told: tuple[RecurringCall, ...]) -> Iterator[str]:
        """Whose clock it keeps, and since that shifts the other side, from when to when it is at which time there."""
        here, language = speaker(self._language), self._language
        other = self._other(call)
        kept = next((city for city in self._cities if city.zone == call.zone), None)
        if kept is not None and call.starts_at is not None:
            words = always_text(call.starts_at, city_text(kept, language), language)
            yield f"{words[:1].upper()}{words[1:]}" if language == "en" else words
        when = spells_text(spells(one.other for one in told), language)
        yield here.tr("Time in {city}: {when}", city=city_text(other, language), when=when)
        yield from self._more(call)

    def _more(self, call: Call) -> Iterator[str]:
        here = speaker(self._language)
        for city, who in zip(self._cities, (call.who_host, call.who_home), strict=True):
            if who.strip():
                yield here.tr("{label}: {words}", label=city_text(city, self._language), words=who.strip())
        if call.link.strip():
            yield call.link.strip()

    @property
    def _cities(self) -> tuple[City, City]:
        return self._visit.host_city, self._visit.home_city

    def _entry(self, call: Call, uid: str, moments: _Moments, lines: Iterator[str]) -> Event:
        titles = (call.title_ja, call.title_en) if self._language == "ja" else (call.title_en, call.title_ja)
        entry = Event()
        entry.add("uid", f"{uid}{UID_SUFFIX}")
        entry.add("dtstamp", self._stamp)
        entry.add("sequence", 0)
        entry.add("summary", next(filter(None, titles), ""))
        entry.add("dtstart", moments.start)
        if moments.end is not None:
            entry.add("dtend", moments.end)
        if moments.again is not None:
            entry.add("rrule", moments.again)
        if call.link.strip():
            entry.add("location", call.link.strip())
        entry.add("description", "\n".join(lines))
        entry.add("status", "CONFIRMED")
        return entry
