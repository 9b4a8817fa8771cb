"""The days of a host family: whom to take where and when, who eats at home, and what nobody has said yet."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planner.commands import records
from planner.model import Household, Plan
from planner.model.audience import Audience, redact
from planner.model.kinds import MealProvider, MealTime
from planner.papers.hostpacket.nightnotes import words_of
from planner.papers.itinerary.days import providers
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.itinerary.wording import Wording
from planner.papers.sections.drives import drive_fact, drives
from planner.papers.sections.hosting import hosting_of
from planner.papers.sections.meals import Table, at_every_home
from planner.papers.sections.runs import (
    Drive,
    HostDay,
    host_days,
    open_runs,
    with_meals_at_home,
    with_meals_of_all,
)
from planner.papers.sections.voice import Voice
from planner.storage import PlannerFile


def days_of(plan: Plan, name: str) -> tuple[HostDay, ...]:
    """The days of a family as its packet has them: from what it may see."""
    home = next(one for one in plan.households if one.name_en == name)
    seen = redact(plan, Audience.host(home.id))
    return host_days(hosting_of(seen, seen.find(Household, home.id)))


def told(day: HostDay) -> list[tuple[str, str]]:
    return [(_told(line.drop), _told(line.pick)) for line in day.lines]


def _told(drive: Drive | None) -> str:
    if drive is None:
        return ""
    where = drive.point.en or (drive.place.name_en if drive.place else "?")
    return f"{drive.at.at:%H:%M} {where}" if drive.at else f"? {where}"


def on(days: tuple[HostDay, ...], day: int, month: int = 7) -> list[HostDay]:
    return [one for one in days if one.on == dt.date(2027, month, day)]


@pytest.fixture
def edited(agreed_file: Path, tmp_path: Path) -> Callable[..., Plan]:
    """Give the agreed visit with one event changed, by the beginning of its title."""

    def edit(title: str, **values: Any) -> Plan:
        with PlannerFile.open(Path(shutil.copy(agreed_file, tmp_path / "edited.shimai"))) as file:
            event = next(one for one in (*file.plan.activities, *file.plan.journeys) if one.title_en.startswith(title))
            file.run(records.edit, type(event).__name__, event.id, values)
            return file.plan

    return edit


def test_a_familys_days_from_the_airport_to_the_airport(agreed: Plan) -> None:
    days = days_of(agreed, "Rahman")
    assert [day.on.day for day in days] == [*range(22, 32), 1]
    [arrival], [departure] = on(days, 22), on(days, 1, 8)
    # Families meet their guests when the welcome begins, not when it is over.
    assert told(arrival) == [("", "17:00 Portland Jetport arrivals hall")]
    assert told(departure) == [("05:30 Portland Jetport", "")]
    assert told(on(days, 30)[0]) == [("07:30 Portland Expo", "16:15 Portland Expo")]
    assert told(on(days, 27)[0]) == [
        ("08:45 Portland Pier", "12:45 Portland Pier"),
        ("18:15 Lyman Moore Middle School", "21:00 Lyman Moore Middle School"),
    ]
    assert [line.pick.is_together for line in on(days, 27)[0].lines if line.pick] == [False, True]
    assert on(days, 25)[0].own_day is not None
    assert not on(days, 25)[0].lines


def test_a_day_of_their_own_with_an_evening_out_has_something_planned(edited: Callable[..., Plan]) -> None:
    plan = edited("Japan Night", starts_on=dt.date(2027, 7, 25))
    home = next(one for one in plan.households if one.name_en == "Rahman")
    hosting = hosting_of(plan, home)
    [day] = on(host_days(hosting), 25)
    assert day.own_day is not None
    assert len(day.lines) == 1
    assert words_of(hosting, day, Voice.of(schedule_of(plan), "en"))[-1] == "Your own day together"


def test_what_the_programme_does_not_say_is_open_rather_than_guessed(agreed: Plan) -> None:
    days = days_of(agreed, "Rahman")
    [line] = on(days, 26)[0].lines
    # The coach to Augusta leaves from somewhere, and nothing brings it back.
    assert line.drop is not None
    assert line.pick is not None
    assert (line.drop.is_open, _told(line.drop)) == (True, "08:30 ?")
    assert (line.pick.is_open, line.pick.at, line.pick.place) == (True, None, None)
    wording = Wording(schedule_of(agreed), "en")
    facts = [drive_fact(on(days, 26)[0], line, drive, wording).value for drive in line.drives]
    assert facts == ["8:30 am, place to follow", "time, place to follow"]
    # What was known and is no longer is said in words too, also on a change slip.
    lost = replace(line.pick, is_open=False)
    known = replace(lost, place=line.outing.last.to_place)
    assert [each.lacks for each in (lost, known, replace(lost, at=line.drop.at))] == [
        "time, place to follow",
        "time to follow",
        "place to follow",
    ]
    # By vans from the game, by city bus to the call: the times are known, the places not.
    assert [(line.drop.is_open, line.pick.is_open) for line in on(days, 23)[0].lines if line.drop and line.pick] == [
        (False, True), (True, False),
    ]  # fmt: skip
    assert open_runs(days) == 4


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "12:15 am, night of Tue 27 to Wed 28 Jul, Lyman Moore Middle School"),
        ("ja", "0:15、7月27日(火)から28日(水)にかけての夜、Lyman Moore Middle School"),
    ],
)
def test_a_pick_up_past_midnight_is_of_the_evening_and_says_of_which_night(
    edited: Callable[..., Plan], language: str, said: str
) -> None:
    """So that nobody comes a day late: the same day in the packet's table and programme, and on the day sheet."""
    plan = edited("Japan Night", dismissal_at=dt.time(0, 15), hosts_invited=False)
    days = days_of(plan, "Rahman")
    assert told(on(days, 27)[0])[-1] == ("18:15 Lyman Moore Middle School", "00:15 Lyman Moore Middle School")
    assert len(on(days, 28)[0].lines) == 1, "the workshop only"
    line = on(days, 27)[0].lines[-1]
    assert line.pick is not None
    wording = Wording(schedule_of(plan), language)
    assert drive_fact(on(days, 27)[0], line, line.pick, wording).value == said
    last = drives(days, wording)[dt.date(2027, 7, 27)][-1]
    night = said.replace("、", ", ").split(", ")[1]
    assert last.start.on == dt.date(2027, 7, 28)
    assert last.words.splitlines()[0].casefold() == night.casefold()


def test_a_meeting_point_and_a_dismissal_settle_a_run(agreed: Plan, edited: Callable[..., Plan]) -> None:
    def addressed(plan: Plan, day: int) -> list[str | None]:
        drives = [drive for line in on(days_of(plan, "Rahman"), day)[0].lines for drive in line.drives]
        return [drive.place and drive.place.name_en for drive in drives]

    # The address is that of where people meet: of the hall, not of the camp it leaves for, of the steps of a house.
    assert addressed(agreed, 30) == ["Portland Expo"] * 2
    assert addressed(agreed, 23)[2:] == ["Portland City Hall"] * 2
    assert addressed(edited("Camp day", meeting_point_en="Thompson’s Point", meeting_point_ja=""), 30)[0] is None
    plan = edited("Maine State Museum", dismissal_at=dt.time(16), dismissal_point_en="Portland Expo")
    [line] = on(days_of(plan, "Rahman"), 26)[0].lines
    assert _told(line.pick) == "16:00 Portland Expo"
    assert line.pick is not None
    assert not line.pick.is_open


def test_who_eats_at_home_who_with_the_group_and_what_is_not_settled(agreed: Plan) -> None:
    days = days_of(agreed, "Rahman")

    def tables(day: int, month: int = 7) -> list[tuple[Table, ...]]:
        return [on(days, day, month)[0].tables.get(which, ()) for which in MealTime]

    home, group, none = (Table.HOME,), (Table.GROUP,), (Table.NONE,)
    assert tables(22) == [none, none, home]
    assert tables(23) == [home, group, home]
    assert tables(24) == [home, home, home]
    assert tables(25) == [home, home, home]
    # Nobody knows when the coach is back, but it is for supper: the museum closes at three.
    assert tables(26) == [home, group, home]
    assert tables(27) == [home, group, group]
    assert tables(1, 8) == [(Table.PACKED,), none, none]


def test_a_guest_reads_of_meals_at_home_what_the_family_reads(agreed: Plan) -> None:
    member = next(iter(on(days_of(agreed, "Rahman"), 25)[0].guests)).member
    seen = redact(agreed, Audience.participant(member.id))
    own = with_meals_at_home(schedule_of(seen, next(one for one in seen.members if one.id == member.id)))
    said = {day.on.day: {which: providers(meals) for which, meals in day.meals.items()} for day in own.days}
    family, group = (MealProvider.FAMILY,), (MealProvider.GROUP,)
    assert said[25] == dict.fromkeys(MealTime, family), "a day of their own"
    assert list(said[27].items()) == list(zip(MealTime, (family, group, group), strict=True))
    assert said[1][MealTime.BREAKFAST] == (MealProvider.PACKED,)
    assert with_meals_at_home(schedule_of(agreed)).days == schedule_of(agreed).days, "the group has no home"


def test_a_meal_is_what_the_programme_says_first(edited: Callable[..., Plan]) -> None:
    late = on(days_of(edited("Maine State Museum", ends_at=dt.time(19)), "Rahman"), 26)[0]
    assert MealTime.DINNER not in late.tables, (
        "out of town with the group until seven, and nobody has said who sees to it"
    )
    plan = edited("Game 3", meeting_at=dt.time(11), starts_at=dt.time(11, 30), ends_at=dt.time(16), dismissal_at=None)
    day = on(days_of(plan, "Rahman"), 24)[0]
    assert MealTime.LUNCH not in day.tables, "with the group, and nobody has said who sees to it"
    assert day.tables[MealTime.BREAKFAST] == day.tables[MealTime.DINNER] == (Table.HOME,)


def test_guests_of_one_home_share_a_day_where_it_is_the_same(agreed: Plan) -> None:
    days = days_of(agreed, "Nguyen-Baker")
    names = [[guest.member.person.given_name for guest in day.guests] for day in days if day.on.day in (22, 23, 24)]
    # Hina is in squad A and moves on on the 24th, Ruka in squad B stays.
    assert names == [["Hina", "Ruka"], ["Hina"], ["Ruka"], ["Hina"], ["Ruka"]]
    leaving = on(days, 24)[0]
    assert (leaving.slept_here, leaving.sleeps_here) == (True, False)
    assert told(leaving) == [("09:30 Portland Expo", "")]


def test_a_home_in_the_middle_of_a_split_stay_fetches_from_the_group(agreed: Plan) -> None:
    days = days_of(agreed, "Pelletier")
    assert told(on(days, 24)[0]) == [("", "11:00 Portland Expo")]
    assert on(days, 24)[0].tables[MealTime.BREAKFAST] == (Table.NONE,)


def test_a_home_without_a_guest_has_no_days(portland: Plan) -> None:
    assert days_of(portland, "Rahman") == ()


def test_all_of_a_group_have_breakfast_and_supper_at_home_where_all_sleep_there_and_the_programme_leaves_time(
    agreed: Plan,
) -> None:
    schedule = schedule_of(agreed)
    days = {day.on.day: day for day in with_meals_of_all(schedule).days}
    told = {number: {which: providers(meals) for which, meals in day.meals.items()} for number, day in days.items()}
    family, group = (MealProvider.FAMILY,), (MealProvider.GROUP,)
    assert MealTime.BREAKFAST not in told[22], "nobody has slept there yet"
    assert told[23] == {MealTime.BREAKFAST: family, MealTime.LUNCH: group, MealTime.DINNER: family}
    assert told[27][MealTime.DINNER] == group, "what the programme says stands"
    assert days[31].night is not None
    assert len(days[31].night.kinds) > 1
    assert MealTime.BREAKFAST not in told[1], "not all of them wake up at a family's"
    evening = replace(days[24], events=days[27].events, meals={})
    assert MealTime.DINNER not in {which for on, which in at_every_home([replace(evening, night=days[24].night)])}
