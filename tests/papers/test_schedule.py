"""The days of an itinerary: what stands on which day, in which order, for whom, and where the night is spent."""

import datetime as dt

import pytest

from planner.model import Plan
from planner.model.kinds import MealTime, StayKind
from planner.papers.itinerary.days import Day, Event, Phase
from planner.papers.itinerary.schedule import schedule_of
from tests.papers.conftest import LONG, member_named


def day(plan: Plan, number: int, who: str = "") -> Day:
    found = schedule_of(plan, member_named(plan, who) if who else None)
    return next(each for each in found.days if each.on == dt.date(2027, 11, number))


def titles(events: tuple[Event, ...]) -> list[str]:
    return [event.source.title_en for event in events]


def test_over_the_date_line_the_order_is_that_of_the_journey(portland: Plan) -> None:
    first = schedule_of(portland).days[0]
    assert titles(first.events) == [
        "Meet at Haneda Terminal 3, group check-in",
        "Flight NH110 HND-JFK",
        "Flight B6 1308 JFK-PWM",
        "Welcome at the Jetport, meet host families",
    ]
    assert first.zones == ("Asia/Tokyo", "America/New_York")


def test_every_activity_and_leg_of_the_practice_visit_is_there_once(portland: Plan) -> None:
    days = schedule_of(portland).days
    assert len(days) == 12
    told = [event.source for each in days for event in each.events if event.phase in (Phase.WHOLE, Phase.BEGINS)]
    assert len(told) == len(portland.activities) + len(portland.journeys) == 24
    assert {source.uid for source in told} == {s.uid for s in (*portland.activities, *portland.journeys)}


def test_an_evening_past_midnight_is_one_row_on_its_evening(hard: Plan) -> None:
    [event] = day(hard, 5).events
    assert event.source.title_en == LONG
    assert event.phase is Phase.WHOLE
    assert LONG not in titles(day(hard, 6).events)


def test_what_lasts_several_days_stands_on_each(hard: Plan) -> None:
    phases = [
        next(event.phase for event in day(hard, number).events if event.source.title_en == "Weekend camp")
        for number in (6, 7, 8)
    ]
    assert phases == [Phase.BEGINS, Phase.GOES_ON, Phase.ENDS]
    assert "Photo competition" in titles(day(hard, 6).events)
    assert titles(day(hard, 7).events) == ["Photo competition", "Weekend camp", "Clocks go back"] or titles(
        day(hard, 7).events
    ) == ["Weekend camp", "Photo competition", "Clocks go back"]


def test_cancelled_things_and_ideas_are_left_out_requests_are_not(hard: Plan) -> None:
    found = titles(day(hard, 9).events)
    assert "Requested talk" in found
    assert "Cancelled walk" not in found
    assert "Idea only" not in found


@pytest.mark.parametrize(
    ("who", "has", "has_not"),
    [
        ("Sakura", {"Shooting clinic", "Dentist", "Council breakfast"}, {"Game 1", "Museum"}),
        ("Misaki", {"Game 1", "Museum", "Council breakfast"}, {"Shooting clinic", "Dentist"}),
        ("", {"Game 1", "Shooting clinic", "Museum", "Council breakfast"}, {"Dentist"}),
    ],
)
def test_everybody_has_only_their_own_programme(hard: Plan, who: str, has: set[str], has_not: set[str]) -> None:
    """A breakfast for a group that is still empty may be anybody's; the group's paper has nobody's own."""
    found = set(titles(day(hard, 9, who).events))
    assert has <= found
    assert not has_not & found


def test_who_joins_late_and_leaves_early_has_only_those_days(hard: Plan) -> None:
    found = schedule_of(hard, member_named(hard, "Kenta"))
    assert [each.on.day for each in found.days] == [7, 8, 9]
    assert [each.night is not None for each in found.days] == [True, True, False]


def test_nights_as_recorded_then_in_the_air_then_in_the_host_city(hard: Plan) -> None:
    nights = {each.on.day: each.night for each in schedule_of(hard, member_named(hard, "Sakura")).days}
    assert nights[5]
    assert nights[5].kinds == (StayKind.HOME,)
    assert nights[5].number == 1
    assert nights[10]
    assert nights[10].kinds == (StayKind.HOTEL,)
    assert nights[10].number == 6
    assert nights[11]
    assert nights[11].kinds == (StayKind.IN_THE_AIR,)
    assert nights[11].number is None
    assert nights[12]
    assert nights[12].kinds == (StayKind.IN_THE_AIR,)
    assert nights[13] is None
    unplaced = {each.on.day: each.night for each in schedule_of(hard, hard.members[3]).days}
    assert unplaced[5]
    assert unplaced[5].kinds == ()
    assert not unplaced[5].with_families, "nobody promises a person a home"
    group = {each.on.day: each.night for each in schedule_of(hard).days}
    assert [night.day for night in schedule_of(hard, hard.members[3]).undecided_nights] == [
        on for on, night in unplaced.items() if night is not None and not night.kinds
    ]
    assert schedule_of(hard).undecided_nights == ()
    assert group[5]


def test_a_whole_day_in_the_air_is_a_day_of_its_own(hard: Plan) -> None:
    assert day(hard, 12).is_aloft
    assert not day(hard, 11).is_aloft


def test_meals_stand_on_the_day_something_begins(hard: Plan) -> None:
    assert list(day(hard, 6).meals) == [MealTime.LUNCH, MealTime.DINNER]
    assert day(hard, 7).meals == {}
    assert list(day(hard, 11).meals) == [MealTime.DINNER]
    assert day(hard, 13).meals == {}
