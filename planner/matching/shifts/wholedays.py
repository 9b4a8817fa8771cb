"""Good practice and faces of one block, settled with whole days as columns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from planner.matching.exact.columns import Ints
from planner.matching.exact.reached import rounded_up
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import MEASURES
from planner.matching.shifts.diving import dive
from planner.matching.shifts.duties import Option
from planner.matching.shifts.oneday import best_of
from planner.matching.shifts.programme import Programme

_DIVE = 40
"""So many linear programmes at most on one way to an answer."""
_KNOWN = 30_000
"""Where no more whole days than these could be in an answer, they are all known from then on."""
_CHOOSE, _NODES = 6_000, 50
"""Among so few whole days an answer is sought by branching where diving has found none."""
_FEW = 800
_WIDER, _FURTHER = 4, 2
"""So much above the bound an answer is still looked for; and where none is known, for there may be none."""
_EPS = 1e-6


@dataclass(frozen=True)
class Settled:
    """What was found (None: nothing lawful within what is settled), its penalties and faces, and the least of them."""

    chosen: list[Option] | None
    broken: int
    faces: int
    least: int


def whole_days(
    programme: Programme, known: Iterable[Option], aims: Sequence[Aim], broken: int | None = None
) -> Settled:
    """Find few faces within the least penalties that the linear programme allows, or within those that are `broken`.

    `known` is an answer; it counts only where it keeps to these penalties. The programme is one of a single roster,
    which knows afterwards, if they are not too many, every whole day that can be in an answer as good as that.
    """
    [roster] = programme.rosters
    given = list(known)
    start = roster.whole_days_of(given)
    if start.duties != len(given) or programme.watch.stopped:
        return Settled(None, 0, 0, 0)
    programme.load(0, roster.add(start))
    if broken is None and Aim.BROKEN in aims:
        programme.seek(Aim.BROKEN)
        programme.relax()
        broken = _least(programme)
    totals = start.measures.sum(axis=0)
    if broken is not None:
        programme.limit(Aim.BROKEN, broken)
    best: Ints | None = None
    faces = len(roster.day.options) + 1
    if broken is None or totals[MEASURES.index(Aim.BROKEN)] <= broken:
        best, faces = roster.add(start), int(totals[MEASURES.index(Aim.FACES)])
    programme.seek(Aim.FACES)
    if programme.lacks(programme.tighten(faces)):
        # So much good practice cannot be kept.
        return Settled(None, 0, 0, 0)
    least = target = _least(programme)
    every, last = True, least + (_WIDER if best is not None else _FURTHER)
    while target < min(faces, last) and math.isfinite(programme.floor):
        # Of the whole days that could be in an answer at the target, none is missing now, unless they are too many.
        slack = target - programme.floor
        every = every and roster.within(programme.worth[0], slack, _KNOWN)
        # Where some are left out, branching finds more than diving.
        places, none = dive(programme, 0, target, _DIVE).places if every or best is None else None, False
        if places is None and (best is not None or every):
            places, none = _choose(programme, faces, target, slack if every else None, best)
        if places is not None:
            best, faces = places, round(float(roster.measure(Aim.FACES)[places].sum()))
        elif best is None and not none:
            # Perhaps nothing keeps so much good practice at all.
            break
        if none and target == least:
            least = target + 1
        if not every:
            # Branching among some of them would say the same again.
            break
        target += 1
    if math.isfinite(programme.floor):
        roster.complete = (every and target > faces) or roster.within(
            programme.worth[0], faces - programme.floor, _KNOWN
        )
    roster.limit(Aim.FACES, faces)
    return Settled(None if best is None else roster.options(best), broken or 0, faces, min(least, faces))


def _least(programme: Programme) -> int:
    return max(0, int(rounded_up(programme.floor))) if math.isfinite(programme.floor) else 0


def _choose(
    programme: Programme, faces: int, target: int, slack: float | None, best: Ints | None
) -> tuple[Ints | None, bool]:
    """Seek an answer with fewer faces by branching, and say whether it is proved that none is at the target.

    `slack` is how much beyond its worth a whole day in an answer may cost, if all of those are known.
    """
    [roster] = programme.rosters
    costs = roster.reduced_at(programme.worth[0])
    within = int((costs <= slack + _EPS).sum()) if slack is not None else 0
    every = slack is not None and within <= _CHOOSE
    if best is None and not every:
        return None, False
    cheap = np.argsort(costs, kind="stable")[: within if every else _FEW]
    if not every:
        # What linear programmes have asked for is mostly what an answer is made of.
        cheap = np.union1d(cheap, programme.loaded(0))
    places = cheap if best is None else np.union1d(cheap, best)
    nodes = _NODES if every else 1
    got = best_of(roster, roster.measure(Aim.FACES), places, best, programme.watch, slack=0.999, nodes=nodes)
    none = every and got.bound > target + _EPS
    return (None if got.cost > faces - 1 + _EPS else got.chosen), none
