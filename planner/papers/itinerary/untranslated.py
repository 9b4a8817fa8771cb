"""What a paper would show in the other language's script: the places and titles that stand on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.language.untranslated import untranslated as without_name
from planner.model.message import Message
from planner.model.programme import Place
from planner.papers.itinerary.days import Schedule
from planner.papers.options import BOTH, ENGLISH, JAPANESE


def untranslated(schedules: Sequence[Schedule], language: str) -> tuple[Message, ...]:
    """Say which places and titles on these schedules' papers have no name in a language of the paper."""
    events = [event.source for one in schedules for day in one.days for event in day.events]
    places = [place for one in schedules for place in _places(one)]
    return without_name(events, places, (ENGLISH, JAPANESE) if language == BOTH else (language,))


def _places(schedule: Schedule) -> Iterator[Place]:
    """Give the places that the paper names: of activities, of the ends of legs, and of nights."""
    for day in schedule.days:
        for event in day.events:
            journey, activity = event.journey, event.activity
            ends = (journey.from_place, journey.to_place) if journey else (activity.place if activity else None,)
            yield from (place for place in ends if place is not None)
        if day.night is not None:
            yield from (stay.place for stay in day.night.stays if stay.place is not None)
