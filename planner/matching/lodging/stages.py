"""Goes through the aims in their order, each proved before the next may use what is left open.

*The easy case first.* If everybody can have one whole stay, nobody can do better in the first aims, and stays of part
of the nights need not be thought of. Whether they can is asked of the linear programme, and it mostly can.

*Otherwise* stays may be split. How many nights can be placed is asked night by night, since without moves to count the
nights do not know each other; then follow guests kept and stays, each with all columns. Homes that only help out are
opened where more nights can be placed with them. Of many guests the nights are asked what the worst pair and the total
can be at best too, before the stays: those may take longer than anybody waits.

*The worst pair* is a threshold: the highest score for which the linear programme over the lines that reach it still
places as much in as few stays. Usually a whole choice exists there too, and then the *total* is sought among these
lines only, which settles both. If none exists, the threshold goes down.
"""

from __future__ import annotations

import math
import time
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from planner.matching.exact.search import Effort
from planner.matching.exact.watch import Watch
from planner.matching.lodging.answer import Aim, Lodging
from planner.matching.lodging.bounds import fewest_stays, highest
from planner.matching.lodging.chain import chained
from planner.matching.lodging.greedy import lodge_quickly
from planner.matching.lodging.layout import Limits
from planner.matching.lodging.model import Piece, Scope, joined
from planner.matching.lodging.nightly import highest_by_nights, total_by_nights
from planner.matching.lodging.outcome import Known, lodging_of, value_of
from planner.matching.lodging.problem import LodgingProblem
from planner.matching.lodging.settling import Settling
from planner.matching.lodging.shades import total_within
from planner.matching.lodging.tables import Bools, Tables
from planner.model.progress import Progress

AIMS = (Aim.PLACED, Aim.STAYS, Aim.WORST, Aim.TOTAL)
REPAIR = (Aim.PLACED, Aim.KEPT, Aim.STAYS, Aim.TOTAL)

_EPS = 1e-6
_PROVED_FOR = 200
_FEW = 40
"""Up to so many guests nobody stops the work: it is done before the nights have been asked each for itself."""


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
        self.bounds: dict[Aim, int] = {}
        """What no lodging can pass, for each aim of which that is proved."""
        self.anyway: dict[Aim, int] = {}
        """What none can pass that places as much, whatever becomes of the aims in between."""
        self.best: tuple[Piece, ...] | None = None
        """The best that is known, by all aims in their order."""
        self.open: Bools = ~tables.spare
        """The lines that may be used."""
        self._settling = Settling(tables, watch)
        self._unplaced: dict[int, int] = {}
        """Nights of guests without a bed at best, by span."""

    @property
    def known(self) -> Known:
        """What is known of its aims, for telling the outcome."""
        helped = bool(self.tables.spare.any() and self.open.all())
        return Known(self.aims, self.bounds, self.kept, helped, self.watch.stopped, self.anyway)

    def run(self) -> tuple[Piece, ...]:
        """Go through all aims; gives the stays. What is proved stands in `bounds`."""
        self._step(0)
        scope = self._easy()
        if scope is None or not self._last_aims(scope):
            scope = self._hard()
            if scope is not None:
                self._last_aims(scope)
        if self.watch.stopped or self.best is None:
            for shares in ({}, self._settling.leaning):
                self._offer(lodge_quickly(self.tables, self.open, shares))
        assert self.best is not None
        return self.best

    # The first aims.

    def _easy(self) -> Scope | None:
        """Give the scope of one whole stay for everybody, each adding as few stays as can be, if that may be enough."""
        open_ = self.open & self.tables.whole
        fewest = fewest_stays(self.tables)
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
        scope = Scope(open_, tuple(range(self.tables.nights)), split=False, relief=False, limits=Limits(unplaced=0))
        if not self._settling.possible(scope):
            return None
        self.bounds[Aim.PLACED] = self.tables.needed
        self.bounds[Aim.KEPT] = len(self.kept)
        self.bounds[Aim.STAYS] = sum(fewest)
        return replace(scope, limits=Limits())

    def _hard(self) -> Scope | None:
        """Give the scope in which stays may be split, with the first aims settled; None if it was cancelled."""
        self.bounds.clear()
        if not self._place_each_night():
            return None
        if Aim.WORST in self.aims and len(self.tables.units) > _FEW:
            self._by_nights()
        unplaced = sum(self._unplaced.values())
        self.bounds[Aim.PLACED] = self.tables.needed - unplaced
        scope = Scope(
            self.open,
            tuple(range(self.tables.nights)),
            split=True,
            relief=True,
            limits=Limits(unplaced=unplaced),
            kept=self.kept,
        )
        for aim in (Aim.KEPT, Aim.STAYS) if self.kept else (Aim.STAYS,):
            assert self.best is not None
            fewest = value_of(self.tables, self.best, Aim.STAYS, {})
            known = (self.best, float(fewest)) if aim is Aim.STAYS else None
            found = self._settling.choice(scope, aim, known=known)
            sign = -1 if aim is Aim.KEPT else 1
            if math.isfinite(found.bound):
                self.bounds[aim] = sign * math.ceil(found.bound - _EPS)
            if found.pieces is None:
                return None
            self._offer(found.pieces)
            self._settling.begin_with(found.pieces)
            reached = sign * round(found.cost)
            limits = scope.limits
            limits = replace(limits, kept=reached) if aim is Aim.KEPT else replace(limits, stays=reached)
            scope = replace(scope, limits=limits)
        return scope

    def _place_each_night(self) -> bool:
        """Place as much as can be on each night, with the homes that help out if that is more; False if stopped."""
        placed = self._placed_each_night(self.open)
        if placed is None:
            return False
        if any(self._unplaced.values()) and not self.open.all():
            before = dict(self._unplaced)
            helped = self._placed_each_night(np.ones(len(self.open), bool))
            if helped is None:
                return False
            if sum(self._unplaced.values()) < sum(before.values()):
                placed, self.open = helped, np.ones(len(self.open), bool)
            else:
                self._unplaced = before
        self._offer(joined(self.tables, [(line, night) for night, lines in placed.items() for line in lines]))
        self._offer(chained(self._settling, self.open, placed))
        assert self.best is not None
        self._settling.begin_with(self.best)
        return True

    def _by_nights(self) -> None:
        """Ask the nights each for itself what the worst pair and the total can be at best."""
        total = total_by_nights(self._settling, self.open, self._unplaced)
        if total is not None:
            self.anyway[Aim.TOTAL] = total
        scores = sorted(set(self.tables.score[self.open].tolist()))
        if scores:
            high = highest(self.tables, self.open, np.array(scores), sum(self._unplaced.values()))
            high = highest_by_nights(self._settling, self.open, scores, self._unplaced, high)
            self.anyway[Aim.WORST] = scores[high]

    def _placed_each_night(self, open_: Bools) -> dict[int, list[int]] | None:
        """Give the lines used on each night when as many guests as can be have a bed; None if it was stopped.

        Nights that are alike are asked once.
        """
        known: dict[bytes, tuple[int, list[int]]] = {}
        placed = {}
        for night, times in enumerate(self.tables.length.tolist()):
            alike = self.tables.may[:, night].tobytes() + self.tables.needs[:, night].tobytes()
            alike += repr([house.fixed.get(night) for house in self.tables.houses]).encode()
            if alike not in known:
                found = self._settling.unplaced_on(night, open_)
                if found.pieces is None:
                    return None
                known[alike] = round(found.cost) // times, [line for line, _ in found.pieces]
            unplaced, placed[night] = known[alike]
            self._unplaced[night] = unplaced * times
            self._step(1)
        return placed

    # The last aims.

    def _last_aims(self, scope: Scope) -> bool:
        """Find the best worst pair and the best total within a scope; False if nothing is possible in it after all."""
        self._step(2)
        scores = sorted(set(self.tables.score[scope.open].tolist()))
        if Aim.WORST not in self.aims or not scores:
            return self._total(scope, None)
        trial, high = self._threshold(scope, scores)
        if self.watch.look():
            self.bounds[Aim.WORST] = scores[high]
            return True
        self._step(3)
        # A whole choice is harder to have than a linear one: where none is, go down to the highest score that has one.
        low, high = -1, trial + 1
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

    def _threshold(self, scope: Scope, scores: Sequence[int]) -> tuple[int, int]:
        """Give the place of the highest score for which the linear programme is possible.

        If it was stopped, that is the highest for which it is known, and the other the highest for which it may be.
        """
        low, high = 0, highest(self.tables, scope.open, np.array(scores), scope.limits.unplaced or 0)
        if Aim.WORST in self.anyway:
            high = min(high, bisect_left(scores, self.anyway[Aim.WORST]))
        if scope.split and self.best is not None:
            # The stays that settled the aims before have a worst pair too.
            low = max(low, bisect_left(scores, value_of(self.tables, self.best, Aim.WORST, {})))
        trial = high
        while low < high:
            if self._settling.possible(scope, scores[trial]):
                low = trial
            elif self.watch.stopped:
                break
            else:
                high = trial - 1
            trial = (low + high + 1) // 2
        return low, high

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
        found = self._settling.choice(self._above(scope, least), Aim.TOTAL, self.effort)
        if found.pieces is None:
            if self.watch.stopped and math.isfinite(found.bound):
                self.bounds[Aim.TOTAL] = total_within(found.bound)
            return False
        self._offer(found.pieces)
        self.bounds[Aim.TOTAL] = total_within(found.bound)
        return True

    # What is known so far.

    def _offer(self, pieces: tuple[Piece, ...]) -> None:
        """Keep a choice unless a better one is known."""
        if self.best is None or self._worth(pieces) >= self._worth(self.best):
            self.best = pieces

    def _worth(self, pieces: tuple[Piece, ...]) -> list[int]:
        return [(-1 if aim is Aim.STAYS else 1) * value_of(self.tables, pieces, aim, self.kept) for aim in self.aims]

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
