from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from planner.clock import LAST_YEAR, WallTime, data_version, is_zone, look_at, now_in, wall_at, yearly_rules
from planner.model.message import PlannerError

NEW_YORK = "America/New_York"


def test_a_missing_hour_is_refused_with_the_two_nearest_real_times() -> None:
    with pytest.raises(PlannerError) as refused:
        WallTime(date(2027, 3, 14), time(2, 30), NEW_YORK).instant()
    assert refused.value.code == "hour-missing"
    figures = refused.value.message.figures
    assert (figures["before"].at, figures["after"].at) == (time(1, 30), time(3, 30))
    with pytest.raises(PlannerError, match="hour-missing"):
        WallTime(date(2027, 3, 14), time(2, 30), NEW_YORK, fold=1).instant()


def test_a_doubled_hour_asks_which_until_somebody_says() -> None:
    wall = WallTime(date(2026, 11, 1), time(1, 30), NEW_YORK)
    with pytest.raises(PlannerError) as refused:
        wall.instant()
    assert refused.value.code == "hour-doubled"
    figures = refused.value.message.figures
    assert [figures[which].instant().hour for which in ("first", "second")] == [5, 6]
    assert wall.with_fold(0).instant() == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert wall.with_fold(1).instant() == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "EDT5", "../etc/passwd", "Asia/Tokyo "])
def test_an_unknown_zone_is_said(name: str) -> None:
    assert not is_zone(name)
    with pytest.raises(PlannerError, match="zone-unknown"):
        look_at(date(2027, 7, 1), time(9), name)


def test_known_zones() -> None:
    assert all(is_zone(name) for name in ("Asia/Tokyo", NEW_YORK, "America/Indiana/Tell_City", "UTC"))
    assert data_version()[:2] == "20"


def test_years_beyond_the_zone_data_are_refused_where_clocks_change() -> None:
    beyond = LAST_YEAR + 1
    with pytest.raises(PlannerError, match="year-beyond-zones"):
        WallTime(date(beyond, 7, 1), time(9), NEW_YORK).instant()
    with pytest.raises(PlannerError, match="year-beyond-zones"):
        wall_at(datetime(beyond, 7, 1, tzinfo=UTC), NEW_YORK)
    assert WallTime(date(beyond, 7, 1), time(9), "Asia/Tokyo").instant() == datetime(beyond, 7, 1, tzinfo=UTC)
    assert WallTime(date(LAST_YEAR, 7, 1), time(9), NEW_YORK).instant().hour == 13


def test_a_wall_time_carries_no_tzinfo() -> None:
    with pytest.raises(ValueError, match="tzinfo"):
        WallTime(date(2027, 7, 1), time(9, tzinfo=UTC), NEW_YORK)


def test_now_is_the_same_moment_everywhere() -> None:
    here, there = now_in(NEW_YORK), now_in("Asia/Tokyo")
    assert abs((there.instant() - here.instant()).total_seconds()) <= 60
    assert abs((here.instant() - datetime.now(UTC)).total_seconds()) <= 120
    assert here.at.second == here.at.microsecond == 0


def test_the_rules_a_calendar_needs() -> None:
    summer, winter = yearly_rules(NEW_YORK, 2027)
    assert (summer.letters, winter.letters) == ("EDT", "EST")
    assert summer.rule is not None
    assert winter.rule is not None
    assert (summer.rule.month, summer.rule.nth, summer.rule.weekday) == (3, 2, 6)
    assert (winter.rule.month, winter.rule.nth, winter.rule.weekday) == (11, 1, 6)
    # The local time by the clock until then: 02:00, never 03:00.
    assert summer.onsets[0] == datetime(2026, 3, 8, 2)
    assert winter.onsets[0] == datetime(2026, 11, 1, 2)
    (tokyo,) = yearly_rules("Asia/Tokyo", 2027)
    assert (tokyo.letters, tokyo.rule, tokyo.is_daylight) == ("JST", None, False)
    assert tokyo.offset == tokyo.offset_before


def test_a_last_sunday_and_a_day_that_is_no_nth_weekday() -> None:
    summer, _ = yearly_rules("Europe/London", 2027)
    assert summer.rule is not None
    assert summer.rule.nth == -1
    assert summer.rule.day_in(2027) == date(2027, 3, 28)
    # Israel starts on the Friday before the last Sunday of March: the onsets stand, no rule is made up.
    israel, _ = yearly_rules("Asia/Jerusalem", 2027)
    assert israel.rule is None
    assert israel.onsets[1].date() == date(2027, 3, 26)
