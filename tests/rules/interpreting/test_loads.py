"""Hours and minutes: each rule at its limit and just beyond it."""

from typing import Any

import pytest

from planner.agenda import Agenda
from planner.model import kinds as k
from planner.rules.interpreting import roster_of
from tests.rules.interpreting.hall import Hall, at

CONSECUTIVE, SIMULTANEOUS = k.InterpretingMode.CONSECUTIVE, k.InterpretingMode.SIMULTANEOUS
WHISPERED, ESCORT = k.InterpretingMode.WHISPERED, k.InterpretingMode.ESCORT
STUDENT, VOLUNTEER = k.InterpreterLevel.STUDENT, k.InterpreterLevel.VOLUNTEER


@pytest.mark.parametrize(
    ("hours", "mode", "minutes", "found"),
    [
        ("10:00-10:40", SIMULTANEOUS, None, None),
        ("10:00-10:41", SIMULTANEOUS, None, 41),
        ("10:00-10:41", WHISPERED, None, 41),
        ("10:00-13:00", SIMULTANEOUS, 40, None),
        ("10:00-13:00", SIMULTANEOUS, 45, 45),
        ("10:00-11:00", CONSECUTIVE, None, None),
        ("10:00-11:00", ESCORT, None, None),
    ],
)
def test_nobody_interprets_at_once_for_long_alone(
    hours: str, mode: k.InterpretingMode, minutes: int | None, found: int | None
) -> None:
    hall = Hall()
    need = hall.need(hall.activity("Talk", 23, hours), mode, minutes=minutes)
    hall.assign(need, hall.interpreter("Haruko"))
    assert [one.figures.figures["minutes"] for one in hall.found("simultaneous-alone")] == ([found] if found else [])


@pytest.mark.parametrize(
    ("hours", "minutes", "told"),
    [
        ("10:00-11:00", None, ("10:00:00", "11:00:00")),
        ("10:00", None, ("10:00:00", "None")),
        ("10:00", 45, ("10:00:00", "10:45:00")),
    ],
)
def test_of_what_has_no_end_no_end_is_told(hours: str, minutes: int | None, told: tuple[str, str]) -> None:
    hall = Hall()
    need = hall.need(hall.activity("Meeting", 23, hours), minutes=minutes)
    wanted = roster_of(Agenda(hall.plan)).wanted[need.id]
    assert tuple(map(str, wanted.hours(wanted.start, wanted.end))) == told


@pytest.mark.parametrize(
    ("second", "role", "relieved"),
    [
        ({}, k.TeamRole.TAKES_TURNS, True),
        ({}, k.TeamRole.ASSISTS, False),
        ({}, k.TeamRole.STANDS_BY, False),
        ({"level": STUDENT}, k.TeamRole.TAKES_TURNS, False),
        ({"modes": frozenset({ESCORT})}, k.TeamRole.TAKES_TURNS, False),
        ({"pairs": frozenset({k.LanguagePair.EN_JA})}, k.TeamRole.TAKES_TURNS, False),
    ],
)
def test_only_who_can_do_it_relieves(second: dict[str, Any], role: k.TeamRole, relieved: bool) -> None:
    hall = Hall()
    need = hall.need(hall.activity("Talk", 23, "10:00-11:30"), SIMULTANEOUS)
    haruko, other = hall.interpreter("Haruko"), hall.interpreter("Second", **second)
    hall.assign(need, haruko)
    hall.assign(need, other, role=role)
    about_haruko = [one for one in hall.found("simultaneous-alone") if "Haruko" in one.figures.figures["name"]]
    assert (about_haruko == []) == relieved


def test_relief_for_a_part_leaves_the_rest() -> None:
    hall = Hall()
    need = hall.need(hall.activity("Talk", 23, "10:00-12:00"), SIMULTANEOUS)
    hall.assign(need, hall.interpreter("Haruko"))
    hall.assign(need, hall.interpreter("Ken"), covers_from=at("11:00"))
    assert hall.said("simultaneous-alone") == [
        "Haruko would interpret 60 min at “Talk” at the same time as the speakers, without relief; "
        "at most 40 min are reasonable."
    ]


@pytest.mark.parametrize(
    ("stretches", "own", "found"),
    [
        (["9:00-11:00"], None, []),
        (["9:00-11:01"], None, [121]),
        (["9:00-10:00", "10:05-11:10"], None, [130]),
        (["9:00-10:00", "10:10-11:15"], None, []),
        (["9:00-10:00", "10:05-11:10"], 90, [130]),
        (["9:00-10:00"], 45, [60]),
    ],
)
def test_two_hours_of_consecutive_are_the_limit(stretches: list[str], own: int | None, found: list[int]) -> None:
    hall = Hall()
    haruko = hall.interpreter("Haruko", minutes_at_a_stretch=own)
    for hours in stretches:
        hall.assign(hall.need(hall.activity(hours, 23, hours)), haruko)
    assert [one.figures.figures["minutes"] for one in hall.found("consecutive-long")] == found


def test_a_pause_is_due_after_an_hour_and_a_half_in_whatever_mode() -> None:
    hall = Hall()
    emi = hall.interpreter("Emi")
    hall.assign(hall.need(hall.activity("Walk", 23, "9:00-10:00"), ESCORT), emi)
    hall.assign(hall.need(hall.activity("Call", 23, "10:05-10:36")), emi)
    assert hall.said("interpreter-pause") == [
        "Emi has no pause on Fri 23 Jul from 9:00 AM to 10:36 AM (96 min, “Walk”)."
    ]
    assert hall.said("consecutive-long") == []


@pytest.mark.parametrize(
    ("level", "own", "hours", "alone", "said"),
    [
        (k.InterpreterLevel.PROFESSIONAL, None, "9:00-13:00", True, []),
        (
            k.InterpreterLevel.PROFESSIONAL,
            None,
            "9:00-13:30",
            True,
            ["4.5 h of interpreting without relief, at most 4 h"],
        ),
        (k.InterpreterLevel.PROFESSIONAL, None, "9:00-13:30", False, []),
        (k.InterpreterLevel.PROFESSIONAL, None, "9:00-16:30", False, ["7.5 h of interpreting, at most 7 h"]),
        (VOLUNTEER, None, "9:00-12:15", True, ["3.25 h of interpreting, at most 3 h"]),
        (VOLUNTEER, 4, "9:00-13:00", True, []),
        (STUDENT, None, "9:00-12:00", True, []),
        (k.InterpreterLevel.UNKNOWN, None, "9:00-18:00", True, ["9 h of interpreting, at most 7 h"]),
    ],
)
def test_the_hours_of_a_day_by_level_or_as_stated(
    level: k.InterpreterLevel, own: float | None, hours: str, alone: bool, said: list[str]
) -> None:
    hall = Hall()
    need = hall.need(hall.activity("Day", 23, hours), ESCORT)
    hall.assign(need, hall.interpreter("Emi", level, hours_per_day=own))
    if not alone:
        hall.assign(need, hall.interpreter("Ken", hours_per_day=24))
    assert hall.said("interpreter-day") == [f"Emi on Fri 23 Jul: {words}." for words in said]


def test_what_is_at_the_same_time_counts_once() -> None:
    hall = Hall()
    tour = hall.activity("Tour", 31, "17:00-20:30")
    haruko = hall.interpreter("Haruko")
    hall.assign(hall.need(tour, ESCORT), haruko)
    hall.assign(hall.need(tour), haruko)
    assert hall.found("interpreter-day") == []
    assert hall.found("interpreter-two-places") == []


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("9:00-12:55", []),
        ("9:00-13:05", ["Emi has no time for lunch on Fri 23 Jul: “Day” leaves 25 min."]),
        ("12:00-13:30", []),
        ("17:00-20:00", ["Emi has no time for supper on Fri 23 Jul: “Day” leaves 0 min."]),
        ("18:30-21:00", []),
    ],
)
def test_who_interprets_at_the_table_does_not_eat(hours: str, said: list[str]) -> None:
    hall = Hall()
    need = hall.need(hall.activity("Day", 23, hours))
    emi = hall.interpreter("Emi")
    hall.assign(need, emi)
    assert hall.said("interpreter-meal") == said
    # With somebody who takes over one can eat.
    hall.assign(need, hall.interpreter("Ken"))
    assert hall.said("interpreter-meal") == []


def test_who_stands_by_does_not_work() -> None:
    hall = Hall()
    need = hall.need(hall.activity("Talk", 23, "9:00-18:00"), SIMULTANEOUS)
    hall.assign(need, hall.interpreter("Emi"), role=k.TeamRole.STANDS_BY)
    for code in ("simultaneous-alone", "interpreter-day", "interpreter-meal", "interpreter-pause"):
        assert hall.found(code) == []
