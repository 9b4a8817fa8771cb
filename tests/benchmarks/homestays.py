"""Realistic visits of any size as lodging problems: girls, boys, chaperones, beds, pets, nights off, friends."""

from __future__ import annotations

import random

from planner.matching.lodging.problem import Bed, Guest, Home, LodgingProblem, Pairing

NIGHTS = 10
_ANIMALS = ("cat", "dog", "none", "none")


def visit(guests: int, homes: int, seed: int = 1, away_often: float = 0.2) -> LodgingProblem:
    """Make a visit with a little more room than guests; one family in five (or so often) is away for half the nights.

    One guest in ten is an adult, one in twelve cannot live with cats or dogs, one in twenty leaves early, half have a
    friend. A family takes one or two guests (some three), girls, boys or both, with a bed or two, often in one room.
    """
    dice = random.Random(seed)
    everything = (1 << NIGHTS) - 1
    people: list[Guest] = []
    allergic: dict[str, str] = {}
    for number in range(guests):
        adult = dice.random() < 0.1
        gender = dice.choice("fm")
        nights = everything >> dice.randint(1, 3) if dice.random() < 0.05 else everything
        kind = f"{gender} adult" if adult else f"{gender} {dice.randint(13, 17)}"
        guest = Guest(f"guest {number:04}", nights, kind)
        people.append(guest)
        if dice.random() < 1 / 12:
            allergic[guest.name] = dice.choice(("cat", "dog"))
    houses, pairings = [], []
    for number in range(homes):
        beds = dice.choices((1, 2, 3), (10, 50, 40))[0]
        shared = dice.random() < 0.5
        rooms = tuple(Bed(f"bed {place}", "guest room" if shared else "") for place in range(beds))
        nights = everything
        if dice.random() < away_often:
            away = dice.randint(4, 6)
            nights &= ~(((1 << away) - 1) << dice.randint(0, NIGHTS - away))
        home = Home(f"home {number:04}", rooms, nights, min(beds, dice.choice((2, 2, 3))))
        houses.append(home)
        takes, animal, good = dice.choice(("f", "m", "fm", "fm")), dice.choice(_ANIMALS), dice.randint(20, 60)
        adults = dice.random() < 0.4
        for guest in people:
            gender, _, age = guest.kind.partition(" ")
            if (age == "adult" and not adults) or (age != "adult" and gender not in takes):
                continue
            if allergic.get(guest.name) == animal or dice.random() < 0.1:
                continue
            score = 100 * good + dice.randint(0, 4000)
            beds_for = tuple(range(beds)) if dice.random() < 0.9 else (0,)
            pairings.append(Pairing(guest.name, home.name, guest.nights & nights, score, beds_for))
    kinds = sorted({guest.kind for guest in people})
    friends = {}
    for _ in range(guests // 4):
        one, other = dice.sample(people, 2)
        if one.kind[0] == other.kind[0]:
            friends[frozenset((one.name, other.name))] = dice.choice((400, 800))
    enemies = frozenset(frozenset(guest.name for guest in dice.sample(people, 2)) for _ in range(guests // 30))
    return LodgingProblem(
        tuple(people),
        tuple(houses),
        tuple(pairings),
        apart=enemies,
        kinds_apart=frozenset(frozenset((a, b)) for a in kinds for b in kinds if _mixed_minors(a, b)),
        kinds_not_in_a_room=frozenset(frozenset((a, b)) for a in kinds for b in kinds if _no_room_mates(a, b)),
        friends=friends,
    )


def _mixed_minors(one: str, other: str) -> bool:
    return one[0] != other[0] and "adult" not in one + other


def _no_room_mates(one: str, other: str) -> bool:
    """Room-mates are of one gender, and of an age: no more than three years apart, no minor with an adult."""
    ages = [17 + 20 * ("adult" in kind) if "adult" in kind else int(kind[2:]) for kind in (one, other)]
    return one[0] != other[0] or abs(ages[0] - ages[1]) > 3
