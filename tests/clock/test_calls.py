"""Calls of a plan in time: series over change-overs, what is coming, and the spells at one time of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from planner.clock import WallTime
from planner.clock.calls import AHEAD, call_ends, call_starts, coming, is_plain, occurrences, spells
from planner.model.calls import Call
from planner.model.message import PlannerError

TOKYO, NEW_YORK, CHICAGO, HONOLULU = "Asia/Tokyo", "America/New_York", "America/Chicago", "Pacific/Honolulu"


def call(on: date, at: time | None, zone: str, **more: Any) -> Call:
    return Call(starts_on=on, starts_at=at, zone=zone, **more)


def shown(walls: list[WallTime]) -> list[str]:
    return [f"{wall.local:%a %d %b %H:%M}" for wall in walls]


def test_scenario_3_the_weekly_call_of_the_artists() -> None:
    weekly = call(date(2027, 3, 6), time(9), TOKYO, every_weeks=1, until=date(2027, 3, 27))
    found = occurrences(weekly, CHICAGO, date(2027, 12, 31))
    assert shown([one.at for one in found]) == [f"Sat {day:02} Mar 09:00" for day in (6, 13, 20, 27)]
    assert shown([one.other for one in found]) == [
        "Fri 05 Mar 18:00", "Fri 12 Mar 18:00", "Fri 19 Mar 19:00", "Fri 26 Mar 19:00",
    ]  # fmt: skip
    assert [one.shifted for one in found] == [timedelta(), timedelta(), timedelta(hours=1), timedelta()]


def test_7_4_a_series_kept_in_new_york_moves_in_japan() -> None:
    weekly = call(date(2026, 10, 20), time(18), NEW_YORK, every_weeks=1)
    found = occurrences(weekly, TOKYO, date(2026, 11, 10))
    assert shown([one.other for one in found]) == [
        "Wed 21 Oct 07:00", "Wed 28 Oct 07:00", "Wed 04 Nov 08:00", "Wed 11 Nov 08:00",
    ]  # fmt: skip


def test_7_4_honolulu_never_moves() -> None:
    weekly = call(date(2027, 1, 4), time(9), TOKYO, every_weeks=1)
    assert not any(one.shifted for one in occurrences(weekly, HONOLULU, date(2027, 12, 31)))


def test_a_call_without_a_time_is_on_no_clock() -> None:
    unset = call(date(2027, 3, 6), None, TOKYO, every_weeks=1)
    assert call_starts(unset) is None
    assert occurrences(unset, NEW_YORK, date(2027, 12, 31)) == ()
    assert list(coming(unset, NEW_YORK, datetime(2027, 1, 1, tzinfo=UTC))) == []


def test_its_end_is_reckoned_in_time_that_passes() -> None:
    night = call(date(2027, 11, 7), time(0, 30), NEW_YORK, minutes=120)
    starts = call_starts(night)
    assert starts is not None
    assert call_ends(night, starts) == WallTime(date(2027, 11, 7), time(1, 30), NEW_YORK, 1)
    night.minutes = None
    assert call_ends(night, starts) is None


def test_a_call_that_is_going_on_is_still_coming() -> None:
    once = call(date(2027, 3, 6), time(9), TOKYO, minutes=30)
    begins = datetime(2027, 3, 6, 0, 0, tzinfo=UTC)
    assert len(list(coming(once, NEW_YORK, begins + timedelta(minutes=30)))) == 1
    assert not list(coming(once, NEW_YORK, begins + timedelta(minutes=31)))


def test_an_endless_series_is_looked_at_for_half_a_year_from_now_or_its_beginning() -> None:
    weekly = call(date(2027, 3, 6), time(9), TOKYO, every_weeks=1)
    early = list(coming(weekly, NEW_YORK, datetime(2026, 1, 1, tzinfo=UTC)))
    assert (early[0].at.on, early[-1].at.on) == (date(2027, 3, 6), date(2027, 3, 6) + AHEAD)
    late = list(coming(weekly, NEW_YORK, datetime(2028, 6, 1, tzinfo=UTC)))
    assert (late[0].at.on, len(late)) == (date(2028, 6, 3), 26)


def test_a_missing_first_time_is_refused() -> None:
    with pytest.raises(PlannerError) as caught:
        occurrences(call(date(2027, 3, 14), time(2, 30), NEW_YORK), TOKYO, date(2027, 3, 14))
    assert caught.value.code == "hour-missing"


def test_spells_are_runs_of_one_weekday_and_time() -> None:
    weekly = call(date(2027, 2, 27), time(9), TOKYO, every_weeks=1)
    found = spells(one.other for one in occurrences(weekly, NEW_YORK, date(2027, 12, 31)))
    told = [(spell.first.on, spell.last.on, spell.first.at.hour) for spell in found]
    assert told == [
        (date(2027, 2, 26), date(2027, 3, 12), 19),
        (date(2027, 3, 19), date(2027, 11, 5), 20),
        (date(2027, 11, 12), date(2027, 12, 24), 19),
    ]
    assert spells([]) == ()


@pytest.mark.parametrize(
    ("on", "at", "minutes", "plain"),
    [
        (date(2027, 3, 7), time(2, 30), 30, False),  # in the missing hour a week later
        (date(2027, 3, 7), time(1, 30), 60, False),  # ends in it
        (date(2027, 10, 31), time(1, 30), None, False),  # the doubled hour
        (date(2027, 10, 31), time(0, 30), 120, False),  # over it
        (date(2027, 10, 31), time(0, 30), 20, True),
        (date(2027, 10, 31), time(3), 60, True),
    ],
)
def test_a_series_is_plain_while_no_call_of_it_meets_a_change_over(
    on: date, at: time, minutes: int | None, plain: bool
) -> None:
    weekly = call(on, at, NEW_YORK, every_weeks=1, minutes=minutes)
    assert is_plain(weekly, occurrences(weekly, TOKYO, on + timedelta(weeks=2))) is plain
