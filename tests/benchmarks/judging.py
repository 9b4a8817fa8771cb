"""Every guest of a large visit judged in every home, and what is found in their stays."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

from planner.agenda import Agenda
from planner.model import kinds as k
from planner.model.plan import Plan
from planner.rules.catalogue import RULES
from planner.rules.checker import Checker
from planner.rules.homestays import Homestays
from tests.benchmarks.report import Line
from tests.rules.homestays.small import Small

GUESTS, HOMES, TIMES = 300, 200, 5
_LIKES = ("piano", "violin, choir", "basketball, baking", "drawing", "chess, reading", "guitar, camping", "")


def measure(folder: Path) -> list[Line]:
    """Measure 300 guests and 200 homes, in memory."""
    plan = _visit()
    size = f"{GUESTS} guests × {HOMES} homes"
    return [
        Line(f"look at {size}", [_timed(lambda: Homestays.of(plan)) for _ in range(TIMES)]),
        Line(f"judge {size}", [_timed(Homestays.of(plan).judge_all) for _ in range(TIMES)], bar=2.0),
        Line(f"findings of all stays, {size}", [_timed(lambda: _check(plan)) for _ in range(TIMES)]),
    ]


def _check(plan: Plan) -> None:
    list(Checker(RULES).check_agenda(Agenda(plan)))


def _timed(what: Callable[[], object]) -> float:
    begun = time.perf_counter()
    what()
    return time.perf_counter() - begun


def _visit() -> Plan:
    dice = random.Random(1)
    small = Small()
    genders = (k.Gender.FEMALE, k.Gender.MALE)
    levels = tuple(k.LanguageLevel)[1:6]
    homes = [
        small.home(
            f"Home {number}", child=dice.randint(8, 17), beds=[{"room": "Guest room"}] * dice.randint(1, 3),
            interests_en=dice.choice(_LIKES), most_guests=2, minutes_to_meeting_point=dice.randint(5, 40),
            takes=frozenset({dice.choice((k.GuestKind.GIRL, k.GuestKind.BOY))}), smoking=dice.choice(tuple(k.Smoking)),
            pets=[{"species": dice.choice((k.Species.CAT, k.Species.DOG)), "lives": k.Whereabouts.INDOORS}]
            * (dice.random() < 0.4),
        )
        for number in range(HOMES)
    ]  # fmt: skip
    for number in range(GUESTS):
        guest = small.guest(
            f"Guest {number}", gender=dice.choice(genders), speaks=dice.choice(levels),
            interests_en=dice.choice(_LIKES), smokers_ok=dice.choice(tuple(k.Answer)),
            animals=[{"species": k.Species.CAT}] * (dice.random() < 0.15),
            foods=[{"allergen": dice.choice(tuple(k.Allergen))}] * (dice.random() < 0.2),
        )  # fmt: skip
        small.stay(guest, homes[number % HOMES])
    return small.plan
