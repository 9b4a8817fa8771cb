"""Good practice and faces of one block, settled with whole days as columns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.matching.exact.columns import Floats
from planner.matching.exact.highs import choose
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import MEASURES
from planner.matching.shifts.diving import dive
from planner.matching.shifts.duties import Option
from planner.matching.shifts.roster import Roster, rounded_up

_DIVE = 25
"""So many linear programmes at most on the first way to an answer."""
_COLUMNS, _NODES = 1_500, 500
"""Where no more whole days than these could be in a better answer, they are all looked at."""
_NEAR = 1
"""Where there are more, an answer that lies so near the bound is not sought to better."""
_ROUNDS = 6


@dataclass(frozen=True)
class Settled:
    """What was found (None: nothing lawful within what is settled), its penalties and faces, and the least of them.

    `complete` says whether the roster knows every whole day that is possible within them.
    """

    chosen: list[Option] | None
    broken: int
    faces: int
    least: int
    complete: bool


def whole_days(roster: Roster, known: Iterable[Option], aims: Sequence[Aim], broken: int | None = None) -> Settled:
    """Find few faces within the least penalties that the linear programme allows, or within those that are `broken`.

    `known` is an answer; it counts only where it keeps to these penalties.
    """
    given = list(known)
    start = roster.whole_days_of(given)
    roster.add(start)
    if broken is None and Aim.BROKEN in aims:
        roster.seek(Aim.BROKEN)
        roster.relax()
        broken = _least(roster)
    totals = start.measures.sum(axis=0)
    if broken is not None:
        roster.limit(Aim.BROKEN, broken)
    lawful = broken is None or totals[MEASURES.index(Aim.BROKEN)] <= broken
    chosen, faces = (given, int(totals[MEASURES.index(Aim.FACES)])) if lawful else (None, len(roster.day.options) + 1)
    roster.seek(Aim.FACES)
    roster.relax()
    least = _least(roster)
    if faces > least:
        dived = dive(roster, faces, _DIVE)
        if dived.shares is not None:
            chosen, faces = roster.chosen(dived.shares), round(dived.cost)
    complete = roster.within(faces - roster.floor, _COLUMNS) if math.isfinite(roster.floor) else False
    near = faces - least <= (0 if complete else _NEAR)
    if not near and chosen is not None and not roster.watch.stopped:
        shares, bound = _best(roster, faces, _NODES if complete else 1)
        if shares is not None:
            chosen, faces = roster.chosen(shares), round(float(shares @ roster.columns().cost))
        if complete:
            least = max(least, int(min(faces, rounded_up(bound))))
    roster.limit(Aim.FACES, faces)
    return Settled(chosen, broken or 0, faces, min(least, faces), complete)


def _least(roster: Roster) -> int:
    return max(0, int(rounded_up(roster.floor))) if math.isfinite(roster.floor) else 0


def _best(roster: Roster, known: int, nodes: int) -> tuple[Floats | None, float]:
    """Give the best answer among the columns that are known, if it is better than what is known, and its bound."""
    bound = -math.inf
    for _ in range(_ROUNDS):
        got = choose(roster.linear.rows, roster.columns(), roster.watch, slack=0.999, nodes=nodes)
        bound = max(bound, got.bound)
        if got.columns is None or got.cost > known - 1 + 1e-6:
            return None, bound
        if not roster.keep_company(got.columns):
            return got.columns, bound
    return None, bound
