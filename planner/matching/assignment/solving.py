"""Solves the plain problem.

Minimise ``Σ c[g,h]·x[g,h]`` where each guest has one home, ``Σ_h x[g,h] = 1``, and no home is overfull,
``Σ_g size[g,h]·x[g,h] ≤ capacity[h]``, with ``x`` 0 or 1. The linear programme starts with each guest's cheapest
homes; see `planner.matching.exact.search` for how its optimum becomes a proof.

The answer does not depend on the order of guests and homes in the problem: both are put in order by their names first.
"""

from __future__ import annotations

import time

import numpy as np

from planner.matching.assignment.problem import Assignment, AssignmentProblem, Status
from planner.matching.exact.columns import Columns, Floats, Listed, Rows, cheapest_of_each
from planner.matching.exact.search import Effort, Search
from planner.matching.exact.watch import Watch
from planner.model.progress import Progress

_CHEAPEST = 8
"""So many homes of each guest are looked at first."""


def solve(
    problem: AssignmentProblem,
    progress: Progress | None = None,
    *,
    seconds: float | None = None,
    effort: Effort | None = None,
) -> Assignment:
    """Give the best assignment; with `seconds` or when cancelled, the best found until then and its gap."""
    begun = time.perf_counter()
    watch = Watch(progress, seconds)
    watch.reach(0, 2)
    guests = sorted(range(len(problem.guests)), key=lambda place: problem.guests[place].name)
    homes = sorted(range(len(problem.homes)), key=lambda place: problem.homes[place].name)
    if not guests:
        return Assignment(Status.OPTIMAL, (), 0.0, 0.0, time.perf_counter() - begun)
    costs, sizes, room = _tables(problem, guests, homes)
    whole = bool(np.all(costs[np.isfinite(costs)] == np.round(costs[np.isfinite(costs)])))
    rows = Rows(
        np.concatenate((np.ones(len(guests)), np.full(len(homes), -np.inf))),
        np.concatenate((np.ones(len(guests)), room)),
    )
    search = Search(rows, _supply(costs, sizes, room), watch, whole_costs=whole)
    search.relax()
    watch.reach(1, 2)
    found = search.best(effort or Effort())
    sign = -1.0 if problem.most else 1.0
    spent = time.perf_counter() - begun
    if not found.possible:
        return Assignment(Status.INFEASIBLE, None, None, None, spent)
    bound = sign * found.bound if np.isfinite(found.bound) else None
    if found.chosen is None:
        return Assignment(Status.UNKNOWN, None, None, bound, spent)
    placed = [0] * len(guests)
    for key in sorted(found.chosen.tolist()):
        guest, home = divmod(key, len(homes))
        placed[guests[guest]] = homes[home]
    status = Status.OPTIMAL if found.proved else Status.FEASIBLE
    total = sum(problem.costs[guest][home] or 0.0 for guest, home in enumerate(placed))
    watch.reach(2, 2)
    return Assignment(status, tuple(placed), total, total if found.proved else bound, spent)


def _tables(problem: AssignmentProblem, guests: list[int], homes: list[int]) -> tuple[Floats, Floats, Floats]:
    """Costs to be kept small (infinity where forbidden) and sizes, guests by homes, and the homes' room."""
    table = [[problem.costs[guest][home] for home in homes] for guest in guests]
    costs = np.array([[np.nan if cost is None else cost for cost in row] for row in table], np.float64)
    costs = np.where(np.isnan(costs), np.inf, -costs if problem.most else costs)
    sizes = np.array([[problem.guests[guest].sizes[home] for home in homes] for guest in guests], np.float64)
    shape = (len(guests), len(homes))
    room = np.array([problem.homes[home].capacity for home in homes], np.float64)
    return costs.reshape(shape), sizes.reshape(shape), room


def _supply(costs: Floats, sizes: Floats, room: Floats) -> Listed:
    """A column for each guest and home that may be; its key is their place in the table."""
    guest, home = np.nonzero(np.isfinite(costs) & (sizes <= room))
    keys = (guest * costs.shape[1] + home).astype(np.int64)
    rows = np.column_stack((guest, len(costs) + home)).ravel().astype(np.int64)
    values = np.column_stack((np.ones(len(keys)), sizes[guest, home])).ravel()
    start = np.arange(0, 2 * len(keys) + 1, 2, dtype=np.int64)
    cost = costs[guest, home]
    return Listed(Columns(keys, cost, start, rows, values), cheapest_of_each(guest, cost, _CHEAPEST))
