"""Moments and places on the board are each other's inverse, on the days on which clocks change too."""

import datetime as dt

import pytest

from planner.clock import WallTime, change_overs_between
from planner.ui.boards.time.scale import Column, Scale

#: Zones whose clocks change by an hour at two, at one, at midnight and by half an hour; and one whose never do.
ZONES = ("America/New_York", "Europe/London", "America/Santiago", "Australia/Lord_Howe", "Asia/Tokyo")
TOKYO = "Asia/Tokyo"
DAY = dt.timedelta(days=1)


def days_of(zone: str) -> list[dt.date]:
    """The days around each change of the clocks in a year, and one on which none change."""
    changes = change_overs_between(zone, dt.date(2027, 1, 1), dt.date(2027, 12, 31))
    around = {change.wall.on + off * DAY for change in changes for off in (-1, 0, 1)}
    return sorted({dt.date(2027, 7, 22), *around})


@pytest.mark.parametrize("zone", ZONES)
def test_every_five_minutes_have_a_place_that_leads_back(zone: str) -> None:
    days = days_of(zone)
    scale = Scale([Column(day) for day in days], zone, TOKYO)
    for number, day in enumerate(days):
        begins = dt.datetime.combine(day, dt.time(), dt.UTC) - DAY
        found = 0
        for step in range(3 * 288):
            instant = begins + dt.timedelta(minutes=5 * step)
            spot = scale.spot(instant)
            if spot is None or spot.column != number:
                continue
            found += 1
            assert scale.wall(number, spot.y, second=spot.second).instant() == instant
        turn = scale.turn(number)
        length = 24.0
        if turn is not None:
            length += (turn.bottom - turn.top) / scale.hour * (1 if turn.doubled else -1)
        assert found == length * 12


@pytest.mark.parametrize("zone", ZONES)
def test_every_place_is_a_time_that_clocks_show(zone: str) -> None:
    scale = Scale([Column(day) for day in days_of(zone)], zone, TOKYO, hour=60)
    for number in range(len(scale.columns)):
        turn = scale.turn(number)
        for minute in range(0, 24 * 60, 5):
            jumped = turn is not None and not turn.doubled and turn.top <= minute < turn.bottom
            for second in (False, True):
                wall = scale.wall(number, minute, second=second)
                # A time that clocks do not show, or show twice without saying which, has no instant.
                spot = scale.spot(wall.instant())
                assert spot is not None
                assert spot.column == number
                assert jumped or spot.y == pytest.approx(minute)


def test_an_hour_jumped_over_leads_to_what_clocks_show_then() -> None:
    scale = Scale([Column(dt.date(2027, 3, 14))], "America/New_York", TOKYO)
    turn = scale.turn(0)
    assert turn is not None
    assert (turn.top, turn.bottom, turn.doubled) == (2 * scale.hour, 3 * scale.hour, False)
    assert scale.wall(0, 2.5 * scale.hour).at == dt.time(3)
    assert scale.home_at(0, dt.time(2, 30)) is None


def test_a_doubled_hour_has_two_halves() -> None:
    day = dt.date(2027, 11, 7)
    scale = Scale([Column(day)], "America/New_York", TOKYO)
    first, second = (scale.spot(WallTime(day, dt.time(1, 30), scale.zone, fold)) for fold in (0, 1))
    assert first is not None
    assert second is not None
    assert (first.y, first.second, second.y, second.second) == (1.5 * scale.hour, False, 1.5 * scale.hour, True)
    assert scale.is_second_half(scale.column_width * 0.6)
    assert not scale.is_second_half(scale.column_width * 0.4)
    # Out of the doubled hour the half of the column means nothing.
    assert scale.wall(0, 5 * scale.hour, second=True) == scale.wall(0, 5 * scale.hour)


def test_the_day_at_home_begins_where_its_clocks_say_so() -> None:
    summer, winter = dt.date(2027, 7, 22), dt.date(2027, 12, 22)
    scale = Scale([Column(summer), Column(winter)], "America/New_York", TOKYO)
    assert scale.midnight(0) == (11 * scale.hour, 1)
    assert scale.midnight(1) == (10 * scale.hour, 1)
    assert Scale([Column(summer)], TOKYO, TOKYO).midnight(0) is None


def test_beside_the_columns_there_is_no_place() -> None:
    scale = Scale([Column(dt.date(2027, 7, 22), "Aoi"), Column(dt.date(2027, 7, 22), "Yui")], "Asia/Tokyo", TOKYO)
    noon = WallTime(dt.date(2027, 7, 22), dt.time(12), TOKYO)
    spot = scale.spot(noon, "Yui")
    assert spot is not None
    assert spot.column == 1
    assert scale.spot(noon) is None
    assert [scale.column_at(x) for x in (-1, 0, scale.width - 1, scale.width)] == [None, 0, 1, None]


def test_times_are_taken_to_the_step_and_stay_within_the_day() -> None:
    scale = Scale([Column(dt.date(2027, 7, 22))], TOKYO, TOKYO, hour=60)
    assert scale.wall(0, 607, step=15).at == dt.time(10)
    assert scale.wall(0, 608, step=15).at == dt.time(10, 15)
    assert scale.wall(0, -50, step=5).at == dt.time(0)
    assert scale.wall(0, 5000, step=5).at == dt.time(23, 55)
