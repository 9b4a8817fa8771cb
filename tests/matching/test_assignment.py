"""The plain problem: proved against trying everything, and against optima known by construction."""

import random
import threading
from dataclasses import replace

import pytest

from planner.matching.assignment.problem import Assignment, AssignmentProblem, Guest, Home, Status
from planner.matching.assignment.reading import problem_of
from planner.matching.assignment.solving import solve
from planner.matching.exact.aside import run_aside
from planner.matching.exact.search import Effort
from planner.matching.exact.watch import Watch
from planner.model.message import Cancelled, PlannerError
from tests.matching.instances import best_by_trying, planted, small


def check_allowed(problem: AssignmentProblem, answer: Assignment) -> None:
    """The total is what the assignment really costs, and nobody is too much in a home or where they may not be."""
    assert answer.homes is not None
    costs = [problem.costs[guest][home] for guest, home in enumerate(answer.homes)]
    assert sum(cost for cost in costs if cost is not None) == pytest.approx(answer.total)
    assert None not in costs
    for place, home in enumerate(problem.homes):
        load = sum(g.sizes[place] for g, own in zip(problem.guests, answer.homes, strict=True) if own == place)
        assert load <= home.capacity


def test_as_good_as_trying_everything() -> None:
    dice = random.Random(20270722)
    impossible = 0
    for _ in range(300):
        problem = small(dice)
        answer, best = solve(problem), best_by_trying(problem)
        if best is None:
            impossible += 1
            assert answer.status is Status.INFEASIBLE, problem
        else:
            assert answer.status is Status.OPTIMAL
            assert answer.total == pytest.approx(best), problem
            check_allowed(problem, answer)
    assert 30 < impossible < 200


@pytest.mark.parametrize("seed", range(5))
def test_the_planted_optimum_is_found(seed: int) -> None:
    problem, optimum = planted(random.Random(seed), homes=40, most_guests=3)
    answer = solve(problem)
    assert (answer.status, answer.total, answer.bound, answer.gap) == (Status.OPTIMAL, optimum, optimum, 0)
    check_allowed(problem, answer)


def test_nobody_waits_for_a_solver_that_does_not_ask_whether_to_stop() -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    going, watch = threading.Event(), Watch(cancel)
    try:
        assert not run_aside(lambda: going.wait(20), watch)
    finally:
        going.set()
    assert not run_aside(pytest.fail, watch), "once it is stopped nothing is begun"
    with pytest.raises(ZeroDivisionError):
        run_aside(lambda: 1 // 0, Watch(lambda _done, _total: None))


def hard(guests: int = 30, homes: int = 5) -> AssignmentProblem:
    """Much room wanted where it is cheap (the benchmarks' type D), so that branching takes its time."""
    dice = random.Random(4)
    sizes = [[dice.randint(1, 100) for _ in range(homes)] for _ in range(guests)]
    room = [int(0.8 * sum(row[home] for row in sizes) / homes) for home in range(homes)]
    return AssignmentProblem(
        tuple(Guest(f"g{place}", tuple(row)) for place, row in enumerate(sizes)),
        tuple(Home(f"h{place}", capacity) for place, capacity in enumerate(room)),
        tuple(tuple(111 - size + dice.randint(-10, 10) for size in row) for row in sizes),
    )


def test_the_order_of_the_lists_does_not_matter() -> None:
    problem = hard(12, 3)
    guests, homes = list(range(12)), list(range(3))
    dice = random.Random(1)
    before = {
        problem.guests[guest].name: problem.homes[home].name for guest, home in enumerate(solve(problem).homes or ())
    }
    for _ in range(3):
        dice.shuffle(guests)
        dice.shuffle(homes)
        mixed = AssignmentProblem(
            tuple(replace(problem.guests[g], sizes=tuple(problem.guests[g].sizes[h] for h in homes)) for g in guests),
            tuple(problem.homes[h] for h in homes),
            tuple(tuple(problem.costs[g][h] for h in homes) for g in guests),
        )
        answer = solve(mixed)
        assert {mixed.guests[g].name: mixed.homes[h].name for g, h in enumerate(answer.homes or ())} == before


def test_cancelled_it_gives_the_best_so_far_and_its_gap() -> None:
    told = []

    def progress(done: int, _total: int) -> None:
        told.append(done)
        if done:
            raise Cancelled

    problem = hard(60, 10)
    answer = solve(problem, progress)
    assert answer.status in (Status.FEASIBLE, Status.UNKNOWN)
    if answer.status is Status.FEASIBLE:
        check_allowed(problem, answer)
        assert answer.bound is not None
        assert answer.total is not None
        assert answer.bound <= answer.total
    assert told[-1] == 1, "it was heard at once"


def test_an_effort_that_is_not_enough_says_so() -> None:
    answer = solve(hard(60, 10), effort=Effort(nodes=1))
    assert answer.status is Status.FEASIBLE
    assert answer.gap is not None
    assert 0 < answer.gap < 0.2


def test_what_goes_wrong_in_the_callback_is_not_swallowed() -> None:
    def progress(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        solve(hard(), progress)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ([], "problem-no-object"),
        ({"guests": [], "homes": [], "costs": [], "cost": 1}, "problem-key-unknown"),
        ({"guests": [], "homes": []}, "problem-key-missing"),
        ({"guests": {}, "homes": [], "costs": []}, "problem-no-list"),
        ({"guests": [3], "homes": [], "costs": []}, "problem-entry"),
        ({"guests": ["a", "a"], "homes": ["h"], "costs": [[1], [1]]}, "problem-name-twice"),
        ({"guests": ["a"], "homes": ["h"], "costs": [[1]], "sense": "most"}, "problem-sense"),
        ({"guests": ["a"], "homes": ["h"], "costs": []}, "problem-rows"),
        ({"guests": ["a"], "homes": ["h"], "costs": [[1, 2]]}, "problem-columns"),
        ({"guests": ["a"], "homes": ["h"], "costs": [["x"]]}, "problem-cell-no-number"),
        ({"guests": ["a"], "homes": ["h"], "costs": [[float("nan")]]}, "problem-cell-no-number"),
        ({"guests": [{"name": "a", "size": True}], "homes": ["h"], "costs": [[1]]}, "problem-no-number"),
        ({"guests": ["a"], "homes": [{"name": "h", "capacity": -1}], "costs": [[1]]}, "problem-negative"),
        ({"guests": ["a"], "homes": ["h"], "costs": [[1]], "forbidden": ["a"]}, "problem-pair"),
        ({"guests": ["a"], "homes": ["h"], "costs": [[1]], "forbidden": [["b", "h"]]}, "problem-guest-unknown"),
        ({"guests": ["a"], "homes": ["h"], "costs": [[1]], "forbidden": [["a", "i"]]}, "problem-home-unknown"),
    ],
)
def test_what_cannot_be_understood_is_said(data: object, code: str) -> None:
    with pytest.raises(PlannerError) as caught:
        problem_of(data)
    assert caught.value.code == code


def test_everything_a_problem_may_say_is_understood() -> None:
    problem = problem_of(
        {
            "guests": [{"name": "a", "size": 2}, "b", {}],
            "homes": [{"name": "h", "capacity": 3}, "i"],
            "costs": [[1, None], [2.5, 3], [0, 0]],
            "forbidden": [["b", "h"]],
            "sense": "max",
        }
    )
    assert problem.guests == (Guest("a", (2, 2)), Guest("b", (1, 1)), Guest("3", (1, 1)))
    assert problem.homes == (Home("h", 3), Home("i", 1))
    assert problem.costs == ((1, None), (None, 3), (0, 0))
    assert problem.most
    sized = problem_of({"guests": ["a"], "homes": ["h", "i"], "costs": [[1, 2]], "sizes": [[3, 4]]})
    assert sized.guests == (Guest("a", (3, 4)),)
