"""Shifts: against trying everything, whatever the order, cancelled, repaired, and asked why not."""

import math
import random
from dataclasses import replace
from itertools import count

import numpy as np
import pytest

from planner.language import say
from planner.matching.exact.columns import Columns, Rows
from planner.matching.exact.highs import Linear
from planner.matching.exact.narrowed import better
from planner.matching.exact.watch import Watch
from planner.matching.shifts.answer import Aim, Cover, Duty, Lack
from planner.matching.shifts.duties import Tables
from planner.matching.shifts.judge import Judge
from planner.matching.shifts.limits import Limits
from planner.matching.shifts.model import Model
from planner.matching.shifts.problem import Locked, Meal, Pairing, Person, Rest, Shift, ShiftProblem
from planner.matching.shifts.reading import problem_of
from planner.matching.shifts.rulebook import Rulebook
from planner.matching.shifts.stages import AIMS, REPAIR, Stages, cover, repair
from planner.matching.shifts.what_if import why_not
from planner.model.message import Cancelled, PlannerError
from tests.benchmarks.shifts import visit
from tests.matching.shiftproblems import best_by_trying, fewest_points_lost, small


def values(answer: Cover) -> tuple[int, ...]:
    return tuple(one.value for one in answer.reached)


def who(answer: Cover) -> set[tuple[str, str]]:
    return {(one.person, one.shift) for one in answer.duties}


def by_whole_days(problem: ShiftProblem, before: tuple[Duty, ...] | None = None) -> Cover:
    """What large problems are answered with."""
    tables = Tables(problem, before or ())
    stages = Stages(tables, Watch(), None, AIMS if before is None else REPAIR, before or (), many=-1)
    assert stages.many
    return stages.run()


@pytest.mark.parametrize("hundred", range(2))
def test_as_good_as_trying_everything(hundred: int) -> None:
    uncovered = broken = 0
    for seed in range(100 * hundred, 100 * hundred + 60):
        problem = small(random.Random(seed))
        best, as_good = best_by_trying(problem, AIMS[:-1])
        answer = cover(problem)
        for one in (answer, by_whole_days(problem)):
            assert values(one) == (*best, fewest_points_lost(problem, as_good, one.duties)), seed
            assert one.optimal, seed
        uncovered += bool(answer.lacking)
        broken += bool(answer.broken)
    assert uncovered > 12
    assert broken > 6


def test_a_repair_changes_as_little_as_trying_everything_would() -> None:
    given_up = 0
    for seed in range(60):
        problem = small(random.Random(seed))
        before = cover(problem).duties
        if not before or problem.locked:
            continue
        ill = before[0].person
        left = replace(problem, pairings=tuple(one for one in problem.pairings if one.person != ill))
        possible = frozenset(one for one in before if one.person != ill)
        best, as_good = best_by_trying(left, REPAIR[:-1], possible)
        answer = repair(left, before)
        for one in (answer, by_whole_days(left, before)):
            assert values(one) == (*best, fewest_points_lost(left, as_good, one.duties)), seed
            assert one.optimal
        given_up += answer.of(Aim.CHANGED).value > 0
    assert given_up > 5


@pytest.mark.parametrize("many", [-1, 10**6])
def test_the_order_of_the_lists_does_not_matter(many: int) -> None:
    problem, dice = visit(5, 24, seed=3), random.Random(1)
    duties = Stages(Tables(problem), Watch(), many=many).run().duties
    for _ in range(2):
        lists = {name: list(getattr(problem, name)) for name in ("shifts", "people", "pairings", "rests", "meals")}
        for some in lists.values():
            dice.shuffle(some)
        mixed = replace(problem, **{name: tuple(some) for name, some in lists.items()})
        assert Stages(Tables(mixed), Watch(), many=many).run().duties == duties


@pytest.mark.parametrize("many", [-1, 10**6])
@pytest.mark.parametrize("after", [0, 1, 4, 9, 10])
def test_cancelled_it_gives_what_it_has_and_what_is_known_of_it(after: int, many: int) -> None:
    calls = count()

    def progress(_done: int, _total: int) -> None:
        if next(calls) >= after:
            raise Cancelled

    problem = visit(5, 30, seed=2)
    answer = Stages(Tables(problem), Watch(progress), many=many).run()
    assert answer.cancelled
    best = cover(problem, aims=(Aim.UNCOVERED,))
    for one in answer.reached:
        assert one.bound <= one.value
    assert answer.of(Aim.UNCOVERED).bound <= best.of(Aim.UNCOVERED).value <= answer.of(Aim.UNCOVERED).value


def test_a_repair_changes_nothing_for_fewer_faces() -> None:
    given = problem(MORNING, NOON, people=(Person("ann"), Person("bell")))
    before = (Duty("ann", "morning", 540, 600), Duty("bell", "noon", 660, 720))
    for answer in (repair(given, before), by_whole_days(given, before)):
        assert (answer.duties, answer.of(Aim.FACES).value, answer.optimal) == (before, 2, True)


MORNING = Shift("morning", 540, 600, group="A", place="gym")
NOON = Shift("noon", 660, 720, group="A", place="gym")
SPEECH = Shift("speech", 600, 645, 2, 4, kind="at once")


def problem(*shifts: Shift, people: tuple[Person, ...], **more: object) -> ShiftProblem:
    pairings = tuple(Pairing(one.name, shift.name, relieves=not one.beside) for one in people for shift in shifts)
    return replace(ShiftProblem(shifts, people, pairings), **more)  # type: ignore[arg-type]


def test_who_works_beside_somebody_is_never_alone() -> None:
    student, bell = Person("student", beside=True), Person("bell")
    assert who(cover(problem(SPEECH, people=(student, bell)))) == {("student", "speech"), ("bell", "speech")}
    assert cover(problem(SPEECH, people=(student, Person("other", beside=True)))).duties == ()
    assert cover(problem(replace(SPEECH, wanted=1), people=(student,))).lacking == (Lack("speech", 600, 645, 1),)


def test_a_bound_that_is_a_whole_step_away_is_looked_into() -> None:
    # The linear programme says 165, up to a sum of doubles; there is nothing below 180.
    moss, park = Person("moss", beside=True), Person("park", day=120, alone=60, stretch=60, beside=True)
    people = (moss, park, Person("sato", ((600, 780),), stretch=60))
    given = problem(Shift("welcome", 540, 660, 2, group="A", place="gym", kind="c"), people=people)
    pairings = tuple(Pairing(one.name, "welcome", penalty=3 * one.beside) for one in people)
    given = replace(given, pairings=pairings, rests=(Rest("pause", 60, 10, penalty=None),), alone_penalty=10)
    for answer in (cover(given), by_whole_days(given)):
        assert (answer.optimal, answer.of(Aim.SPREAD).value) == (True, 180)


def test_two_who_come_one_after_the_other_share_a_shift() -> None:
    long = Shift("tour", 540, 780)
    early, late = Person("early", ((500, 660),)), Person("late", ((600, 800),))
    answer = cover(problem(long, people=(early, late)))
    assert answer.lacking == ()
    assert [(one.person, one.end - one.start) for one in answer.duties] in (
        [("early", 120), ("late", 120)], [("early", 60), ("late", 180)]
    )  # fmt: skip
    assert cover(problem(long, people=(early,))).lacking == (Lack("tour", 660, 780, 1),)


def test_the_day_the_way_and_the_rest_set_limits() -> None:
    alone = (Person("bell"),)
    far = replace(NOON, start=605, end=650, place="harbour")
    assert len(cover(problem(MORNING, far, people=alone)).duties) == 2
    assert len(cover(problem(MORNING, far, people=alone, ways={frozenset(("gym", "harbour")): 10})).duties) == 1
    assert len(cover(problem(MORNING, NOON, people=(Person("bell", day=100),))).duties) == 1
    rest = Rest("pause", 90, 10, penalty=3)
    [broken] = cover(problem(MORNING, far, people=alone, rests=(rest,))).broken
    assert (broken.rule, broken.shifts, broken.penalty) == ("pause", ("morning", "noon"), 3)
    firm = (replace(rest, penalty=None),)
    assert len(cover(problem(MORNING, far, people=alone, rests=firm)).duties) == 1
    # What is locked may take it all; then nothing is added, be it of the same day in another one's midst.
    long = (Locked("bell", "morning", 540, 600),)
    next_to_it = problem(MORNING, far, people=alone, rests=(replace(firm[0], minutes=40),), locked=long)
    late = Shift("late", 900, 960)
    in_between = problem(MORNING, replace(NOON, day=1), late, people=(Person("bell", day=60),), locked=long)
    for given, wanted in ((next_to_it, {"morning"}), (in_between, {"morning", "noon"})):
        for answer in (cover(given), by_whole_days(given)):
            assert {one.shift for one in answer.duties} == wanted
            assert answer.optimal


def test_company_is_relief_and_a_meal_wants_half_an_hour() -> None:
    two = (Person("bell"), Person("sato"))
    rest = Rest("at once", 40, 0, frozenset({"at once"}), penalty=10)
    assert cover(problem(SPEECH, people=two, rests=(rest,))).broken == ()
    assert [one.penalty for one in cover(problem(SPEECH, people=two[:1], rests=(rest,))).broken] == [10]
    meal = Meal("lunch", 690, 810)
    lunch = Shift("lunch talk", 700, 800)
    assert [one.rule for one in cover(problem(lunch, people=two, meals=(meal,))).broken] == ["lunch"]


def test_one_face_for_a_group_and_fair_shares() -> None:
    two = (Person("bell"), Person("sato"))
    assert len({one.person for one in cover(problem(MORNING, NOON, people=two)).duties}) == 1
    apart = cover(problem(replace(MORNING, group=""), replace(NOON, group=""), people=two))
    # An hour each, and a way to the gym.
    assert (len({one.person for one in apart.duties}), apart.of(Aim.SPREAD).value) == (2, 2 * (60 + 2 * 15))


def test_what_is_worked_together_counts_once() -> None:
    dinner, toast = Shift("dinner", 1080, 1200), Shift("toast", 1100, 1130)
    alone = (Person("bell", day=120),)
    duo = frozenset({frozenset(("dinner", "toast"))})
    assert len(cover(problem(dinner, toast, people=alone)).duties) == 1
    answer = cover(problem(dinner, toast, people=alone, together=duo))
    assert (len(answer.duties), answer.of(Aim.SPREAD).value) == (2, 180)


def test_what_is_locked_stays_against_every_rule() -> None:
    bell = Person("bell", ((0, 10),), day=30)
    locked = (Locked("bell", "morning", 540, 600), Locked("bell", "noon", 660, 720))
    answer = cover(replace(problem(MORNING, NOON, people=(bell,), locked=locked), pairings=()))
    assert who(answer) == {("bell", "morning"), ("bell", "noon")}
    assert answer.optimal
    # Even at two places at once, an hour and a quarter on end.
    twice = (locked[0], Locked("bell", "hall", 555, 615))
    given = problem(MORNING, Shift("hall", 555, 615), people=(bell,), locked=twice, rests=(Rest("pause", 70, 10),))
    for answer in (cover(given), by_whole_days(given)):
        assert (answer.optimal, answer.of(Aim.BROKEN).value) == (True, 1)


def test_what_is_locked_takes_of_others_no_more_than_it_has_to() -> None:
    ann, bell = Person("ann", day=30), Person("bell")
    dinner, toast = Shift("dinner", 540, 600), Shift("toast", 550, 580)
    held = (Locked("ann", "dinner", 540, 600),)
    given = problem(
        dinner, toast, NOON, people=(ann, bell), locked=held, together=frozenset({frozenset(("dinner", "toast"))})
    )
    # Bell keeps ann company, for a rest's sake, though with the other talk there would be a face less.
    talk, other = Shift("talk", 540, 640, 2, group="A", kind="s"), Shift("other", 540, 640, group="B")
    later, rest = Shift("later", 700, 740, group="B"), Rest("at once", 60, 0, frozenset("s"))
    long = (Locked("ann", "talk", 540, 640),)
    relief = problem(talk, other, later, people=(Person("ann", ((540, 640),)), bell), locked=long, rests=(rest,))
    for one, values_before, faces in ((given, (0, 0), 3), (relief, (100, 0), 3)):
        for answer in (cover(one), by_whole_days(one)):
            assert answer.optimal
            assert (*values(answer)[:2], answer.of(Aim.FACES).value) == (*values_before, faces)


def test_what_weighs_nothing_forbids_nothing() -> None:
    # Nobody can come to the gate, which would not matter; nor does a rest that may be broken for nothing.
    gate = Shift("gate", 540, 600, 2, weight=0)
    given = problem(MORNING, NOON, people=(Person("bell"),), rests=(Rest("pause", 30, 0, penalty=0),))
    given = replace(given, shifts=(gate, *given.shifts))
    for answer in (cover(given), by_whole_days(given)):
        assert answer.optimal
        assert who(answer) == {("bell", "morning"), ("bell", "noon")}


def test_who_has_to_be_on_one_day_is_asked_for_on_that_day() -> None:
    given = problem(MORNING, replace(NOON, start=2100, end=2160, day=1), people=(Person("ann"), Person("bell")))
    tables = Tables(given)
    for person in range(2):
        answer = Stages(tables, Watch(), must=(person, 0), many=-1).run()
        assert answer.optimal
        assert (tables.people[person].name, "morning") in who(answer)


def test_a_linear_programme_without_an_answer_promises_nothing() -> None:
    two_of_one = Rows(np.full(1, 2.0), np.full(1, 2.0))
    column = Columns.of_entries(np.ones(1), np.zeros(1, np.int64), np.zeros(1, np.int64), np.ones(1))
    assert better(two_of_one, column, np.ones(1), Watch(), slack=0.0, nodes=1).bound == -math.inf


@pytest.mark.parametrize("many", [-1, 10**6])
def test_who_is_locked_for_half_a_shift_each_are_not_two_at_once(many: int) -> None:
    locked = (Locked("ann", "morning", 540, 570), Locked("bell", "morning", 570, 600))
    later = [Shift(f"at {start}", start, start + 60) for start in (660, 780, 900)]
    there = problem(MORNING, *later, people=(Person("ann"), Person("bell"), Person("carol")), locked=locked)
    answer = Stages(Tables(there), Watch(), many=many).run()
    assert answer.optimal
    # An hour, and two of an hour and a half with the way to the gym.
    assert answer.of(Aim.SPREAD).value == 60 + 2 * (60 + 2 * 45)


def test_why_not_is_answered_with_what_forbids_it_or_its_price() -> None:
    bell, sato = Person("bell"), Person("sato", ((0, 640),))
    given = problem(MORNING, NOON, people=(bell, sato))
    best = cover(given)
    assert who(best) == {("bell", "morning"), ("bell", "noon")}
    assert why_not(given, best, "sato", "noon").hours
    price = why_not(given, best, "sato", "morning").price
    assert price is not None
    assert price.first == (Aim.FACES, 1)
    assert ("sato", "morning") in who(price.cover)
    none = replace(given, pairings=given.pairings[:1])
    assert why_not(none, cover(none), "sato", "noon").barred == {"not-allowed"}
    tired = replace(given, people=(replace(bell, day=30), sato))
    assert why_not(tired, cover(tired), "bell", "noon").limits


def test_nobody_and_nothing_are_no_trouble() -> None:
    assert cover(ShiftProblem((), (), ())).optimal
    assert cover(ShiftProblem((MORNING,), (), ())).lacking == (Lack("morning", 540, 600, 1),)


def test_the_judge_reckons_by_hand() -> None:
    given = problem(MORNING, SPEECH, NOON, people=(Person("bell"),), rests=(Rest("pause", 90, 10, penalty=2),))
    judge = Judge(Tables(given), [Duty("bell", "morning", 540, 600), Duty("bell", "speech", 600, 645)])
    assert judge.value(Aim.UNCOVERED) == 4 * 45 + 60
    assert judge.value(Aim.BROKEN) == 2
    assert judge.loads() == {"bell": 105}
    assert judge.shares() == {"bell": {0: 105 + 15}}
    assert judge.value(Aim.SPREAD) == 60 + 2 * 60


BARE = {
    "shifts": [
        {"name": "a", "start": 0, "end": 60, "skills": ["ja"], "kind": "x"},
        {"start": 30, "end": 90, "wanted": 2, "group": "g", "place": "p", "handovers": [60], "work": 30},
    ],
    "people": [{"name": "m", "skills": ["ja"], "day": 60, "hours": [[0, 90]]}, {"name": "n", "beside": True}],
    "rests": [{"minutes": 30, "kinds": ["x"]}],
    "meals": [{"start": 0, "end": 60, "penalty": None}],
    "ways": [["p", "q", 10]],
    "together": [["a", "2"]],
    "locked": [["m", "a"]],
}


def test_everything_a_problem_may_say_is_understood() -> None:
    read, aims = problem_of(BARE)
    assert aims == AIMS
    assert [one.name for one in read.shifts] == ["a", "2"]
    assert [(one.person, one.shift) for one in read.pairings] == [("m", "a"), ("m", "2"), ("n", "2")]
    assert [(one.person, one.shift, one.tags) for one in read.barred] == [("n", "a", {"skill:ja"})]
    assert read.locked == (Locked("m", "a", 0, 60),)
    assert read.meals[0].penalty is None
    only = problem_of({**BARE, "allowed": [["m", "2", 5]], "aims": ["faces"]})
    assert [(one.shift, one.points) for one in only[0].pairings] == [("2", 5)]
    assert only[1] == (Aim.UNCOVERED, Aim.FACES)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (None, "shifts-no-object"),
        ({"shift": []}, "problem-key-unknown"),
        ({"shifts": [{"start": 5, "end": 6, "ends": 7}]}, "shifts-key-unknown"),
        ({"people": {}}, "problem-no-list"),
        ({"people": [3]}, "shifts-entry"),
        ({"people": [{"name": None}]}, "shifts-no-name"),
        ({"people": [{"beside": "yes"}]}, "shifts-no-yes"),
        ({"people": [{"day": -1}]}, "shifts-too-small"),
        ({"people": ["m", "m"]}, "problem-name-twice"),
        ({"people": [{"skills": "ja"}]}, "shifts-no-words"),
        ({"people": [{"hours": [3]}]}, "shifts-no-span"),
        ({"shifts": [{"start": 5, "end": 5}]}, "shifts-ends-first"),
        ({"shifts": [{"start": 5}]}, "shifts-figure-missing"),
        ({"shifts": [{"start": 5, "end": 6.5}]}, "shifts-no-whole"),
        ({"shifts": [{"start": 5, "end": 6, "handovers": 5}]}, "shifts-no-numbers"),
        ({"shifts": [{"start": 5, "end": 10**30}]}, "shifts-too-large"),
        ({"shifts": [{"start": 5, "end": 6, "wanted": 0}]}, "shifts-too-small"),
        ({"allowed": ["m"]}, "shifts-pair"),
        ({"forbidden": [["x", "a"]]}, "shifts-unknown"),
        ({"together": [["a", "x"]]}, "shifts-unknown"),
        ({"together": [["a", {}]]}, "shifts-no-name"),
        ({"ways": [["p", "q"]]}, "shifts-entry"),
        ({"rests": [{"minutes": 30, "penalty": -1}]}, "shifts-too-small"),
        ({"aims": ["best"]}, "shifts-aim"),
        ({"aims": [[]]}, "shifts-aim"),
    ],
)
def test_what_cannot_be_understood_is_said(more: dict[str, object] | None, code: str) -> None:
    with pytest.raises(PlannerError) as caught:
        problem_of([] if more is None else {**BARE, **more})
    assert caught.value.code == code
    assert say(caught.value, "ja") != say(caught.value, "en")


def test_a_student_leaves_whoever_is_beside_them_without_relief() -> None:
    people = (Person("bell"), Person("sato"), Person("moss", beside=True))
    alone = Rest("at once", 40, 0, frozenset({"at once"}), penalty=10)
    talk = replace(SPEECH, start=540, end=600)
    for absent, penalties in (((), 0), (("sato",), 10), (("sato", "moss"), 10)):
        given = problem(talk, people=tuple(one for one in people if one.name not in absent), rests=(alone,))
        for answer in (cover(given), by_whole_days(given)):
            assert (answer.optimal, answer.of(Aim.BROKEN).value) == (True, penalties)


def test_a_day_full_of_shifts_of_one_group_is_left_to_duties() -> None:
    dice = random.Random(1)
    starts = [dice.randrange(0, 1300, 5) for _ in range(60)]
    shifts = tuple(Shift(f"task {at}", start, start + 60, group="all") for at, start in enumerate(starts))
    given = problem(*shifts, people=tuple(Person(f"person {number:02}") for number in range(10)))
    stages = Stages(Tables(given), Watch(), None, (Aim.UNCOVERED, Aim.FACES))
    answer = stages.run()
    assert not stages.many
    assert answer.optimal
    at_once = max(sum(start <= moment < start + 60 for start in starts) for moment in starts)
    assert answer.of(Aim.FACES).value == min(at_once, 10)


def test_how_few_people_can_do_tasks_at_fixed_times_is_proved() -> None:
    # Shift minimisation personnel task scheduling, of the size of Krishnamoorthy, Ernst and Baatar's first (2012):
    # 23 people, 40 tasks, two thirds of which each can do. All tasks being of one group, people are its faces.
    dice = random.Random(5)
    starts = [dice.randrange(1200) for _ in range(40)]
    tasks = [(start, start + dice.randrange(60, 240)) for start in starts]
    problem, aims = problem_of(
        {
            "shifts": [{"name": f"t{k}", "start": a, "end": b, "group": "all"} for k, (a, b) in enumerate(tasks)],
            "people": [f"p{k}" for k in range(23)],
            "allowed": [[f"p{k}", f"t{task}"] for k in range(23) for task in range(40) if dice.random() < 0.66],
            "aims": ["uncovered", "faces"],
        }
    )
    answer = cover(problem, aims=aims)
    at_once = max(sum(start <= moment < end for start, end in tasks) for moment, _ in tasks)
    assert answer.of(Aim.UNCOVERED).value == 0
    assert answer.of(Aim.FACES).value == at_once
    assert answer.of(Aim.FACES).proved


def test_whoever_does_any_of_what_clashes_is_one_face() -> None:
    # Three tasks at once and six people who could share each: by shifts they would be one face in all, not three.
    shifts = tuple(Shift(f"t{k}", 540 + k, 600, 1, 1, group="all") for k in range(3))
    pairings = tuple(Pairing(f"p{person}", one.name) for person in range(6) for one in shifts)
    tables = Tables(ShiftProblem(shifts, tuple(Person(f"p{k}") for k in range(6)), pairings))
    limits = Limits({(Aim.UNCOVERED, 0): 0})
    model = Model(tables, [Rulebook(tables, 0)], [0], Aim.FACES, limits)
    linear = Linear(model.rows, Watch())
    linear.add(model.columns)
    assert linear.solve().cost == pytest.approx(3.0)
