"""Shift problems to test with, and the best answer found by trying everything."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from planner.matching.shifts.answer import Aim, Duty
from planner.matching.shifts.duties import Option, Tables
from planner.matching.shifts.judge import Judge
from planner.matching.shifts.problem import Locked, Meal, Pairing, Person, Rest, Shift, ShiftProblem

RESTS = (Rest("at once", 40, 0, frozenset("s"), own=True, penalty=10), Rest("pause", 90, 10, penalty=1))


def small(dice: random.Random) -> ShiftProblem:
    """At most 3 people and 4 shifts of a day or two: hours that cut shifts, company, rests, a meal, ways, locks."""
    shifts = []
    for number in range(dice.randint(1, 4)):
        day = dice.choice((0, 0, 0, 1))
        start = 1440 * day + dice.choice(range(540, 1000, 15))
        length = dice.choice((30, 45, 60, 90, 120))
        handovers = (start + length // 2,) if dice.random() < 0.2 else ()
        shifts.append(
            Shift(
                f"n{number}", start, start + length, dice.choice((1, 1, 2)), dice.choice((1, 2, 4)), day,
                dice.choice(("", "A")), dice.choice(("", "p", "q")), dice.choice("cs"),
                dice.choice((None, None, 20)), handovers,
            )
        )  # fmt: skip
    people = tuple(
        Person(
            f"p{number}", dice.choice((None, ((600, 780),), ((540, 660), (700, 1100), (1440, 2300)))),
            dice.choice((None, 120, 180)), dice.choice((None, 60)), dice.choice((None, 60)), dice.random() < 0.2,
        )
        for number in range(dice.randint(1, 3))
    )  # fmt: skip
    pairings = tuple(
        Pairing(one.name, shift.name, dice.randint(0, 9), dice.choice((0, 0, 3)), relieves=dice.random() < 0.8)
        for one in people
        for shift in shifts
        if dice.random() < 0.75
    )
    together = frozenset({frozenset(("n0", "n1"))}) if len(shifts) > 1 and dice.random() < 0.2 else frozenset()
    locked = ()
    if dice.random() < 0.3:
        shift = dice.choice(shifts)
        locked = (Locked(dice.choice(people).name, shift.name, shift.start, shift.end),)
    return ShiftProblem(
        tuple(shifts), people, pairings, together, {frozenset("pq"): 20}, RESTS, (Meal("lunch", 690, 810),), 10, locked
    )


def best_by_trying(
    problem: ShiftProblem, aims: Sequence[Aim], before: frozenset[Duty] = frozenset()
) -> tuple[tuple[int, ...], list[frozenset[Duty]]]:
    """What each aim comes to at best, by trying every set of duties that is allowed, and all sets as good as that."""
    tables = Tables(problem, before)
    plain = {(one.person, one.shift, one.start, one.end): one for one in tables.options}
    locked = [one for one in plain.values() if one.locked]
    free = [one for one in plain.values() if not one.locked]
    best: tuple[int, ...] | None = None
    as_good: list[frozenset[Duty]] = []

    def allowed(judge: Judge, added: Sequence[Option]) -> bool:
        for one in added:
            who, duty = tables.people[one.person], tables.duty(one)
            if who.beside and judge.alone(duty):
                return False
            if who.day is not None and judge.load(who.name, tables.shifts[one.shift].day) > who.day:
                return False
        return True

    def room(one: Option, chosen: Sequence[Option]) -> bool:
        if any(tables.clash(one, other) for other in chosen if other.person == one.person):
            return False
        return all(
            sum(other.spans(start, end) for other in chosen if other.shift == one.shift)
            < tables.shifts[one.shift].wanted
            for start, end in tables.segments(one.shift)
            if one.spans(start, end)
        )

    def go(place: int, added: list[Option]) -> None:
        nonlocal best
        if place == len(free):
            judge = Judge(tables, {tables.duty(one) for one in (*locked, *added)})
            # An aim is reckoned only while all before it are as good as the best so far: most sets end at the first.
            reached: list[int] = []
            for aim in aims:
                reached.append(judge.value(aim, before))
                if best is not None and tuple(reached) > best:
                    return
            if allowed(judge, added):
                if best is None or tuple(reached) < best:
                    as_good.clear()
                best = tuple(reached)
                as_good.append(frozenset(judge.duties))
            return
        go(place + 1, added)
        if room(free[place], [*locked, *added]):
            go(place + 1, [*added, free[place]])

    go(0, [])
    assert best is not None
    return best, as_good


def fewest_points_lost(problem: ShiftProblem, as_good: Iterable[frozenset[Duty]], duties: Iterable[Duty]) -> int:
    """The fewest points that any of some answers loses in which nobody has more to do in a block than here."""
    tables = Tables(problem)

    def shares(some: Iterable[Duty]) -> dict[tuple[int, str], int]:
        given = set(some)
        return {
            (number, person): sum(days.values())
            for number, block in enumerate(tables.blocks)
            for person, days in Judge(tables, (d for d in given if tables.shift_at[d.shift] in block)).shares().items()
        }

    most = shares(duties)
    return min(
        Judge(tables, one).value(Aim.UNSUITED)
        for one in as_good
        if all(minutes <= most.get(key, 0) for key, minutes in shares(one).items())
    )
