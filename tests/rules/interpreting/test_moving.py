"""One place at a time, and the time to get to the next."""

import datetime as dt

import pytest

from planner.language import say
from planner.model import Interpreter, Journey
from planner.model import kinds as k
from planner.rules.interpreting.arriving import with_the_group
from tests.rules.interpreting.hall import NEW_YORK, Hall

ESCORT, SIMULTANEOUS = k.InterpretingMode.ESCORT, k.InterpretingMode.SIMULTANEOUS


def test_two_squads_at_the_same_time_cannot_have_one_interpreter() -> None:
    hall = Hall()
    emi = hall.interpreter("Emi")
    clinic = hall.need(hall.activity("Clinic", 23, "10:00-11:30"), ESCORT)
    game = hall.need(hall.activity("Game", 23, "10:00-11:30"), ESCORT)
    hall.assign(clinic, emi)
    assert [one.code for one in hall.verdict(emi, game).obstacles] == ["is-elsewhere"]
    hall.assign(game, emi)
    assert hall.said("interpreter-two-places") == [
        "Emi is to interpret “Clinic” and “Game” at the same time, Fri 23 Jul, 10:00 AM EDT."
    ]


def test_two_groups_of_one_event_are_two_things() -> None:
    hall = Hall()
    emi = hall.interpreter("Emi")
    groups = [hall.group(letter, hall.member(letter)) for letter in "AB"]
    tour = hall.activity("Tour", 23, "10:00-11:30")
    for group in groups:
        hall.assign(hall.need(tour, ESCORT, group_id=group.id), emi)
    assert len(hall.found("interpreter-two-places")) == 1
    assert hall.found("interpreter-two-modes") == []


def test_nobody_is_in_the_booth_and_with_the_speaker_at_once() -> None:
    hall = Hall()
    emi = hall.interpreter("Emi")
    dinner = hall.activity("Dinner", 24, "18:00-20:00")
    hall.assign(hall.need(dinner), emi)
    speeches = hall.need(dinner, SIMULTANEOUS, minutes=20)
    assert [say(one, "en") for one in hall.verdict(emi, speeches).obstacles] == [
        "interprets there at that time in another mode: Consecutive"
    ]
    hall.assign(speeches, emi)
    assert hall.said("interpreter-two-modes") == [
        "Emi is to interpret “Dinner” in two modes at the same time, Sat 24 Jul, 6:00 PM–8:00 PM: Consecutive "
        "and Simultaneous. Have somebody else do one of them, or give each its hours."
    ]
    assert hall.found("interpreter-two-places") == []


def test_who_does_two_modes_one_after_the_other_or_comes_along_and_interprets_is_in_one_place() -> None:
    hall = Hall()
    emi = hall.interpreter("Emi")
    dinner = hall.activity("Dinner", 24, "18:00-20:00")
    hall.assign(hall.need(dinner, needed_until=dt.time(19)), emi)
    hall.assign(hall.need(dinner, SIMULTANEOUS, needed_from=dt.time(19)), emi)
    tour = hall.activity("Tour", 25, "10:00-12:00")
    hall.assign(hall.need(tour, ESCORT), emi)
    speech = hall.need(tour)
    assert hall.verdict(emi, speech).can
    hall.assign(speech, emi)
    assert hall.found("interpreter-two-modes") == []
    assert hall.found("interpreter-two-places") == []


@pytest.mark.parametrize(
    ("begins", "way", "early"),
    [
        ("11:00", True, False),
        ("11:24", True, False),
        ("11:25", False, True),
        ("11:54", False, True),
        ("11:55", False, False),
    ],
)
def test_the_way_and_half_an_hour_before(begins: str, way: bool, early: bool) -> None:
    hall = Hall()
    emi = hall.interpreter("Emi")
    expo, hall_of_the_city = hall.place("Expo"), hall.place("City Hall")
    hall.way(expo, hall_of_the_city, 25)
    clinic = hall.activity("Clinic", 23, "10:00-11:00", place=expo, everyone=False)
    call = hall.activity("Call", 23, f"{begins}-13:00", place=hall_of_the_city, everyone=False)
    one, other = hall.need(clinic), hall.need(call)
    hall.assign(one, emi)
    assert any(reason.code == "way-too-short" for reason in hall.verdict(emi, other).obstacles) == way
    hall.assign(other, emi)
    assert bool(hall.found("interpreter-way")) == way
    assert bool(hall.found("interpreter-early")) == early


def test_who_goes_along_with_the_group_need_not_be_early() -> None:
    hall = Hall()
    emi = hall.interpreter("Emi")
    expo, museum = hall.place("Expo"), hall.place("Museum")
    hall.way(expo, museum, 25)
    hall.member("Ann")
    hall.assign(hall.need(hall.activity("Clinic", 23, "10:00-11:00", place=expo)), emi)
    hall.assign(hall.need(hall.activity("Tour", 23, "11:30-12:00", place=museum)), emi)
    assert hall.found("interpreter-early") == []
    assert hall.found("interpreter-way") == []


def test_who_travels_comes_straight_from_a_leg_that_takes_place() -> None:
    hall = Hall()
    kaori = hall.member("Kaori", 1980)
    emi = hall.interpreter("Emi")
    emi.person_id = kaori.person_id
    # An hour after they land; two hours after; a bus that is cancelled; one that arrives in the hour that is skipped.
    takes_place, cancelled = k.ActivityStatus.CONFIRMED, k.ActivityStatus.CANCELLED
    for day, hour, status in ((22, 10, takes_place), (23, 9, takes_place), (24, 10, cancelled)):
        on = dt.date(2027, 7, day)
        hall.add(
            Journey, visit_id=hall.visit.id, everyone=True, status=status, departs_on=on, departs_at=dt.time(8),
            departs_zone=NEW_YORK, arrives_on=on, arrives_at=dt.time(hour), arrives_zone=NEW_YORK,
        )  # fmt: skip
        hall.assign(hall.need(hall.activity("Welcome", day, "11:00-12:00")), emi)
    lost = dt.date(2028, 3, 12)
    hall.add(
        Journey, visit_id=hall.visit.id, everyone=True, departs_on=lost, departs_zone=NEW_YORK,
        arrives_on=lost, arrives_at=dt.time(2, 30), arrives_zone=NEW_YORK,
    )  # fmt: skip
    assert with_the_group(hall.plan.find(Interpreter, emi.id), hall.roster.agenda) == {1}


def test_an_idea_binds_nobody() -> None:
    hall = Hall()
    emi = hall.interpreter("Emi")
    for title in ("One", "Other"):
        hall.assign(hall.need(hall.activity(title, 23, "10:00-11:00", status=k.ActivityStatus.IDEA)), emi)
    assert hall.found("interpreter-two-places") == []
