"""One entry of a calendar (a VEVENT): an activity, a leg, or the nights in one home."""

from __future__ import annotations

import datetime as dt

from icalendar import Event, vDate, vDatetime

from planner.calendars.wording import Wording
from planner.clock import Doubled, Missing, WallTime, arrives_of, departs_of, ends_of, look_at, starts_of
from planner.model.homestays import Stay
from planner.model.kinds import ActivityStatus
from planner.model.programme import Activity, Journey, Place

UID_SUFFIX = "@planner.shimai.invalid"
"""After the stored uid. The top-level name is reserved (RFC 2606), so that nobody's domain is claimed."""

_DAY = dt.timedelta(days=1)


class Entries:
    """Makes the entries of one calendar, all of one time stamp, and notes which zones they use."""

    def __init__(self, wording: Wording, stamp: dt.datetime) -> None:
        self._wording = wording
        self._stamp = vDatetime(stamp.astimezone(dt.UTC).replace(microsecond=0))
        self.zones: dict[str, None] = {}
        self.days: list[dt.date] = []

    def of(self, source: Activity | Journey) -> Event:
        """Make the entry of an activity or a leg."""
        entry = self._begun(source)
        if isinstance(source, Activity):
            start, end = starts_of(source), ends_of(source)
            first, last = source.starts_on, source.ends_on or source.starts_on
            place: Place | None = source.place
            where = self._wording.place(place)
        else:
            start, end = departs_of(source), arrives_of(source)
            first, last = source.departs_on, source.arrives_on or source.departs_on
            place = source.from_place
            where = self._wording.place(place, source.departs_terminal.strip() if place else "")
        if start is None or (end is None and last > first):
            # Several days whose last hour is not known: whole days say more than a first moment.
            self._all_day(entry, first, max(first, last))
        else:
            self._timed(entry, start, end)
        _add(entry, "location", where)
        if place is not None and place.latitude is not None and place.longitude is not None:
            entry.add("geo", (place.latitude, place.longitude))
        _add(entry, "description", self._wording.notes(source))
        entry.add("status", "TENTATIVE" if source.status is ActivityStatus.REQUESTED else "CONFIRMED")
        return entry

    def of_stay(self, stay: Stay) -> Event:
        """Make the quiet entry of the nights in one place: all day, leaving the person free for everything else.

        It covers the days on which its nights begin; the morning of leaving is not in it.
        """
        entry = self._begun(stay)
        self._all_day(entry, stay.first_night, stay.last_night)
        _add(entry, "location", self._wording.home(stay))
        _add(entry, "description", self._wording.notes(stay))
        entry.add("transp", "TRANSPARENT")
        return entry

    def _begun(self, source: Activity | Journey | Stay) -> Event:
        entry = Event()
        entry.add("uid", f"{source.uid}{UID_SUFFIX}")
        entry.add("dtstamp", self._stamp)
        entry.add("sequence", 0)
        entry.add("summary", self._wording.title(source))
        return entry

    def _all_day(self, entry: Event, first: dt.date, last: dt.date) -> None:
        """The last day is the first one after it (RFC 5545, 3.6.1: DTEND is exclusive)."""
        entry.add("dtstart", vDate(first), {"VALUE": "DATE"})
        entry.add("dtend", vDate(last + _DAY), {"VALUE": "DATE"})
        self.days.append(first)

    def _timed(self, entry: Event, start: WallTime, end: WallTime | None) -> None:
        """Without an end there is no DTEND: readers draw a short block, and no end is made up."""
        entry.add("dtstart", self._moment(start))
        if end is not None and _instant(end) > _instant(start):
            entry.add("dtend", self._moment(end))

    def _moment(self, wall: WallTime) -> vDatetime:
        """Write a local time with its zone; in a doubled hour as UTC, since a local time cannot say which is meant."""
        looked = look_at(wall.on, wall.at, wall.zone)
        if isinstance(looked, Doubled):
            return vDatetime(_instant(wall))
        shown = looked.after if isinstance(looked, Missing) else wall
        self.zones[wall.zone] = None
        self.days.append(shown.on)
        moment = vDatetime(shown.local)
        moment.params["TZID"] = wall.zone
        return moment


def _instant(wall: WallTime) -> dt.datetime:
    """Give the moment, as RFC 5545 (3.3.5) reads a time that clocks skip or show twice without saying which."""
    looked = look_at(wall.on, wall.at, wall.zone)
    if isinstance(looked, Missing):
        return looked.after.instant()
    if isinstance(looked, Doubled):
        return (looked.second if wall.fold else looked.first).instant()
    return wall.instant()


def _add(entry: Event, name: str, words: str) -> None:
    if words:
        entry.add(name, words)
