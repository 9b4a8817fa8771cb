"""What comes of it that a guest would be in a home beside those who are there: their rooms, their seats, each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from planner.rules.homestays.guests import Guest
from planner.rules.homestays.homes import Home
from planner.rules.homestays.homestays import Homestays
from planner.rules.homestays.verdict import Obstacle

Night = TypeVar("Night")

There = Iterable[tuple[int, int | None]]
"""Who is in a home on a night: members, each with the bed that is said by hand, if any."""


def against_beside(
    homestays: Homestays, guest: Guest, home: Home, there: Mapping[Night, There], bed_id: int | None = None
) -> list[tuple[Obstacle, tuple[Night, ...]]]:
    """Give what is against a guest beside those who are `there`, each with its nights; the guest's bed may be said.

    What is so without the guest, or whoever else is there, is not told.
    """
    nights: defaultdict[frozenset[tuple[int, int | None]], list[Night]] = defaultdict(list)
    for night, others in there.items():
        if company := frozenset(one for one in others if one[0] != guest.id):
            nights[company].append(night)
    alone = homestays.judge(guest, home).obstacles
    found: list[tuple[Obstacle, list[Night]]] = []
    for company, on in nights.items():
        fixed = {member: bed for member, bed in company if bed is not None}
        guests = [one for member, _ in sorted(company, key=str) if (one := homestays.guest(member)) is not None]
        before = homestays.together(home, guests, fixed).obstacles
        own = fixed if bed_id is None else fixed | {guest.id: bed_id}
        for obstacle in homestays.together(home, [*guests, guest], own).obstacles:
            if obstacle in before or obstacle in alone:
                continue
            same = next((nights for one, nights in found if one == obstacle), None)
            if same is None:
                found.append((obstacle, list(on)))
            else:
                same.extend(on)
    return [(obstacle, tuple(on)) for obstacle, on in found]
