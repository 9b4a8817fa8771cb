"""What an event's instant was by the zone data of another day: with data that says something else."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.clock import LAST_YEAR, Doubled, Missing, WallTime, look_at
from planner.clock.records import instant_by, moved, transitions_of
from planner.model.message import PlannerError
from tests.clock.zones_of_the_us import ZONES, oracle_readings

NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"
HOUR = 3600


def wall(day: str, at: str, zone: str = NEW_YORK, fold: int | None = None) -> WallTime:
    return WallTime(date.fromisoformat(day), time.fromisoformat(at), zone, fold)


def seconds(year: int, month: int, day: int, hour: int) -> int:
    return int(datetime(year, month, day, hour, tzinfo=UTC).timestamp())


@pytest.fixture
def permanent_daylight_time() -> list[list[int]]:
    """A law as H.R. 139 would have it, in the data a file was saved with: no change-over after March 2027."""
    record = transitions_of(NEW_YORK, 2026, 2028)
    kept = [row for row in record if row[0] <= seconds(2027, 3, 14, 7)]
    return [*kept, [record[-1][0], -4 * HOUR]]


@pytest.fixture
def half_an_hour() -> list[list[int]]:
    """A law as H.R. 7378 would have it: clocks half an hour ahead of standard time, for good, from March 2027."""
    record = transitions_of(NEW_YORK, 2026, 2028)
    kept = [row for row in record if row[0] < seconds(2027, 3, 14, 7)]
    return [*kept, [seconds(2027, 3, 14, 7), -4 * HOUR - HOUR // 2], [record[-1][0], -4 * HOUR - HOUR // 2]]


def test_a_record_is_plain_numbers() -> None:
    record = transitions_of(NEW_YORK, 2027, 2027)
    assert json.loads(json.dumps(record)) == record
    assert [offset // HOUR for _, offset in record] == [-5, -4, -5, -5]
    assert record[1][0] == seconds(2027, 3, 14, 7)
    assert len(transitions_of(TOKYO, 2024, 2030)) == 2
    with pytest.raises(PlannerError, match="zone-unknown"):
        transitions_of("Mars/Olympus", 2027, 2027)


near_turns = st.one_of(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31, 23, 59)),
    st.builds(
        lambda day, minutes: datetime.combine(day, time()) + timedelta(minutes=minutes),
        st.sampled_from([date(2027, 3, 14), date(2026, 11, 1), date(2024, 11, 3), date(2030, 3, 10)]),
        st.integers(0, 300),
    ),
)


@cache
def record_of(zone: str) -> list[list[int]]:
    return transitions_of(zone, 2024, 2030)


@given(st.sampled_from(ZONES), near_turns, st.sampled_from([None, 0, 1]))
@settings(deadline=None, max_examples=400)
def test_a_record_reads_every_time_as_the_clock_itself(zone: str, local: datetime, fold: int | None) -> None:
    local = local.replace(second=0, microsecond=0)
    planned = WallTime(local.date(), local.time(), zone, fold)
    shown = oracle_readings(local, zone)
    found = instant_by(record_of(zone), planned)
    if len(shown) == 1:
        assert found == shown[0]
    elif shown and fold is not None:
        assert found == shown[fold]
    else:
        assert found == look_at(planned.on, planned.at, zone)
        assert isinstance(found, Doubled if shown else Missing)
    assert moved(record_of(zone), planned) is None


def test_what_is_not_recorded_is_not_said_to_have_moved() -> None:
    record = transitions_of(NEW_YORK, 2027, 2027)
    for day in ("2026-12-01", "2028-02-01"):
        assert instant_by(record, wall(day, "10:00")) is None
        assert moved(record, wall(day, "10:00")) is None
    for day, at in (("2027-01-01", "00:00"), ("2027-12-31", "23:59")):
        assert instant_by(record, wall(day, at)) == wall(day, at).instant()
    honolulu = transitions_of("Pacific/Honolulu", 2027, 2027)
    last = wall("2027-12-31", "23:59", "Pacific/Honolulu")
    assert instant_by(honolulu, last) == last.instant()
    assert transitions_of(NEW_YORK, 2036, LAST_YEAR + 9)[-1][0] <= seconds(LAST_YEAR, 12, 31, 0)


def test_permanent_daylight_time_would_move_the_winter_alone(permanent_daylight_time: list[list[int]]) -> None:
    summer, winter = wall("2027-07-22", "16:00"), wall("2028-01-20", "16:00")
    assert moved(permanent_daylight_time, summer) is None
    change = moved(permanent_daylight_time, winter)
    assert change is not None
    assert (change.was, change.now) == (
        datetime(2028, 1, 20, 20, tzinfo=UTC),
        datetime(2028, 1, 20, 21, tzinfo=UTC),
    )
    assert change.by == timedelta(hours=1)


def test_hours_that_are_missing_or_doubled_by_one_of_the_two_alone(permanent_daylight_time: list[list[int]]) -> None:
    # Doubled today, once by the record: whoever planned it meant that one.
    doubled_now = moved(permanent_daylight_time, wall("2027-11-07", "01:30"))
    assert doubled_now is not None
    assert doubled_now.was == datetime(2027, 11, 7, 5, 30, tzinfo=UTC)
    assert isinstance(doubled_now.now, Doubled)
    assert doubled_now.by is None
    # The first of the two is the same moment; the second is not.
    assert moved(permanent_daylight_time, wall("2027-11-07", "01:30", fold=0)) is None
    second = moved(permanent_daylight_time, wall("2027-11-07", "01:30", fold=1))
    assert second is not None
    assert second.by == timedelta(hours=1)
    # Missing today, there by the record.
    missing_now = moved(permanent_daylight_time, wall("2028-03-12", "02:30"))
    assert missing_now is not None
    assert isinstance(missing_now.now, Missing)
    assert missing_now.was == datetime(2028, 3, 12, 6, 30, tzinfo=UTC)
    # Missing by both, as on the last change-over before the law: nothing has moved.
    assert moved(permanent_daylight_time, wall("2027-03-14", "02:30")) is None


def test_a_shift_of_thirty_minutes(half_an_hour: list[list[int]]) -> None:
    change = moved(half_an_hour, wall("2027-07-22", "16:00"))
    assert change is not None
    assert change.by == timedelta(minutes=-30)
    missing = instant_by(half_an_hour, wall("2027-03-14", "02:15"))
    assert missing == Missing(wall("2027-03-14", "01:45"), wall("2027-03-14", "02:45"))
    # Half an hour later is there by the record, and missing today.
    there = moved(half_an_hour, wall("2027-03-14", "02:45"))
    assert there is not None
    assert there.was == datetime(2027, 3, 14, 7, 15, tzinfo=UTC)
    assert isinstance(there.now, Missing)


def test_a_zone_that_is_not_known_any_more(half_an_hour: list[list[int]]) -> None:
    assert moved(half_an_hour, wall("2027-07-22", "16:00", "Mars/Olympus")) is None
