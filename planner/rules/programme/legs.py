"""What a leg does to the calendar: the eve of a flight, the other date on arrival, the clocks that change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.agenda import Agenda, Slot
from planner.clock import change_overs_between
from planner.clock.legs import eve_of
from planner.model.kinds import TravelMode
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.programme.clashes import subject, title
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
        told = {"event": title(slot), "at": slot.begins, "there": eve.be_there}
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
    journey, minutes = slot.journey, int(slot.length / _MINUTE)
    if journey is not None and journey.mode is TravelMode.COACH and minutes > figures["minutes"]:
        yield Found(subject(slot), {"event": title(slot), "at": slot.begins, "minutes": minutes}, (), (), slot.day)


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
