"""Names that a paper would show in the other language's script, since nobody has written them in its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from planner.language.airports import airport_name
from planner.model.message import Message
from planner.model.programme import Place
from planner.papers.itinerary.schedule import Schedule
from planner.papers.options import BOTH, ENGLISH, JAPANESE

# A note says so many names; of the others only how many.
_NAMED = 6
_ENDS = {ENGLISH: "english", JAPANESE: "japanese"}


def untranslated(schedules: Sequence[Schedule], language: str) -> tuple[Message, ...]:
    """Say which places and titles on these schedules' papers have no name in a language of the paper.

    The figures are ``count``, all the ``names``, and ``some`` of them: the first, and how many more there are.
    """
    events = [event.source for one in schedules for day in one.days for event in day.events]
    places = [place for one in schedules for place in _places(one)]
    found: list[Message] = []
    for wanted in (ENGLISH, JAPANESE) if language == BOTH else (language,):
        for begin, things, stem in (
            ("paper-places-not-in-", places, "name"),
            ("paper-titles-not-in-", events, "title"),
        ):
            names = list(dict.fromkeys(filter(None, (_only_other(thing, stem, wanted) for thing in things))))
            if names:
                found.append(_note(begin + _ENDS[wanted], names))
    return tuple(found)


def _note(code: str, names: list[str]) -> Message:
    some: list[str | Message] = [*names[:_NAMED]]
    if len(names) > _NAMED:
        some.append(Message.of("paper-names-more", count=len(names) - _NAMED))
    return Message.of(code, count=len(names), names=names, some=some)


def _only_other(thing: Any, stem: str, language: str) -> str:
    """Give the name in the other language, if that is the only one; known airports are named by their letters."""
    if isinstance(thing, Place) and airport_name(thing.code, language):
        return ""
    english, japanese = (str(getattr(thing, f"{stem}_{half}")).strip() for half in (ENGLISH, JAPANESE))
    own, other = (japanese, english) if language == JAPANESE else (english, japanese)
    return "" if own else other


def _places(schedule: Schedule) -> Iterator[Place]:
    """Give the places that the paper names: of activities, of the ends of legs, and of nights."""
    for day in schedule.days:
        for event in day.events:
            journey, activity = event.journey, event.activity
            ends = (journey.from_place, journey.to_place) if journey else (activity.place if activity else None,)
            yield from (place for place in ends if place is not None)
        if day.night is not None:
            yield from (stay.place for stay in day.night.stays if stay.place is not None)
