from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from planner.clock import WallTime
from planner.clock.recurring import Resolved, messages_of, recurring, shifts_within
from planner.language import say
from planner.model.message import PlannerError

TOKYO, NEW_YORK, CHICAGO = "Asia/Tokyo", "America/New_York", "America/Chicago"


def wall(day: str, at: str, zone: str, fold: int | None = None) -> WallTime:
    return WallTime(date.fromisoformat(day), time.fromisoformat(at), zone, fold)


def test_7_4_a_call_that_keeps_japans_clock() -> None:
    calls = recurring(wall("2026-10-21", "09:00", TOKYO), NEW_YORK, date(2026, 11, 11))
    assert [call.at for call in calls] == [
        wall(day, "09:00", TOKYO) for day in ("2026-10-21", "2026-10-28", "2026-11-04", "2026-11-11")
    ]
    assert [(call.other.on.isoformat(), f"{call.other.at:%a %H:%M}"[4:]) for call in calls] == [
        ("2026-10-20", "20:00"),
        ("2026-10-27", "20:00"),
        ("2026-11-03", "19:00"),
        ("2026-11-10", "19:00"),
    ]
    assert [call.shifted for call in calls] == [timedelta(), timedelta(), timedelta(hours=-1), timedelta()]
    (message,) = messages_of(calls[2])
    assert say(message, "en") == "From Tue 3 Nov this call is 1 h earlier in New York, at 7:00 PM EST."
    assert say(message, "ja") == "11月3日(火)から、この通話はニューヨークでは1時間早い19:00 ESTになります。"
    assert messages_of(calls[3]) == ()


def test_7_4_a_call_that_keeps_americas_clock() -> None:
    first = wall("2026-10-27", "18:00", NEW_YORK)
    calls = recurring(first, TOKYO, date(2026, 11, 3))
    assert [call.other for call in calls] == [wall("2026-10-28", "07:00", TOKYO), wall("2026-11-04", "08:00", TOKYO)]
    # The same series entered on Japan's clock, kept on America's.
    mirrored = recurring(wall("2026-10-28", "07:00", TOKYO), NEW_YORK, date(2026, 11, 4), anchor=NEW_YORK)
    assert [(call.other, call.at) for call in mirrored] == [(call.at, call.other) for call in calls]
    assert [call.shifted for call in mirrored] == [timedelta(), timedelta(hours=1)]
    (message,) = messages_of(mirrored[1])
    assert (message.code, message.figures["zone"]) == ("call-shift-later", TOKYO)
    assert message.figures["on"] == date(2026, 11, 4)


@pytest.mark.parametrize("zone", ["America/Phoenix", "Pacific/Honolulu"])
def test_7_4_phoenix_and_honolulu_never_move(zone: str) -> None:
    calls = recurring(wall("2026-09-02", "09:00", TOKYO), zone, date(2027, 8, 25))
    assert len(calls) == 52
    assert len({call.other.at for call in calls}) == 1
    assert not any(call.shifted for call in calls)
    assert shifts_within(TOKYO, zone, date(2024, 1, 1), date(2030, 12, 31)) == ()


def test_scenario_3_the_weekly_call_of_a_residency() -> None:
    calls = recurring(wall("2027-03-06", "09:00", TOKYO), CHICAGO, date(2027, 3, 31))
    assert [call.other for call in calls] == [
        wall("2027-03-05", "18:00", CHICAGO),
        wall("2027-03-12", "18:00", CHICAGO),
        wall("2027-03-19", "19:00", CHICAGO),
        wall("2027-03-26", "19:00", CHICAGO),
    ]
    assert calls[2].shifted == timedelta(hours=1)


def test_a_missing_hour_moves_on_and_is_marked() -> None:
    calls = recurring(wall("2027-03-07", "02:30", NEW_YORK), TOKYO, date(2027, 3, 21))
    assert [call.at.at for call in calls] == [time(2, 30), time(3, 30), time(2, 30)]
    assert [call.resolved for call in calls] == [Resolved.AS_PLANNED, Resolved.MOVED, Resolved.AS_PLANNED]
    assert [call.other.at for call in calls] == [time(16, 30), time(16, 30), time(15, 30)]
    (message,) = messages_of(calls[1])
    assert say(message, "en").endswith("that day it is at 3:30 AM EDT.")
    assert "3:30 EDT" in say(message, "ja")


def test_a_doubled_hour_is_the_first_of_two_unless_the_second_was_meant() -> None:
    calls = recurring(wall("2026-10-25", "01:30", NEW_YORK), TOKYO, date(2026, 11, 8))
    assert [call.resolved for call in calls] == [Resolved.AS_PLANNED, Resolved.FIRST_OF_TWO, Resolved.AS_PLANNED]
    assert calls[1].at.fold == 0
    assert calls[1].other.at == time(14, 30)
    assert "first" in say(messages_of(calls[1])[-1], "en")
    second = recurring(wall("2026-11-01", "01:30", NEW_YORK, fold=1), TOKYO, date(2026, 11, 8))
    assert [call.other.at for call in second] == [time(15, 30), time(15, 30)]
    assert [call.resolved for call in second] == [Resolved.AS_PLANNED] * 2


def test_the_first_call_itself_is_never_guessed() -> None:
    with pytest.raises(PlannerError, match="hour-missing"):
        recurring(wall("2027-03-14", "02:30", NEW_YORK), TOKYO, date(2027, 4, 1))
    with pytest.raises(PlannerError, match="hour-doubled"):
        recurring(wall("2026-11-01", "01:30", NEW_YORK), TOKYO, date(2026, 12, 1))
    with pytest.raises(ValueError, match="week"):
        recurring(wall("2026-11-02", "01:30", NEW_YORK), TOKYO, date(2026, 12, 1), weeks=0)


def test_every_other_week_and_an_end_before_the_first() -> None:
    first = wall("2027-01-05", "18:00", NEW_YORK)
    assert [call.at.on.day for call in recurring(first, TOKYO, date(2027, 2, 2), weeks=2)] == [5, 19, 2]
    assert recurring(first, TOKYO, date(2027, 1, 4)) == ()


def test_shifts_between_the_two_clocks() -> None:
    spring, autumn = shifts_within(TOKYO, NEW_YORK, date(2027, 1, 1), date(2027, 12, 31))
    assert (spring.zone, spring.on_a, spring.on_b) == (NEW_YORK, date(2027, 3, 14), date(2027, 3, 14))
    # A call at 9:00 in Tokyo is an hour later in New York; one at 18:00 in New York an hour earlier in Tokyo.
    assert (spring.for_a, spring.for_b) == (-1, 1)
    assert (autumn.for_a, autumn.for_b) == (1, -1)
    assert autumn.instant == datetime(2027, 11, 7, 6, tzinfo=UTC)
    mirrored = shifts_within(NEW_YORK, TOKYO, date(2027, 1, 1), date(2027, 12, 31))
    assert [(one.for_a, one.for_b) for one in mirrored] == [(1, -1), (-1, 1)]
    assert shifts_within(TOKYO, NEW_YORK, date(2027, 3, 15), date(2027, 11, 6)) == ()


def test_zones_that_change_one_after_the_other_do_not_shift() -> None:
    assert shifts_within(NEW_YORK, CHICAGO, date(2027, 1, 1), date(2027, 12, 31)) == ()
    assert shifts_within(NEW_YORK, NEW_YORK, date(2027, 1, 1), date(2027, 12, 31)) == ()
    assert len(shifts_within(NEW_YORK, "America/Phoenix", date(2027, 1, 1), date(2027, 12, 31))) == 2
    # Europe changes two or three weeks after, and one week before, the United States.
    assert [one.for_b for one in shifts_within(NEW_YORK, "Europe/London", date(2027, 1, 1), date(2027, 12, 31))] == [
        -1, 1, -1, 1,
    ]  # fmt: skip
