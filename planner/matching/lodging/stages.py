"""Goes through the aims in their order, each proved before the next may use what is left open.

*The easy case first.* If everybody can have one whole stay, nobody can do better in the first aims, and stays of part
of the nights need not be thought of. Whether they can is asked of the linear programme, and it mostly can.

*Otherwise* stays may be split. How many nights can be placed is asked night by night, since without moves to count the
nights do not know each other; then follow guests kept and stays, each with all columns.

*The worst pair* is a threshold: the highest score for which the linear programme over the lines that reach it still
places as much in as few stays. Usually a whole choice exists there too, and then the *total* is sought among these
lines only, which settles both. If none exists, the threshold goes down.

*Cuts*: a choice is looked at home by home and night by night; a set of guests who do not fit is forbidden and the
choice made anew. What the rows leave out is rare, so this is done once or twice at most.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from planner.matching.exact.highs import End
from planner.matching.exact.search import Effort, Found, Search
from planner.matching.exact.watch import Progress, Watch
from planner.matching.lodging.answer import Aim, Lodging
from planner.matching.lodging.cuts import cuts_against
from planner.matching.lodging.greedy import lodge_quickly
from planner.matching.lodging.layout import Cut, Limits
from planner.matching.lodging.model import Model, Piece, Scope
from planner.matching.lodging.outcome import Known, lodging_of
from planner.matching.lodging.problem import LodgingProblem
from planner.matching.lodging.tables import Bools, Tables

AIMS = (Aim.PLACED, Aim.STAYS, Aim.WORST, Aim.TOTAL)
REPAIR = (Aim.PLACED, Aim.KEPT, Aim.STAYS, Aim.TOTAL)

_EPS = 1e-6
_PROVED_FOR = 200
_SETTLED = Effort(nodes=20_000)
_ROUNDS = 8
"""So often at most the linear programme is made tighter before branching."""


@dataclass(frozen=True, eq=False)
class Choice:
    """Stays on lines, and the model's cost and bound for them."""

    pieces: tuple[Piece, ...]
    cost: float
    bound: float


class Stages:
    """One problem on its way through the aims."""

    def __init__(
        self,
        tables: Tables,
        watch: Watch,
        effort: Effort,
        aims: Sequence[Aim] = AIMS,
        kept: Mapping[int, tuple[Piece, ...]] | None = None,
    ) -> None:
        self.tables, self.watch, self.effort, self.aims = tables, watch, effort, tuple(aims)
        self.kept = dict(kept or {})
        self.cuts: list[Cut] = []
        self.bounds: dict[Aim, int] = {}
        """What no lodging can pass, for each aim that is settled."""
        self.best: tuple[Piece, ...] | None = None
        self._asked: Model | None = None
        """The model that was last asked whether it is possible: the next question is often about the same."""
        self._support: set[int] = set()
        """Stays that the last linear programme used: the next one begins with them."""

    @property
    def known(self) -> Known:
        """What is known of its aims, for telling the outcome."""
        return Known(self.aims, self.bounds, self.kept, self.best is not None, self.watch.stopped)

    def run(self) -> tuple[Piece, ...]:
        """Go through all aims; gives the stays. What is proved stands in `bounds`."""
        self._step(0)
        scope = self._easy()
        if scope is None or not self._last_aims(scope):
            scope = self._hard()
            if scope is not None:
                self._last_aims(scope)
        return self.best if self.best is not None else lodge_quickly(self.tables)

    def fewest_unplaced(self, nights: int) -> int | None:
        """Say how many guests have no bed at best on these nights (a set) together, and nothing else."""
        return self._nights_unplaced(np.ones(len(self.tables.unit), bool), self.tables.spans.asked(nights))

    # The first aims.

    def _easy(self) -> Scope | None:
        """Give the scope of one whole stay for everybody, each adding as few stays as can be, if that may be enough."""
        open_ = self.tables.whole.copy()
        fewest = self._fewest_stays()
        for line in np.flatnonzero(open_).tolist():
            unit = int(self.tables.unit[line])
            nights = self.tables.units[unit].nights
            open_[line] = self.tables.stays_of(line, nights) == fewest[unit]
        for pieces in self.kept.values():
            for line, nights in pieces:
                unit = int(self.tables.unit[line])
                if nights != self.tables.units[unit].nights:
                    return None
                others = self.tables.unit == unit
                others[line] = False
                open_ &= ~others
        scope = Scope(open_, tuple(range(self.tables.nights)), split=False, relief=True)
        if not self._possible(scope):
            return None
        self.bounds[Aim.PLACED] = self.tables.needed
        self.bounds[Aim.KEPT] = len(self.kept)
        self.bounds[Aim.STAYS] = sum(fewest)
        return replace(scope, relief=False)

    def _fewest_stays(self) -> list[int]:
        """For each unit the fewest stays it could conceivably add: none where it can join a fixed one, and so on."""
        fewest = []
        for number, unit in enumerate(self.tables.units):
            ends = [home for home in (unit.before, unit.after) if (number, home) in self.tables.line_at]
            both = unit.before == unit.after and bool(ends) and self.tables.whole[self.tables.line_at[number, ends[0]]]
            fewest.append(-1 if both else 0 if ends else 1)
        return fewest

    def _hard(self) -> Scope | None:
        """Give the scope in which stays may be split, with the first aims settled; None if it was cancelled."""
        everything = np.ones(len(self.tables.unit), bool)
        scope = Scope(everything, tuple(range(self.tables.nights)), split=True, relief=True, kept=self.kept)
        all_placed = replace(scope, limits=Limits(unplaced=0))
        if self._possible(all_placed) and (settled := self._kept_and_stays(all_placed)) is not None:
            return settled
        unplaced = self._nights_unplaced(everything, dict(enumerate(self.tables.spans.lengths)))
        return None if unplaced is None else self._kept_and_stays(replace(scope, limits=Limits(unplaced=unplaced)))

    def _kept_and_stays(self, scope: Scope) -> Scope | None:
        """Settle the second aims for so many nights unplaced; None if that is impossible, or it was cancelled."""
        for aim in (Aim.KEPT, Aim.STAYS) if self.kept else (Aim.STAYS,):
            found = self._settle(scope, aim)
            if found is None:
                return None
            if aim is Aim.KEPT:
                self.bounds[aim] = round(-found.cost)
                scope = replace(scope, limits=replace(scope.limits, kept=round(-found.cost)))
            else:
                self.bounds[aim] = round(found.cost)
                scope = replace(scope, limits=replace(scope.limits, stays=round(found.cost)))
        assert scope.limits.unplaced is not None
        self.bounds[Aim.PLACED] = self.tables.needed - scope.limits.unplaced
        return scope

    def _nights_unplaced(self, everything: Bools, nights: Mapping[int, int]) -> int | None:
        """Count the nights of guests for which there is no bed at best, each span so often as it is said.

        Nights that are alike are asked once.
        """
        known: dict[bytes, int] = {}
        unplaced = 0
        for night, times in nights.items():
            alike = self.tables.may[:, night].tobytes() + self.tables.needs[:, night].tobytes()
            alike += repr([house.fixed.get(night) for house in self.tables.houses]).encode()
            if alike not in known:
                found = self._settle(Scope(everything, (night,), split=True, relief=True), None)
                if found is None:
                    return None
                known[alike] = round(found.cost) // int(self.tables.length[night])
            unplaced += known[alike] * times
            self._step(1)
        return unplaced

    # The last aims.

    def _last_aims(self, scope: Scope) -> bool:
        """Find the best worst pair and the best total within a scope; False if nothing is possible in it after all."""
        self._step(2)
        scores = sorted(set(self.tables.score[scope.open].tolist()))
        if Aim.WORST not in self.aims or not scores:
            return self._total(scope, None)
        high = self._threshold(scope, scores)
        self._step(3)
        # A whole choice is harder to have than a linear one: where none is, go down to the highest score that has one.
        low, trial, high = -1, high, high + 1
        while high - low > 1:
            self.bounds[Aim.WORST] = scores[high - 1]
            if self._total(scope, scores[trial]):
                low = trial
            elif self.watch.stopped:
                return True
            else:
                high = trial
            trial = (low + high) // 2
        self.bounds[Aim.WORST] = scores[max(0, high - 1)]
        return low >= 0

    def _threshold(self, scope: Scope, scores: Sequence[int]) -> int:
        """Give the place of the highest score for which the linear programme is possible."""
        low, high = 0, len(scores) - 1
        if not scope.relief:
            # Nobody is better off than in their best home.
            best = np.full(len(self.tables.units), -1)
            np.maximum.at(best, self.tables.unit[scope.open], self.tables.score[scope.open])
            high = bisect_left(scores, int(best.min())) if len(best) else high
        trial = high
        while low < high:
            if self._possible(scope, scores[trial]):
                low = trial
            else:
                high = trial - 1
            trial = (low + high + 1) // 2
        return low

    def _above(self, scope: Scope, least: int | None) -> Scope:
        if least is None:
            return scope
        kept = {
            guest: pieces
            for guest, pieces in scope.kept.items()
            if all(self.tables.score[line] >= least for line, _ in pieces)
        }
        return replace(scope, open=scope.open & (self.tables.score >= least), kept=kept)

    def _total(self, scope: Scope, least: int | None) -> bool:
        """Find the best total among the lines that reach a score; False if there is no choice among them."""
        found = self._settle(self._above(scope, least), Aim.TOTAL, self.effort)
        if found is None:
            return False
        self.best = found.pieces
        self.bounds[Aim.TOTAL] = int(np.floor(-found.bound + _EPS))
        return True

    # One solve.

    def _possible(self, scope: Scope, least: int | None = None) -> bool:
        """Whether the linear programme of a scope places all that it must, with no pair below a score."""
        placed = np.zeros(len(self.tables.units), bool)
        placed[self.tables.unit[scope.open if least is None else scope.open & (self.tables.score >= least)]] = True
        if not scope.relief and not placed.all():
            return False
        relief = replace(scope, relief=True, limits=replace(scope.limits, unplaced=None), cuts=tuple(self.cuts))
        if self._asked is None or not self._asked.scope.same(relief):
            self._asked = Model(self.tables, relief)
        model = self._asked
        search = Search(model.rows, model.supply(None, self._support, least), self.watch, whole_costs=False)
        relaxed = search.relax()
        if relaxed.end is not End.OPTIMAL:
            return False
        self._support = {key for key in search.used() if key >= 0}
        return relaxed.cost <= (scope.limits.unplaced or 0) + _EPS * max(1, self.tables.needed)

    def _settle(self, scope: Scope, aim: Aim | None, effort: Effort = _SETTLED) -> Choice | None:
        """Find the best lawful choice for an aim; None if there is none or it was stopped before one was found."""
        while True:
            if aim is not None and scope.split and not self._possible(scope):
                return None
            model, search = self._tightened(replace(scope, cuts=tuple(self.cuts)), aim)
            found: Found = search.best(effort)
            if found.chosen is None:
                return None
            pieces = tuple(model.pieces(found.chosen))
            cuts = cuts_against(self.tables, pieces)
            if not cuts:
                return Choice(pieces, found.cost, found.bound)
            if self.watch.stopped:
                return None
            self.cuts += cuts

    def _tightened(self, scope: Scope, aim: Aim | None) -> tuple[Model, Search]:
        """Give the model of a scope with a row for each line that the linear programme would use beyond its modes."""
        for rounds in count(1):
            model = Model(self.tables, scope)
            search = Search(model.rows, model.supply(aim, self._support), self.watch, whole_costs=True)
            if search.relax().end is not End.OPTIMAL or rounds > _ROUNDS:
                break
            used = search.used()
            loose = model.loose(used.items()) - scope.tight
            if not loose:
                break
            self._support |= {key for key in used if key >= 0}
            scope = replace(scope, tight=scope.tight | loose)
        return model, search

    def _step(self, done: int) -> None:
        self.watch.reach(done, 4)


def lodge(
    problem: LodgingProblem,
    progress: Progress | None = None,
    *,
    effort: Effort | None = None,
    seconds: float | None = None,
) -> Lodging:
    """Give the best lodging by all aims; when cancelled, the best found until then with what is proved of it."""
    begun = time.perf_counter()
    tables = Tables(problem)
    watch = Watch(progress, seconds)
    stages = Stages(tables, watch, effort or enough_for(tables))
    pieces = stages.run()
    return lodging_of(tables, pieces, stages.known, time.perf_counter() - begun)


def enough_for(tables: Tables) -> Effort:
    """Say how far to go with the total: to the proof, unless the last tenth of a percent would be dear."""
    if len(tables.units) <= _PROVED_FOR:
        return Effort()
    return Effort(nodes=2_000, gap=0.001 if len(tables.units) <= 3 * _PROVED_FOR // 2 else 0.003)
