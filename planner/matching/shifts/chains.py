"""Which duties together leave somebody without a rest or a meal: chains of them, each with a last link of choice.

A chain is a row ``all of these and one of those``: whoever does so breaks the rule. Chains grow duty by duty in order
of time, as long as no pause lies between, and end as soon as the rule is broken by more than what is locked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.matching.shifts.duties import Option, Tables
from planner.matching.shifts.problem import Meal, Person, Rest


@dataclass(frozen=True, slots=True)
class Chain:
    """Duties of one person that break a rule together with any of the `last`, of which only one can be."""

    first: tuple[Option, ...]
    last: tuple[Option, ...]


def limit_of(rest: Rest, person: Person) -> int:
    """Give how long somebody may work on end by a rule."""
    return min(rest.minutes, person.stretch) if rest.own and person.stretch else rest.minutes


def chains_of_rest(tables: Tables, rest: Rest, options: Sequence[Option]) -> Iterator[Chain]:
    """Give the chains of one person's duties between which there is no pause and which last too long."""
    if not options:
        return
    limit = limit_of(rest, tables.people[options[0].person])
    mine = _alone(options, [o for o in options if not rest.kinds or tables.shifts[o.shift].kind in rest.kinds])

    def grow(chain: tuple[Option, ...], reach: int, place: int) -> Iterator[Chain]:
        last = []
        for at in range(place, len(mine)):
            one = mine[at]
            if one.start > reach and one.start - reach >= rest.pause:
                break
            if any(tables.excludes(one, other) for other in chain):
                continue
            too_long = max(reach, one.rests) - chain[0].start > limit
            if too_long:
                last.append(one)
            if not too_long or _stay(*chain, one):
                yield from grow((*chain, one), max(reach, one.rests), at + 1)
        yield from _by_clique(tables, chain, last)

    for place, one in enumerate(mine):
        if one.minutes > limit:
            yield Chain((), (one,))
        if one.minutes <= limit or _stay(one):
            yield from grow((one,), one.rests, place + 1)


def chains_of_meal(tables: Tables, meal: Meal, options: Sequence[Option]) -> Iterator[Chain]:
    """Give the chains of one person's duties that leave too little of a mealtime free."""
    mine = _alone(options, [one for one in options if one.start < meal.end and meal.start < one.rests])

    def grow(chain: tuple[Option, ...], reach: int, place: int) -> Iterator[Chain]:
        last = []
        for at in range(place, len(mine)):
            one = mine[at]
            if one.start - reach >= meal.free:
                break
            if any(tables.excludes(one, other) for other in chain):
                continue
            too_little = meal.end - max(reach, one.rests) < meal.free
            if too_little:
                last.append(one)
            if not too_little or _stay(*chain, one):
                yield from grow((*chain, one), max(reach, one.rests), at + 1)
        yield from _by_clique(tables, chain, last)

    yield from grow((), meal.start, 0)


def _stay(*chain: Option) -> bool:
    """Whether duties break a rule together since all are locked: then what is added to them breaks it, too."""
    return all(one.locked for one in chain)


def _alone(_options: Sequence[Option], chosen: list[Option]) -> list[Option]:
    """Duties without relief, in order of time: in company one can rest."""
    return sorted((one for one in chosen if not one.company), key=lambda one: (one.start, one.end, one.place))


def _by_clique(tables: Tables, chain: tuple[Option, ...], last: list[Option]) -> Iterator[Chain]:
    while last:
        clique: list[Option] = []
        rest: list[Option] = []
        for one in last:
            (clique if all(tables.excludes(one, other) for other in clique) else rest).append(one)
        yield Chain(chain, tuple(clique))
        last = rest
