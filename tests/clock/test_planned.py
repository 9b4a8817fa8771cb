from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from planner.clock import WallTime, arrives_of, departs_of, elapsed, ends_of, starts_of
from planner.model.cities import City
from planner.model.programme import Activity, Journey, Place
from planner.model.visits import Visit

EASTERN, CENTRAL, TOKYO = "America/New_York", "America/Chicago", "Asia/Tokyo"
DAY = date(2027, 7, 22)


@pytest.fixture
def visit() -> Visit:
    return Visit(host_city=City(zone=EASTERN), home_city=City(zone=TOKYO))


def test_an_activity_on_the_host_citys_clock(visit: Visit) -> None:
    call = Activity(visit=visit, starts_on=DAY, starts_at=time(16), ends_at=time(17, 30))
    assert starts_of(call) == WallTime(DAY, time(16), EASTERN)
    assert ends_of(call) == WallTime(DAY, time(17, 30), EASTERN)


def test_the_places_zone_and_the_stated_zone_come_first(visit: Visit) -> None:
    lunch = Activity(visit=visit, starts_on=DAY, starts_at=time(12), place=Place(zone=CENTRAL))
    assert starts_of(lunch) == WallTime(DAY, time(12), CENTRAL)
    lunch.zone = TOKYO
    assert starts_of(lunch) == WallTime(DAY, time(12), TOKYO)


def test_an_end_after_midnight_and_an_end_on_a_later_day(visit: Visit) -> None:
    dance = Activity(visit=visit, starts_on=DAY, starts_at=time(20), ends_at=time(0, 30))
    assert ends_of(dance) == WallTime(DAY + timedelta(days=1), time(0, 30), EASTERN)
    camp = Activity(visit=visit, starts_on=DAY, starts_at=time(9), ends_on=date(2027, 7, 25), ends_at=time(8))
    assert ends_of(camp) == WallTime(date(2027, 7, 25), time(8), EASTERN)


def test_what_is_not_known_is_nothing(visit: Visit) -> None:
    day_off = Activity(visit=visit, starts_on=DAY)
    assert (starts_of(day_off), ends_of(day_off)) == (None, None)
    coach = Journey(visit=visit, departs_on=DAY)
    assert (departs_of(coach), arrives_of(coach)) == (None, None)


def test_midnight_is_a_time_like_any_other(visit: Visit) -> None:
    vigil = Activity(visit=visit, starts_on=DAY, starts_at=time(0), ends_at=time(1))
    assert starts_of(vigil) == WallTime(DAY, time(0), EASTERN)
    assert ends_of(vigil) == WallTime(DAY, time(1), EASTERN)


def test_the_fold_goes_along(visit: Visit) -> None:
    night = date(2026, 11, 1)
    shift = Activity(visit=visit, starts_on=night, starts_at=time(1, 30), ends_at=time(1, 45))
    shift.starts_fold = shift.ends_fold = 1
    start, end = starts_of(shift), ends_of(shift)
    assert start is not None
    assert end is not None
    assert elapsed(start, end) == timedelta(minutes=15)
    assert start.fold == end.fold == 1


def test_a_flight_has_a_clock_at_each_end(visit: Visit) -> None:
    flight = Journey(
        visit=visit,
        departs_on=DAY,
        departs_at=time(11),
        departs_zone=TOKYO,
        arrives_on=DAY,
        arrives_at=time(10, 50),
    )
    leaves, lands = departs_of(flight), arrives_of(flight)
    assert leaves == WallTime(DAY, time(11), TOKYO)
    assert lands == WallTime(DAY, time(10, 50), EASTERN)
    assert elapsed(leaves, lands) == timedelta(hours=12, minutes=50)
