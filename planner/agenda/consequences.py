"""What it touches if some people change to another leg: what they miss or reach, meals, cars, beds, who is with them.

Pure: it looks at an agenda and at the other leg as a slot, which need not exist yet. What it finds are codes with
figures, said by `planner.language.consequences`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from planner.agenda.agenda import Agenda
from planner.agenda.nights import (
    DaysChange,
    StayChange,
    Turn,
    days_changes,
    first_nights,
    last_nights,
    stay_changes,
    turn_of,
)
from planner.agenda.slots import AllDay, Event, Slot
from planner.clock import age_on
from planner.model.attendance import invitation_to, travels
from planner.model.delegations import Member
from planner.model.kinds import ActivityKind

#: Legs closer together than this are one journey with a change.
CONNECTION = dt.timedelta(hours=24)
#: What is planned as travel so close to a leg goes with it: the coach, the pick-up, meeting at the airport.
GOES_WITH = dt.timedelta(hours=4)
ADULT = 18


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that a change of legs touches: a code, whom it concerns, the event it is about."""

    code: str
    who: tuple[Member, ...] = ()
    event: Event | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Consequences:
    """All that a change of legs touches; `stays` and `days` are what would have to be changed with it."""

    said: tuple[Consequence, ...]
    stays: tuple[StayChange, ...]
    days: tuple[DaysChange, ...]


def consequences_of(agenda: Agenda, members: Iterable[Member], old: Slot, new: Slot) -> Consequences:
    """Say what it touches if members change from the leg `old` to `new`; who does not travel is left out.

    `new` is the slot of the other leg with those who are on it already, or of one that is only thought of.
    """
    moving = tuple(member for member in members if travels(member))
    visit = agenda.plan.visit
    said: list[Consequence] = []
    stays: list[StayChange] = []
    days: list[DaysChange] = []
    for cohort in agenda.cohorts:
        who = tuple(member for member in moving if member in cohort.members)
        if not who:
            continue
        turn = turn_of(who, cohort.slots, old, new, visit)
        said += _of_programme(agenda, turn, cohort.all_day)
        said += _of_nights(turn)
        stays += stay_changes(turn)
        days += days_changes(turn, visit)
    said += _of_leg(moving, old, new)
    return Consequences(_together(said), tuple(stays), tuple(days))


def _together(said: Iterable[Consequence]) -> tuple[Consequence, ...]:
    """Put together what concerns several cohorts alike."""
    found: dict[str, Consequence] = {}
    for one in said:
        about = (type(one.event).__name__, one.event.id) if one.event is not None else None
        key = repr((one.code, about, sorted(one.figures.items())))
        known = found.get(key)
        who = one.who if known is None else (*known.who, *one.who)
        found[key] = Consequence(one.code, tuple(dict.fromkeys(who)), one.event, one.figures)
    return tuple(found.values())


# The programme


def _of_programme(agenda: Agenda, turn: Turn, all_day: tuple[AllDay, ...]) -> Iterator[Consequence]:
    own = {slot.key for slot in turn.slots}
    lost: list[Event] = [turn.old.event]
    won: list[Event] = [turn.new.event]
    yield from _connections(turn)
    for slot in turn.slots:
        if slot.key in (turn.old.key, turn.new.key) or slot.journey is not None:
            continue
        if _goes_with(slot, turn.old) and not _goes_with(slot, turn.new):
            yield Consequence("move-pick-up", turn.members, slot.event, {"at": slot.begins})
            lost.append(slot.event)
        elif _is_missed(slot, turn):
            partly = slot.start < turn.new.start if turn.new.start < turn.old.start else slot.end > turn.new.end
            code = "move-partly" if partly else "move-missed"
            yield Consequence(code, turn.members, slot.event, {"at": slot.begins})
            if not partly:
                lost.append(slot.event)
    for slot in agenda.slots:
        if slot.activity is not None and slot.key not in own and _is_reached(slot, turn) and _for(turn, slot.event):
            yield Consequence("move-reached", turn.members, slot.event, {"at": slot.begins})
            won.append(slot.event)
    for whole in all_day:
        if _is_lost_day(whole, turn):
            yield Consequence("move-missed-day", turn.members, whole.event, {"on": whole.first})
            lost.append(whole.event)
    yield from _meals(turn, lost, won)


def _connections(turn: Turn) -> Iterator[Consequence]:
    """Say which legs are missed, and how much time is left to the next and from the last."""
    for slot in turn.slots:
        if slot.journey is None or slot.key in (turn.old.key, turn.new.key):
            continue
        if slot.start >= turn.old.end and slot.start - turn.old.end <= CONNECTION:
            was, now = slot.start - turn.old.end, slot.start - turn.new.end
        elif slot.end <= turn.old.start and turn.old.start - slot.end <= CONNECTION:
            was, now = turn.old.start - slot.end, turn.new.start - slot.end
        elif _is_missed(slot, turn):
            was, now = dt.timedelta(), -dt.timedelta(1)
        else:
            continue
        figures = {"at": slot.begins, "was": was, "margin": now}
        if now < dt.timedelta():
            yield Consequence("move-connection-missed", turn.members, slot.event, {"at": slot.begins})
        elif now != was:
            code = "move-connection-apart" if now > CONNECTION else "move-connection"
            yield Consequence(code, turn.members, slot.event, figures)


def _goes_with(slot: Slot, leg: Slot) -> bool:
    if slot.activity is None or slot.activity.kind is not ActivityKind.TRAVEL:
        return False
    ahead = leg.start - slot.end
    behind = slot.start - leg.end
    return dt.timedelta() <= ahead <= GOES_WITH or dt.timedelta() <= behind <= GOES_WITH


def _is_missed(slot: Slot, turn: Turn) -> bool:
    """Say whether somebody would be on the way, not there yet, or gone already."""
    if turn.new.start < slot.end and slot.start < turn.new.end:
        return True
    if turn.new.start >= turn.old.start:
        return turn.old.end <= slot.start < turn.new.end
    return turn.new.start < slot.end <= turn.old.start


def _is_reached(slot: Slot, turn: Turn) -> bool:
    """Say whether somebody would be there who was not there yet, or gone already."""
    if turn.new.end <= turn.old.end:
        return turn.new.end <= slot.start < turn.old.end and not turn.way_out
    return turn.old.start < slot.end <= turn.new.start and not turn.way_in


def _for(turn: Turn, event: Event) -> bool:
    """Say whether an event is for these members, whichever days they are there."""
    invitation = invitation_to(event)
    return all(
        invitation.singly.get(member.id, invitation.everyone or member.id in invitation.grouped)
        for member in turn.members
    )


def _is_lost_day(whole: AllDay, turn: Turn) -> bool:
    if turn.way_in:
        return turn.was_there.on <= whole.last < turn.is_there.on
    return turn.way_out and turn.new.begins.on < whole.first <= turn.old.begins.on


def _meals(turn: Turn, lost: Iterable[Event], won: Iterable[Event]) -> Iterator[Consequence]:
    for code, events in (("move-meal-lost", lost), ("move-meal-won", won)):
        for event in events:
            for meal in event.meals:
                yield Consequence(code, turn.members, event, {"meal": meal.which})


# Beds


def _of_nights(turn: Turn) -> Iterator[Consequence]:
    """Say which nights in a bed are the first and the last; nobody's own bed at home is spoken of."""
    sides = (("move-first-night", turn.way_out, first_nights), ("move-last-night", turn.way_in, last_nights))
    for code, elsewhere, nights in sides:
        was, now = nights(turn)
        if was != now and not elsewhere:
            yield Consequence(code, turn.members, None, {"was": was, "now": now})


# The legs themselves


def _of_leg(moving: Collection[Member], old: Slot, new: Slot) -> Iterator[Consequence]:
    who = tuple(moving)
    going = tuple(dict.fromkeys((*new.members, *who)))
    left = tuple(member for member in old.members if member not in moving)
    if not who:
        return
    if old.journey is not None and old.journey.met_by_id is not None:
        meets = new.journey is not None and new.key != old.key and new.journey.met_by_id is not None
        yield Consequence("move-met" if meets else "move-nobody-meets", who, new.event, {"was": old.journey.met_by_id})
    seats = new.journey.seats if new.journey is not None else None
    if seats is not None and new.key != old.key and len(going) > seats:
        yield Consequence("move-seats", who, new.event, {"seats": seats, "count": len(going)})
    if not left:
        yield Consequence("move-nobody-left", (), old.event)
    for code, crowd, slot in (("move-no-adult", going, new), ("move-no-adult-left", left, old)):
        minors = tuple(member for member in crowd if not is_adult(member, slot.day))
        if minors and len(minors) == len(crowd):
            yield Consequence(code, minors, slot.event)


def is_adult(member: Member, on: dt.date) -> bool:
    """Say whether a member counts as an adult on a day: one who leads or looks after others, or is 18.

    Whose age nobody knows does not.
    """
    born = member.person.birth_date
    return member.role.is_chaperone or (born is not None and age_on(born, on) >= ADULT)
