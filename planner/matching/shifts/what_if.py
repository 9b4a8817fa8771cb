"""Why somebody is not on a shift: what forbids it, or what it would cost if they were.

The person is put on the shift and everything is solved again; each aim is compared with what it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.matching.exact.watch import Watch
from planner.matching.shifts.answer import Aim, Cover
from planner.matching.shifts.duties import Tables
from planner.matching.shifts.problem import ShiftProblem
from planner.matching.shifts.stages import Stages
from planner.model.progress import Progress


@dataclass(frozen=True)
class Price:
    """What a duty would cost: how much more each aim comes to, and the answer with it."""

    differences: tuple[tuple[Aim, int], ...]
    cover: Cover

    def of(self, aim: Aim) -> int:
        """Give the difference of one aim."""
        return dict(self.differences)[aim]

    @property
    def first(self) -> tuple[Aim, int] | None:
        """Give the first aim that would be worse, which decides; None if it is as good as what was chosen."""
        return next(((aim, more) for aim, more in self.differences if more > 0), None)


@dataclass(frozen=True)
class Why:
    """Why a person is not on a shift: `barred` by tags, `hours` that do not reach it, nobody `beside`, or the price."""

    barred: frozenset[str] = frozenset()
    hours: bool = False
    beside: bool = False
    price: Price | None = None

    @property
    def limits(self) -> bool:
        """Whether what they do already, or what they can bear, leaves no room for it."""
        return not (self.barred or self.hours or self.beside) and self.price is None


def why_not(problem: ShiftProblem, best: Cover, person: str, shift: str, progress: Progress | None = None) -> Why:
    """Say why a person is not on a shift in the best answer."""
    if not any((one.person, one.shift) == (person, shift) for one in problem.pairings):
        tags = (one.tags for one in problem.barred if (one.person, one.shift) == (person, shift))
        return Why(barred=frozenset().union(*tags) or frozenset({"not-allowed"}))
    tables = Tables(problem)
    pair = tables.person_at[person], tables.shift_at[shift]
    if not any((one.person, one.shift) == pair for one in tables.options):
        alone = tables.people[pair[0]].beside and tables.shifts[pair[1]].wanted < 2
        return Why(hours=not alone, beside=alone)
    return Why(price=_price(tables, best, pair, [one.aim for one in best.reached], progress))


def _price(
    tables: Tables, best: Cover, pair: tuple[int, int], aims: Sequence[Aim], progress: Progress | None
) -> Price | None:
    names = tables.people[pair[0]].name, tables.shifts[pair[1]].name
    found = Stages(tables, Watch(progress), None, aims, must=pair).run()
    if not any((one.person, one.shift) == names for one in found.duties):
        return None
    return Price(tuple((one.aim, found.of(one.aim).value - one.value) for one in best.reached), found)
