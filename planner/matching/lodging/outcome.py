"""Tells a choice of stays as a lodging: its beds, who lacks one, and what each aim has come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from planner.matching.lodging.answer import Aim, Lodging, Reached
from planner.matching.lodging.beds import stays_with_beds
from planner.matching.lodging.model import Piece
from planner.matching.lodging.tables import Tables


@dataclass(frozen=True)
class Known:
    """What is known of the aims: the bounds that are proved, and whether a choice was `found` or the work `stopped`."""

    aims: tuple[Aim, ...]
    bounds: Mapping[Aim, int]
    kept: Mapping[int, tuple[Piece, ...]]
    found: bool
    stopped: bool


def lodging_of(tables: Tables, pieces: tuple[Piece, ...], known: Known, seconds: float) -> Lodging:
    """Tell a choice of stays as a lodging, with its beds and what each aim has come to."""
    free = tables.needs.copy()
    for line, nights in pieces:
        free[tables.unit[line], list(nights)] = False
    missing: dict[str, int] = defaultdict(int)
    for unit, night in np.argwhere(free).tolist():
        missing[tables.guests[tables.units[unit].guest].name] |= tables.spans.nights[night]
    reached = []
    for aim in known.aims:
        value = value_of(tables, pieces, aim, known.kept)
        bound = known.bounds.get(aim, value if known.found else _trivial(tables, known, aim))
        reached.append(Reached(aim, value, bound))
    return Lodging(
        stays_with_beds(tables, pieces), tuple(sorted(missing.items())), tuple(reached), known.stopped, seconds
    )


def value_of(tables: Tables, pieces: Sequence[Piece], aim: Aim, kept: Mapping[int, tuple[Piece, ...]]) -> int:
    """Say what a choice of stays comes to for an aim; fixed stays are counted in none."""
    placed = [int(tables.size[tables.unit[line]] * tables.length[list(nights)].sum()) for line, nights in pieces]
    if aim is Aim.PLACED:
        return sum(placed)
    if aim is Aim.WORST:
        return min((int(tables.score[line]) for line, _ in pieces), default=0)
    if aim is Aim.KEPT:
        there = set(pieces)
        return sum(all(piece in there for piece in as_they_are) for as_they_are in kept.values())
    if aim is Aim.STAYS:
        return sum(tables.stays_of(line, nights) for line, nights in pieces)
    total = sum(nights * int(tables.score[line]) for nights, (line, _) in zip(placed, pieces, strict=True))
    whole = {
        int(tables.unit[line]): int(tables.home[line])
        for line, nights in pieces
        if nights == tables.units[int(tables.unit[line])].nights
    }
    return total + sum(
        bonus for (one, other), bonus in tables.friends.items() if one in whole and whole[one] == whole.get(other, -1)
    )


def _trivial(tables: Tables, known: Known, aim: Aim) -> int:
    """What no lodging can pass whatever it is: where the work was stopped before anything better was known."""
    if aim is Aim.PLACED:
        return tables.needed
    if aim is Aim.KEPT:
        return len(known.kept)
    if aim is Aim.STAYS:
        return 0
    highest = int(tables.score.max(initial=0))
    if aim is Aim.WORST:
        return highest
    return tables.needed * highest + sum(tables.friends.values())
