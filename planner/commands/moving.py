"""Putting events at other times: moved, made longer or shorter, copied. What was said of each goes along.

Times come as local wall times; one in another zone than the event's is the same moment by the event's own clock. A time
that clocks never show is refused with the two nearest (``hour-missing``); one they show twice needs the choice which is
meant, its `fold` (``hour-doubled``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from sqlalchemy.orm import Session

from planner.agenda import day_of, instant_of, times_of
from planner.clock import WallTime, elsewhere, later, zone_of
from planner.commands.checking import check_record
from planner.commands.events import copy_row, give_to_group
from planner.commands.naming import name_of
from planner.commands.records import find, find_event
from planner.model import Activity, Group, Journey
from planner.model.done import Done
from planner.model.message import Message, PlannerError

_DAY = dt.timedelta(days=1)
#: The days and times of an activity or a leg, by what they say.
_FIELDS: Final = {
    Activity: ("starts_on", "starts_at", "starts_fold", "ends_on", "ends_at", "ends_fold"),
    Journey: ("departs_on", "departs_at", "departs_fold", "arrives_on", "arrives_at", "arrives_fold"),
}


class Move(NamedTuple):
    """An event, as the name of its class and its row id, and when it is to be.

    Without `ends` it takes as long as it really does now; where nobody has said how long, it stays so. One without
    hours has no `begins`, but happens so many `days` later. With `group_id` it is for that group from now on, instead
    of the groups it was for; what is said of single people stays.
    """

    noun: str
    id: int
    begins: WallTime | None
    ends: WallTime | None = None
    days: int = 0
    group_id: int | None = None


def move(session: Session, moves: Iterable[Move], *, nudged: bool = False) -> Done:
    """Put events at other times, all of them or none, as one step; `nudged` lets small steps in a row become one.

    When people meet and are dismissed keeps its distance to the start and the end. Raises `PlannerError`
    ``not-movable`` for an activity that is said to stay where it is.
    """
    moves = tuple(moves)
    moved = [_movable(session, one.noun, one.id) for one in moves]
    for event, one in zip(moved, moves, strict=True):
        _carry(session, event, one)
    _check(session, moved)
    key = "move/" + ",".join(f"{one.noun}.{one.id}" for one in moves) if nudged else ""
    return Done(_label("change-move", moved, _group(session, moves)), merge_key=key)


def move_by_days(session: Session, events: Iterable[tuple[str, int]], days: int, *, nudged: bool = False) -> Done:
    """Let events happen so many days later, earlier if negative, at the same times of the clock; all-day ones too."""
    events = tuple(events)
    moved = [_movable(session, noun, event_id) for noun, event_id in events]
    for event in moved:
        move_days(event, days)
    _check(session, moved)
    key = "days/" + ",".join(f"{noun}.{event_id}" for noun, event_id in events) if nudged else ""
    return Done(_label("change-move", moved), merge_key=key)


def resize(
    session: Session,
    noun: str,
    event_id: int,
    *,
    begins: WallTime | None = None,
    ends: WallTime | None = None,
    nudged: bool = False,
) -> Done:
    """Let an event begin or end at another time; what is not given stays.

    Raises `PlannerError` ``end-before-start`` (of a leg ``arrives-before-leaving``) and ``not-movable``.
    """
    event = _movable(session, noun, event_id)
    was, until = times_of(event)
    begins = begins or was
    if begins is None:
        raise PlannerError("end-without-start")
    _put(event, _by_own_clock(event, begins), _by_own_clock(event, ends or until, at_end=True))
    _check(session, [event])
    key = f"resize/{noun}.{event_id}" if nudged else ""
    return Done(_label("change-resize", [event]), merge_key=key)


def copy(session: Session, copies: Iterable[Move]) -> Done:
    """Add second ones like events that are there, at other times: with who takes part, meals, and what interpreting
    they need. The result are the ids of the new ones, in the order given.
    """
    copies = tuple(copies)
    added = []
    for one in copies:
        event = copy_row(session, find_event(session, one.noun, one.id))
        _carry(session, event, one)
        added.append(event)
    _check(session, added)
    return Done(_label("change-copy", added, _group(session, copies)), result=[event.id for event in added])


def move_days(event: Activity | Journey, days: int) -> None:
    """Set the days of an event so many days on; which of two it was in a doubled hour holds for that day only."""
    start_on, _, start_fold, end_on, _, end_fold = _FIELDS[type(event)]
    for field in (start_on, end_on):
        day = getattr(event, field)
        if day is not None:
            setattr(event, field, day + days * _DAY)
    setattr(event, start_fold, None)
    setattr(event, end_fold, None)


def refuse_to_move(event: Activity | Journey) -> PlannerError | None:
    """Give why an event is to stay where it is, as ``not-movable``; None if it may be moved."""
    if isinstance(event, Activity) and not event.movable:
        return PlannerError("not-movable", name=name_of(event))
    return None


def _movable(session: Session, noun: str, event_id: int) -> Activity | Journey:
    event = find_event(session, noun, event_id)
    refused = refuse_to_move(event)
    if refused is not None:
        raise refused
    return event


def _carry(session: Session, event: Activity | Journey, wanted: Move) -> None:
    if wanted.begins is None:
        move_days(event, wanted.days)
    else:
        _put(event, *_times(event, wanted.begins, wanted))
    if wanted.group_id is not None:
        give_to_group(event, find(session, Group, wanted.group_id).id)


def _group(session: Session, moves: Iterable[Move]) -> Group | None:
    """The group that what is moved is given to."""
    group_id = next((one.group_id for one in moves if one.group_id is not None), None)
    return None if group_id is None else session.get(Group, group_id)


def _times(event: Activity | Journey, begins: WallTime, wanted: Move) -> tuple[WallTime, WallTime | None]:
    begins = _by_own_clock(event, begins)
    if wanted.ends is not None:
        return begins, _by_own_clock(event, wanted.ends, at_end=True)
    was, until = times_of(event)
    if was is None or until is None:
        return begins, None
    lasts = instant_of(until) - instant_of(was)
    return begins, _by_own_clock(event, later(begins, lasts), at_end=True)


def _by_own_clock(event: Activity | Journey, wall: WallTime | None, *, at_end: bool = False) -> Any:
    """Give a moment by the clock of the event; a leg has one at each end."""
    if wall is None:
        return None
    zone = zone_of(event, at_end=at_end)
    return wall if wall.zone == zone else elsewhere(wall, zone)


def _put(event: Activity | Journey, begins: WallTime, ends: WallTime | None) -> None:
    """Write times into an event; the times of day that hang on its start or end move as far by the clock."""
    start_on, start_at, start_fold, end_on, end_at, end_fold = _FIELDS[type(event)]
    was, until = times_of(event)
    if isinstance(event, Activity) and was is not None:
        event.meeting_at = _shifted(event.meeting_at, was, begins)
        event.dismissal_at = _shifted(event.dismissal_at, until or was, ends or begins)
    days = (begins.on - getattr(event, start_on)).days
    setattr(event, start_on, begins.on)
    setattr(event, start_at, begins.at)
    setattr(event, start_fold, begins.fold)
    if ends is None:
        # An end that nobody knows keeps its last day, if there is one.
        last = getattr(event, end_on)
        setattr(event, end_on, last + days * _DAY if last is not None else None)
        return
    setattr(event, end_at, ends.at)
    setattr(event, end_fold, ends.fold)
    # The day of the end is stated only where it was, or where it does not follow from the times.
    if getattr(event, end_on) is None:
        _, follows = times_of(event)
        if follows is not None and follows.on == ends.on:
            return
    setattr(event, end_on, ends.on)


def _shifted(at: dt.time | None, was: WallTime, now: WallTime) -> dt.time | None:
    if at is None:
        return None
    return (dt.datetime.combine(now.on, now.at) - (was.local - dt.datetime.combine(was.on, at))).time()


def _check(session: Session, events: Iterable[Activity | Journey]) -> None:
    session.flush()
    for event in events:
        session.refresh(event)
        check_record(event)


_OF_SEVERAL = {"change-move": "change-move-several", "change-copy": "change-copy-several"}
_OF_A_DAY = {"change-move": "change-move-day", "change-copy": "change-copy-day"}
_FOR_A_GROUP = {"change-move": "change-move-group", "change-copy": "change-copy-group"}


def _label(code: str, events: list[Activity | Journey], group: Group | None = None) -> Message:
    """Name one event with the time it is at now and the group it was given to, several by how many they are."""
    if len(events) != 1:
        return Message.of(_OF_SEVERAL[code], count=len(events))
    [event] = events
    begins, ends = times_of(event)
    name = name_of(event)
    if begins is None:
        return Message.of(_OF_A_DAY[code], name=name, on=day_of(event))
    if code == "change-resize":
        return Message.of(code, name=name, at=begins.at, until=ends.at if ends is not None else None)
    if group is not None:
        return Message.of(_FOR_A_GROUP[code], name=name, group=name_of(group), on=begins.on, at=begins.at)
    return Message.of(code, name=name, on=begins.on, at=begins.at)
