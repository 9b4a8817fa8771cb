"""Nobody is in two places, and everybody has the time to get from one to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.agenda import Agenda, Slot, Unclear
from planner.agenda.courses import brings
from planner.agenda.ways import Minutes
from planner.language.marking import Pair
from planner.model.kinds import ActivityStatus, TravelMode
from planner.model.message import Message
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.rule import DayOf, Figures, Found, of_day, of_plan

_MINUTE = dt.timedelta(minutes=1)
# What leaves by its timetable whoever is missing; a coach waits, and of a city bus there is a next one.
_LEAVES_WITHOUT = frozenset({TravelMode.AIR, TravelMode.RAIL, TravelMode.SHIP})


def subject(slot: Slot) -> Subject:
    """Give the event of a slot as what a finding is about."""
    return Subject(*slot.key)


def title(slot: Slot | Unclear) -> Pair:
    """Give the title of an event as a figure."""
    return Pair(slot.event.title_en, slot.event.title_ja)


def connects(earlier: Slot, later: Slot) -> bool:
    """Say whether a leg that leaves whoever is missing follows another leg: what there is between them is a connection.
    """
    return earlier.journey is not None and later.journey is not None and later.journey.mode in _LEAVES_WITHOUT


@of_plan("two-places", FindingKind.TIME, Severity.BLOCK)
def two_places(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody takes part in two events at the same time, and not at one place."""
    for earlier, later, who in agenda.clashes:
        if not _same_place(earlier, later):
            yield _pair(earlier, later, who)


@of_plan("two-things", FindingKind.TIME, Severity.WARN)
def two_things(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody takes part in two events at the same time at one place."""
    for earlier, later, who in agenda.clashes:
        if _same_place(earlier, later):
            yield _pair(earlier, later, who)


def _same_place(earlier: Slot, later: Slot) -> bool:
    places = [place for slot in (earlier, later) for place in (slot.from_place, slot.to_place)]
    return len({place.id if place is not None else None for place in places}) == 1 and None not in places


def _pair(earlier: Slot, later: Slot, who: tuple[int, ...]) -> Found:
    figures = {"one": title(earlier), "other": title(later), "at": later.begins}
    return Found(subject(later), figures, who, (subject(earlier),), later.day)


@of_day("gap-too-short", FindingKind.TIME, Severity.WARN, boarding=10, group=8)
def gap_too_short(day: DayOf, figures: Figures) -> Iterator[Found]:
    """The way to the next event, and whatever else must fit in between, takes longer than there is time.

    What has ended last before an event is held against it. A group of `group` people or more needs `boarding` minutes
    besides the way, to get on and off: a host learned to add time to whatever a group does (domain.md §5.1, [115]).
    Before a leg people have to be there `check_in_minutes` earlier, unless they are at that very place already; before
    and after an activity its own minutes stay free, at the same place too. Of who is still at something else then, and
    of connections between two legs, rules of their own speak.
    """
    slots = [slot for slot in (day.before, *day.slots) if slot is not None and not _is_idea(slot)]
    for number, later in enumerate(slots):
        going_on = [slot for slot in slots[:number] if slot.overlaps(later)]
        ended = [slot for slot in slots[:number] if slot.ends is not None and slot.end <= later.start]
        last = max(ended, key=lambda slot: slot.end, default=None)
        if last is None or connects(last, later) or not all(_same_place(slot, later) for slot in going_on):
            continue
        parts = _needed(last, later, day.ways.between(last.to_place, later.from_place), figures)
        gap, needed = int((later.start - last.end) / _MINUTE), sum(minutes for _, minutes in parts)
        if gap < needed:
            said = [Message.of(part, minutes=minutes) for part, minutes in parts if minutes]
            told = {"one": title(last), "other": title(later), "gap": gap, "needed": needed, "parts": said}
            yield Found(subject(later), told, day.who, (subject(last),), later.day)


def _is_idea(slot: Slot) -> bool:
    return slot.event.status is ActivityStatus.IDEA


def _needed(last: Slot, later: Slot, way: Minutes | None, figures: Figures) -> list[tuple[str, int]]:
    """Give the minutes that one event needs after another, by the codes of what they are for."""
    minutes = way.minutes if way is not None else 0
    boarding = int(figures["boarding"]) if minutes and len(later.members) >= figures["group"] else 0
    guessed = way is not None and way.guessed
    return [
        ("gap-way-guessed" if guessed else "gap-way", minutes),
        ("gap-boarding", boarding),
        ("gap-check-in", _check_in(last, later, way)),
        ("gap-free", _free(last, later)),
    ]


def _check_in(last: Slot, later: Slot, way: Minutes | None) -> int:
    """Give how long before a leg people must be there; nothing if they are, or if nobody can say where they are.

    Being brought to an airport is for being there in time, by whatever name the airport stands in the plan.
    """
    journey, is_there = later.journey, way is not None and not way.minutes
    if journey is None or last.to_place is None or later.from_place is None or is_there:
        return 0
    return 0 if way is None and brings(last) else journey.check_in_minutes or 0


def _free(earlier: Slot, later: Slot) -> int:
    """Give the minutes that must stay free after the one and before the other."""
    after = earlier.activity.buffer_after if earlier.activity is not None else 0
    before = later.activity.buffer_before if later.activity is not None else 0
    return max(after or 0, before or 0)
