"""Every row of domain.md §7.4, and windows where clocks or dates are awkward."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.clock import WallTime, elapsed, elsewhere
from planner.clock.holidays import days_off
from planner.clock.windows import (
    AWAKE_IN_JAPAN,
    AWAKE_IN_THE_US,
    CITY_OFFICE,
    EVENING,
    Caller,
    CallWindow,
    Hours,
    call_windows,
)
from planner.language import say
from planner.model.kinds import Side
from tests.clock.zones_of_the_us import ORACLE, ZONES

TOKYO, NEW_YORK, CHICAGO, LOS_ANGELES = "Asia/Tokyo", "America/New_York", "America/Chicago", "America/Los_Angeles"
GUAM, HONOLULU = "Pacific/Guam", "Pacific/Honolulu"
JAPAN = Caller(TOKYO, AWAKE_IN_JAPAN)
SUMMER, WINTER = date(2027, 7, 21), date(2027, 1, 20)  # two Wednesdays


def american(zone: str) -> Caller:
    return Caller(zone, AWAKE_IN_THE_US)


def written(windows: tuple[CallWindow, ...]) -> list[str]:
    """Each window as the handbook writes it, with the day shift of the other side."""
    found = []
    for window in sorted(windows, key=lambda one: one.start.instant()):
        shift = (window.other_start.on - window.start.on).days
        walls = (window.start, window.end, window.other_start, window.other_end)
        a, b, c, d = (f"{wall.at:%H:%M}" for wall in walls)
        found.append(f"{a}–{b} = {c}–{d} {shift:+}" if a != b else f"{a} = {c} {shift:+}")
    return found


@pytest.mark.parametrize(
    ("zone", "summer", "winter"),
    [
        (
            NEW_YORK,
            ["08:00–11:00 = 19:00–22:00 -1", "20:00–21:00 = 07:00–08:00 +0"],
            ["08:00–12:00 = 18:00–22:00 -1", "21:00 = 07:00 +0"],
        ),
        (CHICAGO, ["08:00–12:00 = 18:00–22:00 -1", "21:00 = 07:00 +0"], ["08:00–13:00 = 17:00–22:00 -1"]),
        ("America/Denver", ["08:00–13:00 = 17:00–22:00 -1"], ["08:00–14:00 = 16:00–22:00 -1"]),
        ("America/Phoenix", ["08:00–14:00 = 16:00–22:00 -1"], ["08:00–14:00 = 16:00–22:00 -1"]),
        (LOS_ANGELES, ["08:00–14:00 = 16:00–22:00 -1"], ["08:00–15:00 = 15:00–22:00 -1"]),
        ("America/Anchorage", ["08:00–15:00 = 15:00–22:00 -1"], ["08:00–16:00 = 14:00–22:00 -1"]),
        (HONOLULU, ["08:00–17:00 = 13:00–22:00 -1"], ["08:00–17:00 = 13:00–22:00 -1"]),
        (GUAM, ["08:00–21:00 = 09:00–22:00 +0"], ["08:00–21:00 = 09:00–22:00 +0"]),
    ],
)
def test_7_4_windows(zone: str, summer: list[str], winter: list[str]) -> None:
    for day, expected in ((SUMMER, summer), (WINTER, winter)):
        assert written(call_windows(JAPAN, american(zone), day, day, 0)) == expected
        # A real call needs its length: hours that only touch are no window.
        lasting = [text for text in expected if "–" in text]
        assert written(call_windows(JAPAN, american(zone), day, day, 30)) == lasting


def test_7_4_the_same_windows_seen_from_america() -> None:
    from_japan = call_windows(JAPAN, american(NEW_YORK), date(2027, 7, 19), date(2027, 7, 30), 30)
    from_america = call_windows(american(NEW_YORK), JAPAN, date(2027, 7, 20), date(2027, 7, 27), 30)
    spans = {(one.start.instant(), one.end.instant()) for one in from_japan}
    assert len(from_america) == 16
    assert {(one.start.instant(), one.end.instant()) for one in from_america} <= spans
    assert all(date(2027, 7, 20) <= one.start.on <= date(2027, 7, 27) for one in from_america)


OFFICE = Caller(TOKYO, AWAKE_IN_JAPAN, office=CITY_OFFICE)


def volunteer(zone: str) -> Caller:
    return Caller(zone, AWAKE_IN_THE_US, evenings=EVENING)


def test_7_4_city_office_and_a_volunteers_evening() -> None:
    windows = call_windows(OFFICE, volunteer(NEW_YORK), SUMMER, SUMMER, 30)
    assert written(windows) == ["08:30–11:00 = 19:30–22:00 -1"]
    windows = call_windows(OFFICE, volunteer(NEW_YORK), WINTER, WINTER, 30)
    assert written(windows) == ["08:30–12:00 = 18:30–22:00 -1"]


@pytest.mark.parametrize("zone", [NEW_YORK, CHICAGO, "America/Denver", LOS_ANGELES, "America/Anchorage", HONOLULU])
def test_7_4_only_evenings_from_sunday_to_thursday_reach_an_office_in_japan(zone: str) -> None:
    windows = call_windows(OFFICE, volunteer(zone), date(2027, 6, 7), date(2027, 7, 4), 30)
    assert {one.other_start.on.strftime("%a") for one in windows} == {"Sun", "Mon", "Tue", "Wed", "Thu"}
    assert {one.start.on.strftime("%a") for one in windows} == {"Mon", "Tue", "Wed", "Thu", "Fri"}
    assert len(windows) == 20
    from_america = call_windows(volunteer(zone), OFFICE, date(2027, 6, 6), date(2027, 7, 3), 30)
    assert {one.start.on.strftime("%a") for one in from_america} == {"Sun", "Mon", "Tue", "Wed", "Thu"}
    # Sunday evening is Monday morning in Japan.
    weekdays = {(one.start.on.strftime("%a"), one.other_start.on.strftime("%a")) for one in from_america}
    assert ("Sun", "Mon") in weekdays


def test_a_holiday_closes_the_office_and_only_the_office() -> None:
    marine_day = date(2027, 7, 19)
    off = days_off(Side.JAPAN, marine_day, marine_day)
    assert call_windows(replace(OFFICE, days_off=off), volunteer(NEW_YORK), marine_day, marine_day, 30) == ()
    at_home = replace(JAPAN, days_off=off)
    holiday, workday = call_windows(at_home, volunteer(NEW_YORK), marine_day, marine_day + timedelta(days=1), 30)[::-1]
    assert (holiday.start.on, workday.start.on) == (marine_day, date(2027, 7, 20))
    assert holiday.score == workday.score - 20
    assert "Marine Day in Tokyo." in [say(reason, "en") for reason in holiday.reasons]
    assert "東京は「海の日」で休みです。" in [say(reason, "ja") for reason in holiday.reasons]


def test_obon_closes_the_city_office() -> None:
    off = days_off(Side.JAPAN, date(2027, 8, 9), date(2027, 8, 20))
    windows = call_windows(replace(OFFICE, days_off=off), volunteer(CHICAGO), date(2027, 8, 9), date(2027, 8, 20), 30)
    days = sorted(one.start.on.day for one in windows)
    # 11 is Mountain Day, 13 and 16 are Obon, 14 and 15 a weekend.
    assert days == [9, 10, 12, 17, 18, 19, 20]


def test_the_best_time_is_fair_to_both_and_round() -> None:
    (window,) = call_windows(JAPAN, volunteer(LOS_ANGELES), SUMMER, SUMMER, 60)
    # 08:00–14:00 in Tokyo, 17:00–22:00 in Los Angeles: two hours from each edge of both days there is 10:00.
    assert (window.best.at, window.other_best.at, window.score) == (time(10), time(18), 100)
    assert [reason.code for reason in window.reasons] == ["call-good"]
    # From 10:15 it is as good; the full hour after it is easier to remember.
    later_up = replace(JAPAN, awake=Hours(time(8, 15), time(21)))
    (window,) = call_windows(later_up, volunteer(LOS_ANGELES), SUMMER, SUMMER, 60)
    assert (window.best.at, window.score) == (time(11), 100)
    tight, early = sorted(call_windows(JAPAN, american(NEW_YORK), SUMMER, SUMMER, 60), key=lambda one: one.start.at)
    assert (tight.best.at, tight.other_best.at, tight.score) == (time(9), time(20), 50)
    # 20:00 in Tokyo is 07:00 in New York: at the edge of both days.
    assert (early.best.at, early.other_best.at, early.score) == (time(20), time(7), 0)
    assert [(one.code, one.figures["zone"]) for one in early.reasons] == [
        ("call-late", TOKYO),
        ("call-early", NEW_YORK),
    ]


def test_best_windows_come_first_then_by_time() -> None:
    windows = call_windows(JAPAN, american(NEW_YORK), SUMMER, SUMMER + timedelta(days=3), 60)
    assert [(-one.score, one.start.instant()) for one in windows] == sorted(
        (-one.score, one.start.instant()) for one in windows
    )
    assert windows[0].score > windows[-1].score


def test_a_weekend_is_said_of_the_side_that_has_it() -> None:
    friday_evening = date(2027, 7, 23)
    (window,) = call_windows(volunteer(CHICAGO), JAPAN, friday_evening, friday_evening, 60)
    assert [one.code for one in window.reasons] == ["call-weekend", "call-decent"]
    assert say(window.reasons[0], "en") == "It is Saturday in Tokyo."


def test_the_night_of_a_change_over_counts_its_real_hours() -> None:
    night = Hours(time(22), time(6))
    for day, hours in ((date(2027, 3, 13), 7), (date(2026, 10, 31), 9), (date(2027, 6, 1), 8)):
        (window,) = call_windows(Caller(NEW_YORK, night), Caller(TOKYO, Hours(time(0), time(0))), day, day, 30)
        assert elapsed(window.start, window.end) == timedelta(hours=hours)
        assert (window.start.local, window.end.at) == (datetime.combine(day, time(22)), time(6))
        assert elsewhere(window.end, TOKYO) == window.other_end


def test_hours_that_begin_or_end_in_a_missing_or_doubled_hour() -> None:
    anytime = Caller("UTC", Hours(time(0), time(0)))
    spring, autumn = date(2027, 3, 14), date(2026, 11, 1)
    (window,) = call_windows(Caller(NEW_YORK, Hours(time(2, 30), time(5))), anytime, spring, spring, 30)
    assert (window.start.at, window.start.instant()) == (time(3), datetime(2027, 3, 14, 7, tzinfo=UTC))
    (window,) = call_windows(Caller(NEW_YORK, Hours(time(0), time(2, 30))), anytime, spring, spring, 30)
    assert window.end.instant() == datetime(2027, 3, 14, 7, tzinfo=UTC)
    (window,) = call_windows(Caller(NEW_YORK, Hours(time(1, 30), time(5))), anytime, autumn, autumn, 30)
    assert window.start == WallTime(autumn, time(1, 30), NEW_YORK, fold=0)
    (window,) = call_windows(Caller(NEW_YORK, Hours(time(0), time(1, 30))), anytime, autumn, autumn, 30)
    assert window.end == WallTime(autumn, time(1, 30), NEW_YORK, fold=1)


def test_a_window_on_the_day_of_a_change_says_so() -> None:
    sunday = date(2026, 11, 1)
    windows = call_windows(volunteer(NEW_YORK), JAPAN, sunday - timedelta(days=1), sunday, 30)
    before, after = sorted(windows, key=lambda one: one.start.on)
    assert written((before, after)) == ["19:00–22:00 = 08:00–11:00 +1", "18:00–22:00 = 08:00–12:00 +1"]
    assert "call-clocks-back" in [one.code for one in after.reasons]
    assert "call-clocks-back" not in [one.code for one in before.reasons]
    spring = date(2027, 3, 14)
    (window,) = call_windows(volunteer(NEW_YORK), JAPAN, spring, spring, 30)
    assert "call-clocks-forward" in [one.code for one in window.reasons]


def test_awake_round_the_clock_has_no_edge() -> None:
    owl = Caller(NEW_YORK, Hours(time(0), time(0)))
    (window,) = call_windows(JAPAN, owl, SUMMER, SUMMER, 60)
    assert written((window,)) == ["08:00–21:00 = 19:00–08:00 -1"]
    assert window.score == 100


def test_hours_that_last_past_midnight() -> None:
    night_owl = Caller(NEW_YORK, Hours(time(18), time(1)))
    (window,) = call_windows(Caller(TOKYO, Hours(time(13), time(21))), night_owl, SUMMER, SUMMER, 60)
    assert written((window,)) == ["13:00–14:00 = 00:00–01:00 +0"]
    # Midnight is late for who stays up, not early.
    assert [(one.code, one.figures["zone"]) for one in window.reasons] == [
        ("call-early", TOKYO),
        ("call-late", NEW_YORK),
    ]


def test_an_evening_past_midnight_of_somebody_awake_round_the_clock_is_one_window() -> None:
    owl = Caller(NEW_YORK, Hours(time(0), time(0)), evenings=Hours(time(22), time(2)))
    (window,) = call_windows(owl, Caller(TOKYO, Hours(time(0), time(0))), SUMMER, SUMMER, 60)
    assert written((window,)) == ["22:00–02:00 = 11:00–15:00 +1"]


def test_hours_that_never_meet() -> None:
    assert call_windows(replace(JAPAN, evenings=EVENING), volunteer(NEW_YORK), WINTER, WINTER, 0) == ()
    at_the_office_by_night = Caller(TOKYO, AWAKE_IN_JAPAN, CITY_OFFICE, Hours(time(18), time(22)))
    assert at_the_office_by_night.free_on(WINTER) is None
    assert call_windows(Caller(TOKYO, AWAKE_IN_JAPAN, CITY_OFFICE, EVENING), american(GUAM), WINTER, WINTER, 60) == ()


bands = st.builds(
    Hours, st.times(time(5), time(11, 59)).map(lambda at: at.replace(second=0, microsecond=0)), st.just(time(22))
)
days = st.one_of(
    st.dates(date(2024, 1, 1), date(2030, 12, 28)),
    st.sampled_from([date(2027, 3, 13), date(2027, 3, 14), date(2026, 10, 31), date(2026, 11, 1)]),
)


@given(st.sampled_from(ZONES), days, bands, bands, st.integers(15, 120))
@settings(deadline=None, max_examples=60)
def test_every_minute_of_a_window_is_decent_on_both_sides_and_no_other(
    zone: str, day: date, ours: Hours, theirs: Hours, minutes: int
) -> None:
    windows = call_windows(Caller(TOKYO, ours), Caller(zone, theirs), day, day, minutes)
    inside = [(one.start.instant(), one.end.instant()) for one in windows]
    for quarter in range(96):
        here = (datetime.combine(day, time()) + quarter * timedelta(minutes=15)).replace(tzinfo=ORACLE[TOKYO])
        spans = [_decent(here + n * timedelta(minutes=1), ours, zone, theirs) for n in range(minutes)]
        at = here.astimezone(UTC)
        fits = any(start <= at and at + timedelta(minutes=minutes) <= end for start, end in inside)
        assert fits == all(spans)
    for one in windows:
        assert one.start.on == day
        assert elsewhere(one.start, zone) == one.other_start
        assert one.start.instant() <= one.best.instant() <= one.end.instant() - timedelta(minutes=minutes)
        assert 0 <= one.score <= 100


def _decent(at: datetime, ours: Hours, zone: str, theirs: Hours) -> bool:
    oracle: ZoneInfo = ORACLE[zone]
    there = at.astimezone(UTC).astimezone(oracle)
    return ours.start <= at.time() < ours.end and theirs.start <= there.time() < theirs.end
