"""Whatever leg of a journey between any US zone and Japan, 2024 to 2030; and old names of the zones."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.clock import (
    WallTime,
    data_version,
    day_shift,
    elapsed,
    hours_ahead,
    is_zone,
    nights_between,
    starts_of,
    wall_at,
    zone_letters,
)
from planner.clock.legs import first_night_after, last_night_before, nights_on_the_way, passage
from planner.commands import records
from planner.storage import PlannerFile
from tests.clock.zones_of_the_us import ORACLE, ZONES
from tests.model.full_visit import begin
from tests.prepared import begun

zones = st.sampled_from(ZONES)
instants = st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 30)).map(
    lambda at: at.replace(second=0, microsecond=0, tzinfo=UTC)
)
DAY = timedelta(days=1)


def links() -> list[tuple[str, str]]:
    """The other names of the zones, such as US/Eastern and America/Fort_Wayne, and what they stand for."""
    rows = files("tzdata").joinpath("zoneinfo", "tzdata.zi").read_text(encoding="utf-8").splitlines()
    found = [row.split()[1:3] for row in rows if row.startswith("L ")]
    return [(name, target) for target, name in found if target in ZONES]


def test_both_opinions_are_of_the_same_data() -> None:
    version = files("tzdata").joinpath("zoneinfo", "tzdata.zi").read_text(encoding="utf-8").split()[2]
    assert version == data_version()


def test_old_names_of_zones_tell_the_same_time() -> None:
    names = dict(links())
    old = ("US/Eastern", "America/Fort_Wayne", "America/Indianapolis", "Navajo", "US/Hawaii", "US/Samoa", "Japan")
    assert set(old) <= set(names)
    for name, target in names.items():
        assert is_zone(name)
        for at in (datetime(2027, 1, 15, 12, tzinfo=UTC), datetime(2027, 7, 15, 12, tzinfo=UTC)):
            here, there = wall_at(at, name), wall_at(at, target)
            assert (here.local, zone_letters(here)) == (there.local, zone_letters(there))


@given(zones, zones, instants, st.integers(0, 20 * 60))
@settings(deadline=None, max_examples=300)
def test_any_leg(leaves_from: str, lands_in: str, at: datetime, minutes: int) -> None:
    lasts = timedelta(minutes=minutes)
    departs, arrives = wall_at(at, leaves_from), wall_at(at + lasts, lands_in)
    dates = [moment.astimezone(ORACLE[zone]).date() for moment, zone in ((at, leaves_from), (at + lasts, lands_in))]
    assert elapsed(departs, arrives) == lasts
    assert day_shift(departs, arrives) == (dates[1] - dates[0]).days
    assert -1 <= day_shift(departs, arrives) <= 2
    assert len(nights_between(departs.on, arrives.on)) == max(day_shift(departs, arrives), 0)
    leg = passage(departs, arrives, 120)
    assert (leg.elapsed, leg.day_shift) == (lasts, day_shift(departs, arrives))
    assert all(last_night_before(departs) < night < first_night_after(arrives) for night in leg.nights)


@given(zones, zones, instants)
@settings(deadline=None, max_examples=200)
def test_how_far_apart_two_clocks_are(zone: str, than: str, at: datetime) -> None:
    here, there = (at.astimezone(ORACLE[one]).utcoffset() or timedelta() for one in (zone, than))
    assert hours_ahead(zone, than, wall_at(at, than)) == (here - there) / timedelta(hours=1)


@given(st.dates(date(2024, 1, 1), date(2030, 12, 1)), st.integers(0, 40))
def test_nights_are_as_many_as_the_date_advances(first: date, days: int) -> None:
    nights = nights_between(first, first + days * DAY)
    assert len(nights) == days
    assert all(later - night == DAY for night, later in pairwise(nights))
    assert nights_on_the_way(
        WallTime(first, time(12), "Asia/Tokyo"), WallTime(first + days * DAY, time(12), "Asia/Tokyo")
    ) == nights


@pytest.mark.parametrize("fold", [0, 1])
def test_the_choice_in_a_doubled_hour_survives_saving(tmp_path: Path, fold: int) -> None:
    path = tmp_path / "visit.shimai"
    with begun(path, begin) as file:
        (activity, *_) = file.plan.activities
        chosen = {
            "starts_on": date(2027, 11, 7),
            "starts_at": time(1, 30),
            "starts_fold": fold,
            "zone": "America/New_York",
        }
        file.run(records.edit, "Activity", activity.id, chosen)
    with PlannerFile.open(path) as file:
        start = starts_of(next(one for one in file.plan.activities if one.id == activity.id))
        assert start is not None
        assert start.instant() == datetime(2027, 11, 7, 5 + fold, 30, tzinfo=UTC)
