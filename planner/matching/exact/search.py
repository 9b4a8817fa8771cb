r"""The cheapest choice of columns, proved: linear programme first, fixing by reduced cost, then branching.

1. The linear programme over all columns gives a cost ``L`` below which no choice can lie, and a price for each row.
   A column's *reduced cost* is what it costs beyond its worth at these prices; whoever uses it pays at least
   ``L`` + its reduced cost. (For homestays ``L`` lies within 0.02–0.15 % of the best choice.)
2. Only columns with a small reduced cost, at most ``R``, are branched on. The best choice among them costs ``C``.
3. A choice with any other column costs at least ``L + R``. So if ``C`` ≤ ``L + R``, ``C`` is the best of *all*
   choices; otherwise every column beyond ``C - L`` is out for good, ``R`` becomes ``C - L``, and step 2 is done
   once more.

Where all costs are whole numbers, a better choice would be better by 1: that shortens the proof.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.matching.exact.columns import Columns, Floats, Ints, Rows, Supply
from planner.matching.exact.highs import End, Linear, Relaxed, choose
from planner.matching.exact.watch import Watch

_EPS = 1e-6
PER_ROW = 0.7
"""So many columns for each row are branched on at first, and more, by reduced cost, as long as none is found.

Few, as what is found says which columns are out for good: with twice as many the first choice costs ten times the
work. Another figure can be told, where most columns cost much the same.
"""
_PER_ROW_AT_MOST = 6
_WIDEN = 4
_ALL_AT_ONCE = 3000
"""Up to so many columns, all of them are in the linear programme from the start."""
AT_ONCE, _FEW_ROWS = 0.3, 300
"""So many columns for each row are added to the linear programme at once, unless it is told otherwise."""
_FIRST_NODES = 100
"""So many nodes at first: a good choice fixes most columns, and the proof is then sought among the few left."""
_MORE_NODES = 8


@dataclass(frozen=True)
class Effort:
    """How far to go: `nodes` of branching at most, and the gap (a share of the cost) that is good enough."""

    nodes: int = 200_000
    gap: float = 0.0


@dataclass(frozen=True, eq=False)
class Found:
    """The choice: its columns by key, its cost, and the proved `bound` below which no choice can lie.

    `chosen` is None if there is no choice at all (`possible` is then False) or none was found before it was stopped.
    """

    chosen: Ints | None
    cost: float
    bound: float
    possible: bool = True
    columns: Columns | None = None

    @property
    def proved(self) -> bool:
        """Whether nothing better exists."""
        return self.chosen is not None and self.cost - self.bound <= _nothing_beside(self.cost)


class Search:
    """A linear programme solved over a supply of columns, from which the best whole choice is then sought."""

    def __init__(
        self,
        rows: Rows,
        supply: Supply,
        watch: Watch,
        *,
        whole_costs: bool,
        at_once: float = AT_ONCE,
        per_row: float = PER_ROW,
    ) -> None:
        self.rows, self.supply, self.watch = rows, supply, watch
        self._whole, self._at_once, self._per_row = whole_costs, at_once, per_row
        self.relaxed: Relaxed | None = None

    def relax(self) -> Relaxed:
        """Solve the linear programme over all columns; its `end` says whether it is possible."""
        if self.relaxed is not None:
            return self.relaxed
        linear = Linear(self.rows, self.watch)
        total = self.supply.total
        everything = total <= _ALL_AT_ONCE
        batch = self._all(total) if everything else self.supply.first()
        known = batch.keys
        scale = float(np.abs(batch.cost).max(initial=0.0))
        linear.add(batch)
        batches = [batch]
        most = int(self._at_once * max(_FEW_ROWS, self.rows.count))
        while True:
            relaxed = linear.solve()
            if self.watch.look() and not everything:
                # Its cost is no bound as long as columns are missing.
                relaxed = replace(relaxed, end=End.STOPPED)
            if relaxed.end is End.OPTIMAL and not everything:
                more = self.supply.below(relaxed.prices, -_nothing_beside(scale), most)
            elif relaxed.end is End.INFEASIBLE and not everything:
                # The columns to start with were too few to say anything: take them all.
                everything = True
                more = self._all(total)
            else:
                break
            fresh = np.flatnonzero(~np.isin(more.keys, known))
            if not len(fresh):
                break
            added = more.only(fresh)
            known = np.concatenate((known, added.keys))
            batches.append(added)
            linear.add(added)
        self.relaxed, self._columns = relaxed, Columns.joined(batches)
        return relaxed

    def _all(self, total: int) -> Columns:
        return self.supply.below(np.zeros(self.rows.count), math.inf, total)

    def used(self) -> dict[int, float]:
        """Give the shares that the linear programme uses of columns, by key, where it uses any."""
        assert self.relaxed is not None
        places = np.flatnonzero(self.relaxed.shares > _EPS)
        return dict(zip(self._columns.keys[places].tolist(), self.relaxed.shares[places].tolist(), strict=True))

    def holds(self, keys: Sequence[int]) -> bool:
        """Whether all these columns are in the linear programme."""
        return bool(np.isin(keys, self._columns.keys).all())

    @property
    def bound(self) -> float:
        """The cost below which no choice can lie, as far as the linear programme says."""
        assert self.relaxed is not None
        return self._up(self.relaxed.cost)

    def best(self, effort: Effort, start: Found | None = None) -> Found:
        """Find the cheapest whole choice; `start` is one that is known."""
        relaxed = self.relax()
        if relaxed.end is End.INFEASIBLE:
            return Found(None, math.inf, math.inf, possible=False)
        if relaxed.end is End.STOPPED:
            return start or Found(None, math.inf, -math.inf)
        if (found := self._whole_already()) is not None:
            return found
        best, bound, nodes = start, self.bound, min(_FIRST_NODES, effort.nodes)
        if best is not None and best.cost <= bound:
            return replace(best, bound=best.cost)
        limit = self._first_limit(best)
        most: int | None = _PER_ROW_AT_MOST * self.rows.count
        while True:
            columns, beyond = self._narrow(limit, most, best)
            slack = max(effort.gap * abs(best.cost if best else relaxed.cost), 0.999 if self._whole else 0.0)
            got = choose(self.rows, columns, self.watch, start=_start(columns, best), slack=slack, nodes=nodes)
            if got.end is End.INFEASIBLE and columns.count == self.supply.total:
                return Found(None, math.inf, math.inf, possible=False)
            bound = max(bound, min(self._up(got.bound), self._up(beyond)))
            if got.columns is not None and (best is None or got.cost < best.cost - _EPS):
                best = Found(columns.keys[got.columns > 0.5], got.cost, bound, columns=columns)
            if best is not None:
                if best.cost - bound <= max(_nothing_beside(best.cost), effort.gap * abs(best.cost)):
                    break
                if got.end is End.OPTIMAL and beyond >= best.cost - _nothing_beside(best.cost):
                    # What HiGHS has proved is proved, though its bound may be less by what it thinks nothing of.
                    bound = max(bound, self._up(best.cost - slack))
                    break
            out_of_nodes = got.end is End.STOPPED and nodes >= effort.nodes
            wanted = limit * _WIDEN if best is None else best.cost - relaxed.cost
            if self.watch.stopped or (out_of_nodes and (best is None or wanted >= limit)):
                break
            limit = wanted
            most = None if best is not None else most and most * _WIDEN
            nodes = min(nodes * _MORE_NODES, effort.nodes)
        if best is None:
            return Found(None, math.inf, bound)
        return Found(best.chosen, best.cost, min(bound, best.cost), columns=best.columns)

    def _narrow(self, limit: float, most: int | None, best: Found | None) -> tuple[Columns, float]:
        """Give the columns to branch on, and the cost of whatever uses another: those up to a reduced cost.

        Where very many cost the same, only so many of them, but always those that the linear programme uses, and
        those of the best choice known.
        """
        assert self.relaxed is not None
        total = self.supply.total
        columns = self.supply.below(self.relaxed.prices, limit + _EPS, most or total)
        if most is not None and columns.count >= most:
            limit = min(limit, max(0.0, float(columns.reduced(self.relaxed.prices).max(initial=0.0))))
        wanted = self.relaxed.shares > _EPS
        if best is not None and best.chosen is not None:
            wanted |= np.isin(self._columns.keys, best.chosen)
        used = np.flatnonzero(wanted & ~np.isin(self._columns.keys, columns.keys))
        columns = Columns.joined([columns, self._columns.only(used)])
        return columns, math.inf if columns.count >= total else self.relaxed.cost + limit

    def _whole_already(self) -> Found | None:
        """The choice of the linear programme itself, if it divides no column: nothing can be better."""
        assert self.relaxed is not None
        shares = self.relaxed.shares
        if np.abs(shares - np.round(shares)).max(initial=0.0) > _EPS:
            return None
        columns, picked = self._columns, np.flatnonzero(shares > 0.5)
        cost = float(columns.cost[picked].sum())
        return Found(columns.keys[picked], cost, cost, columns=columns)

    def _first_limit(self, best: Found | None) -> float:
        """The reduced cost up to which columns are branched on first: so many a row, or fewer if the gap is small."""
        assert self.relaxed is not None
        reduced = np.sort(self._columns.reduced(self.relaxed.prices))
        wanted = int(self._per_row * self.rows.count)
        limit = max(float(reduced[min(wanted, len(reduced) - 1)]), _EPS)
        return min(limit, best.cost - self.relaxed.cost) if best is not None else limit

    def _up(self, cost: float) -> float:
        return math.ceil(cost - _EPS * max(1.0, abs(cost) * 1e-3)) if self._whole and math.isfinite(cost) else cost


def _nothing_beside(cost: float) -> float:
    """The difference that is no difference beside a cost: a sum of doubles is no more exact."""
    return max(_EPS, 1e-11 * abs(cost))


def _start(columns: Columns, best: Found | None) -> Floats | None:
    if best is None or best.chosen is None:
        return None
    picked = np.isin(columns.keys, best.chosen).astype(np.float64)
    return picked if int(picked.sum()) == len(best.chosen) else None


__all__ = ["Effort", "Found", "Search"]
