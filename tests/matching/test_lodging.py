"""The lodging night by night: against trying everything, whatever the order, cancelled, and its further questions."""

import math
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import highspy
import numpy as np
import pytest

from planner.matching.exact.search import Effort, Search
from planner.matching.exact.watch import Watch
from planner.matching.lodging.answer import Aim, Lodging
from planner.matching.lodging.explain import causes
from planner.matching.lodging.model import Model, Scope
from planner.matching.lodging.nightly import highest_by_nights, total_by_nights
from planner.matching.lodging.outcome import lodging_of
from planner.matching.lodging.problem import (
    Bar,
    Bed,
    Fixed,
    Guest,
    Home,
    LodgingProblem,
    Pairing,
    nights_in,
    spares_decided,
)
from planner.matching.lodging.repair import repair
from planner.matching.lodging.settling import Settling
from planner.matching.lodging.spans import every_night
from planner.matching.lodging.stages import AIMS, REPAIR, Stages, lodge
from planner.matching.lodging.tables import Tables
from planner.matching.lodging.what_if import price_of
from planner.model.message import Cancelled
from tests.benchmarks.homestays import visit
from tests.matching.lodgings import Trying, small


def check_lawful(problem: LodgingProblem, lodging: Lodging) -> None:
    """On each night a home has only guests who may be there together, each in a bed of their own."""
    trying = Trying(problem)
    there: dict[tuple[str, int], list[str]] = defaultdict(list)
    taken: dict[tuple[str, int], list[int]] = defaultdict(list)
    for stay in lodging.stays:
        for night in nights_in(stay.nights):
            if not stay.fixed:
                there[stay.home, night].append(stay.guest)
        for night, beds in stay.beds:
            taken[stay.home, night] += beds
    for (home, night), guests in there.items():
        assert trying.lawful(home, guests, night)
        assert all(trying._may(guest, home, night) for guest in guests)
    if not problem.fixed:
        assert all(len(beds) == len(set(beds)) for beds in taken.values())
        assert all(len(taken[place]) >= len(guests) for place, guests in there.items())


def test_as_good_as_trying_everything() -> None:
    for seed in range(100):
        problem = small(random.Random(seed))
        lodging = lodge(problem)
        assert tuple(one.value for one in lodging.reached) == Trying(problem).best(AIMS), seed
        assert lodging.optimal, seed
        check_lawful(problem, lodging)


def test_a_repair_moves_as_few_as_trying_everything_would() -> None:
    moved = 0
    for seed in range(40):
        dice = random.Random(seed)
        problem = small(dice)
        before = [(stay.guest, stay.home, stay.nights) for stay in lodge(problem).stays if not stay.fixed]
        if not before:
            continue
        lost = dice.choice(before)[1]
        left = replace(problem, pairings=tuple(one for one in problem.pairings if one.home != lost), fixed=())
        current = [one for one in before if all(one[0] != stay.guest for stay in problem.fixed)]
        lodging = repair(left, current)
        kept = {
            guest: tuple((home, nights) for name, home, nights in current if name == guest)
            for guest in {one[0] for one in current}
            if all(home != lost for name, home, _ in current if name == guest)
        }
        assert tuple(one.value for one in lodging.reached) == Trying(left, kept).best(REPAIR), seed
        assert lodging.optimal
        moved += len(current) - lodging.of(Aim.KEPT).value
    assert moved


def test_of_equally_good_lodgings_it_is_always_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the order of the lists, and whichever way HiGHS goes: with so few scores there are many as good."""
    seeds, set_option, equal = count(1), highspy.Highs.setOptionValue, 0

    def set_other(solver: highspy.Highs, name: str, value: object) -> object:
        return set_option(solver, name, next(seeds) if name == "random_seed" else value)

    for seed in range(50):
        problem = small(random.Random(seed))
        coarse = tuple(replace(one, score=one.score // 30) for one in problem.pairings)
        problem = replace(problem, pairings=coarse, friends=dict.fromkeys(problem.friends, 1))
        lodging = lodge(problem)
        with monkeypatch.context() as patch:
            patch.setattr(highspy.Highs, "setOptionValue", set_other)
            again = lodge(shuffled(problem, random.Random(seed)))
        assert (again.stays, again.unplaced, again.reached) == (lodging.stays, lodging.unplaced, lodging.reached), seed
        equal += len({one.score for one in coarse}) < len(coarse)
    assert equal > 30


def shuffled(problem: LodgingProblem, dice: random.Random) -> LodgingProblem:
    """Give the same problem with all its lists in another order."""

    return replace(
        problem,
        guests=tuple(dice.sample(problem.guests, len(problem.guests))),
        homes=tuple(dice.sample(problem.homes, len(problem.homes))),
        pairings=tuple(dice.sample(problem.pairings, len(problem.pairings))),
        friends=dict(dice.sample(list(problem.friends.items()), len(problem.friends))),
    )


@pytest.mark.parametrize("after", [0, 1])
def test_cancelled_it_gives_a_lawful_lodging_and_what_is_known_of_it(after: int) -> None:
    calls = count()

    def progress(_done: int, _total: int) -> None:
        if next(calls) >= after:
            raise Cancelled

    problem = visit(40, 26, seed=2)
    lodging = lodge(problem, progress)
    assert lodging.cancelled
    check_lawful(problem, lodging)
    assert lodging.stays
    for one in lodging.reached:
        assert one.value >= one.bound if one.aim is Aim.STAYS else one.value <= one.bound


def test_cancelled_at_any_step_no_bound_is_passed_by_the_best_lodging() -> None:
    aims = set()
    for seed in range(60):
        problem = small(random.Random(seed))
        best, calls = lodge(problem), count()

        def progress(_done: int, _total: int, *, after: int = seed % 6, calls: Iterator[int] = calls) -> None:
            if next(calls) >= after:
                raise Cancelled

        stopped = lodge(problem, progress)
        check_lawful(problem, stopped)
        # Of equal or better value in all aims before, the best lodging is one of those that a bound is for.
        for found, wanted in zip(stopped.reached, best.reached, strict=True):
            sign = -1 if found.aim is Aim.STAYS else 1
            assert sign * wanted.value <= sign * found.bound, (seed, found)
            if found.value != wanted.value:
                assert sign * found.value < sign * wanted.value
                aims.add(found.aim)
                break
    assert aims, "somewhere it was stopped before the best was found"


def test_what_nights_say_for_themselves_is_passed_by_no_lodging() -> None:
    tight = 0
    for seed in range(15):
        tables, watch = Tables(small(random.Random(seed))), Watch()
        stages = Stages(tables, watch, Effort())
        lodging = lodging_of(tables, stages.run(), stages.known, 0.0)
        settling, scores = Settling(tables, watch), sorted(set(tables.score[stages.open].tolist()))
        if not scores:
            continue
        unplaced = {night: settling.unplaced_on(night, stages.open) for night in range(tables.nights)}
        missing = {night: round(found.cost) for night, found in unplaced.items()}
        worst = scores[highest_by_nights(settling, stages.open, scores, missing, len(scores) - 1)]
        total = total_by_nights(settling, stages.open, missing)
        assert lodging.of(Aim.WORST).value <= worst
        assert total is not None
        assert lodging.of(Aim.TOTAL).value <= total
        tight += lodging.of(Aim.WORST).value == worst < scores[-1]
    assert tight > 2, "and mostly it is as much as can be had"


def test_homes_that_only_help_out_are_used_if_a_bed_is_missing_otherwise() -> None:
    decided = set()
    for seed in range(40):
        problem = small(random.Random(seed))
        fixed = {one.home for one in problem.fixed}
        homes = tuple(replace(one, spare=one.name in ("h0", "h2") and one.name not in fixed) for one in problem.homes)
        problem = replace(problem, homes=homes)
        with_all, with_none = (lodge(spares_decided(problem, used=used)) for used in (True, False))
        helped = with_all.of(Aim.PLACED).value > with_none.of(Aim.PLACED).value
        found = lodge(problem)
        assert (found.helped, found.reached) == (helped, (with_all if helped else with_none).reached), seed
        decided.add(helped)
    assert decided == {True, False}


def test_nights_that_are_alike_are_one_decision_and_nothing_is_lost_by_it() -> None:
    for seed in range(25):
        problem = small(random.Random(seed))
        long = stretched(problem, 3)
        one_by_one, together = Tables(long, every_night(long)), Tables(long)
        assert together.nights <= one_by_one.nights // 3
        stages = Stages(one_by_one, Watch(), Effort())
        slow = lodging_of(one_by_one, stages.run(), stages.known, 0.0)
        lodging = lodge(long)
        assert lodging.reached == slow.reached, seed
        assert lodging.optimal, seed
        check_lawful(long, lodging)


def test_a_repair_keeps_stays_that_change_where_nothing_else_does() -> None:
    problem = four_beds()
    current = [("Al", "Adams", 0b001), ("Al", "Bell", 0b110), ("Bo", "Bell", 0b111), ("Cy", "Adams", 0b111)]
    lodging = repair(problem, current)
    assert lodging.of(Aim.KEPT).value == 3
    assert {("Al", "Adams", 0b001), ("Al", "Bell", 0b110)} <= {(s.guest, s.home, s.nights) for s in lodging.stays}


def stretched(problem: LodgingProblem, times: int) -> LodgingProblem:
    """Give the problem with each night several times."""

    def longer(nights: int) -> int:
        return sum(((1 << times) - 1) << times * night for night in nights_in(nights))

    return replace(
        problem,
        guests=tuple(replace(one, nights=longer(one.nights)) for one in problem.guests),
        homes=tuple(replace(one, nights=longer(one.nights)) for one in problem.homes),
        pairings=tuple(replace(one, nights=longer(one.nights)) for one in problem.pairings),
        fixed=tuple(replace(one, nights=longer(one.nights)) for one in problem.fixed),
    )


def test_half_a_mode_is_no_whole_bed() -> None:
    """Two girls, two boys, a home of two beds that takes either: the linear programme would place one of each."""
    guests = tuple(
        Guest(name, 1, kind) for name, kind in (("An", "girl"), ("Bea", "girl"), ("Cy", "boy"), ("Dan", "boy"))
    )
    home = Home("Adams", (Bed("left"), Bed("right")), 1, 2)
    scores = {"An": 9000, "Bea": 10, "Cy": 9000, "Dan": 10}
    problem = LodgingProblem(
        guests,
        (home,),
        tuple(Pairing(guest.name, "Adams", 1, scores[guest.name], (0, 1)) for guest in guests),
        kinds_apart=frozenset({frozenset(("girl", "boy"))}),
    )
    tables = Tables(problem)
    scope = Scope(np.ones(4, bool), (0,), split=True, relief=True)

    def relaxed(scope: Scope) -> tuple[float, frozenset[tuple[int, int]]]:
        model = Model(tables, scope)
        search = Search(model.rows, model.supply(Aim.TOTAL), Watch(), whole_costs=True)
        # What is left of a whole number is the shade that tells equally good lodgings apart.
        return math.floor(search.relax().cost), model.loose(search.used().items())

    assert relaxed(scope) == (-18000, {(0, 0), (2, 0)})
    assert relaxed(replace(scope, tight=frozenset({(0, 0), (2, 0)}))) == (-9010, frozenset())
    assert lodge(problem).of(Aim.TOTAL).value == 9010


def four_beds() -> LodgingProblem:
    """Two homes with two beds each for three nights; Bo cannot live with the Adams' cat, Cy not with the Bells' dog."""
    guests = tuple(Guest(name, 0b111) for name in ("Al", "Bo", "Cy", "Di"))
    homes = tuple(Home(name, (Bed("left", "den"), Bed("right", "den")), 0b111, 2) for name in ("Adams", "Bell"))
    barred = (Bar("Bo", "Adams", 0b111, frozenset({"cat"})), Bar("Cy", "Bell", 0b111, frozenset({"dog"})))
    allowed = tuple(
        Pairing(guest.name, home.name, 0b111, 5000, (0, 1))
        for guest in guests
        for home in homes
        if (guest.name, home.name) not in {("Bo", "Adams"), ("Cy", "Bell")}
    )
    return LodgingProblem(guests, homes, allowed, barred=barred)


def homes_of(lodging: Lodging) -> dict[str, str]:
    return {stay.guest: stay.home for stay in lodging.stays}


def test_friends_are_put_together_and_enemies_are_not() -> None:
    together = homes_of(lodge(replace(four_beds(), friends={frozenset(("Al", "Bo")): 10})))
    assert together["Al"] == together["Bo"]
    apart = homes_of(lodge(replace(four_beds(), apart=frozenset({frozenset(("Al", "Bo"))}))))
    assert apart["Al"] != apart["Bo"]


def test_a_rule_that_sees_several_guests_is_asked() -> None:
    asked = set()

    def lawful(home: str, guests: frozenset[str]) -> bool:
        asked.add(home)
        return guests != {"Al", "Bo"}

    lodging = lodge(replace(four_beds(), lawful=lawful, friends={frozenset(("Al", "Bo")): 500}))
    assert homes_of(lodging)["Al"] == homes_of(lodging)["Cy"]
    assert lodging.optimal
    assert asked == {"Adams", "Bell"}


def test_a_fixed_stay_stays_and_is_joined() -> None:
    problem = replace(four_beds(), fixed=(Fixed("Al", "Bell", 0b001, 1), Fixed("Bo", "Adams", 0b011)))
    at_bell = tuple(
        replace(one, score=5001) if (one.guest, one.home) == ("Al", "Bell") else one for one in problem.pairings
    )
    lodging = lodge(replace(problem, pairings=at_bell))
    assert lodging.optimal
    stays = {(stay.guest, stay.home, stay.nights, stay.fixed) for stay in lodging.stays}
    assert {("Al", "Bell", 0b001, True), ("Al", "Bell", 0b110, False), ("Bo", "Adams", 0b011, True)} <= stays
    assert ("Bo", "Bell", 0b100, False) in stays, "what was fixed against the rules does not make it lawful"


def test_who_cannot_be_placed_is_told_what_is_in_the_way() -> None:
    problem = four_beds()
    fewer = replace(problem, homes=problem.homes[:1])
    lodging = lodge(replace(fewer, guests=problem.guests[:2]))
    assert lodging.unplaced == (("Bo", 0b111),)
    [cause] = causes(replace(fewer, guests=problem.guests[:2]), lodging)
    assert cause.lifting == ((frozenset({"cat"}), ("Adams",)),)
    assert cause.bed
    full = replace(fewer, guests=(*problem.guests[:1], *problem.guests[2:]))
    [crowded] = causes(full, lodge(full))
    assert (crowded.lifting, crowded.bed) == ((), True), "no rule is in the way, only beds are missing"
    # Who is alike in what is open and barred is asked about once; who is not, for themselves.
    crowd = tuple(Guest(name, 0b111) for name in ("Al", "Bo", "Cy", "Di"))
    tags = {"Al": "cat", "Bo": "cat", "Cy": "smoke"}
    barred = tuple(Bar(name, "Adams", 0b111, frozenset({tag})) for name, tag in tags.items())
    nobody = replace(fewer, guests=crowd, pairings=(), barred=barred, friends={})
    told = {one.guest: {tag for tags, _ in one.lifting for tag in tags} for one in causes(nobody, lodge(nobody))}
    assert told == {"Al": {"cat"}, "Bo": {"cat"}, "Cy": {"smoke"}, "Di": set()}


def test_two_bars_at_once_are_told_together() -> None:
    home = Home("Adams", (Bed("b"),), 1, 1)
    problem = LodgingProblem(
        (Guest("Al", 1),), (home,), (), barred=(Bar("Al", "Adams", 1, frozenset({"cat", "smoke"})),)
    )
    [cause] = causes(problem, lodge(problem))
    assert cause.lifting == ((frozenset({"cat", "smoke"}), ("Adams",)),)


def test_what_another_home_would_cost() -> None:
    problem = replace(four_beds(), friends={frozenset(("Al", "Bo")): 40})
    best = lodge(problem)
    price = price_of(problem, best, "Al", "Adams")
    assert price is not None
    assert (price.of(Aim.TOTAL), price.of(Aim.STAYS), price.of(Aim.PLACED)) == (-120, 0, 0)
    assert homes_of(price.lodging)["Al"] == "Adams"
    assert price_of(problem, best, "Bo", "Adams") is None


def test_nobody_to_place_is_no_trouble() -> None:
    assert lodge(LodgingProblem((), (), ())).optimal
    alone = lodge(LodgingProblem((Guest("Al", 0b11),), (), ()))
    assert (alone.unplaced, alone.optimal) == ((("Al", 0b11),), True)
