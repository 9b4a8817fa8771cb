"""Nobody is in two places, and everybody has the time to get from one to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from planner.agenda import Agenda, Slot, Unclear
from planner.language.marking import Pair
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.rule import DayOf, Figures, Found, of_day, of_plan

_MINUTE = dt.timedelta(minutes=1)


def subject(slot: Slot) -> Subject:
    """Give the event of a slot as what a finding is about."""
    return Subject(*slot.key)


def title(slot: Slot | Unclear) -> Pair:
    """Give the title of an event as a figure."""
    return Pair(slot.event.title_en, slot.event.title_ja)


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
    """The way to the next event takes longer than there is time.

    A group of `group` people or more needs `boarding` minutes besides, to get on and off: a host learned to add time to
    whatever a group does (domain.md §5.1, [115]).
    """
    slots = (day.before, *day.slots) if day.before is not None else day.slots
    for earlier, later in pairwise(slots):
        if earlier.ends is None or later.start < earlier.end:
            continue
        way = day.ways.between(earlier.to_place, later.from_place)
        if way is None or way.minutes == 0:
            continue
        boarding = int(figures["boarding"]) if len(later.members) >= figures["group"] else 0
        needed = way.minutes + boarding + _free(earlier, later)
        gap = int((later.start - earlier.end) / _MINUTE)
        if gap < needed:
            figures_of = {
                "one": title(earlier), "other": title(later), "gap": gap, "needed": needed, "guessed": way.guessed,
            }  # fmt: skip
            yield Found(subject(later), figures_of, day.who, (subject(earlier),), later.day)


def _free(earlier: Slot, later: Slot) -> int:
    """Give the minutes that must stay free after the one and before the other."""
    after = earlier.activity.buffer_after if earlier.activity is not None else 0
    before = later.activity.buffer_before if later.activity is not None else 0
    return max(after or 0, before or 0)
