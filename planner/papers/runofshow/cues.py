"""What happens on each day, of everybody: also what is only an idea or for single people; not what was cancelled."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from planner.agenda import Agenda, Event, Slot, times_of
from planner.clock import WallTime
from planner.model.delegations import Member
from planner.papers.itinerary.days import moment_of
from planner.papers.itinerary.schedule import SMALL_HOURS

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cue:
    """A row: an event from when until when, or (`is_end`) the end alone, on a later day or by another clock.

    `slot` is None for what lasts all day, and for a time that is on no clock.
    """

    event: Event
    at: WallTime | None
    until: WallTime | None
    members: tuple[Member, ...]
    slot: Slot | None = None
    is_end: bool = False

    @property
    def minutes(self) -> int | None:
        """How long it really lasts; None if nobody has said."""
        if self.slot is None or self.slot.ends is None or self.is_end:
            return None
        return round(self.slot.length / dt.timedelta(minutes=1))


def cues_of(agenda: Agenda) -> dict[dt.date, list[Cue]]:
    """Give the rows of each day of the visit in the order of time, what lasts all day first."""
    found: dict[dt.date, list[Cue]] = defaultdict(list)
    for day, cue in _cues(agenda):
        found[day].append(cue)
    visit = agenda.plan.visit
    days = {visit.first_day + n * _DAY for n in range((visit.last_day - visit.first_day).days + 1)}
    return {day: sorted(found[day], key=_order) for day in sorted(days | set(found))}


def _cues(agenda: Agenda) -> Iterator[tuple[dt.date, Cue]]:
    for slot in agenda.slots:
        ends_later = _ends_later(slot)
        yield slot.day, Cue(slot.event, slot.begins, None if ends_later else slot.ends, slot.members, slot)
        if ends_later and slot.ends is not None:
            yield slot.ends.on, Cue(slot.event, slot.ends, None, slot.members, slot, is_end=True)
    for whole in agenda.all_day:
        for n in range((whole.last - whole.first).days + 1):
            yield whole.first + n * _DAY, Cue(whole.event, None, None, whole.members)
    for one in agenda.unclear:
        begins, ends = times_of(one.event)
        if begins is not None:
            yield begins.on, Cue(one.event, begins, ends, ())


def _ends_later(slot: Slot) -> bool:
    """Whether the end has a row of its own: of a leg by another clock or on a later day, and of what lasts for days.

    An evening that ends in the small hours has one row.
    """
    if slot.ends is None:
        return False
    if slot.journey is not None and slot.ends.zone != slot.begins.zone:
        return True
    if slot.ends.on == slot.day:
        return False
    return slot.journey is not None or slot.ends.on - slot.day > _DAY or slot.ends.at >= SMALL_HOURS


def _order(cue: Cue) -> tuple[bool, dt.datetime, str]:
    moment = moment_of(cue.at) if cue.at is not None else dt.datetime.min.replace(tzinfo=dt.UTC)
    letters = "" if cue.event.everyone else "".join(sorted(link.group.letter for link in cue.event.group_links))
    return cue.at is not None, moment, f"{letters} {cue.event.uid}"
