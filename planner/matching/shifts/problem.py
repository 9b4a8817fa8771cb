"""The shift problem as data: no plan, no words, only names, minutes, and what is allowed.

Times are whole minutes since any moment one likes. What somebody has asked for themselves and what nobody can do is
*firm*: hours, the limit of a day, company, being in one place. What is good practice has a penalty, and is broken only
where a shift could otherwise not be covered; a penalty of None makes it firm too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Duo = frozenset[str]
"""Two names that are spoken of together."""

Span = tuple[int, int]
"""From a minute until a minute."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Work at a fixed time, for so many people; a minute that lacks one of them weighs `weight`.

    `group` is whom it is for: the same faces are wanted there. `kind` is what rests may speak of. Of a shift of which
    only a part is work (speeches within a dinner), `work` says how many minutes. One may relieve another at the
    `handovers`, and where the hours of somebody begin or end. A journey `leads_to` another place.
    """

    name: str
    start: int
    end: int
    wanted: int = 1
    weight: int = 1
    day: int = 0
    group: str = ""
    place: str = ""
    kind: str = ""
    work: int | None = None
    handovers: tuple[int, ...] = ()
    leads_to: str = ""

    @property
    def leaves_from(self) -> str:
        """Where one is at its end."""
        return self.leads_to or self.place


@dataclass(frozen=True, slots=True)
class Person:
    """Who works: when they can come (None: whenever), and what they can bear.

    `day` is how many minutes of a day they work at most, `alone` how many of them without relief, `stretch` how many on
    end. Who works `beside` somebody is never without a practised person there.
    """

    name: str
    hours: tuple[Span, ...] | None = None
    day: int | None = None
    alone: int | None = None
    stretch: int | None = None
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Pairing:
    """That a person may work a shift: how well it suits, and what speaks against it.

    `penalty` belongs to the rules broken by it, named by `tags`. Who does not `relieve` is no company to others: a
    student, or somebody who does one of two languages only.
    """

    person: str
    shift: str
    points: int = 0
    penalty: int = 0
    tags: frozenset[str] = frozenset()
    relieves: bool = True


@dataclass(frozen=True, slots=True)
class Bar:
    """That a person may not work a shift, and why: tags that mean something to whoever made the problem."""

    person: str
    shift: str
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Locked:
    """What stays, allowed or not: a person on a shift from a minute until a minute."""

    person: str
    shift: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rest:
    """Nobody works more than so many minutes on end without relief; a `pause` of so many minutes ends a stretch.

    It speaks of shifts of these `kinds`, or of all. With `own`, what a person has said of their stretch lowers it.
    """

    name: str
    minutes: int
    pause: int
    kinds: frozenset[str] = frozenset()
    own: bool = False
    penalty: int | None = 1


@dataclass(frozen=True, slots=True)
class Meal:
    """Who works within this stretch has so many minutes of it free."""

    name: str
    start: int
    end: int
    free: int = 30
    penalty: int | None = 1


@dataclass(frozen=True)
class ShiftProblem:
    """Everything there is to decide about.

    `together` are shifts that one person may work at the same time. `ways` is how many minutes lie between two places;
    what is not named is no way at all, and no way is longer than one by a third place. `alone_penalty` is what a day
    costs on which somebody works longer alone than they should. `barred` is only read to explain.
    """

    shifts: tuple[Shift, ...]
    people: tuple[Person, ...]
    pairings: tuple[Pairing, ...]
    together: frozenset[Duo] = frozenset()
    ways: Mapping[Duo, int] = field(default_factory=dict)
    rests: tuple[Rest, ...] = ()
    meals: tuple[Meal, ...] = ()
    alone_penalty: int | None = 1
    locked: tuple[Locked, ...] = ()
    barred: tuple[Bar, ...] = ()
