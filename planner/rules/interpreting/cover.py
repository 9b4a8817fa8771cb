"""How much of a need is covered: in persons times minutes, and how much it matters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from planner.agenda import agenda_of
from planner.model.interpreting import Need
from planner.model.kinds import ActivityKind, Importance
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.rules.interpreting.availability import Span, spans_there
from planner.rules.interpreting.roster import MINUTE, Roster, Wanted, roster_of
from planner.rules.left import counts, covering, standing_needs

#: How much a minute without an interpreter weighs, by how much it matters.
WEIGHTS = {Importance.LOW: 1, Importance.NORMAL: 2, Importance.HIGH: 4}
# An official event without an interpreter fails before both cities' eyes; a family or a van finds a way.
_OF_KIND = {
    ActivityKind.OFFICIAL: Importance.HIGH,
    ActivityKind.FAMILY: Importance.LOW,
    ActivityKind.TRAVEL: Importance.LOW,
}


class Lack(NamedTuple):
    """A stretch of a need in which people are missing: from when until when, and how many."""

    start: dt.datetime
    end: dt.datetime
    missing: int

    @property
    def person_minutes(self) -> int:
        """Persons times minutes."""
        return self.missing * int((self.end - self.start) / MINUTE)


def importance_of(wanted: Wanted) -> Importance:
    """Give how much a need matters: as somebody said, or by the kind of its event; what is on stage matters most."""
    stated = wanted.need.importance
    if stated in WEIGHTS:
        return stated
    if wanted.need.on_stage:
        return Importance.HIGH
    event = wanted.slot.event
    kind = event.kind if isinstance(event, Activity) else ActivityKind.TRAVEL
    return _OF_KIND.get(kind, Importance.NORMAL)


def weight_of(wanted: Wanted) -> int:
    """Give what a minute of a need without one interpreter weighs."""
    return WEIGHTS[importance_of(wanted)]


def uncovered(wanted: Wanted, roster: Roster, *, as_they_can: bool = True) -> list[Lack]:
    """Give the stretches in which a need lacks somebody, in order of time.

    An assignment covers as much as its interpreter can come for (`as_they_can`), and one person counts once.
    """
    there: list[Span] = []
    for duty in roster.team(wanted.need):
        if counts(duty.assignment):
            spans = spans_there(roster.coming(duty.interpreter), duty.span, roster.plan) if as_they_can else [duty.span]
            there += spans
    cuts = sorted({wanted.start, wanted.end, *(cut for span in there for cut in span if _within(cut, wanted))})
    found: list[Lack] = []
    for start, end in pairwise(cuts):
        missing = (wanted.need.how_many or 1) - sum(1 for span in there if span[0] <= start and end <= span[1])
        _add(found, Lack(start, end, missing))
    return found


def _add(lacks: list[Lack], more: Lack) -> None:
    if more.missing <= 0:
        return
    if lacks and lacks[-1].end == more.start and lacks[-1].missing == more.missing:
        lacks[-1] = Lack(lacks[-1].start, more.end, more.missing)
    else:
        lacks.append(more)


def apart(lacks: Iterable[Lack], before: Iterable[Lack]) -> tuple[list[Lack], list[Lack]]:
    """Give what of the lacks of one need is new against those it had `before`, and what is not, in order of time."""
    had = list(before)
    new: list[Lack] = []
    old: list[Lack] = []
    for lack in lacks:
        cuts = {cut for one in had for cut in (one.start, one.end) if lack.start < cut < lack.end}
        for start, end in pairwise(sorted({lack.start, lack.end, *cuts})):
            was = next((one.missing for one in had if one.start <= start and end <= one.end), 0)
            _add(new, Lack(start, end, lack.missing - was))
            _add(old, Lack(start, end, min(lack.missing, was)))
    return new, old


def _within(cut: dt.datetime, wanted: Wanted) -> bool:
    return wanted.start < cut < wanted.end


def short_of(need: Need, roster: Roster) -> int:
    """Give how many a need lacks at the moment at which it lacks most; of one without an hour, by the head."""
    wanted = roster.wanted.get(need.id)
    if wanted is None:
        return max(0, (need.how_many or 1) - len(covering(need)))
    return max((lack.missing for lack in uncovered(wanted, roster)), default=0)


def needs_lacking(plan: Plan) -> list[Need]:
    """Which needs lack somebody at some moment, be somebody there for a part or not; cancelled ones lack nobody."""
    roster = roster_of(agenda_of(plan))
    return [need for need in standing_needs(plan) if short_of(need, roster)]


def part_lacking(wanted: Wanted, roster: Roster) -> Span | None:
    """Give the one stretch in which a need lacks somebody, where it is a part of it; None if it is all, or several."""
    lacks = uncovered(wanted, roster)
    if len(lacks) != 1 or (lacks[0].start, lacks[0].end) == (wanted.start, wanted.end):
        return None
    return lacks[0].start, lacks[0].end


def uncovered_minutes(roster: Roster) -> int:
    """Give the persons times minutes that a plan lacks in all, ideas left out."""
    return sum(
        lack.person_minutes
        for wanted in roster.wanted.values() if not wanted.is_idea
        for lack in uncovered(wanted, roster)
    )  # fmt: skip


__all__ = [
    "Lack",
    "apart",
    "covering",
    "importance_of",
    "needs_lacking",
    "part_lacking",
    "short_of",
    "uncovered",
    "uncovered_minutes",
    "weight_of",
]
