"""What it would cost overall to have a guest in a home in which they are not: the best lodging with it, less the best.

The guest is given only this home, and everything is solved again; the aims before the total may suffer too, so each is
compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from planner.matching.lodging.answer import Aim, Lodging
from planner.matching.lodging.problem import LodgingProblem, spares_decided
from planner.matching.lodging.stages import lodge
from planner.model.progress import Progress


@dataclass(frozen=True)
class Price:
    """What a pairing would cost: the difference of each aim (worse is negative), and the lodging with it."""

    differences: tuple[tuple[Aim, int], ...]
    lodging: Lodging

    def of(self, aim: Aim) -> int:
        """Give the difference of one aim."""
        return dict(self.differences)[aim]


def price_of(
    problem: LodgingProblem, best: Lodging, guest: str, home: str, progress: Progress | None = None
) -> Price | None:
    """Say what it would cost to have a guest in a home; None where that is forbidden on every night.

    Homes that only help out do so if they do in the best lodging.
    """
    problem = spares_decided(problem, used=best.helped)
    mine = [one for one in problem.pairings if one.guest == guest and one.home == home]
    if not any(one.nights for one in mine):
        return None
    others = [one for one in problem.pairings if one.guest != guest]
    lodging = lodge(replace(problem, pairings=(*others, *mine)), progress)
    signs = {Aim.STAYS: -1}
    differences = tuple(
        (one.aim, signs.get(one.aim, 1) * (lodging.of(one.aim).value - one.value)) for one in best.reached
    )
    return Price(differences, lodging)
