"""What a day of an itinerary tells its reader, piece by piece: when an event is and where, where the night is spent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planner.language.dates import day_text, wall_text
from planner.model.programme import Journey
from planner.papers.facts import Fact
from planner.papers.itinerary import lodging
from planner.papers.itinerary.cautions import cautions, said
from planner.papers.itinerary.pieces import time_parts_of
from planner.papers.itinerary.schedule import Day, Event
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
        yield from _of_leg(event, event.journey, wording) if event.journey else _of_activity(event, on, wording)
    for caution in cautions(wording.schedule, day):
        key = f"{caution.event.source.uid}/{caution.meal.which}/{caution.member.uid}/careful"
        yield Fact(key, wording.listed([on, wording.speaker.tr("Careful")]), said(caution, wording))
    if day.night is not None:
        label = wording.listed([on, wording.speaker.tr_in("lodging", "Night")])
        yield Fact(f"{day.on.isoformat()}/night", label, lodging.night(day.night, wording))


def _of_activity(event: Event, on: str, wording: Wording) -> Iterator[Fact]:
    time = "".join(part.text for part in time_parts_of(event, wording) if isinstance(part, Run))
    place = wording.place(event.activity.place) if event.activity else ""
    key, title = f"{event.source.uid}/{event.day.isoformat()}", wording.title(event)
    yield Fact(key, title, wording.listed([f"{on} {time}", place]))
    for detail in wording.details(event):
        if detail.label:
            yield Fact(f"{key}/{detail.label}", wording.listed([title, detail.label]), detail.words)


def _of_leg(event: Event, leg: Journey, wording: Wording) -> Iterator[Fact]:
    ends = ((event.start, leg.from_place, "leaves"), (event.end, leg.to_place, "arrives"))
    for wall, place, which in ends:
        if wall is not None and wall in event.on_this_day:
            when = wall_text(wall, wording.language, "short", "paper")
            yield Fact(f"{leg.uid}/{which}", wording.title(event), wording.listed([when, wording.end(place)]))
