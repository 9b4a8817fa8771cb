"""What a day of an itinerary tells its reader, piece by piece: when an event is and where, where the night is spent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planner.clock import WallTime
from planner.language.dates import day_text
from planner.language.times import wall_text
from planner.model.programme import Journey
from planner.papers.facts import Fact
from planner.papers.itinerary import lodging
from planner.papers.itinerary.days import Day, Event
from planner.papers.itinerary.pieces import time_parts_of
from planner.papers.itinerary.reminders import reminders
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import telling
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Run


def told(block: Block, *facts: Fact) -> Block:
    """Give a day's block so that its first part tells these."""
    first, *others = block.rows or (None,)
    return block if first is None else replace(block, rows=(telling(first, facts), *others))


def facts_of_both(day: Day, pair: tuple[Wording, Wording]) -> Iterator[Fact]:
    """Give what a day tells on a page in both languages: everything in each, known by the language at its key's end."""
    for wording in pair:
        for fact in facts_of_day(day, wording):
            yield replace(fact, key=f"{fact.key}.{wording.language}")


def facts_of_day(day: Day, wording: Wording) -> Iterator[Fact]:
    """Give what a day tells in one language."""
    on = day_text(day.on, wording.language, "short")
    for event in day.events:
        yield from facts_of_event(event, wording)
    yield from reminder_facts(day, wording)
    if day.night is not None:
        label = wording.listed([on, wording.speaker.tr_in("lodging", "Night")])
        yield Fact(f"{day.on.isoformat()}/night", label, lodging.night(day.night, wording))


def reminder_facts(day: Day, wording: Wording) -> Iterator[Fact]:
    """Give what a day reminds of."""
    on = day_text(day.on, wording.language, "short")
    for one in reminders(day, wording):
        yield Fact(one.key, wording.listed([on, one.label]), one.words)


def facts_of_event(event: Event, wording: Wording) -> Iterator[Fact]:
    """Give what a row tells of an event: the same wherever it stands, so that a change is told once."""
    if event.journey is not None:
        ends = ((event.start, "leaves"), (event.end, "arrives"))
        told = ((wall, end) for wall, end in ends if wall is not None and wall in event.on_this_day)
        yield from (leg_fact(event.journey, end, wall, wording) for wall, end in told)
        return
    on = day_text(event.day, wording.language, "short")
    time = "".join(part.text for part in time_parts_of(event, wording) if isinstance(part, Run))
    place = wording.place(event.activity.place) if event.activity else ""
    key, title = f"{event.source.uid}/{event.day.isoformat()}", wording.title(event)
    yield Fact(key, title, wording.listed([f"{on} {time}", place]))
    for detail in wording.details(event):
        if detail.key:
            yield Fact(f"{key}/{detail.key}", wording.listed([title, detail.label]), detail.words)


def leg_fact(leg: Journey, end: str, wall: WallTime, wording: Wording) -> Fact:
    """Tell one end of a leg, "leaves" or "arrives": when and where."""
    place = leg.from_place if end == "leaves" else leg.to_place
    when = wall_text(wall, wording.language, "short", "paper")
    which = wording.speaker.tr("Departure") if end == "leaves" else wording.speaker.tr("Arrival")
    label = wording.listed([wording.name(leg), which])
    return Fact(f"{leg.uid}/{end}", label, wording.listed([when, wording.end(place)]))
