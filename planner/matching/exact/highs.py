"""HiGHS, asked two things: the linear programme with its prices, and the best 0/1 choice among few columns.

One thread, a fixed seed and no time limit of its own: the same columns in the same order give the same answer. Where
somebody waits who may cancel, it works aside (`aside`): it asks whether to stop only now and then, for seconds not at
all, and nobody need wait for that.
See https://ergo-code.github.io/HiGHS/ for the options and callbacks named here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.matching.exact.aside import run_aside
from planner.matching.exact.columns import Columns, Floats, Ints, Rows
from planner.matching.exact.watch import Watch


class End(Enum):
    """How a solve ended."""

    OPTIMAL = auto()
    INFEASIBLE = auto()
    STOPPED = auto()


@dataclass(frozen=True, eq=False)
class Relaxed:
    """The linear programme: its cost, the share of each column, the price of each row, and what columns cost beyond it.

    What there is as much of as there can be may cost less than its worth.
    """

    end: End
    cost: float
    shares: Floats
    prices: Floats
    reduced: Floats


@dataclass(frozen=True, eq=False)
class Chosen:
    """The 0/1 choice: which columns (None if none was found), its cost, and the cost below which nothing can lie."""

    end: End
    columns: Floats | None
    cost: float
    bound: float


_LONG = 1500
"""From so many rows on one simplex run may take long enough to be ended in the middle once nobody waits for it."""


class Linear:
    """A linear programme that grows: columns are added, and the last basis is the start of the next solve.

    One that does not grow is better simplified (`at_once`).
    """

    def __init__(self, rows: Rows, watch: Watch, *, at_once: bool = False) -> None:
        self._highs, self._watch = _solver(watch, rows.count), watch
        self.rows = Rows(rows.lower.copy(), rows.upper.copy())
        # Most columns are not there yet when it is solved first: simplifying it would be for nothing.
        self._highs.setOptionValue("presolve", "on" if at_once else "off")
        nothing = np.zeros(0)
        none = np.zeros(0, np.int32)
        self._highs.addRows(rows.count, rows.lower, rows.upper, 0, np.zeros(rows.count, np.int32), none, nothing)

    def add(self, columns: Columns, upper: float = 1.0) -> None:
        """Add columns behind those that are there, and how many there can be of each."""
        n = columns.count
        self._highs.addCols(
            n,
            columns.cost,
            np.zeros(n),
            np.full(n, upper),
            len(columns.rows),
            columns.start[:-1].astype(np.int32),
            columns.rows.astype(np.int32),
            columns.values,
        )

    def reprice(self, cost: Floats) -> None:
        """Set the cost of all columns anew."""
        self._highs.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost)

    def add_row(self, columns: Ints, values: Floats, lower: float, upper: float) -> None:
        """Add a row behind those that are there."""
        self._highs.addRow(lower, upper, len(columns), columns.astype(np.int32), values)
        self.rows = Rows(np.append(self.rows.lower, lower), np.append(self.rows.upper, upper))

    def limit_rows(self, rows: Ints, lower: Floats, upper: Floats) -> None:
        """Set anew what some rows hold."""
        self._highs.changeRowsBounds(len(rows), rows.astype(np.int32), lower, upper)
        self.rows.lower[rows], self.rows.upper[rows] = lower, upper

    def limit_columns(self, columns: Ints, upper: Floats) -> None:
        """Set anew how many there can be of some columns."""
        n = len(upper)
        self._highs.changeColsBounds(n, columns.astype(np.int32), np.zeros(n), upper)

    def solve(self) -> Relaxed:
        """Solve it as it stands; once nobody waits for it any more it stays stopped."""
        nothing = Relaxed(End.STOPPED, -math.inf, np.zeros(0), np.zeros(self.rows.count), np.zeros(0))
        if self._watch.stopped:
            return nothing
        if not self._highs.getNumCol():
            # HiGHS calls a model without columns solved, whatever its rows ask for.
            end = End.OPTIMAL if self.rows.allow_nothing else End.INFEASIBLE
            return Relaxed(end, 0.0, np.zeros(0), np.zeros(self.rows.count), np.zeros(0))
        if not run_aside(self._highs.run, self._watch):
            # It may still be at work, and must not be touched then: what is changed from now on is for nobody.
            self._highs = _solver(self._watch, 0)
            return nothing
        end = _end_of(self._highs)
        solution = self._highs.getSolution()
        cost = self._highs.getInfo().objective_function_value
        shares, prices = np.array(solution.col_value), np.array(solution.row_dual)
        return Relaxed(end, cost, shares, prices, np.array(solution.col_dual))

    def middle(self) -> Relaxed:
        """Solve it from within: what it comes to is the same, and its prices lie amid all that are best.

        The next solve begins where the last one ended all the same.
        """
        basis = self._highs.getBasis()
        self._highs.setOptionValue("solver", "ipm")
        self._highs.setOptionValue("run_crossover", "off")
        found = self.solve()
        self._highs.setOptionValue("solver", "choose")
        self._highs.setOptionValue("run_crossover", "on")
        if not self._watch.stopped:
            self._highs.setBasis(basis)
        return found


def choose(
    rows: Rows,
    columns: Columns,
    watch: Watch,
    *,
    start: Floats | None = None,
    slack: float = 0.0,
    nodes: int,
    divisible: NDArray[np.bool_] | None = None,
) -> Chosen:
    """Find the cheapest choice among these columns; of those that are `divisible` a share may be chosen.

    `start` is a choice known to be allowed. Branching ends when cost and bound lie no more than `slack` apart, or
    after so many `nodes`: that limit, unlike one of time, is the same on every machine.
    """
    import highspy

    if not columns.count:
        if not rows.allow_nothing:
            return Chosen(End.INFEASIBLE, None, math.inf, math.inf)
        return Chosen(End.OPTIMAL, np.zeros(0), 0.0, 0.0)
    highs = _solver(watch, rows.count)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", max(slack, 1e-6))
    highs.setOptionValue("mip_max_nodes", nodes)
    # Columns are narrowed by reduced cost before it begins: to simplify and start anew finds little more.
    highs.setOptionValue("mip_allow_restart", False)
    # It guesses at choices before the first linear programme, of which a good one is known already.
    highs.setOptionValue("mip_heuristic_run_feasibility_jump", False)
    n = columns.count
    shares = np.zeros(n, bool) if divisible is None else divisible
    highs.passModel(
        n,
        rows.count,
        len(columns.rows),
        int(highspy.MatrixFormat.kColwise),
        int(highspy.ObjSense.kMinimize),
        0.0,
        columns.cost,
        np.zeros(n),
        np.ones(n),
        rows.lower,
        rows.upper,
        columns.start.astype(np.int32),
        columns.rows.astype(np.int32),
        columns.values,
        np.where(shares, int(highspy.HighsVarType.kContinuous), int(highspy.HighsVarType.kInteger)).astype(np.int32),
    )
    if start is not None:
        highs.setSolution(n, np.arange(n, dtype=np.int32), start)
    seen = _Seen.of(highs, watch)
    if not run_aside(highs.run, watch):
        return seen.so_far(columns, shares)
    end = _end_of(highs)
    info = highs.getInfo()
    if end is End.INFEASIBLE:
        return Chosen(end, None, math.inf, math.inf)
    if int(info.primal_solution_status) != int(highspy.SolutionStatus.kSolutionStatusFeasible):
        return Chosen(end, None, math.inf, info.mip_dual_bound)
    values = _whole(np.array(highs.getSolution().col_value), shares)
    cost = float(columns.cost @ values)
    if start is not None and end is End.OPTIMAL and cost > _reach(info, slack):
        # A model that HiGHS 1.16 solves while simplifying it may give back the start instead of its solution.
        return choose(rows, columns, watch, slack=slack, nodes=nodes, divisible=divisible)
    return Chosen(end, values, cost, info.mip_dual_bound)


@dataclass(eq=False)
class _Seen:
    """What branching has told of itself so far: its best choice, and the cost below which nothing can lie."""

    values: Floats | None = None
    bound: float = -math.inf

    @classmethod
    def of(cls, highs: Any, watch: Watch) -> _Seen:
        """Look at what a solver will tell, if anybody may not wait for its end."""
        seen = cls()
        if not watch.idle:

            def keep(event: Any) -> None:
                seen.values, seen.bound = np.array(event.data_out.mip_solution), event.data_out.mip_dual_bound

            highs.cbMipImprovingSolution.subscribe(keep)
        return seen

    def so_far(self, columns: Columns, shares: NDArray[np.bool_]) -> Chosen:
        """Give what is known."""
        if self.values is None:
            return Chosen(End.STOPPED, None, math.inf, self.bound)
        values = _whole(self.values, shares)
        return Chosen(End.STOPPED, values, float(columns.cost @ values), self.bound)


def _whole(values: Floats, shares: NDArray[np.bool_]) -> Floats:
    """Give the values of a choice as the whole numbers they stand for, but for those of which a share may be chosen."""
    return np.where(shares, values, np.round(values))


def _solver(watch: Watch, rows: int) -> Any:
    import highspy

    class Silent(highspy.Highs):  # type: ignore[misc]  # the library has no types
        """HiGHS that writes nothing, not even its name when it begins."""

        def enableCallbacks(self) -> None:
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()

    highs = Silent()
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("parallel", "off")
    highs.setOptionValue("random_seed", 0)
    if not watch.idle:

        def look(event: Any) -> None:
            if watch.stopped:
                event.interrupt()

        # Asked at every step of the simplex method, a small model would mostly wait for its turn to run Python.
        highs.cbMipInterrupt.subscribe(look)
        if rows >= _LONG:
            highs.cbSimplexInterrupt.subscribe(look)
    return highs


def _reach(info: Any, slack: float) -> float:
    """The cost up to which an answer counts as proved."""
    return float(info.mip_dual_bound + slack + 1e-6 * max(1.0, abs(info.mip_dual_bound)))


def _end_of(highs: Any) -> End:
    import highspy

    status = highs.getModelStatus()
    if status in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty):
        return End.OPTIMAL
    # Nothing here is unbounded: every column lies between 0 and 1.
    if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
        return End.INFEASIBLE
    return End.STOPPED
