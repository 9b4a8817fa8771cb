"""Who does not fit together after all: what the rows of a model do not see is found in a choice, and forbidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from planner.matching.lodging.layout import Cut
from planner.matching.lodging.model import Piece
from planner.matching.lodging.tables import Tables


def cuts_against(tables: Tables, pieces: Sequence[Piece]) -> list[Cut]:
    """Give a cut for each set of guests of a choice who do not fit together, as small a set as can be."""
    there: dict[tuple[int, int], list[int]] = defaultdict(list)
    for line, nights in pieces:
        for night in nights:
            there[int(tables.home[line]), night].append(line)
    cuts: dict[tuple[int, tuple[int, ...]], list[int]] = defaultdict(list)
    for (home, night), lines in sorted(there.items()):
        if not _fit(tables, home, lines, night):
            cuts[home, _smallest(tables, home, sorted(lines), night)].append(night)
    return [
        Cut(home, lines, tuple(nights) if tables.houses[home].fixed else tuple(range(tables.nights)))
        for (home, lines), nights in cuts.items()
    ]


def _fit(tables: Tables, home: int, lines: Sequence[int], night: int) -> bool:
    return tables.houses[home].fits_beside_fixed([tables.member[line] for line in lines], night)


def _smallest(tables: Tables, home: int, lines: list[int], night: int) -> tuple[int, ...]:
    """Leave out whoever may be left out so that the others still do not fit."""
    small = lines
    for line in lines:
        fewer = [other for other in small if other != line]
        if not _fit(tables, home, fewer, night):
            small = fewer
    return tuple(small)
