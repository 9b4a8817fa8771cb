"""Lawful lodgings in no time: of all nights for who cancels early, of one night from what the solver almost says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from planner.matching.lodging.houses import Member
from planner.matching.lodging.model import Piece
from planner.matching.lodging.tables import Bools, Tables


def lodge_quickly(tables: Tables, open_: Bools, shares: Mapping[int, float]) -> tuple[Piece, ...]:
    """Put each guest into the best open home that has a bed for the longest stretch of the nights that are left.

    `shares` are those that a linear programme gives to lines, if there was one: the largest come first.
    """
    share = np.zeros(len(tables.unit))
    share[list(shares)] = list(shares.values())
    there: dict[tuple[int, int], list[Member]] = defaultdict(list)
    lines_of: dict[int, list[int]] = defaultdict(list)
    for line in np.lexsort((np.arange(len(tables.unit)), -tables.score, -share)).tolist():
        if open_[line]:
            lines_of[int(tables.unit[line])].append(line)
    pieces: list[Piece] = []
    surest = [max((share[line] for line in lines_of[unit]), default=0.0) for unit in range(len(tables.units))]
    for unit in sorted(range(len(tables.units)), key=lambda unit: (-surest[unit], len(lines_of[unit]), unit)):
        left = list(tables.units[unit].nights)
        while left:
            line, run = _longest(tables, there, lines_of[unit], left)
            if not run:
                left = left[1:]
                continue
            for night in run:
                there[int(tables.home[line]), night].append(tables.member[line])
            pieces.append((line, tuple(run)))
            left = [night for night in left if night > run[-1]]
    return tuple(sorted(pieces))


def _longest(
    tables: Tables, there: dict[tuple[int, int], list[Member]], lines: Sequence[int], left: list[int]
) -> tuple[int, list[int]]:
    """The first of these lines on which a guest can stay longest, and the nights."""
    best, longest = -1, list[int]()
    for line in lines:
        run = _first_run(tables, there, line, left)
        if len(run) > len(longest):
            best, longest = line, run
        if len(run) == len(left):
            break
    return best, longest


def _first_run(tables: Tables, there: dict[tuple[int, int], list[Member]], line: int, left: list[int]) -> list[int]:
    """The nights from the first one left for which the home still has a bed."""
    home, run = int(tables.home[line]), []
    for night in left:
        members = (*there[home, night], tables.member[line])
        if not tables.may[line, night] or not tables.houses[home].fits_beside_fixed(members, night):
            break
        run.append(night)
    return run


def place_one_night(tables: Tables, open_: Bools, night: int, shares: Mapping[int, float]) -> tuple[Piece, ...]:
    """Place guests on one night, those lines first that have the largest shares.

    Who then has no bed may have that of somebody who finds another.
    """
    night_there: dict[int, list[int]] = defaultdict(list)
    home_of: dict[int, int] = {}
    lines_of: dict[int, list[int]] = defaultdict(list)
    for line in np.flatnonzero(open_ & tables.may[:, night] & tables.needs[tables.unit, night]).tolist():
        lines_of[int(tables.unit[line])].append(line)

    def fits(lines: Sequence[int]) -> bool:
        house = tables.houses[int(tables.home[lines[0]])]
        return house.fits_beside_fixed([tables.member[line] for line in lines], night)

    def put(line: int) -> bool:
        there = night_there[int(tables.home[line])]
        if not fits([*there, line]):
            return False
        there.append(line)
        home_of[int(tables.unit[line])] = line
        return True

    def put_for(line: int) -> bool:
        """Put somebody in the place of somebody else who finds another home."""
        there = night_there[int(tables.home[line])]
        for other in list(there):
            unit = int(tables.unit[other])
            there.remove(other)
            if fits([*there, line]):
                there.append(line)
                if any(put(another) for another in lines_of[unit] if tables.home[another] != tables.home[line]):
                    home_of[int(tables.unit[line])] = line
                    return True
                there.remove(line)
            there.append(other)
        return False

    for line in sorted(shares, key=lambda line: (-shares[line], line)):
        if int(tables.unit[line]) not in home_of:
            put(line)
    for unit, lines in sorted(lines_of.items(), key=lambda found: (len(found[1]), found[0])):
        if unit not in home_of:
            next((line for line in lines if put(line) or put_for(line)), None)
    return tuple(sorted((line, (night,)) for line in home_of.values()))
