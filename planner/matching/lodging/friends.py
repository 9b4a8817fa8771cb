"""Friends who could have whole stays in one home: each such set is a column of its own, which carries their bonus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planner.matching.lodging.tables import Bools, Tables


def friends_in(tables: Tables, open_: Bools, home: int) -> Iterator[tuple[tuple[int, ...], int]]:
    """Give the sets of two or more friends, each linked to another, who could have whole stays in a home."""
    house = tables.houses[home]
    if house.home.most < 2:
        return
    line_of = {
        int(tables.unit[line]): int(line) for line in tables.lines_of_home[home] if open_[line] and tables.whole[line]
    }
    links: dict[int, dict[int, int]] = {unit: {} for unit in line_of}
    for (one, other), bonus in tables.friends.items():
        if one in links and other in links:
            links[one][other] = links[other][one] = bonus
    for units in _connected(links, house.home.most):
        lines = tuple(line_of[unit] for unit in units)
        if _may_be_together(tables, home, lines):
            yield lines, sum(links[one].get(other, 0) for one in units for other in units if one < other)


def _may_be_together(tables: Tables, home: int, lines: Sequence[int]) -> bool:
    house = tables.houses[home]
    for night in range(tables.nights):
        there = [tables.member[line] for line in lines if tables.needs[tables.unit[line], night]]
        if not house.fits_beside_fixed(there, night):
            return False
    return True


def _connected(links: Mapping[int, Mapping[int, int]], most: int) -> list[tuple[int, ...]]:
    """Give all sets of 2 to `most` units in which each is linked to another, in order."""
    found = {frozenset((one, other)) for one in links for other in links[one]}
    layer = found
    for _ in range(most - 2):
        layer = {group | {new} for group in layer for one in group for new in links[one] if new not in group}
        if not layer:
            break
        found = found | layer
    return sorted(tuple(sorted(group)) for group in found)
