"""The lodging problem as data: no plan, no words, only names, nights, beds, scores and who may not be together.

A set of nights is a whole number: bit ``n`` stands for night ``n`` of the visit, counted from 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

Duo = frozenset[str]
"""Two names (or kinds) that are spoken of together; one name means two of that kind."""

Beds = tuple[int, ...]
"""The beds of a guest on a night, as places in the home's list: one, or two for a couple without a double bed."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Who needs a bed, and on which nights. A couple that shares everything is one guest of size 2.

    `kind` stands for whatever decides who may share a home or room ("girl of 13"): guests of one kind are alike in it.
    """

    name: str
    nights: int
    kind: str = ""
    size: int = 1


@dataclass(frozen=True, slots=True)
class Bed:
    """One bed, and the room it stands in."""

    name: str
    room: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """A family's home: its beds, the nights on which it can host, and how many people at most on one night.

    A `spare` home only helps out: spare homes are used if more nights of guests can be placed with all of them.
    """

    name: str
    beds: tuple[Bed, ...]
    nights: int
    most: int
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Pairing:
    """That a guest may stay in a home: on which nights, how good that is, and in which of its beds.

    `score` is in hundredths of a point for each night. `beds` are places in the home's list; `needs` is how many of
    them the guest takes (a couple without a double bed takes two).
    """

    guest: str
    home: str
    nights: int
    score: int
    beds: tuple[int, ...]
    needs: int = 1


@dataclass(frozen=True, slots=True)
class Bar:
    """A pairing that is forbidden on some nights, and why: tags that mean something to whoever made the problem."""

    guest: str
    home: str
    nights: int
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stay that stays, lawful or not: it takes its place, and nobody is put beside it who may not be there."""

    guest: str
    home: str
    nights: int
    bed: int | None = None
    score: int | None = None


@dataclass(frozen=True)
class LodgingProblem:
    """Everything there is to decide about.

    `apart` may not be in one home on the same night, `not_in_a_room` not in one room; both by guests and by kinds.
    `friends` is the bonus, in hundredths of a point for each night, when two guests have whole stays in one home.
    `lawful` is asked, home and guests by name, whether a set that all this allows may really be together: for rules
    that see more than two guests, such as seats in the car. A set that may not be has no larger set that may.
    `slept` are the beds that guests have in a home as things are, by guest and home and night: when the homes are
    settled they are kept where they can be. `may_sleep` is asked then whether guests may have these beds together;
    where no way to put them to bed may be, the first is taken.
    `barred` is only read to explain why somebody cannot be placed.
    """

    guests: tuple[Guest, ...]
    homes: tuple[Home, ...]
    pairings: tuple[Pairing, ...]
    apart: frozenset[Duo] = frozenset()
    not_in_a_room: frozenset[Duo] = frozenset()
    kinds_apart: frozenset[Duo] = frozenset()
    kinds_not_in_a_room: frozenset[Duo] = frozenset()
    friends: Mapping[Duo, int] = field(default_factory=dict)
    fixed: tuple[Fixed, ...] = ()
    barred: tuple[Bar, ...] = ()
    lawful: Callable[[str, frozenset[str]], bool] | None = None
    slept: Mapping[tuple[str, str], Mapping[int, Beds]] = field(default_factory=dict)
    may_sleep: Callable[[str, Mapping[str, Beds]], bool] | None = None


def spares_decided(problem: LodgingProblem, *, used: bool) -> LodgingProblem:
    """Give the problem with its spare homes as homes like others, or without them."""
    if used:
        return replace(problem, homes=tuple(replace(home, spare=False) for home in problem.homes))
    homes = tuple(home for home in problem.homes if not home.spare)
    names = {home.name for home in homes}
    return replace(
        problem,
        homes=homes,
        pairings=tuple(one for one in problem.pairings if one.home in names),
        barred=tuple(one for one in problem.barred if one.home in names),
    )


def nights_in(nights: int) -> list[int]:
    """Give the nights of a set, in order."""
    return [night for night in range(nights.bit_length()) if nights >> night & 1]
