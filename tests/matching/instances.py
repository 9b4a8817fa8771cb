"""Plain problems to test with: small ones for brute force, large ones whose optimum is known by construction."""

from __future__ import annotations

import itertools
import random

from planner.matching.assignment.problem import AssignmentProblem, Guest, Home


def small(dice: random.Random) -> AssignmentProblem:
    """At most 5 guests and 4 homes; forbidden pairs, sizes, costs with and without a fraction, either sense."""
    guests, homes, largest = dice.randint(0, 5), dice.randint(1, 4), dice.choice((1, 1, 2))
    fraction = dice.random() < 0.3

    def cost() -> float | None:
        if dice.random() < 0.2:
            return None
        return round(dice.uniform(-5, 10), 3) if fraction else dice.randint(-5, 20)

    return AssignmentProblem(
        tuple(Guest(f"g{place}", (dice.randint(1, largest),) * homes) for place in range(guests)),
        tuple(Home(f"h{place}", dice.randint(0, 3)) for place in range(homes)),
        tuple(tuple(cost() for _ in range(homes)) for _ in range(guests)),
        most=dice.random() < 0.5,
    )


def best_by_trying(problem: AssignmentProblem) -> float | None:
    """The best total, by trying every assignment; None if none is allowed."""
    best = None
    for homes in itertools.product(range(len(problem.homes)), repeat=len(problem.guests)):
        costs = [problem.costs[guest][home] for guest, home in enumerate(homes)]
        if None in costs or not _fits(problem, homes):
            continue
        total = sum(cost for cost in costs if cost is not None)
        if best is None or (total > best if problem.most else total < best):
            best = total
    return best


def _fits(problem: AssignmentProblem, homes: tuple[int, ...]) -> bool:
    load = [0.0] * len(problem.homes)
    for guest, home in enumerate(homes):
        load[home] += problem.guests[guest].sizes[home]
    return all(taken <= home.capacity for taken, home in zip(load, problem.homes, strict=True))


def planted(dice: random.Random, homes: int, most_guests: int) -> tuple[AssignmentProblem, int]:
    """A problem and its optimum, known by duality.

    Each guest has a price u, each home a price v ≥ 0 that is 0 unless the home is full. Planted pairs cost u - v,
    all others no less: so the planted assignment costs Σu - Σ capacity·v, and no assignment costs less.
    """
    capacities = [dice.randint(1, most_guests) for _ in range(homes)]
    full = [dice.random() < 0.7 for _ in range(homes)]
    lived_in = [home for home in range(homes) for _ in range(capacities[home] if full[home] else capacities[home] - 1)]
    dice.shuffle(lived_in)
    guest_prices = [dice.randint(50, 150) for _ in lived_in]
    home_prices = [dice.randint(0, 40) if is_full else 0 for is_full in full]
    costs = tuple(
        tuple(
            guest_prices[guest] - home_prices[home] + (0 if home == own else dice.randint(0, 60))
            for home in range(homes)
        )
        for guest, own in enumerate(lived_in)
    )
    problem = AssignmentProblem(
        tuple(Guest(f"g{place}", (1,) * homes) for place in range(len(lived_in))),
        tuple(Home(f"h{place}", capacity) for place, capacity in enumerate(capacities)),
        costs,
    )
    return problem, sum(guest_prices) - sum(
        capacity * price for capacity, price in zip(capacities, home_prices, strict=True)
    )
