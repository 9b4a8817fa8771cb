"""The lodging of visits of growing size: time, gap, memory, and the plain integer model by the same solver beside it.

The plain model is what one writes first: every guest in every home they may be in, every night of every home a row, one
objective (the total, everybody placed, no pair worse than the best worst pair), handed to HiGHS as it is. It is not
asked for the aims before the total, which the planner's own time includes, and is stopped after three times that time.

A gap is that of the aims one after the other: by how much an aim may still be better, as long as those before it are as
they are. Seconds are processor time (HiGHS has one thread), so that other programs do not count. Each size is measured
in a process of its own. The two largest only on request: `make bench ARGS=matching-large`; so are visits on which three
in five families are away for half the time, so that very many stays must be split (`matching-split`). Those are stopped
after two minutes, and have no plain model beside them: written out, theirs has a million columns.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from planner.matching.exact.highs import choose
from planner.matching.exact.watch import Watch
from planner.matching.lodging.answer import Aim, Lodging
from planner.matching.lodging.model import Model, Scope
from planner.matching.lodging.spans import every_night
from planner.matching.lodging.stages import lodge
from planner.matching.lodging.tables import Tables
from planner.model.message import Cancelled
from tests.benchmarks.apart import apart
from tests.benchmarks.homestays import visit
from tests.benchmarks.report import Line

SMALL = ((15, 10, 0.3), (60, 45, 1.0), (150, 110, 5.0))
LARGE = ((300, 200, 20.0), (600, 400, 120.0))
SPLIT = ((40, 30), (80, 70), (150, 130))
_AWAY_OFTEN, _SPLIT_SECONDS = 0.6, 120.0
_TIMES, _AT_LEAST, _AT_MOST = 3, 2.0, 240.0
"""The plain model gets so many times our time, and so many seconds at least and at most."""


def measure(_folder: Path) -> list[Line]:
    """Measure the sizes that are done in seconds."""
    return list(_measure(SMALL, times=3))


def measure_large(_folder: Path) -> Iterable[Line]:
    """Measure the two largest sizes, one after the other."""
    return _measure(LARGE, times=1)


def measure_split(_folder: Path) -> Iterable[Line]:
    """Measure visits on which very many stays must be split."""
    for guests, homes in SPLIT:
        ours = apart(__name__, "split", guests, homes)
        size = f"{guests} guests × {homes} homes, mostly away: {ours.found['told']}, {ours.memory}"
        yield Line(size, ours.found["seconds"])


def _measure(sizes: Iterable[tuple[int, int, float]], times: int) -> Iterable[Line]:
    for guests, homes, bar in sizes:
        ours = apart(__name__, "ours", guests, homes, times)
        seconds = sorted(ours.found["seconds"])
        limit = min(max(_TIMES * seconds[len(seconds) // 2], _AT_LEAST), _AT_MOST)
        plain = apart(__name__, "plain", guests, homes, ours.found["worst"], ours.found["moves"] > 0, limit)
        size = f"{guests} guests × {homes} homes: {ours.found['told']}, {ours.memory}"
        beside = f"the plain model ({plain.found['told']}, {plain.memory})"
        yield Line(size, seconds, bar, beside=(beside, plain.found["seconds"]))


def ours(guests: int, homes: int, times: int) -> dict[str, Any]:
    """Pair a visit so many times."""
    problem, seconds = visit(guests, homes), []
    for _ in range(times):
        begun = time.process_time()
        lodging = lodge(problem)
        seconds.append(time.process_time() - begun)
    moves = lodging.of(Aim.STAYS).value - len({stay.guest for stay in lodging.stays})
    return {"seconds": seconds, "told": told(lodging), "worst": lodging.of(Aim.WORST).value, "moves": moves}


def split(guests: int, homes: int) -> dict[str, Any]:
    """Pair a visit on which many families are away for half the time, within two minutes."""
    begun = time.process_time()
    lodging = lodge(visit(guests, homes, away_often=_AWAY_OFTEN), _limit(_SPLIT_SECONDS))
    return {"seconds": [time.process_time() - begun], "told": told(lodging)}


def told(lodging: Lodging) -> str:
    """Say how good a lodging is: what is proved, and the gap of each aim that is not."""
    open_ = [f"{one.aim.value} within {100 * one.gap:.3f} %" for one in lodging.reached if not one.proved]
    moves = lodging.of(Aim.STAYS).value - len({stay.guest for stay in lodging.stays})
    said = "optimal" if not open_ else ", ".join([*open_, "all other aims proved"])
    return f"{said}, {len(lodging.unplaced)} unplaced, {moves} moves"


def plain(guests: int, homes: int, worst: int, split: bool, limit: float) -> dict[str, Any]:
    """Solve the plain model, for so many seconds at most."""
    problem = replace(visit(guests, homes), friends={})
    tables = Tables(problem, every_night(problem))
    open_ = tables.whole & (tables.score >= worst)
    scope = Scope(open_, tuple(range(tables.nights)), split=False, relief=split)
    begun = time.process_time()
    model = Model(tables, scope, every_night=True)
    supply = model.supply(Aim.TOTAL)
    columns = supply.below(np.zeros(model.rows.count), np.inf, supply.total)
    watch = Watch(_limit(limit))
    found = choose(model.rows, columns, watch, nodes=10**9)
    seconds = time.process_time() - begun
    gap = abs(found.cost - found.bound) / max(1.0, abs(found.cost))
    known = f"a gap of {100 * gap:.3f} %" if math.isfinite(found.cost) else "nothing found"
    return {"seconds": seconds, "told": f"stopped: {known}" if watch.stopped else "optimal"}


def _limit(seconds: float) -> Callable[[int, int], None]:
    """Stop after so many seconds of processor time."""
    begun = time.process_time()

    def progress(_done: int, _total: int) -> None:
        if time.process_time() - begun > seconds:
            raise Cancelled

    return progress
