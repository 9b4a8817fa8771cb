"""One entry of a calendar (a VEVENT): an activity, a leg, or the nights in one home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from icalendar import Alarm, Event, vDate, vDatetime

from planner.agenda import Key
from planner.calendars.alarms import Alarms
from planner.calendars.drives import Drives
from planner.calendars.readers import part_of
from planner.calendars.sources import guests_at, key_of, undecided_at
from planner.calendars.wording import Wording
from planner.clock import Doubled, Missing, WallTime, arrives_of, departs_of, ends_of, look_at, starts_of
from planner.model.attendance import is_invitation
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.households import Household
from planner.model.interpreting import Interpreter
from planner.model.kinds import ActivityStatus
from planner.model.programme import Activity, Journey, Place
from planner.model.readers import Reader

UID_SUFFIX = "@planner.shimai.invalid"
"""After the stored uid. The top-level name is reserved (RFC 2606), so that nobody's domain is claimed."""

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class When:
    """A day, or a time by the clock of a zone, as an entry states it; `fold` is which of the two in a doubled hour."""

    local: dt.date | dt.datetime
    zone: str = ""
    fold: int | None = None

    @property
    def is_day(self) -> bool:
        """Say whether it is a whole day."""
        return not isinstance(self.local, dt.datetime)

    @property
    def wall(self) -> WallTime:
        """Give the time of day it is. Raises `ValueError` for a whole day."""
        if not isinstance(self.local, dt.datetime):
            raise ValueError(f"{self.local} is a whole day")
        return WallTime(self.local.date(), self.local.time(), self.zone, self.fold)

    @property
    def property(self) -> vDate | vDatetime:
        """Give it as the value of a DTSTART or DTEND; in a doubled hour in UTC, since a local time with its zone cannot
        say which of the two is meant.
        """
        if not isinstance(self.local, dt.datetime):
            return vDate(self.local)
        if self.fold is not None:
            return vDatetime(self.wall.instant())
        value = vDatetime(self.local)
        value.params["TZID"] = self.zone
        return value

    def __str__(self) -> str:
        """Give it in one word, as it is kept: "2027-11-07T01:30:00[America/New_York]#1"."""
        zone = f"[{self.zone}]" if self.zone else ""
        return self.local.isoformat() + zone + (f"#{self.fold}" if self.fold is not None else "")

    @classmethod
    def read(cls, kept: str) -> When:
        """Read back what `str` gave. Raises `ValueError`."""
        words, _, fold = kept.partition("#")
        local, _, zone = words.rstrip("]").partition("[")
        if not zone:
            return cls(dt.date.fromisoformat(local))
        return cls(dt.datetime.fromisoformat(local), zone, int(fold) if fold else None)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry before it is known whether its reader has had it: without time stamp and sequence."""

    uid: str
    event: Event
    title: str
    starts: When
    ends: When | None


class Entries:
    """Makes the entries of one reader's calendar."""

    def __init__(
        self,
        wording: Wording,
        reader: Reader,
        one: Member | Household | Interpreter | None,
        alarms: Alarms,
        drives: Drives,
        with_group: frozenset[Key],
    ) -> None:
        self._wording = wording
        self._reader = reader
        self._one = one
        self._alarms = alarms
        self._drives = drives
        self._with_group = with_group

    def of(self, source: Activity | Journey) -> Entry:
        """Make the entry of an activity or a leg."""
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
        starts: When
        ends: When | None
        if start is None or (end is None and last > first):
            # Several days whose last hour is not known: whole days say more than a first moment.
            starts, ends = _all_day(first, max(first, last))
        else:
            starts, ends = _timed(start, end)
        entry = self._begun(source, starts, ends)
        event = entry.event
        _add(event, "location", where)
        _add_spot(event, place)
        drives, guests = self._drives.get(key_of(source), ()), self._guests(source)
        with_group = key_of(source) in self._with_group
        notes = self._wording.notes(source, self._one, guests, drives, with_group=with_group)
        _add(event, "description", notes)
        is_open = source.status is ActivityStatus.REQUESTED or self._is_perhaps(source, guests)
        event.add("status", "TENTATIVE" if is_open else "CONFIRMED")
        for before in self._alarms.before(source) if not starts.is_day else ():
            event.add_component(_alarm(entry.title, before))
        return entry

    def of_stay(self, stay: Stay) -> Entry:
        """Make the quiet entry of the nights in one place: all day, leaving the person free for everything else.

        It covers the days on which its nights begin; the morning of leaving is not in it.
        """
        entry = self._begun(stay, *_all_day(stay.first_night, stay.last_night))
        if not isinstance(self._one, Household):
            # A family knows where it lives.
            _add(entry.event, "location", self._wording.home(stay))
            _add_spot(entry.event, stay.household or stay.place)
        _add(entry.event, "description", self._wording.notes(stay, self._one))
        entry.event.add("transp", "TRANSPARENT")
        return entry

    def _is_perhaps(self, source: Activity | Journey, guests: Sequence[Member]) -> bool:
        """Whether nobody can say yet that it is the reader's at all; to some events a family is asked itself."""
        undecided = undecided_at(self._one, guests, source)
        is_asked = isinstance(self._one, Household) and isinstance(source, Activity) and is_invitation(source)
        return bool(undecided) and len(undecided) >= len(guests) and not is_asked

    def _guests(self, source: Activity | Journey) -> Sequence[Member]:
        one = self._one
        return guests_at(self._wording.plan, one, source) if isinstance(one, Household) else ()

    def _begun(self, source: Activity | Journey | Stay, starts: When, ends: When | None) -> Entry:
        event = Event()
        uid = f"{source.uid}{part_of(self._reader)}{UID_SUFFIX}"
        title = self._wording.title(source, self._one)
        event.add("uid", uid)
        event.add("summary", " ".join(_plain(title).split()))
        put_times(event, starts, ends)
        return Entry(uid, event, title, starts, ends)


def put_times(event: Event, starts: When, ends: When | None) -> None:
    """Write when an entry begins and ends; without an end there is no DTEND, and none is made up."""
    for name, when in (("dtstart", starts), ("dtend", ends)):
        if when is not None:
            event.add(name, when.property, {"VALUE": "DATE"} if when.is_day else None)


def _all_day(first: dt.date, last: dt.date) -> tuple[When, When]:
    """The last day is the first one after it (RFC 5545, 3.6.1: DTEND is exclusive)."""
    return When(first), When(last + _DAY)


def _timed(start: WallTime, end: WallTime | None) -> tuple[When, When | None]:
    """Without an end readers draw a short block."""
    lasts = end is not None and _instant(end) > _instant(start)
    return _moment(start), _moment(end) if end is not None and lasts else None


def _moment(wall: WallTime) -> When:
    """Give a local time with its zone; of a doubled hour the first, if nobody has said which is meant."""
    looked = look_at(wall.on, wall.at, wall.zone)
    if isinstance(looked, Doubled):
        return When(wall.local, wall.zone, wall.fold or 0)
    shown = looked.after if isinstance(looked, Missing) else wall
    return When(shown.local, wall.zone)


def _instant(wall: WallTime) -> dt.datetime:
    """Give the moment, as RFC 5545 (3.3.5) reads a time that clocks skip or show twice without saying which."""
    looked = look_at(wall.on, wall.at, wall.zone)
    if isinstance(looked, Missing):
        return looked.after.instant()
    if isinstance(looked, Doubled):
        return (looked.second if wall.fold else looked.first).instant()
    return wall.instant()


def _alarm(title: str, before: dt.timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -before)
    return alarm


def _add(entry: Event, name: str, words: str) -> None:
    if words:
        entry.add(name, _plain(words))


def _add_spot(entry: Event, place: Place | Household | None) -> None:
    if place is not None and place.latitude is not None and place.longitude is not None:
        entry.add("geo", (place.latitude, place.longitude))


def _plain(words: str) -> str:
    """Give text as RFC 5545 (3.1, 3.3.11) can hold it: no control characters, and one way to end a line.

    Word's own line break (VT) and the separators of Unicode end lines too: node-ical loses all that comes after one.
    """
    lines = ("".join(one for one in line if one >= " " or one == "\t") for line in words.splitlines())
    return "\n".join(lines).replace("\x7f", "")
