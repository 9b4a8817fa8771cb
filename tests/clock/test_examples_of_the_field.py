"""The examples of the handbook of the field, domain.md §7.1–7.3 and §7.5, one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from planner.clock import (
    Doubled,
    Missing,
    WallTime,
    change_overs_between,
    day_shift,
    elapsed,
    elsewhere,
    hours_ahead,
    later,
    look_at,
    next_change_over,
    nights_between,
    zone_letters,
)

TOKYO, NEW_YORK, LOS_ANGELES = "Asia/Tokyo", "America/New_York", "America/Los_Angeles"
HONOLULU, GUAM, PHOENIX = "Pacific/Honolulu", "Pacific/Guam", "America/Phoenix"


def wall(day: str, at: str, zone: str) -> WallTime:
    return WallTime(date.fromisoformat(day), time.fromisoformat(at), zone)


@pytest.mark.parametrize(
    ("zone", "winter", "summer"),
    [
        (GUAM, -1, -1),
        ("Pacific/Saipan", -1, -1),
        (HONOLULU, 19, 19),
        ("America/Anchorage", 18, 17),
        (LOS_ANGELES, 17, 16),
        (PHOENIX, 16, 16),
        ("America/Denver", 16, 15),
        ("America/Boise", 16, 15),
        ("America/Chicago", 15, 14),
        ("America/Indiana/Knox", 15, 14),
        ("America/Indiana/Tell_City", 15, 14),
        (NEW_YORK, 14, 13),
        ("America/Indiana/Indianapolis", 14, 13),
        ("America/Puerto_Rico", 13, 13),
    ],
)
def test_7_1_hours_that_japan_is_ahead(zone: str, winter: int, summer: int) -> None:
    assert hours_ahead(TOKYO, zone, date(2027, 1, 15)) == winter
    assert hours_ahead(TOKYO, zone, date(2027, 7, 15)) == summer
    assert hours_ahead(zone, TOKYO, date(2027, 7, 15)) == -summer


@pytest.mark.parametrize(
    ("year", "starts", "ends"),
    [
        (2026, "2026-03-08", "2026-11-01"),
        (2027, "2027-03-14", "2027-11-07"),
        (2028, "2028-03-12", "2028-11-05"),
    ],
)
def test_7_2_change_over_days(year: int, starts: str, ends: str) -> None:
    for zone in (NEW_YORK, "America/Chicago", "America/Denver", LOS_ANGELES, "America/Anchorage"):
        spring, autumn = change_overs_between(zone, date(year, 1, 1), date(year, 12, 31))
        assert (spring.shown_before, spring.wall.at) == (datetime.fromisoformat(f"{starts}T02:00"), time(3))
        assert (autumn.shown_before, autumn.wall.at) == (datetime.fromisoformat(f"{ends}T02:00"), time(1))
        assert (spring.shift, autumn.shift) == (timedelta(hours=1), timedelta(hours=-1))
        assert autumn.wall.fold == 1
    for zone in (HONOLULU, PHOENIX, GUAM, "America/Puerto_Rico", TOKYO):
        assert change_overs_between(zone, date(year, 1, 1), date(year, 12, 31)) == ()


def test_7_2_each_zone_changes_at_its_own_two_o_clock() -> None:
    zones = (NEW_YORK, "America/Chicago", "America/Denver", LOS_ANGELES, "America/Anchorage")
    for day, first_hour in ((date(2027, 3, 14), 16), (date(2027, 11, 7), 15)):
        for later_by, zone in enumerate(zones):
            (turn,) = change_overs_between(zone, day, day)
            in_japan = elsewhere(turn.wall, TOKYO)
            assert (in_japan.on, in_japan.at) == (day, time(first_hour + later_by))


def test_7_2_a_missing_hour() -> None:
    looked = look_at(date(2027, 3, 14), time(2, 30), NEW_YORK)
    assert looked == Missing(wall("2027-03-14", "01:30", NEW_YORK), wall("2027-03-14", "03:30", NEW_YORK))
    assert elsewhere(looked.before, TOKYO) == wall("2027-03-14", "15:30", TOKYO)
    assert elsewhere(looked.after, TOKYO) == wall("2027-03-14", "16:30", TOKYO)
    assert (zone_letters(looked.before), zone_letters(looked.after)) == ("EST", "EDT")


@pytest.mark.parametrize(("zone", "first", "second"), [(NEW_YORK, 14, 15), (LOS_ANGELES, 17, 18)])
def test_7_2_a_doubled_hour(zone: str, first: int, second: int) -> None:
    looked = look_at(date(2026, 11, 1), time(1, 30), zone)
    assert isinstance(looked, Doubled)
    assert elsewhere(looked.first, TOKYO).local == datetime(2026, 11, 1, first, 30)
    assert elsewhere(looked.second, TOKYO).local == datetime(2026, 11, 1, second, 30)


@pytest.mark.parametrize(
    ("leaves", "lands", "shift", "hours"),
    [
        (wall("2027-07-20", "11:00", TOKYO), wall("2027-07-20", "10:50", NEW_YORK), 0, 12 + 50 / 60),
        (wall("2027-07-21", "00:05", TOKYO), wall("2027-07-20", "12:05", HONOLULU), -1, 7),
        (wall("2027-07-31", "00:30", LOS_ANGELES), wall("2027-08-01", "04:00", TOKYO), 1, 11.5),
        (wall("2027-07-30", "23:50", LOS_ANGELES), wall("2027-08-01", "03:30", TOKYO), 2, 11 + 40 / 60),
        (wall("2027-07-31", "13:30", NEW_YORK), wall("2027-08-01", "16:40", TOKYO), 1, 14 + 10 / 60),
        (wall("2027-12-31", "14:00", HONOLULU), wall("2028-01-01", "17:45", TOKYO), 1, 8.75),
        (wall("2027-07-20", "10:00", TOKYO), wall("2027-07-20", "14:45", GUAM), 0, 3.75),
    ],
)
def test_7_3_across_the_date_line(leaves: WallTime, lands: WallTime, shift: int, hours: float) -> None:
    assert day_shift(leaves, lands) == shift
    assert elapsed(leaves, lands) == timedelta(hours=hours)
    assert elsewhere(later(leaves, timedelta(hours=hours)), lands.zone) == lands


def test_7_3_lands_ten_minutes_before_it_left() -> None:
    leaves, lands = wall("2027-07-20", "11:00", TOKYO), wall("2027-07-20", "10:50", NEW_YORK)
    assert lands.local - leaves.local == timedelta(minutes=-10)
    assert leaves.on.strftime("%a") == lands.on.strftime("%a") == "Tue"


def test_7_3_drop_off_on_the_evening_before() -> None:
    flight = wall("2027-07-31", "00:30", LOS_ANGELES)
    at_the_airport = later(flight, timedelta(hours=-3))
    assert at_the_airport == wall("2027-07-30", "21:30", LOS_ANGELES)
    assert at_the_airport.on.strftime("%A") == "Friday"


def test_7_3_a_night_in_the_air_is_no_night_in_a_bed() -> None:
    assert nights_between(date(2027, 7, 31), date(2027, 8, 1)) == (date(2027, 7, 31),)
    assert nights_between(date(2027, 7, 20), date(2027, 7, 20)) == ()
    assert nights_between(date(2027, 7, 21), date(2027, 7, 20)) == ()
    assert nights_between(date(2027, 7, 30), date(2027, 8, 1)) == (date(2027, 7, 30), date(2027, 7, 31))
    assert len(nights_between(date(2027, 7, 22), date(2027, 8, 1))) == 10


def test_7_4_recurring_calls_move_or_stay() -> None:
    assert elsewhere(wall("2026-10-28", "09:00", TOKYO), NEW_YORK) == wall("2026-10-27", "20:00", NEW_YORK)
    assert elsewhere(wall("2026-11-04", "09:00", TOKYO), NEW_YORK) == wall("2026-11-03", "19:00", NEW_YORK)
    assert elsewhere(wall("2026-10-27", "18:00", NEW_YORK), TOKYO) == wall("2026-10-28", "07:00", TOKYO)
    assert elsewhere(wall("2026-11-03", "18:00", NEW_YORK), TOKYO) == wall("2026-11-04", "08:00", TOKYO)
    assert next_change_over(PHOENIX, wall("2026-10-28", "09:00", PHOENIX)) is None
    assert next_change_over(HONOLULU, datetime(2026, 10, 28, tzinfo=UTC)) is None
    turn = next_change_over(NEW_YORK, wall("2026-10-28", "09:00", NEW_YORK))
    assert turn is not None
    assert turn.wall == WallTime(date(2026, 11, 1), time(1), NEW_YORK, fold=1)


def test_7_5_a_day_trip_into_another_zone() -> None:
    eastern, central = "America/Indiana/Indianapolis", "America/Chicago"
    drive = timedelta(hours=2, minutes=15)
    there = elsewhere(later(wall("2027-07-22", "08:00", eastern), drive), central)
    assert (there.at, zone_letters(there)) == (time(9, 15), "CDT")
    home = elsewhere(later(wall("2027-07-22", "17:00", central), drive), eastern)
    assert (home.at, zone_letters(home)) == (time(20, 15), "EDT")
    drive = timedelta(hours=5, minutes=15)
    valley = elsewhere(later(wall("2027-07-12", "06:00", PHOENIX), drive), "America/Denver")
    assert (valley.at, zone_letters(valley)) == (time(12, 15), "MDT")


def test_scenario_3_the_weekly_call_over_the_spring_change() -> None:
    central = "America/Chicago"
    before = elsewhere(wall("2027-03-13", "09:00", TOKYO), central)
    after = elsewhere(wall("2027-03-20", "09:00", TOKYO), central)
    assert before == wall("2027-03-12", "18:00", central)
    assert after == wall("2027-03-19", "19:00", central)
