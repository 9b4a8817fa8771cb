"""What a leg does to people and calendars: connections, the eve of a flight, another date, clocks that change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from planner.agenda import Agenda, Slot
from planner.agenda.moved import moved_times
from planner.clock import change_overs_between
from planner.clock.legs import eve_of
from planner.language.moved import message_of
from planner.model.kinds import ActivityStatus, TravelMode
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.programme.clashes import connects, subject, title
from planner.rules.programme.drivers import JAPAN_NOTICE, is_in_japan
from planner.rules.rule import Figures, Found, of_event, of_plan

_MINUTE = dt.timedelta(minutes=1)


@of_event("eve-of-departure", FindingKind.JOURNEYS, Severity.NOTE, minutes=180)
def eve_of_departure(slot: Slot, figures: Figures) -> Iterator[Found]:
    """A flight leaves in the small hours: people set out on the evening before (domain.md §7.3)."""
    journey = slot.journey
    if journey is None or journey.mode is not TravelMode.AIR:
        return
    eve = eve_of(slot.begins, journey.check_in_minutes or int(figures["minutes"]))
    if eve is not None:
        told = {"event": title(slot), "at": slot.begins, "there": eve.be_there, "evening": eve.evening_of}
        yield Found(subject(slot), told, (), (), slot.day)


@of_event("lands-on-other-day", FindingKind.JOURNEYS, Severity.NOTE)
def lands_on_other_day(slot: Slot, figures: Figures) -> Iterator[Found]:
    """By the calendars a leg arrives on another day than it leaves (domain.md §7.3)."""
    if slot.journey is not None and slot.ends is not None and slot.ends.on != slot.begins.on:
        told = {"event": title(slot), "departs": slot.begins, "arrives": slot.ends}
        yield Found(subject(slot), told, (), (), slot.day)


@of_event("no-rest-stop", FindingKind.JOURNEYS, Severity.NOTE, minutes=120)
def no_rest_stop(slot: Slot, figures: Figures) -> Iterator[Found]:
    """A coach is on the road for long: somebody has to plan a stop (domain.md §5.2)."""
    if not is_in_japan(slot):
        yield from _without_stop(slot, figures)


@of_event("no-rest-stop-japan", FindingKind.JOURNEYS, Severity.NOTE, source=JAPAN_NOTICE, minutes=120)
def no_rest_stop_japan(slot: Slot, figures: Figures) -> Iterator[Found]:
    """The same in Japan, where a notice says when a driver has to stop, sooner on expressways (domain.md §2.9)."""
    if is_in_japan(slot):
        yield from _without_stop(slot, figures)


def _without_stop(slot: Slot, figures: Figures) -> Iterator[Found]:
    journey, minutes = slot.journey, int(slot.length / _MINUTE)
    if journey is not None and journey.mode is TravelMode.COACH and minutes > figures["minutes"]:
        yield Found(subject(slot), {"event": title(slot), "at": slot.begins, "minutes": minutes}, (), (), slot.day)


@of_plan("connection", FindingKind.JOURNEYS, Severity.WARN, domestic=60, international=120, other=20)
def connection(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Between one leg and the next there is little time: for another gate, for passports, or for a platform.

    The minutes that somebody wrote down to be there before a flight hold for who comes by road or rail. Where the
    next leg leaves from another place, the way there comes on top.
    """
    legs = [(slot, frozenset(member.id for member in slot.members)) for slot in agenda.slots if _is_leg(slot)]
    for cohort in agenda.cohorts if len(legs) > 1 else ():
        traveller = cohort.members[0].id
        for earlier, later in pairwise(leg for leg, aboard in legs if traveller in aboard):
            if earlier.ends is None or not connects(earlier, later):
                continue
            way = agenda.ways.between(earlier.to_place, later.from_place)
            needed = _needed(earlier, later, figures) + (way.minutes if way is not None else 0)
            gap = int((later.start - earlier.end) / _MINUTE)
            if 0 <= gap < needed:
                told = {"one": title(earlier), "other": title(later), "at": later.begins, "gap": gap, "needed": needed}
                who = tuple(member.id for member in cohort.members)
                yield Found(subject(later), told, who, (subject(earlier),), later.day)


def _is_leg(slot: Slot) -> bool:
    return slot.journey is not None and slot.event.status is not ActivityStatus.IDEA


def _needed(earlier: Slot, later: Slot, figures: Figures) -> int:
    """Give the minutes there should be between two legs that connect, at one place."""
    assert earlier.journey is not None
    assert later.journey is not None
    if later.journey.mode is not TravelMode.AIR:
        return int(figures["other"])
    if earlier.journey.mode is not TravelMode.AIR:
        return max(int(figures["other"]), later.journey.check_in_minutes or 0)
    return int(figures["international" if _crosses_a_border(earlier) or _crosses_a_border(later) else "domestic"])


def _crosses_a_border(flight: Slot) -> bool:
    return flight.ends is not None and _country(flight.begins.zone) != _country(flight.ends.zone)


def _country(zone: str) -> str:
    """Give which country a zone is in, as far as it matters here: Japan, the US, or by the zone's own name."""
    return "US" if zone.startswith(("America/", "US/")) or zone == "Pacific/Honolulu" else zone


@of_plan("zone-data-moved", FindingKind.TIME, Severity.WARN)
def zone_data_moved(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """An event happens at another moment than when it was planned, since a country has changed its clock law."""
    for one in moved_times(agenda.plan):
        event, wall = one.event, one.moved.wall
        # An acceptance holds for this shift, not for the next change of the law.
        shift = int(one.moved.by / _MINUTE) if one.moved.by is not None else 0
        told = {"said": message_of(one), "at": wall, "minutes": shift}
        yield Found(Subject(type(event).__name__, event.id), told, (), (), wall.on)


@of_plan("time-unclear", FindingKind.TIME, Severity.BLOCK)
def time_unclear(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """An event is at a time that no clock shows, or that clocks show twice and nobody has said which."""
    for unclear in agenda.unclear:
        event = Subject(type(unclear.event).__name__, unclear.event.id)
        yield Found(event, {"event": title(unclear), "reason": unclear.error.message})


@of_plan("change-over", FindingKind.TIME, Severity.NOTE)
def change_over(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """The clocks of one of the cities are changed during the visit (domain.md §7.2)."""
    visit = agenda.plan.visit
    for zone in dict.fromkeys((visit.host_city.zone, visit.home_city.zone)):
        for turn in change_overs_between(zone, visit.first_day, visit.last_day):
            told = {"day": turn.shown_before.date(), "zone": zone, "shown": turn.wall}
            yield Found(Subject("Visit", visit.id), told, (), (), turn.shown_before.date())
