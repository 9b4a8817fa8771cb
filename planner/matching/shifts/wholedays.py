"""Good practice and faces of one block, settled with whole days as columns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from planner.matching.exact.columns import Floats
from planner.matching.exact.highs import choose
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import MEASURES
from planner.matching.shifts.diving import dive
from planner.matching.shifts.duties import Option
from planner.matching.shifts.roster import Roster, rounded_up

_DIVE = 25
"""So many linear programmes at most on the first way to an answer."""
_COLUMNS, _MORE_COLUMNS, _NODES = 1_500, 4_000, 50
"""Where no more whole days than these could be in an answer, they are all looked at: later, and for the faces."""
_FEW = 1_600
"""An answer that lies above the bound is sought to better at once, among so few whole days."""
_EPS = 1e-6
_ROUNDS = 4
"""So often company that is missing is asked for."""


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
    if int((start.members >= 0).sum()) != len(given):
        return Settled(None, 0, 0, 0, complete=False)
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
    if faces > least and chosen is not None:
        shares, _ = _best(roster, faces, 1, _FEW)
        if shares is not None:
            chosen, faces = roster.chosen(shares), roster.cost_of(shares)
    if chosen is not None:
        while least < faces and math.isfinite(roster.floor) and roster.within(least - roster.floor, _MORE_COLUMNS):
            # Whether there is an answer at the bound: of the whole days that could be in it, none is missing now.
            shares, bound = _best(roster, least + 1, _NODES)
            if shares is not None:
                chosen, faces = roster.chosen(shares), roster.cost_of(shares)
            elif bound > least + _EPS:
                least += 1
            else:
                break
    complete = math.isfinite(roster.floor) and roster.within(faces - roster.floor, _COLUMNS)
    roster.limit(Aim.FACES, faces)
    return Settled(chosen, broken or 0, faces, min(least, faces), complete)


def _least(roster: Roster) -> int:
    return max(0, int(rounded_up(roster.floor))) if math.isfinite(roster.floor) else 0


def _best(roster: Roster, known: int, nodes: int, most: int | None = None) -> tuple[Floats | None, float]:
    """Give the best answer among the columns that are known, if it is better than what is known, and its bound.

    With `most`, only among so many whole days, those that cost least beyond their worth; then it is no bound.
    """
    bound, kept = -math.inf, np.arange(roster.missing_count + roster.days.count)
    if most is not None:
        costs = roster.worth.costs(roster.day, roster.days)
        cheap = np.sort(np.argsort(costs, kind="stable")[:most]) + roster.missing_count
        kept = np.concatenate((kept[: roster.missing_count], cheap))
    for _ in range(_ROUNDS):
        got = choose(roster.linear.rows, roster.columns().only(kept), roster.watch, slack=0.999, nodes=nodes)
        bound = max(bound, got.bound)
        if got.columns is None or got.cost > known - 1 + _EPS:
            return None, bound
        shares = np.zeros(roster.missing_count + roster.days.count)
        shares[kept] = got.columns
        if not roster.keep_company(shares):
            return shares, bound
    return None, bound
