"""After a flight over many zones people need a night: no ceremony and no match too soon."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from planner.agenda import Agenda, Slot
from planner.clock import offset_of
from planner.language.marking import Pair
from planner.model.attendance import travels
from planner.model.kinds import ActivityKind, TravelMode
from planner.rules.finding import FindingKind, Severity, Source
from planner.rules.programme.clashes import subject, title
from planner.rules.rule import Figures, Found, of_plan

#: Symptoms are felt from three zones on; athletes need days to be at their best again.
JET_LAG = Source(
    Pair("CDC Yellow Book 2024, “Jet Lag Disorder”", "米国疾病予防管理センター「イエローブック2024」時差ぼけの項"),
    dt.date(2023, 5, 1),
)
_HOUR = dt.timedelta(hours=1)
# Symptoms are felt from three zones on (domain.md §5.1, [114]).
_ZONES = 3 * _HOUR
# Sport is also a clinic or a practice; only who plays against others must be at their best.
_MATCH = re.compile(
    r"\b(games?|match(es)?|tournament|vs|race|final|semi-?final)\b|試合|大会|対抗|決勝|レース", re.IGNORECASE
)


@of_plan("formal-after-landing", FindingKind.TIME, Severity.WARN, source=JET_LAG, hours=18)
def formal_after_landing(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A formal event begins too soon after a flight over three zones or more (domain.md §5.1)."""
    yield from _too_soon(agenda, figures["hours"], _is_formal)


@of_plan("formal-soon-after-landing", FindingKind.TIME, Severity.NOTE, source=JET_LAG, since=18, hours=36)
def formal_soon_after_landing(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A formal event is not too soon, but within the first day and a half: somebody should have thought of it."""
    yield from _too_soon(agenda, figures["hours"], _is_formal, figures["since"])


@of_plan("match-after-landing", FindingKind.TIME, Severity.WARN, source=JET_LAG, hours=48)
def match_after_landing(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Athletes play too soon after a flight over three zones or more (domain.md §5.1: 48 to 72 hours)."""
    yield from _too_soon(agenda, figures["hours"], _is_match)


def _too_soon(agenda: Agenda, hours: float, looked_for: Callable[[Slot], bool], since: float = 0) -> Iterator[Found]:
    landings = [slot for slot in agenda.slots if _is_landing(slot)]
    for slot in agenda.slots if landings else ():
        if not looked_for(slot):
            continue
        # Of an event whose group is still empty nobody knows who comes: it may be anybody of those who land.
        who = {member.id for member in slot.members or agenda.plan.members if travels(member)}
        for landing in landings:
            tired = tuple(member.id for member in landing.members if member.id in who)
            after = (slot.start - landing.end) / _HOUR
            if tired and since <= after < hours and after >= 0:
                told = {"event": title(slot), "at": slot.begins, "hours": int(after), "landed": landing.ends}
                yield Found(subject(slot), told, tired if slot.members else (), (subject(landing),), slot.day)


def _is_landing(slot: Slot) -> bool:
    journey = slot.journey
    if journey is None or journey.mode is not TravelMode.AIR or slot.ends is None:
        return False
    apart = abs(offset_of(slot.ends) - offset_of(slot.begins))
    # Over the date line the clocks are further apart than the sun is.
    return min(apart, 24 * _HOUR - apart) >= _ZONES


def _is_formal(slot: Slot) -> bool:
    return slot.activity is not None and slot.activity.kind is ActivityKind.OFFICIAL


def _is_match(slot: Slot) -> bool:
    activity = slot.activity
    if activity is None or activity.kind is not ActivityKind.SPORT:
        return False
    return bool(_MATCH.search(activity.title_en) or _MATCH.search(activity.title_ja))
