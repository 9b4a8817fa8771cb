"""Goes through the aims in their order, each proved before the next may use what is left open.

*Day by day first.* What is uncovered, what has changed, what is broken and the faces are sums over days that do not
know each other (`Tables.blocks`): each block is solved for itself, and small.

*Then all together*: fair shares of what there is to do. Each block may only cost what it costs at best; where that is
nothing, the columns for it do not even exist. *At last* points, block by block: nobody's share of it may grow for them.

Each solve begins with the linear programme. If its cost, rounded up (all costs are whole numbers), is reached by what
is known already, that is the proof; otherwise HiGHS branches. A duty that costs more than is known, whoever uses it
(its reduced cost), is left out, and stays out for the aims that follow.

*Many options*: whole days are the columns for faces and for all aims after them. Where they cannot be, those
aims choose only among what linear programmes use, and their bound comes from one that leaves out most of what binds.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

import numpy as np

from planner.matching.exact.highs import End, Linear, choose
from planner.matching.exact.reached import Reached, rounded_up
from planner.matching.exact.search import Effort
from planner.matching.exact.watch import Watch
from planner.matching.shifts.answer import Aim, Cover, Duty
from planner.matching.shifts.days import Day
from planner.matching.shifts.duties import Option, Tables
from planner.matching.shifts.judge import Judge
from planner.matching.shifts.limits import Limits
from planner.matching.shifts.model import Model
from planner.matching.shifts.problem import ShiftProblem
from planner.matching.shifts.programme import Programme
from planner.matching.shifts.roster import LIMITED, Roster
from planner.matching.shifts.rulebook import Rulebook
from planner.matching.shifts.sharing import Sharing
from planner.matching.shifts.wholedays import whole_days
from planner.model.progress import Progress

AIMS = (Aim.UNCOVERED, Aim.BROKEN, Aim.FACES, Aim.SPREAD, Aim.UNSUITED)
REPAIR = (Aim.UNCOVERED, Aim.CHANGED, *AIMS[1:])

_OVER_ALL = (Aim.SPREAD,)
"""Aims that see all blocks at once. With them it is settled what everybody has to do in each block: so those after
them see one block after the other again."""
_EPS = 1e-6
_NODES = 20_000
_PROVED, _CLOSE = 500, 0.005
"""With more options than these the later aims are done within such a share of what is proved possible."""
_MANY, _GROUP = 500, 12
"""With more options than these whole days are the columns, unless a group has more shifts on end than these: then far
too many days would have to be begun, for a face that is paid for makes all the rest of them cheap."""
_LARGE = 3_000
"""With more options than these, where whole days are not the columns, the aims after the first only choose among what
the linear programme uses."""
_FIRST = (Aim.UNCOVERED, Aim.CHANGED, Aim.BROKEN)


class Stages:
    """One problem on its way through the aims."""

    def __init__(
        self,
        tables: Tables,
        watch: Watch,
        effort: Effort | None = None,
        aims: Sequence[Aim] = AIMS,
        before: Iterable[Duty] = (),
        must: tuple[int, int] | None = None,
        many: int = _MANY,
    ) -> None:
        self.tables, self.watch, self.aims = tables, watch, tuple(aims)
        #: Whether faces, and what comes after them, are sought with whole days as columns.
        by_block = set(takewhile(lambda aim: aim not in _OVER_ALL, self.aims))
        fits = Aim.FACES in by_block <= set(LIMITED) and tables.largest_group <= _GROUP
        self.many = effort is None and len(tables.options) > many and fits
        #: Whether the later aims only choose among what linear programmes use.
        self.hurried = effort is None and not self.many and len(tables.options) > _LARGE
        self.effort = effort or Effort(_NODES, _CLOSE if len(tables.options) > _PROVED else 0.0)
        self.books = [Rulebook(tables, block) for block in range(len(tables.blocks))]
        #: Of what was, that which still can be; what cannot is given up anyway.
        self.before = frozenset(before) & {tables.duty(one) for one in tables.options}
        self.chosen: list[Option] = [one for one in tables.options if one.locked and not one.company]
        self.bounds: dict[Aim, int] = dict.fromkeys(aims, 0)
        self.limits = Limits(must=must)
        self.narrow: set[int] = set()
        self.rosters: list[Roster] = []
        #: Whether the answer consists of whole days that are lawful within themselves.
        self.expressed = True

    def run(self) -> Cover:
        """Go through all aims."""
        begun = time.perf_counter()
        blocks = range(len(self.tables.blocks))
        by_block = list(takewhile(lambda aim: aim not in _OVER_ALL, self.aims))
        over_all = self.aims[len(by_block) :]
        by_duties = [aim for aim in by_block if not self.many or aim is not Aim.FACES]
        by_whole_days = blocks if len(by_duties) < len(by_block) else ()
        steps = len(blocks) + len(by_whole_days) + len(over_all)
        # Whoever stops it soon has all days covered at least.
        for done, (block, whole) in enumerate((*((b, False) for b in blocks), *((b, True) for b in by_whole_days))):
            self.watch.reach(done, steps)
            if self.watch.stopped:
                break
            if whole:
                self._by_whole_days(block, by_block)
                continue
            for aim in by_duties:
                self._settle_block(block, aim)
        sharing = self._sharing() if over_all and not self.watch.stopped else None
        for number, aim in enumerate(over_all, steps - len(over_all)):
            self.watch.reach(number, steps)
            if self.watch.stopped:
                break
            if sharing is not None:
                self.bounds[aim] = sharing.share(self.effort) if aim in _OVER_ALL else sharing.suit()
                self.chosen = sharing.options()
            elif blocks:
                self._by_duties(blocks, aim)
        self.watch.reach(steps, steps)
        return self._answer(time.perf_counter() - begun)

    def _by_duties(self, blocks: Sequence[int], aim: Aim) -> None:
        """Settle an aim that comes when the days are settled: over all of them at once, or after that day by day."""
        loose = self._loose_bound(aim) if self.hurried else None
        if aim in _OVER_ALL:
            value, self.bounds[aim] = self._settle(blocks, aim)
            for block in blocks:
                self.limits.shares.update(self._shares(block))
        else:
            value = sum(self._settle_block(block, aim) for block in blocks)
        if loose is not None:
            self.bounds[aim] = min(loose, value)

    def _shares(self, block: int) -> Iterator[tuple[tuple[int, int], int]]:
        """What everybody has to do in a block."""
        shifts = set(self.tables.blocks[block])
        mine = {self.tables.duty(one) for one in self.chosen if one.shift in shifts}
        shares = Judge(self.tables, mine).shares()
        for number, person in enumerate(self.tables.people):
            yield (block, number), sum(shares.get(person.name, {}).values())

    def _settle_block(self, block: int, aim: Aim) -> int:
        value, bound = self._settle([block], aim)
        self.limits.of_block[aim, block] = value - self._constant([block], aim)
        self.bounds[aim] += bound
        return value

    def _constant(self, blocks: Iterable[int], aim: Aim) -> int:
        """What an aim costs whatever is chosen: each duty that was counts as given up until it is chosen again."""
        if aim is not Aim.CHANGED:
            return 0
        shifts = {self.tables.shifts[shift].name for block in blocks for shift in self.tables.blocks[block]}
        return sum(one.shift in shifts for one in self.before)

    def _by_whole_days(self, block: int, aims: Sequence[Aim]) -> None:
        """Settle the faces of a block with whole days, as far as their linear programme is the truth."""
        settled = {aim: limit for aim in aims if (limit := self.limits.of_block.get((aim, block))) is not None}
        mine = set(self.tables.blocks[block])
        must = self.limits.must
        if must is not None and not (must[1] in mine and self._has(must)):
            must = None
        roster = Roster(Day(self.tables, block, self.limits.out, self.before), settled, must)
        self.rosters.append(roster)
        found = whole_days(Programme([roster], self.watch), [one for one in self.chosen if one.shift in mine])
        least = 0
        if found is not None:
            least = found.least
            self.chosen = [one for one in self.chosen if one.shift not in mine] + found.chosen
            self.limits.of_block[Aim.FACES, block] = found.faces
            if found.least == found.faces or len(self.tables.options) > _LARGE:
                self.bounds[Aim.FACES] += found.least
                return
        # Where whole days are no proof, and few enough duties are, those are.
        value, bound = self._settle([block], Aim.FACES)
        self.bounds[Aim.FACES] += max(least, bound)
        self.limits.of_block[Aim.FACES, block] = value
        roster.limit(Aim.FACES, value)
        self.expressed &= roster.expresses([one for one in self.chosen if one.shift in mine])

    def _has(self, must: tuple[int, int]) -> bool:
        return any((one.person, one.shift) == must for one in self.chosen)

    def _sharing(self) -> Sharing | None:
        """Give all days at once, if whole days are the columns and the answer is made of them."""
        if not self.rosters or not self.expressed:
            return None
        return Sharing(self.rosters, self.chosen, len(self.tables.people), self.watch)

    def _narrow(self, used: set[int]) -> None:
        """Leave only these options and those of the answer to the aims to come."""
        used = used | {one.place for one in self.chosen}
        self.narrow |= {one.place for one in self.tables.options if one.place not in used}
        self.limits.out.update(self.narrow)

    def _loose_bound(self, aim: Aim) -> int:
        """Give what an aim costs at least by a linear programme that leaves out most of what binds."""
        limits = replace(self.limits, out=self.limits.out - self.narrow)
        model = Model(self.tables, self.books, range(len(self.books)), aim, limits, self.before, loose=True)
        linear = Linear(model.rows, self.watch, at_once=True)
        linear.add(model.columns)
        relaxed = None if self.watch.stopped else linear.solve()
        return int(rounded_up(relaxed.cost)) if relaxed is not None and relaxed.end is End.OPTIMAL else 0

    def _settle(self, blocks: Sequence[int], aim: Aim) -> tuple[int, int]:
        """Find the best for an aim within what is settled, from what is known; gives its value and the bound."""
        shifts = {shift for block in blocks for shift in self.tables.blocks[block]}
        model = Model(self.tables, self.books, blocks, aim, self.limits, self.before)
        start = model.values_of(one for one in self.chosen if one.shift in shifts)
        cost, constant = float(model.columns.cost @ start), self._constant(blocks, aim)
        least = min(0, round(float(model.columns.cost[model.columns.cost < 0].sum())))
        linear = Linear(model.rows, self.watch, at_once=True)
        linear.add(model.columns)
        relaxed = None if self.watch.stopped else linear.solve()
        if relaxed is None or relaxed.end is not End.OPTIMAL:
            return round(cost) + constant, least + constant
        bound = int(rounded_up(relaxed.cost))
        reduced = model.columns.reduced(relaxed.prices)
        if cost > bound + _EPS:
            gap = 0.0 if aim in _FIRST else self.effort.gap
            open_ = reduced <= cost - relaxed.cost + _EPS
            if self.hurried and aim not in _FIRST:
                open_ &= relaxed.shares > _EPS
            kept = np.flatnonzero(open_ | model.divisible | (start > 0))
            got = choose(
                model.rows, model.columns.only(kept), self.watch,
                start=start[kept], slack=max(0.999, gap * abs(cost + constant)),
                nodes=self.effort.nodes, divisible=model.divisible[kept],
            )  # fmt: skip
            if got.columns is not None and got.cost < cost - _EPS:
                values = np.zeros(model.columns.count)
                values[kept] = got.columns
                self.chosen = [one for one in self.chosen if one.shift not in shifts] + model.chosen(values)
                cost = got.cost
            # Who was stopped before anything was known of a bound has none.
            if math.isfinite(got.bound) and (not self.hurried or aim in _FIRST):
                bound = max(bound, min(int(rounded_up(got.bound)), round(cost)))
        if self.hurried and aim not in _FIRST:
            # The aims to come choose among what this one's linear programme or its answer uses.
            self._narrow(model.places(np.flatnonzero(relaxed.shares > _EPS).tolist()))
            return round(cost) + constant, min(bound, round(cost)) + constant
        # What costs more than the best, whoever uses it, is out for good; so is it in the aims to come.
        self.limits.out.update(model.places(np.flatnonzero(reduced > cost - relaxed.cost + _EPS).tolist()))
        return round(cost) + constant, min(bound, round(cost)) + constant

    def _answer(self, seconds: float) -> Cover:
        judge = Judge(self.tables, {self.tables.duty(one) for one in self.chosen})
        reached = []
        for aim in self.aims:
            value = judge.value(aim, self.before)
            reached.append(Reached(aim, value, min(value, self.bounds.get(aim, 0))))
        return Cover(judge.duties, judge.lacking(), judge.broken(), self.watch.stopped, seconds, reached=tuple(reached))


def cover(
    problem: ShiftProblem,
    progress: Progress | None = None,
    *,
    aims: Sequence[Aim] = AIMS,
    seconds: float | None = None,
    effort: Effort | None = None,
) -> Cover:
    """Give the best answer; with `seconds` or when cancelled, the best found until then and its gaps."""
    return Stages(Tables(problem), Watch(progress, seconds), effort, aims).run()


def repair(
    problem: ShiftProblem, before: Iterable[Duty], progress: Progress | None = None, *, effort: Effort | None = None
) -> Cover:
    """Give the answer that covers as much as can be with as few changes to what was before as can be, then the best.

    What has become impossible is no longer allowed in the problem; what is past is locked in it.
    """
    were = tuple(before)
    return Stages(Tables(problem, were), Watch(progress), effort, REPAIR, were).run()
