"""Who calls on each side: the usual hours, hours set otherwise, and the days on which an office is shut."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from planner.clock.sides import (
    GOOD,
    Habits,
    Search,
    Who,
    caller_in,
    callers,
    decent_until,
    is_good,
    side_of,
    soonest,
    usual,
    windows_of,
)
from planner.clock.wall import WallTime, wall_at
from planner.clock.windows import CallWindow, Hours
from planner.model.calendar import CalendarDay, DayKind
from planner.model.cities import City
from planner.model.kinds import Side

HANAMAKI = City(id=1, name_en="Hanamaki", name_ja="花巻市", country="JP", zone="Asia/Tokyo")
HOT_SPRINGS = City(id=2, name_en="Hot Springs", name_ja="ホットスプリングス", country="US", zone="America/Chicago")
HONOLULU = City(id=4, name_en="Honolulu", name_ja="ホノルル", country="US", zone="Pacific/Honolulu")
GUAM = City(id=3, name_en="Hagåtña", name_ja="ハガニア", country="US", zone="Pacific/Guam")
WEDNESDAY = date(2027, 7, 21)


def search(first: date, last: date, host: Habits | None = None, home: Habits | None = None) -> Search:
    return Search(first, last, 30, host or usual(Side.JAPAN), home or usual(Side.US))


def found(
    asked: Search, host: City = HANAMAKI, home: City = HOT_SPRINGS, rows: tuple[CalendarDay, ...] = ()
) -> list[str]:
    windows = windows_of(asked, *callers(asked, host, home, rows))
    return [f"{one.start.local:%a %H:%M}–{one.end.at:%H:%M}" for one in sorted(windows, key=_by_time)]


def days(written: list[str]) -> list[str]:
    return [one.split()[0] for one in written]


def _by_time(window: CallWindow) -> object:
    return window.start.instant()


def test_each_side_has_its_country_and_its_usual_hours() -> None:
    assert [side_of(city) for city in (HANAMAKI, HOT_SPRINGS, GUAM)] == [Side.JAPAN, Side.US, Side.US]
    assert usual(Side.JAPAN).hours == Hours(time(8), time(21))
    assert usual(Side.US).hours == Hours(time(7), time(22))
    assert usual(Side.JAPAN, Who.EVENINGS).hours == Hours(time(17), time(21))
    assert usual(Side.US, Who.EVENINGS).hours == Hours(time(17), time(22))
    assert {usual(side, Who.OFFICE).hours for side in Side} == {Hours(time(8, 30), time(17, 15))}


def test_an_office_is_shut_at_weekends_and_on_holidays_of_its_side_only() -> None:
    office = usual(Side.JAPAN, Who.OFFICE)
    march = search(date(2027, 3, 19), date(2027, 3, 23), office)
    assert days(found(march)) == ["Fri", "Tue"]
    # Wednesday in Honolulu, and no day off there; Thursday in Japan, where it is one.
    foundation_day = search(date(2027, 2, 11), date(2027, 2, 11), None, usual(Side.US, Who.OFFICE))
    assert days(found(foundation_day, home=HONOLULU)) == ["Thu"]
    # Thanksgiving is Friday's morning in Japan.
    thanksgiving = search(date(2027, 11, 25), date(2027, 11, 26), None, usual(Side.US, Who.OFFICE))
    assert days(found(thanksgiving, home=HONOLULU)) == ["Thu"]


def test_the_week_of_an_office_can_be_another() -> None:
    museum = replace(usual(Side.JAPAN, Who.OFFICE), week=frozenset({1, 2, 3, 4, 5}))
    assert days(found(search(date(2027, 7, 5), date(2027, 7, 11), museum))) == ["Tue", "Wed", "Thu", "Fri", "Sat"]


def test_days_off_of_the_file_shut_the_office_of_their_city() -> None:
    shut = CalendarDay(side=Side.JAPAN, first_day=WEDNESDAY, last_day=WEDNESDAY, kind=DayKind.OWN, taken_away=False,
                       name_en="Founding day", name_ja="開市記念日", city_id=HANAMAKI.id)  # fmt: skip
    asked = search(WEDNESDAY, WEDNESDAY, usual(Side.JAPAN, Who.OFFICE))
    assert found(asked) == ["Wed 08:30–12:00"]
    assert found(asked, rows=(shut,)) == []
    shut.city_id = 99
    assert found(asked, rows=(shut,)) == ["Wed 08:30–12:00"]


def test_who_says_a_late_hour_means_it() -> None:
    late = Habits(Who.EVENINGS, Hours(time(20), time(23, 30)))
    assert found(search(WEDNESDAY, WEDNESDAY, late)) == ["Wed 21:00–23:30"]
    past_midnight = Habits(Who.EVENINGS, Hours(time(20), time(1)))
    assert found(search(WEDNESDAY, WEDNESDAY, past_midnight)) == ["Wed 21:00–01:00"]
    decent = Habits(Who.DECENT, Hours(time(6), time(23)))
    assert found(search(WEDNESDAY, WEDNESDAY, decent)) == ["Wed 06:00–12:00", "Wed 21:00–23:00"]


def test_round_the_clock_is_one_stretch() -> None:
    always = Habits(Who.DECENT, Hours(time(), time()))
    asked = Search(WEDNESDAY, WEDNESDAY, 30, always, always)
    here, there = callers(asked, HANAMAKI, HOT_SPRINGS, ())
    (window,) = windows_of(asked, here, there)
    assert (window.start.at, window.end.at, window.end.on) == (time(), time(), date(2027, 7, 22))


def test_holidays_a_day_away_are_known() -> None:
    """Monday evening in Arkansas is Tuesday in Japan: the office there has its own day."""
    sides = (usual(Side.US, Who.EVENINGS), usual(Side.JAPAN, Who.OFFICE))
    asked = Search(date(2027, 3, 21), date(2027, 3, 21), 30, *sides)
    assert found(asked, HOT_SPRINGS, HANAMAKI) == []
    day_after = replace(asked, first=date(2027, 3, 22), last=date(2027, 3, 22))
    assert found(day_after, HOT_SPRINGS, HANAMAKI) == ["Mon 18:30–22:00"]


@pytest.mark.parametrize(
    ("now", "first"),
    [
        ((WEDNESDAY, time(10, 7)), "10:15–12:00"),
        ((WEDNESDAY, time(10, 15)), "10:15–12:00"),
        ((WEDNESDAY, time(11, 30)), "11:30–12:00"),
        ((WEDNESDAY - timedelta(days=1), time(10)), "08:00–12:00"),
        ((WEDNESDAY + timedelta(days=1), time(10)), "08:00–12:00"),
    ],
)
def test_no_call_is_proposed_for_what_is_over(now: tuple[date, time], first: str) -> None:
    asked = search(WEDNESDAY, WEDNESDAY)
    since = soonest(asked, WallTime(*now, HANAMAKI.zone))
    windows = windows_of(asked, *callers(asked, HANAMAKI, HOT_SPRINGS, ()), since)
    earliest = min(windows, key=lambda one: one.start.instant())
    assert f"{earliest.start.at:%H:%M}–{earliest.end.at:%H:%M}" == first
    assert earliest.start.instant() <= earliest.best.instant()


def test_a_caller_of_decent_hours_has_days_off_without_being_shut() -> None:
    caller = caller_in(HANAMAKI, usual(Side.JAPAN), date(2027, 3, 20), date(2027, 3, 23), ())
    assert [day.first.day for day in caller.days_off] == [21, 22]
    assert caller.free_on(date(2027, 3, 22)) is not None


def test_good_is_an_hour_and_more_from_every_edge() -> None:
    asked = search(WEDNESDAY, WEDNESDAY)
    windows = windows_of(asked, *callers(asked, HANAMAKI, HOT_SPRINGS, ()))
    assert [is_good(one) for one in windows] == [one.score >= GOOD for one in windows] == [True]


def test_a_decent_hour_lasts_until_the_first_of_both_cities_goes_to_bed() -> None:
    def told(hour: int, minute: int = 0) -> tuple[bool, str]:
        now = wall_at(datetime(2027, 7, 21, hour, minute, tzinfo=UTC), HOT_SPRINGS.zone)
        decent, until = decent_until(HOT_SPRINGS, HANAMAKI, now)
        return decent, f"{until.local:%a %H:%M}"

    # Hot Springs is 14 hours behind in summer: both are up from 18:00 to 22:00 there, and from 7:00 Japan's evening
    # is over.
    assert told(0) == (True, "Tue 22:00")
    assert told(3) == (False, "Wed 18:00")
    assert told(12) == (False, "Wed 18:00")
    assert told(23) == (True, "Wed 22:00")
