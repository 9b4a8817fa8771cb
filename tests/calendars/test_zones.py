"""Defined zones are right on both change-over nights of 2026–2030, in every US zone and in Japan."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import pytz
from icalendar import Event

from planner.calendars.calendar import begin_calendar
from planner.calendars.entries import When, put_times
from planner.calendars.zones import timezone_of
from planner.clock import Ordinary, change_overs, look_at
from tests.calendars.readers import Read, by_ical_js, by_icalendar, by_node_ical, by_vobject, make_ical_js

ZONES = [zone for zone in (*pytz.country_timezones["US"], "Pacific/Guam", "Asia/Tokyo") if zone != "Asia/Shanghai"]
START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
END = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)
HALF_HOURS = [dt.timedelta(minutes=minutes) for minutes in (-90, -1, 0, 61)]


@cache
def moments() -> dict[str, tuple[str, dt.datetime]]:
    """Wall times before and after each change, and on ordinary days, that a clock shows exactly once."""
    found = {}
    for zone in ZONES:
        turns = [turn.instant for turn in change_overs(zone, START, END)]
        ordinary = [dt.datetime(year, month, 15, 17, tzinfo=dt.UTC) for year in range(2026, 2031) for month in (1, 7)]
        for instant in [*(turn + by for turn in turns for by in HALF_HOURS), *ordinary]:
            wall = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
            if isinstance(look_at(wall.date(), wall.time(), zone), Ordinary):
                found[f"{zone} {wall:%Y-%m-%d %H:%M}"] = (zone, wall)
    return found


@pytest.fixture(scope="module")
def content() -> bytes:
    calendar = begin_calendar("Zones", "en", "America/New_York")
    for zone in ZONES:
        calendar.add_component(timezone_of(zone, 2025))
    for uid, (zone, wall) in moments().items():
        event = Event()
        event.add("uid", uid)
        event.add("dtstamp", START)
        event.add("summary", uid)
        put_times(event, When(wall, zone), None)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def wrong(found: dict[str, Read]) -> dict[str, object]:
    right = {uid: wall.replace(tzinfo=ZoneInfo(zone)).astimezone(dt.UTC) for uid, (zone, wall) in moments().items()}
    return {uid: one.start for uid, one in found.items() if one.start != right[uid]}


def test_there_is_something_to_judge() -> None:
    assert len(ZONES) > 25
    assert len(moments()) > 1000


@pytest.mark.parametrize("read", [by_icalendar, by_vobject])
def test_python_readers_read_every_moment(read: Callable[[bytes], dict[str, Read]], content: bytes) -> None:
    found = read(content)
    assert len(found) == len(moments())
    assert wrong(found) == {}


@pytest.mark.jury
@pytest.mark.parametrize("read", [by_ical_js, by_node_ical])
def test_readers_of_the_npm_registry_read_every_moment(
    read: Callable[[bytes, Path], dict[str, Read]], content: bytes, tmp_path: Path
) -> None:
    if why_not := make_ical_js():
        pytest.skip(f"they did not judge the zones: {why_not}")
    found = read(content, tmp_path)
    assert len(found) == len(moments())
    assert wrong(found) == {}
