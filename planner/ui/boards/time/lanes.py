"""What goes on at the same time stands side by side: which lane of a column each card gets. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple


class Stretch(NamedTuple):
    """What a card takes of its column, from `top` to `bottom`; cards with the same `letter` like the same lane."""

    key: Hashable
    top: float
    bottom: float
    letter: str = ""


class Lane(NamedTuple):
    """Lane `number` of so many, over `wide` lanes."""

    number: int
    of: int
    wide: int = 1


def arrange(
    stretches: Sequence[Stretch], held: Mapping[Hashable, int] | None = None
) -> dict[Hashable, Lane]:
    """Give each card of a column its lane, by key; those that touch nobody have the whole column.

    The letters go from left to right. A card keeps the lane it is `held` in wherever that is free, so that the others
    stay where they are while one of them is moved.
    """
    found: dict[Hashable, Lane] = {}
    crowd: list[Stretch] = []
    reach = 0.0
    for stretch in sorted(stretches, key=lambda one: (one.top, one.letter, -one.bottom, str(one.key))):
        if crowd and stretch.top >= reach:
            found |= _side_by_side(crowd, held or {})
            crowd = []
        reach = max(reach, stretch.bottom) if crowd else stretch.bottom
        crowd.append(stretch)
    if crowd:
        found |= _side_by_side(crowd, held or {})
    return found


def _side_by_side(crowd: Sequence[Stretch], held: Mapping[Hashable, int]) -> dict[Hashable, Lane]:
    """Lanes for cards that belong together by touching one another, in order of their tops."""
    lanes: list[list[Stretch]] = []
    for stretch in crowd:
        free = [
            number for number, lane in enumerate(lanes) if all(other.bottom <= stretch.top for other in lane)
        ]
        wish = held.get(stretch.key)
        alike = [number for number in free if stretch.letter and lanes[number][-1].letter == stretch.letter]
        if wish is not None and wish in free:
            lanes[wish].append(stretch)
        elif alike or free:
            lanes[(alike or free)[0]].append(stretch)
        else:
            lanes.append([stretch])
    if not any(stretch.key in held for stretch in crowd):
        lanes.sort(key=lambda lane: min(stretch.letter or "\uffff" for stretch in lane))
    else:
        lanes.sort(key=lambda lane: min(held.get(stretch.key, len(lanes)) for stretch in lane))
    count = len(lanes)
    return {
        stretch.key: Lane(number, count, _room(stretch, lanes[number + 1 :]))
        for number, lane in enumerate(lanes)
        for stretch in lane
    }


def _room(stretch: Stretch, to_the_right: Sequence[Sequence[Stretch]]) -> int:
    """Over how many lanes a card may spread: until the first one that somebody else needs meanwhile."""
    wide = 1
    for lane in to_the_right:
        if any(other.top < stretch.bottom and stretch.top < other.bottom for other in lane):
            break
        wide += 1
    return wide
