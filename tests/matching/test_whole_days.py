"""Whole days: what is seen ahead of them never leaves one out, and their prices promise no more than there is."""

import math
import random

import numpy as np
import pytest

from planner.matching.exact.columns import Columns, Rows
from planner.matching.exact.highs import choose
from planner.matching.exact.watch import Watch
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import MEASURES, Day
from planner.matching.shifts.duties import Tables
from planner.matching.shifts.growing import Growing
from planner.matching.shifts.hours import Hours
from planner.matching.shifts.parity import odd_sets
from planner.matching.shifts.prices import Halves, Prices
from planner.matching.shifts.problem import Locked, Pairing, Person, Rest, Shift, ShiftProblem
from planner.matching.shifts.programme import Programme
from planner.matching.shifts.roster import Roster
from planner.matching.shifts.sharing import Sharing
from planner.matching.shifts.stages import AIMS, Stages
from planner.matching.shifts.tolls import toll
from planner.matching.shifts.wholedays import whole_days
from tests.benchmarks.shifts import RESTS, visit
from tests.matching.shiftproblems import small

EVERYTHING = 10**9

LONG = Rest("long", 40, 10, penalty=10)
ANN = (Person("ann", day=400, alone=200),)
AROUND_MIDNIGHT = ShiftProblem(
    (Shift("toasts", 1400, 1460), Shift("way home", 1470, 1500, day=1)),
    ANN, (Pairing("ann", "toasts"), Pairing("ann", "way home")), rests=(LONG,),
)  # fmt: skip
"""Of two days that are one block, only the first has what breaks a rest by itself."""
TWICE_LOCKED = ShiftProblem(
    (Shift("gym", 540, 600), Shift("hall", 540, 600), Shift("museum", 660, 690)),
    ANN, (Pairing("ann", "museum"),), rests=(LONG,),
    locked=(Locked("ann", "gym", 540, 600), Locked("ann", "hall", 540, 600)),
)  # fmt: skip
"""Somebody is held at two places at once, the minutes of which count once."""


def some_prices(dice: np.random.Generator, day: Day) -> Prices:
    """Prices at which most days are worth something, with two rows of halves."""
    options, people = len(day.options), len(day.persons)
    rows = [
        (dice.integers(0, 2, options), dice.integers(0, 2, people), float(price)) for price in 5 * dice.random(size=2)
    ]
    return Prices(
        -20.0 * dice.random(options),
        -5.0 * dice.random(people),
        0.03 * dice.random(people),
        {Aim.BROKEN: 2 * dice.random(), Aim.FACES: 9 * dice.random(), Aim.UNSUITED: dice.random() / 5},
        Halves.of(rows),
    )


@pytest.mark.parametrize("careful", [False, True])
def test_no_day_is_left_out_that_is_cheap_enough(careful: bool) -> None:
    # With no limit, every day is begun, and nothing is seen ahead.
    left_out = 0
    problems = [visit(5, 120, 3), visit(6, 80, 8), *(small(random.Random(seed)) for seed in range(40))]
    problems += [AROUND_MIDNIGHT, TWICE_LOCKED]
    for seed, problem in enumerate(problems):
        dice, tables = np.random.default_rng(seed), Tables(problem)
        for block in range(min(3, len(tables.blocks))):
            day = Day(tables, block, set())
            if not day.options:
                continue
            prices = some_prices(dice, day)
            every, costs = Growing(day, prices, math.inf, EVERYTHING, careful=careful).run()
            for limit in np.quantile(costs, (0.0, 0.02, 0.3)) if len(costs) else ():
                found, cost = Growing(day, prices, float(limit) + 1e-9, EVERYTHING, careful=careful).run()
                cheap = np.flatnonzero(costs <= limit + 1e-9)
                assert sorted(map(tuple, found.members.tolist())) == sorted(
                    map(tuple, every.members[cheap, : found.members.shape[1]].tolist())
                )
                assert np.allclose(np.sort(cost), np.sort(costs[cheap]))
                left_out += len(costs) - len(cheap)
    assert left_out > 1_000


def faces_of(problem: ShiftProblem, block: int) -> tuple[Stages, Programme]:
    """One day with its penalties settled, and the linear programme of its faces."""
    stages = Stages(Tables(problem), Watch(), many=-1)
    settled = {aim: stages._settle_block(block, aim) for aim in (Aim.UNCOVERED, Aim.BROKEN)}
    programme = Programme([Roster(Day(stages.tables, block, stages.limits.out), settled)], Watch())
    return stages, programme


def test_prices_amid_all_the_best_promise_as_much_and_tell_more_days_apart() -> None:
    fewer = 0
    for seed in range(4):
        stages, programme = faces_of(visit(10, 200, seed), 1)
        [roster] = programme.rosters
        programme.load(0, roster.add(roster.whole_days_of(stages.chosen)))
        programme.seek(Aim.FACES)
        programme.tighten()
        floor, corner = programme.floor, programme.worth[0]
        programme.centre()
        assert floor - 0.01 < programme.floor < floor + 1e-6
        counts = [
            Growing(roster.day, prices, 1e-6, EVERYTHING, careful=True) for prices in (corner, programme.worth[0])
        ]
        at_corner, amid = (one.run()[0].count for one in counts)
        fewer += amid < at_corner
        # No answer lies below what they promise.
        found = whole_days(programme, stages.chosen)
        assert found is not None
        assert programme.floor <= found.faces + 1e-6
    assert fewer > 1


def test_nobody_is_missing_by_halves() -> None:
    # Two are wanted for an hour at most one of whom can be there: half of each would be company, and no relief needed.
    shifts = tuple(Shift(f"n{k}", 540, 600, 2, 1, kind="simultaneous", group=f"g{k}") for k in range(2))
    people = tuple(Person(f"p{k}") for k in range(3))
    pairings = tuple(Pairing(one.name, two.name) for one in people for two in shifts)
    _, programme = faces_of(ShiftProblem(shifts, people, pairings, rests=RESTS), 0)
    [roster] = programme.rosters
    # One person is missing, an hour of weight 1: of neither shift may both be.
    assert roster.upper[roster.limit_row(Aim.UNCOVERED)] == 60
    assert roster.lacking.tolist() == [1, 1]
    assert roster.upper[roster.limit_row(Aim.BROKEN)] == 10


@pytest.mark.parametrize(("seed", "block", "absent", "certain"), [(7, 3, 2, False), (8, 4, 5, True)])
def test_only_who_is_missing_in_every_answer_is_missing_for_certain(
    seed: int, block: int, absent: int, certain: bool
) -> None:
    # In both the linear programme has one missing by halves, of whom it is asked.
    stages, programme = faces_of(visit(5, 70, seed), block)
    [roster] = programme.rosters
    given = roster.whole_days_of(stages.chosen).measures[:, MEASURES.index(Aim.FACES)].sum()
    before = roster.count
    assert whole_days(programme, stages.chosen) is not None
    fixed = [row for row in range(before, roster.count) if roster.lower[row] == 1.0]
    assert [int(np.argmax(roster.taken_by_missing(row))) for row in fixed] == [absent] * certain
    # By a choice among all whole days there are, without this one.
    limits = {aim: int(roster.upper[roster.limit_row(aim)]) for aim in (Aim.UNCOVERED, Aim.BROKEN)}
    every = Roster(roster.day, limits)
    nothing = np.zeros(every.people)
    assert every.within(Prices(np.zeros(len(roster.day.options)), nothing, nothing), 1.0, EVERYTHING)
    others = every.missing().only(np.delete(np.arange(int(every.lacking.sum())), absent))
    days = every.columns(np.arange(every.days.count), every.measure(Aim.FACES))
    rows = Rows(np.array(every.lower), np.array(every.upper))
    least = choose(rows, Columns.joined([others, days]), Watch(), nodes=EVERYTHING).cost
    assert (least > given) == certain


@pytest.mark.parametrize(("people", "seed"), [(5, 1), (5, 8), (6, 6)])
def test_where_people_lack_whole_days_find_what_duties_find(people: int, seed: int) -> None:
    # On days on which the linear programme has people missing by halves (`wholedays._whom_to_do_without`).
    tables = Tables(visit(people, 70, seed))
    one, other = (Stages(tables, Watch(), None, AIMS, many=many).run() for many in (-1, EVERYTHING))
    assert one.of(Aim.UNCOVERED).value > 0
    for aim in AIMS[:3]:
        assert one.of(aim).value == other.of(aim).value
        assert one.of(aim).proved


def test_whole_days_prove_what_duties_prove() -> None:
    problem = visit(12, 60, seed=4)
    tables = Tables(problem)
    whole, duties = Stages(tables, Watch(), many=10), Stages(tables, Watch(), many=10**6)
    one, other = whole.run(), duties.run()
    assert whole.many
    assert not duties.many
    for quick, exact in zip(one.reached, other.reached, strict=True):
        assert quick.bound <= quick.value
        assert max(quick.gap, exact.gap) <= 0.004
    assert [a.value for a in one.reached[:3]] == [b.value for b in other.reached[:3]]


def test_days_asked_alone_raise_the_bound_of_fair_shares_but_never_past_the_best() -> None:
    problem = visit(6, 36, seed=2)
    tables = Tables(problem)
    stages = Stages(tables, Watch(), many=-1)
    stages.run()
    best = Stages(tables, Watch(), many=10**6).run().of(Aim.SPREAD)
    hours = Hours.after(np.zeros(6, np.int64), np.full(6, 6_000))
    programme = Programme(stages.rosters, Watch(), 6, hours)
    known = [roster.add(roster.whole_days_of(stages.chosen)) for roster in stages.rosters]
    for number, places in enumerate(known):
        programme.load(number, places)
    programme.seek(Aim.SPREAD)
    relaxed = programme.relax()
    for most in (2, 800):
        tolls = [toll(programme, number, relaxed, places, 0.0, most) for number, places in enumerate(known)]
        raised = sum(one.more for one in tolls)
        assert any(one.bounded for one in tolls) == (most == 2)
        assert programme.floor + raised <= best.value
    assert best.proved
    assert raised > 100
    # What an answer exceeds a day's least by is never less than nothing.
    assert min(one.excess for one in tolls) > -1e-3


def test_points_are_not_called_proved_of_days_of_which_not_all_is_known() -> None:
    stages = Stages(Tables(visit(6, 36, seed=2)), Watch(), many=-1)
    fewest = stages.run().of(Aim.UNSUITED).bound
    for roster in stages.rosters:
        roster.complete = False
    least = Sharing(stages.rosters, stages.chosen, 6, Watch()).suit()
    assert fewest / 2 < least <= fewest


def test_three_half_days_are_no_cover_for_three_stretches() -> None:
    # Three people with half a day each, of which each takes two of three stretches; who is idle does not matter.
    taken = np.array([[1, 1, 0], [0, 1, 1], [1, 0, 1]])
    found = list(odd_sets(taken, np.full(3, 0.5), np.ones(3, np.int64), 0.04))
    assert [(by, rows.tolist()) for by, rows in found] == [(0.5, [True, True, True])]
    assert not list(odd_sets(np.eye(3, dtype=np.int64), np.ones(3), np.ones(3, np.int64), 0.04))
