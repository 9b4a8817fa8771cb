"""Realistic visits of any size as shift problems: groups on their ways, interpreters with hours and limits."""

from __future__ import annotations

import random

from planner.matching.shifts.problem import Bar, Meal, Pairing, Person, Rest, Shift, ShiftProblem

DAYS = 10
_PLACES = ("city hall", "high school", "gym", "museum", "harbour", "hotel")
_KINDS = ("consecutive", "consecutive", "consecutive", "escort", "whispered", "simultaneous")
_LEVELS = ("professional", "professional", "volunteer", "volunteer", "volunteer", "student")
_HOURS = {"professional": 7, "volunteer": 3, "student": 3}
_POINTS = {"professional": 16, "volunteer": 6, "student": 0}
RESTS = (
    Rest("at once", 40, 0, frozenset({"simultaneous", "whispered"}), own=True, penalty=10),
    Rest("consecutive", 120, 10, frozenset({"consecutive"}), own=True, penalty=10),
    Rest("pause", 90, 10, penalty=1),
)


def visit(people: int, shifts: int, seed: int = 1) -> ShiftProblem:
    """Make a visit of ten days with four shifts a day for each group, and people who come for some half days."""
    dice = random.Random(seed)
    groups = [f"group {number}" for number in range(max(1, shifts // (4 * DAYS)))]
    found: list[Shift] = []
    for number in range(shifts):
        day, group = number // 4 // len(groups) % DAYS, groups[number // 4 % len(groups)]
        begins = (9 * 60, 10 * 60 + 45, 13 * 60 + 30, 15 * 60 + 30 if dice.random() < 0.7 else 19 * 60)[number % 4]
        start = 1440 * day + begins + dice.choice((0, 0, 15, 30))
        kind = dice.choice(_KINDS)
        minutes = dice.choice((30, 45, 60)) if kind in ("simultaneous", "whispered") else dice.choice((45, 60, 90, 120))
        wanted = 2 if (kind in ("simultaneous", "whispered") and minutes > 40) or dice.random() < 0.1 else 1
        found.append(
            Shift(
                f"need {number:03}", start, start + minutes, wanted, dice.choice((1, 2, 2, 4)), day, group,
                dice.choice(_PLACES), kind,
            )
        )  # fmt: skip
    staff, level = [], {}
    for number in range(people):
        name = f"person {number:02}"
        level[name] = dice.choice(_LEVELS)
        hours = [
            (1440 * day + start, 1440 * day + end)
            for day in range(DAYS)
            for start, end in ((8 * 60, 12 * 60 + 30), (12 * 60 + 30, 17 * 60), (17 * 60, 22 * 60))
            if dice.random() < (0.8 if level[name] == "professional" else 0.5)
        ]
        student = level[name] == "student"
        staff.append(Person(name, tuple(hours), 60 * _HOURS[level[name]], 240, dice.choice((None, None, 60)), student))
    pairings, barred = [], []
    modes = {name: {"consecutive", "escort", *dice.sample(_KINDS, 2)} for name in level}
    for person in staff:
        for shift in found:
            if shift.kind not in modes[person.name]:
                barred.append(Bar(person.name, shift.name, frozenset({"mode"})))
                continue
            field = dice.random() < 0.1
            pairings.append(
                Pairing(
                    person.name, shift.name, _POINTS[level[person.name]] + dice.choice((0, 0, 8, 12)),
                    5 * field, frozenset({"field"} if field else ()), relieves=not person.beside,
                )
            )  # fmt: skip
    ways = {
        frozenset((one, other)): dice.choice((10, 15, 20)) for one in _PLACES for other in _PLACES if one < other
    }  # fmt: skip
    meals = tuple(
        Meal(f"{name} {day}", 1440 * day + start, 1440 * day + start + 120, 30, 10)
        for day in range(DAYS)
        for name, start in (("lunch", 11 * 60 + 30), ("supper", 17 * 60 + 30))
    )
    return ShiftProblem(
        tuple(found), tuple(staff), tuple(pairings), ways=ways, rests=RESTS, meals=meals, alone_penalty=10,
        barred=tuple(barred),
    )  # fmt: skip
