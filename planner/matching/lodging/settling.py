"""One question at a time: what is the best lawful choice of a scope for an aim, and is there one at all.

*Cuts*: a choice is looked at home by home and night by night; a set of guests who do not fit is forbidden and the
choice made anew. What the rows leave out is rare, so this is done once or twice at most.

What one question has taught (cuts, stays that the linear programme uses, lines whose modes must be tight) is kept for
the next.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from planner.matching.exact.columns import Floats, Supply
from planner.matching.exact.highs import End
from planner.matching.exact.search import AT_ONCE, PER_ROW, Effort, Found, Search
from planner.matching.exact.watch import Watch
from planner.matching.lodging.answer import Aim
from planner.matching.lodging.cuts import cuts_against
from planner.matching.lodging.greedy import place_one_night
from planner.matching.lodging.layout import Cut
from planner.matching.lodging.model import Model, Piece, Scope
from planner.matching.lodging.runs import run_key_of
from planner.matching.lodging.tables import Bools, Tables

SETTLED = Effort(nodes=20_000)

_EPS = 1e-6
_FEW_LINES = 1000
"""Up to so many lines, all are made tight at once where only one night is asked about."""
_AT_ONCE_SPLIT = 0.1
"""Stays of part of the nights cost much the same, by the hundred thousand: of many added at once, most are no use."""
_PER_ROW_SPLIT = 1.0
"""So many of them for each row are branched on first: as few as elsewhere say little of those that cost the same."""
_ROUNDS = 8
"""So often at most the linear programme is made tighter before branching."""


@dataclass(frozen=True, eq=False)
class Choice:
    """Stays on lines with the model's cost, and the bound below which no choice of the scope can cost.

    Without `pieces` none was found; if there is none at all, the bound is infinite.
    """

    pieces: tuple[Piece, ...] | None
    cost: float
    bound: float


Known = tuple[tuple[Piece, ...], float]

_NOTHING = Choice(None, math.inf, -math.inf)


class Settling:
    """Answers questions about one problem."""

    def __init__(self, tables: Tables, watch: Watch) -> None:
        self.tables, self.watch = tables, watch
        self.cuts: list[Cut] = []
        self.support: set[int] = set()
        """Stays that the next linear programme begins with, by key."""
        self.leaning: dict[int, float] = {}
        """What the last linear programme about all nights gives to lines: near a choice, for who stops the work."""
        self._tight: frozenset[tuple[int, int]] = frozenset()
        self._asked: Model | None = None
        """The model that was last asked whether it is possible: the next question is often about the same."""

    def possible(self, scope: Scope, least: int | None = None) -> bool:
        """Whether the linear programme of a scope places all that it must, with no pair below a score.

        Once the work is stopped nothing is.
        """
        if self.watch.look():
            return False
        placed = np.zeros(len(self.tables.units), bool)
        placed[self.tables.unit[scope.open if least is None else scope.open & (self.tables.score >= least)]] = True
        if not scope.limits.unplaced and not placed.all():
            return False
        relief = replace(scope, relief=True, limits=replace(scope.limits, unplaced=None), cuts=tuple(self.cuts))
        if self._asked is None or not self._asked.scope.same(relief):
            self._asked = Model(self.tables, relief)
        model = self._asked
        search = self._search(model, model.supply(None, self.support, least), whole_costs=False)
        relaxed = search.relax()
        possible = relaxed.end is End.OPTIMAL and relaxed.cost <= (scope.limits.unplaced or 0) + _EPS * max(
            1, self.tables.needed
        )
        if possible:
            used = search.used()
            self._begin_with(used)
            self.leaning = model.lines_used(used)
        return possible

    def unplaced_on(self, night: int, open_: Bools, enough: float = math.inf) -> Choice:
        """Give the choice that leaves as few guests of one night without a bed as can be.

        Where at least `enough` nights of guests are left without, that is all that is said.
        """
        few = range(len(open_)) if len(open_) <= _FEW_LINES else ()
        tight = frozenset((line, night) for line in few)
        return self.choice(Scope(open_, (night,), split=True, relief=True, tight=tight), None, enough=enough)

    def choice(
        self,
        scope: Scope,
        aim: Aim | None,
        effort: Effort = SETTLED,
        *,
        enough: float = math.inf,
        known: Known | None = None,
        dearness: Floats | None = None,
    ) -> Choice:
        """Find the best lawful choice of a scope for an aim.

        None is sought that must cost `enough` or more. `known` is a lawful choice and its cost; with `dearness`, a
        night on a line costs that instead of its score.
        """
        so_far = _NOTHING
        while not self.watch.look():
            model, search = self._tightened(replace(scope, cuts=tuple(self.cuts)), aim, enough, known, dearness)
            if search.relax().end is End.OPTIMAL and search.bound >= enough:
                return Choice(None, math.inf, search.bound)
            if aim is None and (quick := self._rounded(model, search)) is not None:
                return quick
            found: Found = search.best(effort, _start(model, search, known))
            if found.chosen is None:
                return Choice(None, math.inf, found.bound)
            pieces = tuple(model.pieces(found.chosen))
            cuts = cuts_against(self.tables, pieces)
            if not cuts:
                return Choice(pieces, found.cost, found.bound)
            self.cuts += cuts
            so_far = Choice(None, math.inf, found.bound)
            if scope.split and aim is not None and not self.possible(scope):
                return Choice(None, math.inf, math.inf)
        return so_far

    def bound(self, scope: Scope, aim: Aim) -> float | None:
        """Give a cost below which no choice of a scope lies; None if the work is stopped before that is known."""
        if self.watch.look():
            return None
        _, search = self._tightened(replace(scope, cuts=tuple(self.cuts)), aim, math.inf, None, None)
        return search.bound if search.relax().end is End.OPTIMAL else None

    def _rounded(self, model: Model, search: Search) -> Choice | None:
        """Give a choice for one night made from the shares of the linear programme, if none can place more guests."""
        if search.relax().end is not End.OPTIMAL:
            return None
        [night] = model.scope.nights
        pieces = place_one_night(self.tables, model.scope.open, night, model.lines_used(search.used()))
        placed = sum(int(self.tables.size[self.tables.unit[line]]) for line, _ in pieces)
        needed = int(self.tables.size @ self.tables.needs[:, night])
        length = int(self.tables.length[night])
        unplaced = needed - placed
        if unplaced > math.ceil(search.bound / length - _EPS):
            return None
        return Choice(pieces, unplaced * length, unplaced * length)

    def begin_with(self, pieces: tuple[Piece, ...]) -> None:
        """Let the next linear programme begin with the stays of a choice."""
        self._begin_with(run_key_of(line, nights, self.tables.nights) for line, nights in pieces)

    def _search(self, model: Model, supply: Supply, *, whole_costs: bool) -> Search:
        split = model.scope.split
        at_once, per_row = (_AT_ONCE_SPLIT, _PER_ROW_SPLIT) if split else (AT_ONCE, PER_ROW)
        return Search(model.rows, supply, self.watch, whole_costs=whole_costs, at_once=at_once, per_row=per_row)

    def _begin_with(self, keys: Iterable[int]) -> None:
        self.support = {key for key in keys if key >= 0}

    def _tightened(
        self, scope: Scope, aim: Aim | None, enough: float, known: Known | None, dearness: Floats | None
    ) -> tuple[Model, Search]:
        """Give the model of a scope with a row for each line that the linear programme would use beyond its modes."""
        every_night = len(scope.nights) == self.tables.nights
        if every_night:
            scope = replace(scope, tight=scope.tight | self._tight)
        # Of one night only, no stay of several nights is any use.
        start = set(self.support) if every_night else set()
        for line, nights in known[0] if known else ():
            start.add(run_key_of(line, nights, self.tables.nights))
        before, whole = -math.inf, aim is not Aim.TOTAL or dearness is not None
        for rounds in count(1):
            model = Model(self.tables, scope)
            search = self._search(model, model.supply(aim, start, dearness=dearness), whole_costs=whole)
            relaxed = search.relax()
            if relaxed.end is not End.OPTIMAL or rounds > _ROUNDS or self.watch.look():
                break
            if search.bound >= enough or (known and search.bound >= known[1]):
                break
            # Where a round of rows has not made it dearer, another will hardly do.
            if relaxed.cost <= before + _EPS * max(1.0, abs(before)):
                break
            before = relaxed.cost
            if aim is None and self._rounded(model, search) is not None:
                break
            used = search.used()
            loose = model.loose(used.items()) - scope.tight
            if not loose:
                break
            start |= {key for key in used if key >= 0}
            scope = replace(scope, tight=scope.tight | loose)
        if every_night:
            self.support, self._tight = start, scope.tight
            if relaxed.end is End.OPTIMAL:
                self.leaning = model.lines_used(search.used())
        return model, search


def _start(model: Model, search: Search, known: Known | None) -> Found | None:
    """Give a choice that is known as one to start from."""
    keys = None if known is None else model.keys_for(known[0])
    if known is None or keys is None or not search.holds(keys):
        return None
    return Found(np.array(sorted(keys), np.int64), known[1], -math.inf)
