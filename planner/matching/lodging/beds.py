"""Who has which bed: decided home by home once the homes are settled, so that as few guests as can be change beds.

Night after night, the ways to put everybody of a home to bed are the states of a shortest path (dynamic programming);
a step costs the number of guests who were there the night before in another bed, and only after that the number of
those who do not have the bed that they have as things are. Homes are small, so all ways are tried; where two are alike,
the one with the lower places in the home's list is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from planner.matching.lodging.answer import Stay
from planner.matching.lodging.houses import Member
from planner.matching.lodging.model import Piece
from planner.matching.lodging.problem import Beds, nights_in
from planner.matching.lodging.tables import Tables

Bedding = dict[int, Beds]
"""The beds of each guest on one night."""

Cost = tuple[int, int]
"""Changes of bed from night to night, and beds that are others than now."""

_WAYS = 500
"""So many ways to put a home to bed are looked at on one night; a home for six has at most 720."""


def stays_with_beds(tables: Tables, pieces: Sequence[Piece]) -> tuple[Stay, ...]:
    """Give all stays, the fixed ones too, each night with its beds."""
    there: dict[int, dict[int, list[Member]]] = defaultdict(lambda: defaultdict(list))
    stretches = [(line, sum(tables.spans.nights[span] for span in spans)) for line, spans in pieces]
    for line, mask in stretches:
        for night in nights_in(mask):
            there[int(tables.home[line])][night].append(tables.member[line])
    beds: dict[tuple[int, int], dict[int, Beds]] = defaultdict(dict)
    for home, nights_there in sorted(there.items()):
        for night, bedding in _fewest_changes(tables, home, nights_there).items():
            for guest, taken in bedding.items():
                beds[guest, home][night] = taken
    stays = []
    for line, mask in stretches:
        guest, home = tables.guest_of_line(line), int(tables.home[line])
        found = tuple((night, beds[guest, home].get(night, ())) for night in nights_in(mask))
        stays.append(Stay(tables.guests[guest].name, tables.homes[home].name, mask, found))
    for one in tables.problem.fixed:
        taken = () if one.bed is None else (one.bed,)
        mask = tables.spans.nights_of(one.nights)
        stays.append(Stay(one.guest, one.home, mask, tuple((n, taken) for n in nights_in(mask)), fixed=True))
    return tuple(sorted(stays, key=lambda stay: (stay.guest, nights_in(stay.nights), stay.home)))


def _fewest_changes(tables: Tables, home: int, there: dict[int, list[Member]]) -> dict[int, Bedding]:
    """Give the beds of every night with as few changes of bed as can be."""
    house = tables.houses[home]
    nights = sorted(there)
    start: list[tuple[Bedding, Cost, int]] = [(_slept(tables, home, nights[0] - 1), (0, 0), -1)]
    layers: list[list[tuple[Bedding, Cost, int]]] = []
    for night in nights:
        fixed = house.fixed.get(tables.spans.at(night), ())
        members = sorted((*there[night], *fixed))
        ways = list(islice(house.beddings(members), _WAYS)) or list(islice(house.beddings(sorted(there[night])), 1))
        slept = _slept(tables, home, night)
        layer = []
        for way in ways or [()]:
            bedding = {member.guest: beds for member, beds in zip(members, way, strict=False)}
            before = layers[-1] if layers else start
            other = _changes(slept, bedding)
            steps = (
                ((cost[0] + _changes(was, bedding), cost[1] + other), at) for at, (was, cost, _) in enumerate(before)
            )
            layer.append((bedding, *min(steps)))
        layers.append([one for one in layer if _may_sleep(tables, home, one[0])] or layer)
    found: dict[int, Bedding] = {}
    place = min(range(len(layers[-1])), key=lambda at: layers[-1][at][1])
    for number in range(len(nights) - 1, -1, -1):
        found[nights[number]], _, place = layers[number][place]
    return found


def _slept(tables: Tables, home: int, night: int) -> Bedding:
    """Give the beds that guests have in a home as things are."""
    there = tables.slept_at.get(home, {})
    return {guest: nights[night] for guest, nights in there.items() if night in nights}


def _may_sleep(tables: Tables, home: int, bedding: Bedding) -> bool:
    if tables.problem.may_sleep is None or len(bedding) < 2:
        return True
    named = {tables.guests[guest].name: beds for guest, beds in bedding.items()}
    return tables.problem.may_sleep(tables.homes[home].name, named)


def _changes(before: Bedding, after: Bedding) -> int:
    return sum(1 for guest, beds in after.items() if before.get(guest, beds) != beds)
