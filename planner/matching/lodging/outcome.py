"""Tells a choice of stays as a lodging: its beds, who lacks one, and what each aim has come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from planner.matching.exact.reached import Reached
from planner.matching.lodging.answer import Aim, Lodging
from planner.matching.lodging.beds import stays_with_beds
from planner.matching.lodging.bounds import bound_of
from planner.matching.lodging.model import Piece
from planner.matching.lodging.tables import Tables


@dataclass(frozen=True)
class Known:
    """What is known of the aims: the bounds proved as long as the aims before are as they are known to be at best.

    `anyway` are bounds for every lodging that places as many nights. `helped` says whether homes that only help out
    were used, `stopped` whether the work was.
    """

    aims: tuple[Aim, ...]
    bounds: Mapping[Aim, int]
    kept: Mapping[int, tuple[Piece, ...]]
    helped: bool
    stopped: bool
    anyway: Mapping[Aim, int] = field(default_factory=dict)


def lodging_of(tables: Tables, pieces: tuple[Piece, ...], known: Known, seconds: float) -> Lodging:
    """Tell a choice of stays as a lodging, with its beds and what each aim has come to."""
    free = tables.needs.copy()
    for line, nights in pieces:
        free[tables.unit[line], list(nights)] = False
    missing: dict[str, int] = defaultdict(int)
    for unit, night in np.argwhere(free).tolist():
        missing[tables.guests[tables.units[unit].guest].name] |= tables.spans.nights[night]
    return Lodging(
        stays_with_beds(tables, pieces),
        tuple(sorted(missing.items())),
        known.helped,
        known.stopped,
        seconds,
        reached=tuple(_reached(tables, pieces, known)),
    )


def _reached(tables: Tables, pieces: Sequence[Piece], known: Known) -> Iterator[Reached[Aim]]:
    """Tell each aim with its bound: once one falls short of what is known, so do the bounds of those after it."""
    placed, holds = value_of(tables, pieces, Aim.PLACED, known.kept), True
    for aim in known.aims:
        value = value_of(tables, pieces, aim, known.kept)
        at_once = bound_of(tables, aim, placed, len(known.kept))
        at_once = min(at_once, known.anyway.get(aim, at_once))
        bound = known.bounds.get(aim, at_once) if holds else at_once
        yield Reached(aim, value, bound)
        holds = holds and (value == bound or not known.stopped)


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
