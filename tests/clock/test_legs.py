"""Legs of journeys on the clock: the examples of domain.md §7.3 and §7.5 and of the eve of a flight."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from planner.clock import WallTime, elapsed
from planner.clock.legs import (
    be_there_by,
    date_line_between,
    eve_of,
    first_night_after,
    is_small_hours,
    last_night_before,
    nights_on_the_way,
    passage,
)
from planner.language import say

TOKYO, NEW_YORK, LOS_ANGELES = "Asia/Tokyo", "America/New_York", "America/Los_Angeles"
HONOLULU, GUAM = "Pacific/Honolulu", "Pacific/Guam"


def wall(day: str, at: str, zone: str) -> WallTime:
    return WallTime(date.fromisoformat(day), time.fromisoformat(at), zone)


def jul(day: int) -> date:
    return date(2027, 7, day)


@pytest.mark.parametrize(
    ("departs", "arrives", "hours", "shift", "line", "nights", "codes"),
    [
        (
            wall("2027-07-22", "11:00", TOKYO), wall("2027-07-22", "10:50", NEW_YORK),
            12 + 50 / 60, 0, -1, [], ["leg-lands-before-it-left", "leg-date-line-east"],
        ),
        (
            wall("2027-07-30", "23:50", LOS_ANGELES), wall("2027-08-01", "03:30", TOKYO),
            11 + 40 / 60, 2, 1, [jul(30), jul(31)],
            ["leg-two-days-later", "leg-date-line-west", "leg-night-on-the-way", "leg-night-on-the-way"],
        ),
        (
            wall("2027-07-21", "00:05", TOKYO), wall("2027-07-20", "12:05", HONOLULU),
            7, -1, -1, [], ["leg-day-before", "leg-date-line-east", "leg-eve"],
        ),
        (
            wall("2027-07-31", "00:30", LOS_ANGELES), wall("2027-08-01", "04:00", TOKYO),
            11.5, 1, 1, [jul(31)], ["leg-next-day", "leg-date-line-west", "leg-night-on-the-way", "leg-eve"],
        ),
        (
            wall("2027-07-31", "13:30", NEW_YORK), wall("2027-08-01", "16:40", TOKYO),
            14 + 10 / 60, 1, 1, [jul(31)], ["leg-next-day", "leg-date-line-west", "leg-night-on-the-way"],
        ),
        (
            wall("2027-12-31", "14:00", HONOLULU), wall("2028-01-01", "17:45", TOKYO),
            8.75, 1, 1, [date(2027, 12, 31)], ["leg-next-day", "leg-date-line-west", "leg-night-on-the-way"],
        ),
        (
            wall("2027-07-20", "10:00", TOKYO), wall("2027-07-20", "14:45", GUAM),
            3.75, 0, 0, [], ["leg-other-zone"],
        ),
        (
            wall("2027-07-22", "08:00", "America/Indiana/Indianapolis"), wall("2027-07-22", "09:15", "America/Chicago"),
            2.25, 0, 0, [], ["leg-other-zone"],
        ),
        (
            wall("2027-07-22", "17:00", "America/Chicago"), wall("2027-07-22", "20:15", "America/Indiana/Indianapolis"),
            2.25, 0, 0, [], ["leg-other-zone"],
        ),
        (
            wall("2027-07-12", "06:00", "America/Phoenix"), wall("2027-07-12", "12:15", "America/Denver"),
            5.25, 0, 0, [], ["leg-other-zone"],
        ),
        # The year's end across the line in a zone that lies alone: Guam to Honolulu lands on the eve.
        (
            wall("2028-01-01", "07:00", GUAM), wall("2027-12-31", "18:30", HONOLULU),
            7.5, -1, -1, [], ["leg-day-before", "leg-date-line-east"],
        ),
    ],
)  # fmt: skip
def test_what_a_leg_does(
    departs: WallTime, arrives: WallTime, hours: float, shift: int, line: int, nights: list[date], codes: list[str]
) -> None:
    leg = passage(departs, arrives, minutes_before=180)
    assert (leg.elapsed, leg.day_shift, leg.date_line) == (timedelta(hours=hours), shift, line)
    assert list(leg.nights) == nights
    assert [word.code for word in leg.words] == codes
    for word in leg.words:
        assert say(word, "en") != say(word, "ja")


def test_the_flight_at_half_past_midnight_on_saturday() -> None:
    flight = wall("2027-07-31", "00:30", LOS_ANGELES)
    assert be_there_by(flight, 180) == wall("2027-07-30", "21:30", LOS_ANGELES)
    eve = eve_of(flight, 180)
    assert eve is not None
    assert (eve.evening_of, eve.be_there) == (jul(30), wall("2027-07-30", "21:30", LOS_ANGELES))
    assert say(eve.message(), "en") == (
        "It leaves at Sat 31 Jul 2027, 12:30 AM PDT, in the night of Friday: be there by Fri 30 Jul 2027, 9:30 PM PDT."
    )
    assert say(eve.message(), "ja") == (
        "2027年7月31日(土) 0:30 PDT発、つまり金曜日の深夜の出発です。"
        "2027年7月30日(金) 21:30 PDTまでに集合してください。"
    )
    # Hosts drop off on Friday evening: the last night in a bed is Thursday's.
    assert last_night_before(flight) == jul(29)


def test_scenario_5_out_at_half_past_midnight_on_monday() -> None:
    flight, lands = wall("2027-07-26", "00:30", LOS_ANGELES), wall("2027-07-27", "04:00", TOKYO)
    eve = eve_of(flight, 180)
    assert eve is not None
    assert eve.evening_of == jul(25)
    assert eve.evening_of.strftime("%A") == "Sunday"
    assert nights_on_the_way(flight, lands) == (jul(26),)
    assert first_night_after(lands) == jul(27)


@pytest.mark.parametrize(
    ("at", "minutes", "evening"),
    [
        ("00:30", 0, 30),  # no time to be there is known: the night is said all the same
        ("01:30", 60, 30),  # at the airport at 00:30, which is still Friday's night
        ("06:00", 420, 30),  # there by 23:00 on the eve, though it leaves in the morning
        ("06:00", 120, None),
        ("23:50", 180, None),
        ("05:00", 0, None),
    ],
)
def test_when_there_is_an_eve(at: str, minutes: int, evening: int | None) -> None:
    eve = eve_of(wall("2027-07-31", at, LOS_ANGELES), minutes)
    assert (eve.evening_of if eve else None) == (jul(evening) if evening else None)


def test_to_be_there_across_a_change_over_in_real_minutes() -> None:
    assert be_there_by(wall("2027-03-14", "04:00", NEW_YORK), 120) == wall("2027-03-14", "01:00", NEW_YORK)
    autumn = be_there_by(wall("2026-11-01", "02:30", NEW_YORK), 60)
    assert autumn == WallTime(date(2026, 11, 1), time(1, 30), NEW_YORK, fold=1)


def test_small_hours() -> None:
    at = {text: is_small_hours(wall("2027-07-31", text, TOKYO)) for text in ("00:00", "04:59", "05:00", "23:59")}
    assert at == {"00:00": True, "04:59": True, "05:00": False, "23:59": False}


def test_a_late_coach_home_leaves_the_night_its_bed() -> None:
    leaves, home = wall("2027-07-24", "22:30", NEW_YORK), wall("2027-07-25", "00:40", NEW_YORK)
    assert nights_on_the_way(leaves, home) == ()
    assert first_night_after(home) == jul(24)
    night_coach = wall("2027-07-25", "06:10", NEW_YORK)
    assert nights_on_the_way(leaves, night_coach) == (jul(24),)
    assert first_night_after(night_coach) == jul(25)


def test_beds_and_nights_on_the_way_leave_no_gap() -> None:
    leaves, lands = wall("2027-07-31", "13:30", NEW_YORK), wall("2027-08-01", "16:40", TOKYO)
    nights = [last_night_before(leaves), *nights_on_the_way(leaves, lands), first_night_after(lands)]
    assert nights == [jul(30), jul(31), date(2027, 8, 1)]


def test_the_line_lies_between_japan_and_the_us_but_not_guam() -> None:
    noon = wall("2027-07-20", "12:00", TOKYO)
    for zone, line in ((NEW_YORK, -1), (HONOLULU, -1), ("America/Puerto_Rico", -1), (GUAM, 0), (TOKYO, 0)):
        there = wall("2027-07-20", "12:00", zone)
        assert date_line_between(noon, there) == line
        assert date_line_between(there, noon) == -line
    assert date_line_between(wall("2027-07-20", "12:00", NEW_YORK), wall("2027-07-20", "12:00", HONOLULU)) == 0


def test_arriving_before_leaving_is_no_leg() -> None:
    with pytest.raises(ValueError, match="before"):
        passage(wall("2027-07-20", "12:00", TOKYO), wall("2027-07-20", "11:00", TOKYO))
    assert elapsed(wall("2027-07-20", "12:00", TOKYO), wall("2027-07-20", "11:00", TOKYO)) == timedelta(hours=-1)
