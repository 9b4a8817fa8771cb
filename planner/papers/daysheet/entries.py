"""The rows of a day sheet: everything of a day at its own minute, meeting and dismissal too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from planner.agenda.runs import dismissal_of, meeting_of
from planner.clock import WallTime
from planner.model.programme import Activity
from planner.papers.itinerary.days import Day, Event, Phase, moment_of


class Part(Enum):
    """What of an event a row tells."""

    WHOLE = "whole"
    MEET = "meet"
    DISMISS = "dismiss"
    LEAVE = "leave"
    LAND = "land"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: an event or a part of it, from when until when. Without a time it lasts all day."""

    event: Event
    part: Part
    at: WallTime | None
    until: WallTime | None = None

    @property
    def key(self) -> str:
        """What the row is known by from issue to issue."""
        return f"{self.event.source.uid}.{self.part.value}"


def entries_of(days: Sequence[Day], number: int) -> list[list[Entry]]:
    """Give the rows of one of the days in the order of the clock; what squads do at the same time is one row.

    Who meets at 23:30 for something after midnight finds that on the sheet of the evening.
    """
    day = days[number]
    found = [one for event in day.events for one in _of(event) if not number or not _is_before(one, day)]
    if number + 1 < len(days):
        after = days[number + 1]
        found += [one for event in after.events for one in _of(event) if _is_before(one, after)]
    rows: list[list[Entry]] = []
    for entry in sorted(found, key=_order):
        last = rows[-1][-1] if rows else None
        if last is not None and _beside(last, entry):
            rows[-1].append(entry)
        else:
            rows.append([entry])
    return rows


def _is_before(entry: Entry, day: Day) -> bool:
    return entry.at is not None and entry.part is Part.MEET and entry.at.on < day.on


def _order(entry: Entry) -> tuple[bool, dt.datetime]:
    return entry.at is not None, moment_of(entry.at) if entry.at else dt.datetime.min.replace(tzinfo=dt.UTC)


def _beside(one: Entry, other: Entry) -> bool:
    same = (one.at, one.until, one.part) == (other.at, other.until, other.part)
    return same and one.at is not None and bool(one.event.groups) and bool(other.event.groups)


def _of(event: Event) -> Iterable[Entry]:
    source = event.source
    if isinstance(source, Activity):
        return _of_activity(event, source)
    if event.phase is Phase.ENDS:
        return [Entry(event, Part.LAND, event.end)]
    if event.phase is Phase.BEGINS:
        return [Entry(event, Part.LEAVE, event.start)]
    if event.shows_both_ends:
        return [Entry(event, Part.LEAVE, event.start), Entry(event, Part.LAND, event.end)]
    return [Entry(event, Part.WHOLE, event.start, event.end)]


def _of_activity(event: Event, activity: Activity) -> Iterator[Entry]:
    begins_here = event.phase in (Phase.WHOLE, Phase.BEGINS)
    ends_here = event.phase in (Phase.WHOLE, Phase.ENDS)
    if activity.meeting_at is not None and meets_apart(activity) and begins_here and event.start:
        yield Entry(event, Part.MEET, meeting_of(activity.meeting_at, event.start))
    if event.phase is Phase.ENDS:
        yield Entry(event, Part.WHOLE, event.end or event.start)
    elif event.phase is Phase.GOES_ON:
        yield Entry(event, Part.WHOLE, None)
    else:
        yield Entry(event, Part.WHOLE, event.start, event.end if event.phase is Phase.WHOLE else None)
    if activity.dismissal_at is not None and is_dismissed_apart(activity) and ends_here and event.start:
        yield Entry(event, Part.DISMISS, dismissal_of(activity, activity.dismissal_at, event.start, event.end))


def meets_apart(activity: Activity) -> bool:
    """Whether people come together before an activity begins, so that the meeting has a row of its own."""
    return activity.meeting_at is not None and activity.meeting_at != activity.starts_at


def is_dismissed_apart(activity: Activity) -> bool:
    """Whether people are let go at another time than an activity ends."""
    return activity.dismissal_at is not None and activity.dismissal_at != activity.ends_at
