"""Why somebody has no bed: the smallest sets of bars that would have to go, and the bed that would do.

Each forbidden pairing names its reasons as tags. A tag of a guest is *lifted* by allowing every pairing of that guest
for which nothing else stands in the way. Single tags are tried first, each by asking for the most nights that could
then be placed; only if none helps, pairs of tags. So what is told is smallest, and tried, not guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from planner.matching.exact.search import Effort
from planner.matching.exact.watch import Watch
from planner.matching.lodging.answer import Aim, Lodging
from planner.matching.lodging.problem import Bar, Bed, Home, LodgingProblem, Pairing
from planner.matching.lodging.stages import Stages
from planner.matching.lodging.tables import Tables

_MOST_TAGS = 12
"""Pairs of tags are only tried among so many."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What keeps a guest from a bed on some nights.

    `lifting` are the smallest sets of tags of which each would be enough, with the homes that would then come into
    question; empty if no lifting of two is enough. `bed` says whether one more bed on these nights would be.
    """

    guest: str
    nights: int
    lifting: tuple[tuple[frozenset[str], tuple[str, ...]], ...]
    bed: bool


def causes(problem: LodgingProblem, lodging: Lodging) -> tuple[Cause, ...]:
    """Explain each guest whom a lodging leaves without a bed on some nights."""
    found = []
    for guest, nights in lodging.unplaced:
        bars = [bar for bar in problem.barred if bar.guest == guest and bar.nights & nights]
        tags = sorted({tag for bar in bars for tag in bar.tags})[:_MOST_TAGS]
        at_best = fewest_unplaced(problem, nights)
        lifting = list(_enough(problem, nights, at_best, bars, [frozenset({tag}) for tag in tags]))
        if not lifting:
            both = [frozenset(two) for two in combinations(tags, 2)]
            lifting = list(_enough(problem, nights, at_best, bars, both))
        more = fewest_unplaced(_with_bed(problem, guest, nights), nights)
        found.append(Cause(guest, nights, tuple(lifting), more <= at_best - nights.bit_count()))
    return tuple(found)


def _enough(
    problem: LodgingProblem, nights: int, at_best: int, bars: Iterable[Bar], sets: Iterable[frozenset[str]]
) -> Iterable[tuple[frozenset[str], tuple[str, ...]]]:
    """Give the sets of tags which, once lifted, let more nights be placed."""
    for tags in sets:
        lifted = [bar for bar in bars if bar.tags <= tags]
        if lifted and fewest_unplaced(_allowing(problem, lifted), nights) < at_best:
            yield tags, tuple(sorted({bar.home for bar in lifted}))


def _allowing(problem: LodgingProblem, bars: Iterable[Bar]) -> LodgingProblem:
    """Give the problem without these bars: the nights are added to the pairing, in every bed of the home."""
    homes = {home.name: home for home in problem.homes}
    nights: dict[tuple[str, str], int] = defaultdict(int)
    for bar in bars:
        nights[bar.guest, bar.home] |= bar.nights
    pairings = [replace(one, nights=one.nights | nights.pop((one.guest, one.home), 0)) for one in problem.pairings]
    pairings += [
        Pairing(guest, home, more, 0, tuple(range(len(homes[home].beds)))) for (guest, home), more in nights.items()
    ]
    return replace(problem, pairings=tuple(pairings))


def _with_bed(problem: LodgingProblem, guest: str, nights: int) -> LodgingProblem:
    """Give the problem with one more home that has a bed for this guest on these nights."""
    home = Home("\0one more", (Bed("bed"),), nights, 1)
    return replace(
        problem,
        homes=(*problem.homes, home),
        pairings=(*problem.pairings, Pairing(guest, home.name, nights, 0, (0,))),
    )


def fewest_unplaced(problem: LodgingProblem, nights: int, watch: Watch | None = None) -> int:
    """Say how many guests have no bed at best on these nights together; 0 if it was stopped before that is known."""
    stages = Stages(Tables(problem), watch or Watch(), Effort(), (Aim.PLACED,))
    return stages.fewest_unplaced(nights) or 0
