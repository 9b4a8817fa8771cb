"""Journeys in the days in which everybody travels: Golden Week, Obon, the turn of the year."""

from __future__ import annotations

from collections.abc import Iterator

from planner.agenda import Agenda, Slot
from planner.clock import WallTime
from planner.language.marking import Pair
from planner.model.calendar import DayKind
from planner.model.programme import Place
from planner.rules.finding import FindingKind, Severity
from planner.rules.programme.clashes import subject, title
from planner.rules.programme.opening import calendars_of, city_at
from planner.rules.rule import Figures, Found, of_plan


@of_plan("holiday-traffic", FindingKind.JOURNEYS, Severity.WARN)
def holiday_traffic(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A leg leaves or arrives where it is Golden Week, Obon or New Year: airports, trains and roads are full (§5.2)."""
    legs = [slot for slot in agenda.slots if slot.journey is not None]
    if not legs:
        return
    first, last = min(slot.day for slot in legs), max(end.on for slot in legs for end, _ in _ends(slot))
    calendars = calendars_of(agenda.plan, first, last)
    for slot in legs:
        for end, place in _ends(slot):
            days = calendars[city_at(agenda.plan, place, end.zone)]
            off = next((one for one in days if one.kind is DayKind.CLOSURE and one.covers(end.on)), None)
            if off is not None:
                told = {"event": title(slot), "at": end, "name": Pair(off.name_en, off.name_ja)}
                yield Found(subject(slot), told, (), (), end.on)
                break


def _ends(slot: Slot) -> Iterator[tuple[WallTime, Place | None]]:
    journey = slot.journey
    if journey is not None:
        yield slot.begins, journey.from_place
        if slot.ends is not None:
            yield slot.ends, journey.to_place
