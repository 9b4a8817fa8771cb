"""The time zones of the IANA database, as pytz brings them. Nothing outside this folder imports pytz."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import Any

# Our pytz always comes with all its files; looking for each of its 600 zones at the first use would only
# cost time.
os.environ.setdefault("PYTZ_SKIPEXISTSCHECK", "1")

import pytz

from planner.model.message import PlannerError

LAST_YEAR = 2037
"""The last year whose change-overs the zone data of pytz holds; later years are refused, not guessed."""


def is_zone(name: str) -> bool:
    """Say whether `name` is a zone of the IANA database, such as ``America/New_York``."""
    try:
        zone_data(name)
    except PlannerError:
        return False
    return True


def zone_data(name: str) -> Any:
    """Give pytz's zone, which is never to be passed as ``tzinfo=`` (that would be local mean time).

    Raises `PlannerError` ``zone-unknown``.
    """
    try:
        return _zone(name)
    except (pytz.UnknownTimeZoneError, OSError):
        raise PlannerError("zone-unknown", zone=name) from None


@cache
def _zone(name: str) -> Any:
    return pytz.timezone(name)


@cache
def has_change_overs(name: str) -> bool:
    """Say whether the zone changes its clocks still in the last year of the data: later ones are unknown."""
    winter, summer = (in_zone(datetime(LAST_YEAR, month, 1, tzinfo=UTC), name) for month in (1, 7))
    return winter.utcoffset() != summer.utcoffset()


def data_version() -> str:
    """Give the version of the zone data, such as ``2026f``; a new one may move planned instants."""
    return str(vars(pytz)["OLSON_VERSION"])


def in_zone(instant: datetime, zone: str) -> datetime:
    """Give the zone's own datetime of an instant. Raises `PlannerError` for a zone or year not known."""
    found = zone_data(zone)
    if instant.year > LAST_YEAR and has_change_overs(zone):
        raise PlannerError("year-beyond-zones", year=instant.year, last=LAST_YEAR)
    there: datetime = found.normalize(instant.astimezone(UTC).astimezone(found))
    return there


@lru_cache(maxsize=8192)
def readings(local: datetime, zone: str) -> tuple[datetime, ...]:
    """Give the instants (UTC) at which clocks of the zone show the naive `local`: one, none, or two in order.

    pytz's ``localize(is_dst=None)`` refuses what is missing or doubled; only then are both offsets tried.
    """
    found = zone_data(zone)
    if local.year > LAST_YEAR and has_change_overs(zone):
        raise PlannerError("year-beyond-zones", year=local.year, last=LAST_YEAR)
    try:
        return (found.localize(local, is_dst=None).astimezone(UTC),)
    except pytz.NonExistentTimeError:
        return ()
    except pytz.AmbiguousTimeError:
        return tuple(instant for instant in around(local, zone) if _shows(instant, local, zone))


def around(local: datetime, zone: str) -> list[datetime]:
    """Give the instants (UTC) that `local` would be by the offsets of the day before and after, in order."""
    day = timedelta(days=1)
    # The naive local time read as UTC is at most 14 h off: a day to either side is safely beyond the
    # change-over.
    offsets = [in_zone((local + aside).replace(tzinfo=UTC), zone).utcoffset() for aside in (-day, day)]
    return sorted((local - (offset or timedelta())).replace(tzinfo=UTC) for offset in offsets)


def _shows(instant: datetime, local: datetime, zone: str) -> bool:
    return in_zone(instant, zone).replace(tzinfo=None) == local
