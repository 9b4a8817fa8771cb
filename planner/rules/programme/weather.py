"""What is planned outdoors: in the heat of the day, and with no plan for rain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final
from weakref import WeakKeyDictionary

from planner.agenda import Agenda, Slot
from planner.model.cities import City
from planner.model.kinds import Answer, PlaceKind, Preset
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.programme.clashes import subject, title
from planner.rules.rule import Figures, Found, of_plan

#: States whose cities lie in the desert, as `City.region_en` has them.
_DESERT: Final = frozenset({"Arizona", "Nevada", "AZ", "NV"})
_DESERT_ZONES: Final = frozenset({"America/Phoenix"})
_MINUTE = dt.timedelta(minutes=1)
_outdoors: WeakKeyDictionary[Agenda, tuple[Slot, ...]] = WeakKeyDictionary()


@of_plan(
    "midday-heat", FindingKind.PLACES, Severity.NOTE, levels={Preset.JAPANESE_MUNICIPALITY: Severity.WARN},
    heat_from=11, heat_until=15, minutes=90, first_month=7, last_month=8,
)  # fmt: skip
def midday_heat(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """People are outdoors for long around noon in July or August (domain.md §5.2).

    A Japanese municipality takes it as a warning: its summers are hot and damp, and it answers for heat stroke.
    """
    for slot in outdoors(agenda):
        if not _is_in_desert(slot, agenda.plan):
            yield from _in_the_heat(slot, figures)


@of_plan(
    "desert-heat", FindingKind.PLACES, Severity.WARN,
    heat_from=11, heat_until=17, minutes=20, first_month=5, last_month=9,
)  # fmt: skip
def desert_heat(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """People are outdoors in the desert's afternoon: 45 °C in Phoenix (domain.md §9, case 8)."""
    for slot in outdoors(agenda):
        if _is_in_desert(slot, agenda.plan):
            yield from _in_the_heat(slot, figures)


def _in_the_heat(slot: Slot, figures: Figures) -> Iterator[Found]:
    if not figures["first_month"] <= slot.day.month <= figures["last_month"]:
        return
    start = slot.begins.at.hour * 60 + slot.begins.at.minute
    end = start + int(slot.length / _MINUTE)
    minutes = min(end, int(figures["heat_until"] * 60)) - max(start, int(figures["heat_from"] * 60))
    if minutes >= figures["minutes"] and minutes > 0:
        told = {"event": title(slot), "at": slot.begins, "minutes": minutes}
        yield Found(subject(slot), told, (), (), slot.day)


def _is_in_desert(slot: Slot, plan: Plan) -> bool:
    if slot.begins.zone in _DESERT_ZONES:
        return True
    place, host = slot.to_place, plan.visit.host_city
    city = plan.get(City, place.city_id) if place is not None else None
    if city is None and slot.begins.zone == host.zone:
        city = host
    return city is not None and city.country == "US" and city.region_en in _DESERT


@of_plan("no-rain-plan", FindingKind.PLACES, Severity.NOTE, together=3)
def no_rain_plan(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Nobody has said what happens if it rains; of more than `together` events it is said once for the visit."""
    dry = [slot for slot in outdoors(agenda) if not _has_rain_plan(slot)]
    said = [Message.of("event-at", event=title(slot), at=slot.begins) for slot in dry]
    subjects = [subject(slot) for slot in dry]
    if len(dry) > figures["together"]:
        yield Found(Subject("Visit", agenda.plan.visit.id), {"events": said}, (), tuple(subjects))
    else:
        for slot, event, words in zip(dry, subjects, said, strict=True):
            yield Found(event, {"events": [words]}, (), (), slot.day)


def outdoors(agenda: Agenda) -> tuple[Slot, ...]:
    """Give what is in the open, looked for once for all rules about the weather."""
    found = _outdoors.get(agenda)
    if found is None:
        found = _outdoors[agenda] = tuple(slot for slot in agenda.slots if is_outdoors(slot))
    return found


def is_outdoors(slot: Slot) -> bool:
    """Say whether an activity is in the open: as it says itself, or else by the kind of its place."""
    activity = slot.activity
    if activity is None:
        return False
    if activity.outdoors is Answer.UNKNOWN:
        return activity.place is not None and activity.place.kind is PlaceKind.OUTDOORS
    return activity.outdoors is Answer.YES


def _has_rain_plan(slot: Slot) -> bool:
    activity = slot.activity
    assert activity is not None
    place = activity.place
    return bool(activity.rain_en or activity.rain_ja or (place is not None and place.rain_plan))
