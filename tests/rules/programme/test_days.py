"""Days: small visits in which each rule about a day must find something, and such in which it must not."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planner.commands import people, records, ruling
from planner.language import say
from planner.model import kinds as k
from planner.model.ruling import Strictness
from planner.storage import PlannerFile
from tests.rules.programme.planning import Planning, start_planning

FAMILY, OFFICIAL, PARTY, TRAVEL = (k.ActivityKind.FAMILY, k.ActivityKind.OFFICIAL, k.ActivityKind.PARTY,
                                   k.ActivityKind.TRAVEL)  # fmt: skip
LUNCH, DINNER = k.MealTime.LUNCH, k.MealTime.DINNER
TOKYO = {"zone": "Asia/Tokyo"}
IDEA = {"status": k.ActivityStatus.IDEA}
Build = Callable[[Planning], object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A visit of nine days, Thursday 22 to Friday 30 July, with Mei and Jun, both 14, and their teacher Kō."""
    path = tmp_path_factory.mktemp("days") / "made.shimai"
    made = start_planning(path, dt.date(2027, 7, 22), dt.date(2027, 7, 30))
    made.person("Mei", dt.date(2013, 5, 1))
    made.person("Jun", dt.date(2013, 6, 1))
    made.person("Kō", dt.date(1980, 6, 1), k.Role.LEADER)
    made.file.close()
    return path


@pytest.fixture
def plan(made: Path, tmp_path: Path) -> Iterator[Planning]:
    with PlannerFile.open(Path(shutil.copy(made, tmp_path / "visit.shimai"))) as file:
        yield Planning(file)


@pytest.fixture(scope="module")
def opened(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planning]:
    with PlannerFile.open(Path(shutil.copy(made, tmp_path_factory.mktemp("days") / "visit.shimai"))) as file:
        yield Planning(file)


@pytest.fixture
def shared(opened: Planning) -> Iterator[Planning]:
    """One file for the whole table: each case is one step, and is undone."""
    before = opened.file.plan.activities
    opened.forget()
    yield opened
    opened.file.undo()
    assert opened.file.plan.activities == before == ()


def ids(plan: Planning) -> tuple[int, ...]:
    return tuple(member.id for member in plan.file.plan.members)


def day(plan: Planning, *hours: str, on: int = 23, **values: object) -> None:
    for number, one in enumerate(hours):
        plan.activity(f"Event {number + 1}", on, one, **values)


def coach(plan: Planning, leaves: str, arrives: str, mode: k.TravelMode = k.TravelMode.COACH, **values: object) -> None:
    plan.leg("Leg", ("School", 23, leaves), ("Harbour", 23, arrives), mode, **values)


def flight(plan: Planning, leaves: tuple[int, str], arrives: tuple[int, str]) -> None:
    plan.place("Haneda", **TOKYO)
    plan.leg("Flight", ("Haneda", *leaves), ("Jetport", *arrives))


MUST: list[tuple[str, str, Build]] = [
    ("no-lunch", "one event over midday", lambda p: day(p, "10:00-14:00")),
    ("no-lunch", "no gap is long enough", lambda p: day(p, "9:00-12:00", "12:15-13:00", "13:20-15:00")),
    ("no-lunch", "a short event within a long one", lambda p: day(p, "9:00-14:00", "9:30-10:00", "15:00-16:00")),
    ("no-lunch", "the way takes the gap", lambda p: (
        p.way("Pier", "Camp", 40), p.activity("Pier", 23, "10:00-12:00", at="Pier"),
        p.activity("Camp", 23, "13:00-15:00", at="Camp"))),
    ("no-lunch", "supper is no lunch", lambda p: p.activity("Walk", 23, "10:00-14:00", meal=DINNER)),
    ("no-lunch", "lunch on another day", lambda p: (
        day(p, "10:00-14:00"), p.activity("Camp", 24, "10:00-14:00", meal=LUNCH))),
    ("no-lunch", "lunch is only an idea", lambda p: (
        day(p, "10:00-14:00"), p.activity("Café", 23, "12:00-13:00", meal=LUNCH, **IDEA))),
    ("no-lunch", "a coach over midday", lambda p: coach(p, "10:30", "14:00")),
    ("no-lunch", "a short flight over midday", lambda p: coach(p, "11:00", "13:40", k.TravelMode.AIR)),
    ("no-supper", "one event over the evening", lambda p: day(p, "16:00-20:00")),
    ("no-supper", "exactly the hours of supper", lambda p: day(p, "17:30-19:30")),
    ("no-supper", "two events with nothing between", lambda p: day(p, "15:00-18:30", "18:45-21:00")),
    ("long-day", "twelve hours and five minutes", lambda p: day(p, "8:00-9:00", "19:00-20:05")),
    ("long-day", "what ends last began earlier", lambda p: day(p, "7:30-20:00", "18:00-19:00")),
    ("long-day", "after midnight", lambda p: day(p, "12:00-13:00", "22:00-0:30")),
    ("long-day", "a night coach leaves late", lambda p: (
        day(p, "8:00-9:00"), p.leg("Night coach", ("School", 23, "22:00"), ("Hotel", 24, "6:30"),
                                   k.TravelMode.COACH))),
    ("formal-events", "four", lambda p: day(p, "9:00-9:30", "11:00-11:30", "14:00-15:00", "17:00-18:00",
                                            kind=OFFICIAL)),
    ("curfew", "until half past ten", lambda p: day(p, "19:00-22:30")),
    ("curfew", "after midnight", lambda p: day(p, "20:00-0:15")),
    ("curfew", "begins late, no end", lambda p: day(p, "22:30")),
    ("curfew", "begins after midnight", lambda p: day(p, "0:30-1:30")),
    ("curfew", "home by coach", lambda p: coach(p, "21:30", "22:40")),
    ("curfew", "a late show on the day of a flight", lambda p: (flight(p, (23, "11:00"), (23, "10:50")),
                                                                day(p, "20:00-23:00"))),
    ("no-free-half-day", "three full days", lambda p: [day(p, "9:00-12:00", "14:00-16:00", on=on)
                                                       for on in (23, 24, 25)]),
    ("no-free-half-day", "a festival of three days", lambda p: p.activity("Festival", 23,
                                                                         ends_on=dt.date(2027, 7, 25))),
    ("no-free-half-day", "no end is known", lambda p: [day(p, "10:00", "15:00", on=on) for on in (23, 24, 25)]),
    ("empty-day", "one is left out", lambda p: p.activity("Walk", 24, "9:00-10:00", who=ids(p)[1:])),
    ("empty-day", "only an idea", lambda p: (p.activity("Walk", 24, "9:00-10:00", who=ids(p)[1:]),
                                             p.activity("Zoo", 24, "9:00-10:00", who=ids(p)[:1], **IDEA))),
    ("gap-too-short", "no time for the way", lambda p: (
        p.way("Pier", "Camp", 40), p.activity("Pier", 23, "10:00-12:00", at="Pier"),
        p.activity("Camp", 23, "12:30-15:00", at="Camp"))),
    ("gap-too-short", "a long event around a short one", lambda p: (
        p.way("Pier", "Camp", 40), p.activity("Pier", 23, "9:00-12:00", at="Pier"),
        p.activity("Talk", 23, "10:00-10:30", at="Pier"), p.activity("Camp", 23, "12:15-15:00", at="Camp"))),
    ("gap-too-short", "check-in at the airport", lambda p: (
        p.way("Pier", "Jetport", 20), p.activity("Pier", 23, "10:00-12:00", at="Pier"),
        p.leg("Flight", ("Jetport", 23, "13:15"), ("Boston", 23, "14:15"), check_in_minutes=60))),
    ("gap-too-short", "check-in, and nobody knows the way", lambda p: (
        p.activity("Pier", 23, "10:00-12:00", at="Pier"),
        p.leg("Flight", ("Jetport", 23, "12:50"), ("Boston", 23, "14:15"), check_in_minutes=60))),
    ("gap-too-short", "time to stay free at one place", lambda p: (
        p.activity("Rehearsal", 23, "10:00-12:00", at="Hall"),
        p.activity("Concert", 23, "12:10-13:00", at="Hall", buffer_before=30))),
    ("gap-too-short", "time to stay free, no places", lambda p: (
        p.activity("Swimming", 23, "10:00-12:00", buffer_after=20), p.activity("Concert", 23, "12:10-13:00"))),
]  # fmt: skip

MUST_NOT: list[tuple[str, str, Build]] = [
    ("no-lunch", "half an hour between", lambda p: day(p, "10:00-12:00", "12:30-15:00")),
    ("no-lunch", "half an hour of the window", lambda p: day(p, "10:00-13:00", "14:00-15:00")),
    ("no-lunch", "lunch is noted", lambda p: p.activity("Walk", 23, "10:00-14:00", meal=LUNCH)),
    ("no-lunch", "lunch at another event of the day", lambda p: (
        p.activity("Walk", 23, "10:00-13:15"), p.activity("Camp", 23, "13:20-15:00", meal=LUNCH))),
    ("no-lunch", "lunch of a day with the families", lambda p: (
        p.activity("Families", 23, kind=FAMILY, meal=LUNCH), day(p, "10:00-14:00"))),
    ("no-lunch", "lunch with the families", lambda p: p.activity("Lunch", 23, "11:00-14:00", kind=FAMILY)),
    ("no-lunch", "a party", lambda p: p.activity("Barbecue", 23, "11:00-14:00", kind=PARTY)),
    ("no-lunch", "at home until noon", lambda p: day(p, "12:00-15:00")),
    ("no-lunch", "home at one", lambda p: day(p, "9:00-13:00")),
    ("no-lunch", "no end is known", lambda p: day(p, "10:00")),
    ("no-lunch", "only an idea", lambda p: p.activity("Walk", 23, "10:00-14:00", **IDEA)),
    ("no-lunch", "a long flight leaves", lambda p: (
        flight(p, (23, "13:00"), (23, "12:50")), p.activity("Way", 23, "13:00-16:00", kind=TRAVEL))),
    ("no-lunch", "a long flight has landed", lambda p: (
        flight(p, (22, "23:30"), (23, "10:30")), p.activity("Coach", 23, "11:00-15:00", kind=TRAVEL))),
    ("no-lunch", "the clocks of the place count", lambda p: (
        p.place("Evansville", zone="America/Chicago"),
        # Until 13:00 in the east; home again at 12:45 by the clocks there.
        p.leg("West", ("School", 23, "8:00"), ("Evansville", 23, "9:15"), k.TravelMode.COACH),
        p.activity("Museum", 23, "9:30-12:00", at="Evansville"),
        p.activity("Zoo", 23, "12:45-15:00", at="Evansville"))),
    ("no-supper", "home at seven", lambda p: day(p, "16:00-19:00")),
    ("no-supper", "supper at the event", lambda p: p.activity("Show", 23, "16:00-20:00", meal=DINNER)),
    ("no-supper", "at home until half past six", lambda p: day(p, "18:30-21:00")),
    ("long-day", "twelve hours", lambda p: day(p, "8:00-9:00", "18:00-20:00")),
    ("long-day", "the families are no programme", lambda p: (
        day(p, "8:00-12:00"), p.activity("Fireworks", 23, "20:00-22:00", kind=FAMILY))),
    ("long-day", "a camp overnight", lambda p: p.activity("Camp", 23, "10:00-9:00", ends_on=dt.date(2027, 7, 24))),
    ("long-day", "a long flight", lambda p: (flight(p, (23, "11:00"), (23, "10:50")), day(p, "20:00-21:30"))),
    ("long-day", "real time, not clocks", lambda p: (
        # 11 hours by real time, though clocks in the west show from 8:00 until 20:00 in the east.
        p.place("Evansville", zone="America/Chicago"), p.activity("Museum", 23, "8:00-9:00", at="Evansville"),
        p.leg("East", ("Evansville", 23, "17:00"), ("School", 23, "20:00"), k.TravelMode.COACH))),
    ("formal-events", "three", lambda p: day(p, "9:00-9:30", "11:00-11:30", "14:00-15:00", kind=OFFICIAL)),
    ("formal-events", "four on two days", lambda p: [day(p, "9:00-9:30", "11:00-11:30", on=on, kind=OFFICIAL)
                                                     for on in (23, 24)]),
    ("formal-events", "one is an idea", lambda p: (
        day(p, "9:00-9:30", "11:00-11:30", "14:00-15:00", kind=OFFICIAL),
        p.activity("Mayor", 23, "17:00-18:00", kind=OFFICIAL, **IDEA))),
    ("curfew", "until ten", lambda p: day(p, "19:00-22:00")),
    ("curfew", "with the families", lambda p: p.activity("Fireworks", 23, "20:00-23:00", kind=FAMILY)),
    ("curfew", "adults only", lambda p: p.activity("Bar", 23, "20:00-23:00", who=ids(p)[2:])),
    ("curfew", "they sleep there", lambda p: p.activity("Camp", 23, "10:00-9:00", ends_on=dt.date(2027, 7, 24))),
    ("curfew", "a late flight and what goes with it", lambda p: (
        coach(p, "21:00", "22:30", k.TravelMode.AIR), p.activity("Meet families", 23, "22:45-23:15", kind=TRAVEL))),
    ("curfew", "to a flight in the small hours", lambda p: (
        p.activity("To the airport", 23, "21:30-22:30", kind=TRAVEL), flight(p, (25, "14:00"), (25, "15:00")),
        p.leg("Night flight", ("Jetport", 24, "0:30"), ("Boston", 24, "1:30")))),
    ("curfew", "early in the morning", lambda p: day(p, "4:30-6:00")),
    ("no-free-half-day", "two full days", lambda p: [day(p, "9:00-12:00", "14:00-16:00", on=on) for on in (23, 24)]),
    ("no-free-half-day", "an afternoon is free", lambda p: [day(p, "9:00-12:00", *(["14:00-16:00"] * (on != 24)),
                                                                on=on) for on in (23, 24, 25)]),
    ("no-free-half-day", "with the families", lambda p: [
        (day(p, "9:00-12:00", on=on), p.activity("Families", on, "13:00-17:00", kind=FAMILY)) for on in (23, 24, 25)]),
    ("no-free-half-day", "a day with the families", lambda p: (
        p.activity("Families", 24, kind=FAMILY),
        [day(p, "9:00-12:00", "14:00-16:00", on=on) for on in (22, 23, 25, 26)])),
    ("no-free-half-day", "a long flight between", lambda p: (
        flight(p, (23, "11:00"), (23, "10:50")),
        [day(p, "9:00-12:00", "14:00-16:00", on=on) for on in (22, 24, 25)])),
    ("no-free-half-day", "evenings and lunch", lambda p: [day(p, "12:00-13:30", "17:00-20:00", on=on)
                                                          for on in (23, 24, 25)]),
    ("empty-day", "nobody has anything", lambda p: day(p, "9:00-10:00")),
    ("empty-day", "what lasts all day", lambda p: (p.activity("Walk", 24, "9:00-10:00", who=ids(p)[1:]),
                                                   p.activity("Families", 24, kind=FAMILY, who=ids(p)[:1]))),
    ("empty-day", "for others only an idea", lambda p: p.activity("Walk", 24, "9:00-10:00", who=ids(p)[1:], **IDEA)),
    ("empty-day", "it may be theirs", lambda p: _for_an_empty_group(p)),
    ("empty-day", "not there yet", lambda p: (
        p.activity("Walk", 22, "9:00-10:00", who=ids(p)[1:]),
        p.run(records.edit, "Member", ids(p)[0], {"joins_on": dt.date(2027, 7, 23)}))),
    ("empty-day", "comes by a later flight", lambda p: (
        p.activity("Walk", 22, "9:00-10:00", who=ids(p)[1:]),
        p.leg("Flight", ("Boston", 23, "9:00"), ("Jetport", 23, "10:00"), who=ids(p)[:1]))),
    ("empty-day", "on the way for two days", lambda p: (
        p.place("Haneda", **TOKYO), p.activity("Walk", 23, "9:00-10:00", who=ids(p)[1:]),
        p.leg("Flight", ("Jetport", 22, "23:50"), ("Haneda", 24, "3:30"), who=ids(p)[:1]),
        p.activity("Talk", 22, "9:00-10:00"), p.activity("Talk", 26, "9:00-10:00"))),
    ("empty-day", "others only travel", lambda p: p.leg(
        "Flight", ("Boston", 26, "9:00"), ("Jetport", 26, "10:00"), who=ids(p)[:1])),
    ("gap-too-short", "time enough", lambda p: (
        p.way("Pier", "Camp", 30), p.activity("Pier", 23, "10:00-12:00", at="Pier"),
        p.activity("Camp", 23, "12:30-15:00", at="Camp"))),
    ("gap-too-short", "it is two places already", lambda p: (
        p.way("Pier", "Camp", 40), p.activity("Pier", 23, "10:00-12:30", at="Pier"),
        p.activity("Camp", 23, "12:15-15:00", at="Camp"))),
    ("gap-too-short", "somebody is elsewhere at the time already", lambda p: (
        p.way("Pier", "Camp", 40), p.activity("Pier", 23, "9:00-10:00", at="Pier"),
        p.activity("Zoo", 23, "10:45-12:30", at="Zoo"), p.activity("Camp", 23, "10:30-15:00", at="Zoo"),
        p.activity("Talk", 23, "11:00-12:00", at="Pier"))),
    ("gap-too-short", "brought to the airport in time", lambda p: (
        p.activity("Drop-off", 23, "10:00-10:15", at="Terminal", kind=TRAVEL),
        p.leg("Flight", ("Jetport", 23, "11:05"), ("Boston", 23, "12:00"), check_in_minutes=120))),
    ("gap-too-short", "at the airport already", lambda p: (
        p.activity("Farewell", 23, "10:00-10:45", at="Jetport"),
        p.leg("Flight", ("Jetport", 23, "11:05"), ("Boston", 23, "12:00"), check_in_minutes=60))),
    ("gap-too-short", "only an idea", lambda p: (
        p.way("Pier", "Camp", 40), p.activity("Pier", 23, "10:00-12:00", at="Pier"),
        p.activity("Camp", 23, "12:30-15:00", at="Camp", **IDEA))),
]  # fmt: skip


def _for_an_empty_group(plan: Planning) -> None:
    group = plan.run(people.add_group, plan.visit_id, {"name_en": "A squad"})
    plan.activity("Walk", 24, "9:00-10:00", who=ids(plan)[1:])
    game = plan.activity("Game", 24, "9:00-10:00", who=ids(plan)[1:])
    plan.run(records.add, "ActivityGroup", {"activity_id": game, "group_id": group})


@pytest.mark.parametrize(("rule", "case", "build"), MUST, ids=[f"{rule}: {case}" for rule, case, _ in MUST])
def test_it_is_found_once(shared: Planning, rule: str, case: str, build: Build) -> None:
    shared.build(build)
    assert len(shared.said(rule)) == 1, shared.said(rule)
    [japanese] = shared.said(rule, "ja")
    assert "{" not in japanese


@pytest.mark.parametrize(("rule", "case", "build"), MUST_NOT, ids=[f"{rule}: {case}" for rule, case, _ in MUST_NOT])
def test_it_is_no_worry(shared: Planning, rule: str, case: str, build: Build) -> None:
    shared.build(build)
    assert shared.said(rule) == []


# What is said


def test_the_sentences_give_hours_people_and_days(plan: Planning) -> None:
    day(plan, "8:00-14:00", "19:00-22:30")
    plan.activity("Walk", 24, "9:00-10:00", who=ids(plan)[2:])
    assert plan.said("no-lunch") == [
        "Mei, Jun and Kō: no lunch is planned for Fri 23 Jul, and “Event 1” leaves no time for it."
    ]
    assert plan.said("long-day") == [
        "Mei, Jun and Kō: Fri 23 Jul is 14 h 30 min long, from 8:00 AM EDT to 10:30 PM EDT."
    ]
    assert plan.said("curfew") == [
        "“Event 2” goes on until Fri 23 Jul, 10:30 PM EDT; Mei and Jun should be home earlier."
    ]
    assert plan.said("empty-day") == [
        "Mei and Jun: nothing is planned on Sat 24 Jul, while others have something."
    ]


def test_a_row_of_full_days_is_said_once_for_everyone(plan: Planning) -> None:
    for on in (24, 25, 26, 27):
        for who in ids(plan)[:1], ids(plan)[1:]:
            plan.activity("Morning", on, "9:00-12:00", who=who)
            plan.activity("Afternoon", on, "13:00-17:00", who=who)
    assert plan.said("no-free-half-day") == [
        "Mei, Jun and Kō: no morning or afternoon is free from Sat 24 Jul to Tue 27 Jul."
    ]


def test_what_a_gap_is_needed_for_is_told_part_by_part(plan: Planning) -> None:
    plan.way("Pier", "Jetport", 20)
    plan.activity("Boats", 23, "10:00-12:00", at="Pier", buffer_after=15)
    plan.leg("Flight", ("Jetport", 23, "13:15"), ("Boston", 23, "14:15"), check_in_minutes=60)
    assert plan.said("gap-too-short") == [
        "Mei, Jun and Kō: 75 min between “Boats” and “Flight”, but 95 min are needed "
        "(20 min for the way, 60 min to check in and 15 min to stay free)."
    ]


def test_a_group_needs_time_to_get_on_and_off(plan: Planning) -> None:
    plan.way("Pier", "Camp", 30)
    plan.activity("Pier", 23, "10:00-12:00", at="Pier")
    plan.activity("Camp", 23, "12:35-15:00", at="Camp")
    for name in ("Aki", "Emi", "Rei", "Sora"):
        plan.person(name, dt.date(2013, 7, 1))
    assert plan.said("gap-too-short") == []
    plan.person("Yū", dt.date(2013, 7, 1))
    [said] = plan.said("gap-too-short")
    assert said.startswith("All 8: 35 min between “Pier” and “Camp”, but 40 min are needed")


def test_no_pair_of_events_is_told_twice(plan: Planning) -> None:
    plan.way("Pier", "Camp", 40)
    for title, hours, at in (("A", "9:00-12:00", "Pier"), ("B", "9:30-12:00", "Pier"), ("C", "11:50-14:00", "Camp"),
                             ("D", "14:10-15:00", "Pier")):  # fmt: skip
        plan.activity(title, 23, hours, at=at)
    pairs = [finding.subjects for finding in plan.found("two-places", "two-things", "gap-too-short")]
    assert len(pairs) == len(set(pairs))
    assert len(plan.found("gap-too-short")) == 1, "only the way back to the pier"


def test_the_figures_of_a_visit_count(plan: Planning) -> None:
    day(plan, "19:00-21:30")
    assert plan.said("curfew") == []
    plan.file.run(ruling.set_rule, plan.visit_id, "curfew", Strictness.PRESET, {"begins": 21})
    [finding] = plan.found("curfew")
    assert "21:30" in say(finding.figures, "ja")
