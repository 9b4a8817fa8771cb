"""The faces of one block, settled with whole days as columns."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from planner.matching.exact.columns import Ints
from planner.matching.exact.highs import End
from planner.matching.exact.reached import rounded_up
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import MEASURES
from planner.matching.shifts.diving import dive
from planner.matching.shifts.duties import Option
from planner.matching.shifts.oneday import best_of
from planner.matching.shifts.programme import Programme

_DIVE = 150
"""So many linear programmes at most on one way to an answer."""
_MANY = 16_000
"""Where more whole days than these could be in an answer, prices are sought at which they are fewer."""
_KNOWN = 30_000
"""Where no more whole days than these could be in an answer, they are all known from then on."""
_CHOOSE, _NODES = 6_000, 50
"""Among so few whole days an answer is sought by branching where diving has found none."""
_FEW = 800
"""Where there are more, it is sought among so many that cost least."""
_TRIED = 6
"""Of so many persons it is asked whether they are missing for certain."""
_WIDER = 4
"""So much above the bound an answer is still looked for."""
_EPS = 1e-6


@dataclass(frozen=True)
class Settled:
    """What was found, its faces, and the least that there can be."""

    chosen: list[Option]
    faces: int
    least: int


def whole_days(programme: Programme, known: Iterable[Option]) -> Settled | None:
    """Find few faces within what is settled; None where what is known does not consist of lawful whole days.

    The programme is one of a single roster, which knows afterwards, if they are not too many, every whole day that can
    be in an answer as good as that.
    """
    [roster] = programme.rosters
    given = list(known)
    start = roster.whole_days_of(given)
    if start.duties != len(given) or programme.watch.stopped:
        return None
    best, faces = roster.add(start), int(start.measures.sum(axis=0)[MEASURES.index(Aim.FACES)])
    programme.load(0, best)
    programme.begin()
    programme.seek(Aim.FACES)
    _whom_to_do_without(programme, faces)
    least = target = _least(programme)
    every, last = True, least + _WIDER
    while target < min(faces, last) and math.isfinite(programme.floor):
        # Of the whole days that could be in an answer at the target, none is missing now, unless they are too many.
        slack = target - programme.floor
        if every and not roster.within(programme.worth[0], slack, _MANY):
            programme.centre()
            slack = target - programme.floor
            every = roster.within(programme.worth[0], slack, _KNOWN)
        # Where some are left out, branching finds more than diving.
        places, none = dive(programme, 0, target, _DIVE) if every else None, False
        if places is None:
            places, none = _choose(programme, faces, target, slack if every else None, best)
        if places is not None:
            best, faces = places, round(float(roster.measure(Aim.FACES)[places].sum()))
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
    return Settled(roster.options(best), faces, min(least, faces))


def _whom_to_do_without(programme: Programme, faces: int) -> None:
    """Tighten the linear programme, and find who is missing for certain of those that it has missing by halves.

    Half of two who are missing here and half of two there is mostly one here and one there: where it is, there is no
    answer without.
    """
    [roster] = programme.rosters
    tried = set[int]()
    while True:
        relaxed = programme.tighten(faces)
        if relaxed.end is not End.OPTIMAL or programme.watch.stopped or rounded_up(programme.floor) >= faces:
            return
        missing = programme.missing(0, relaxed)
        halves = [one for one in np.flatnonzero(np.minimum(missing, 1.0 - missing) > _EPS).tolist() if one not in tried]
        if not halves or len(tried) == _TRIED:
            return
        absent = max(halves, key=lambda one: (missing[one], -one))
        tried.add(absent)
        programme.miss(0, absent, may_be=False)
        # What cannot be covered without costs more than any faces (`Tableau`).
        programme.relax()
        if rounded_up(programme.floor) > faces:
            roster.do_without(absent)
        programme.miss(0, absent, may_be=True)


def _least(programme: Programme) -> int:
    return max(0, int(rounded_up(programme.floor))) if math.isfinite(programme.floor) else 0


def _choose(programme: Programme, faces: int, target: int, slack: float | None, best: Ints) -> tuple[Ints | None, bool]:
    """Seek an answer with fewer faces by branching, and say whether it is proved that none is at the target.

    `slack` is how much beyond its worth a whole day in an answer may cost, if all of those are known.
    """
    [roster] = programme.rosters
    costs = roster.reduced_at(programme.worth[0])
    within = int((costs <= slack + _EPS).sum()) if slack is not None else 0
    every = slack is not None and within <= _CHOOSE
    cheap = np.argsort(costs, kind="stable")[: within if every else _FEW]
    if not every:
        # What linear programmes have asked for is mostly what an answer is made of.
        cheap = np.union1d(cheap, programme.loaded(0))
    places = np.union1d(cheap, best)
    nodes = _NODES if every else 1
    got = best_of(roster, roster.measure(Aim.FACES), places, best, programme.watch, slack=0.999, nodes=nodes)
    none = every and got.bound > target + _EPS
    return (None if got.cost > faces - 1 + _EPS else got.chosen), none
