"""Every US zone and Japan, 2024 to 2030, against an independent implementation."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.clock import (
    Doubled,
    Missing,
    Ordinary,
    WallTime,
    change_overs,
    elapsed,
    elsewhere,
    later,
    look_at,
    offset_of,
    wall_at,
    yearly_rules,
    zone_letters,
)
from tests.clock.zones_of_the_us import ORACLE, ZONES, oracle_readings

FIRST, LAST = datetime(2024, 1, 1), datetime(2030, 12, 31, 23, 59)
MINUTE = timedelta(minutes=1)


@cache
def turns(zone: str) -> list[datetime]:
    """The change-overs by zoneinfo: where the offset differs from an hour before, to the minute."""
    found, oracle = [], ORACLE[zone]
    day = FIRST.replace(tzinfo=UTC)
    while day < LAST.replace(tzinfo=UTC):
        low, high = day, day + timedelta(days=1)
        if low.astimezone(oracle).utcoffset() != high.astimezone(oracle).utcoffset():
            while high - low > MINUTE:
                middle = low + ((high - low) // MINUTE // 2) * MINUTE
                same = middle.astimezone(oracle).utcoffset() == low.astimezone(oracle).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            found.append(high)
        day += timedelta(days=1)
    return found


@cache
def with_turns() -> list[str]:
    return [zone for zone in ZONES if turns(zone)]


zones = st.sampled_from(ZONES)
minutes_of_years = st.integers(0, int((LAST - FIRST) / MINUTE))
anywhen = minutes_of_years.map(lambda minutes: FIRST + minutes * MINUTE)


@st.composite
def near_a_turn(draw: st.DrawFn) -> tuple[str, datetime]:
    """A zone and a local time within three hours of one of its change-overs."""
    zone = draw(st.sampled_from(with_turns()))
    turn = draw(st.sampled_from(turns(zone))).astimezone(ORACLE[zone]).replace(tzinfo=None, fold=0)
    return zone, turn + draw(st.integers(-180, 180)) * MINUTE


somewhere = st.one_of(near_a_turn(), st.tuples(zones, anywhen))


def test_the_zones_are_those_of_the_country() -> None:
    assert {"America/New_York", "America/Indiana/Knox", "Pacific/Guam", "America/Puerto_Rico"} <= set(ZONES)
    assert len(ZONES) > 30
    assert all(len(turns(zone)) == 14 for zone in with_turns())


@given(somewhere)
@settings(deadline=None, max_examples=400)
def test_a_local_time_is_there_once_never_or_twice(where: tuple[str, datetime]) -> None:
    zone, local = where
    expected = oracle_readings(local, zone)
    looked = look_at(local.date(), local.time(), zone)
    if len(expected) == 1:
        assert isinstance(looked, Ordinary)
        assert looked.wall.instant() == expected[0]
        assert looked.wall.with_fold(0).instant() == looked.wall.with_fold(1).instant() == expected[0]
    elif len(expected) == 2:
        assert isinstance(looked, Doubled)
        assert [looked.first.instant(), looked.second.instant()] == expected
    else:
        assert isinstance(looked, Missing)
        # zoneinfo takes the missing time by the clock of before (fold 0) or of after (fold 1).
        by_clock_before, by_clock_after = (
            local.replace(tzinfo=ORACLE[zone], fold=fold).astimezone(UTC) for fold in (0, 1)
        )
        assert looked.after.instant() == by_clock_before
        assert looked.before.instant() == by_clock_after
        assert looked.before.local < local < looked.after.local


@given(somewhere, zones)
@settings(deadline=None, max_examples=300)
def test_the_same_instant_elsewhere_and_back(where: tuple[str, datetime], other: str) -> None:
    zone, local = where
    instant = local.replace(tzinfo=UTC)
    here = wall_at(instant, zone)
    shown = instant.astimezone(ORACLE[zone])
    assert here.local == shown.replace(tzinfo=None, fold=0)
    assert here.fold in (None, shown.fold)
    assert (here.fold is not None) == (len(oracle_readings(here.local, zone)) == 2)
    assert here.instant() == instant
    assert zone_letters(here) == shown.tzname()
    assert offset_of(here) == shown.utcoffset()
    there = elsewhere(here, other)
    assert there.local == instant.astimezone(ORACLE[other]).replace(tzinfo=None, fold=0)
    assert elsewhere(there, zone) == here


@given(somewhere, zones, st.integers(-3000, 3000))
@settings(deadline=None, max_examples=200)
def test_time_that_passes(where: tuple[str, datetime], other: str, minutes: int) -> None:
    zone, local = where
    start = wall_at(local.replace(tzinfo=UTC), zone)
    end = later(start, minutes * MINUTE)
    assert elapsed(start, end) == minutes * MINUTE
    assert elapsed(elsewhere(start, other), end) == minutes * MINUTE
    assert end.local == (local.replace(tzinfo=UTC) + minutes * MINUTE).astimezone(ORACLE[zone]).replace(
        tzinfo=None, fold=0
    )


@pytest.mark.parametrize("zone", ZONES)
def test_the_change_overs(zone: str) -> None:
    ours = list(change_overs(zone, FIRST.replace(tzinfo=UTC), LAST.replace(tzinfo=UTC)))
    assert [turn.instant for turn in ours] == turns(zone)
    for turn in ours:
        before = (turn.instant - MINUTE).astimezone(ORACLE[zone])
        after = turn.instant.astimezone(ORACLE[zone])
        assert (turn.offset_before, turn.letters_before) == (before.utcoffset(), before.tzname())
        assert (turn.offset_after, turn.letters_after) == (after.utcoffset(), after.tzname())
        assert turn.wall.instant() == turn.instant
        assert turn.shown_before - before.replace(tzinfo=None, fold=0) == MINUTE


@pytest.mark.parametrize("zone", ZONES)
def test_the_yearly_rules_give_the_offset_of_every_day_to_2037(zone: str) -> None:
    rules = yearly_rules(zone, 2027)
    onsets = sorted(
        (datetime.combine(one.rule.day_in(year), one.onsets[0].time()) if one.rule else one.onsets[0], one)
        for one in rules
        for year in range(2026, 2038)
    )
    days = (date(2027, 1, 1) + timedelta(days=n) for n in range(4017))
    for day in days:
        noon = datetime.combine(day, time(12))
        holding = [one for onset, one in onsets if onset <= noon][-1]
        there = noon.replace(tzinfo=ORACLE[zone])
        assert (holding.offset, holding.letters) == (there.utcoffset(), there.tzname())
        assert holding.is_daylight == bool(there.dst())


def test_a_wall_time_of_every_quarter_of_an_hour_on_every_change_over_day() -> None:
    for zone in with_turns():
        for turn in turns(zone):
            midnight = datetime.combine(turn.astimezone(ORACLE[zone]).date(), time())
            for quarter in range(96):
                local = midnight + quarter * timedelta(minutes=15)
                expected = oracle_readings(local, zone)
                looked = look_at(local.date(), local.time(), zone)
                assert len(expected) == {Missing: 0, Ordinary: 1, Doubled: 2}[type(looked)]
                for fold, instant in enumerate(expected):
                    assert WallTime(local.date(), local.time(), zone, fold).instant() == instant
