"""What the zone data said when a file was saved, so that the next opening can tell which events have moved.

A planned event keeps its local time when a country changes its clock law; its instant moves, and with it the time
at the other city (domain.md §7.2). A record is plain numbers, to be kept in the file as JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from planner.clock.changeovers import change_overs
from planner.clock.wall import Doubled, Missing, WallTime, look_at
from planner.clock.zones import LAST_YEAR, in_zone
from planner.model.message import PlannerError

Record = Sequence[Sequence[int]]
"""The transitions of one zone: ``[[from, offset], …, [end, offset]]``, both in seconds, `from` since 1970 in UTC.

The first row is the beginning of the years that are recorded, the last their end, with the offset that holds there.
"""

Read = datetime | Missing | Doubled
"""What a wall time is: an instant (UTC); nothing that clocks show; or either of two."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A planned time that is another instant by the zone data of today than by the record."""

    wall: WallTime
    was: Read
    now: Read

    @property
    def by(self) -> timedelta | None:
        """How much later it happens now; None where a missing or doubled hour leaves that open."""
        if isinstance(self.was, datetime) and isinstance(self.now, datetime):
            return self.now - self.was
        return None


def transitions_of(zone: str, first_year: int, last_year: int) -> list[list[int]]:
    """Give the transitions of a zone over some years, as numbers that JSON can hold.

    Nothing after 30 December of `LAST_YEAR` is in it. Raises `PlannerError` ``zone-unknown``.
    """
    # A day to either side: a local year begins and ends up to 14 h off the year in UTC.
    start = datetime(first_year, 1, 1, tzinfo=UTC) - timedelta(days=1)
    end = min(datetime(last_year + 1, 1, 2, tzinfo=UTC), datetime(LAST_YEAR, 12, 31, tzinfo=UTC))
    turns = _turns(zone, start, end)
    rows = [(start, _offset(zone, start)), *turns, (end, turns[-1][1] if turns else _offset(zone, start))]
    return [[round(instant.timestamp()), round(offset.total_seconds())] for instant, offset in rows]


def instant_by(record: Record, wall: WallTime) -> Read | None:
    """Give what a wall time was by a record: its instant, `Missing`, `Doubled` if no fold says which.

    None if the record does not reach that day. The two times of `Missing` are readings by the recorded offsets, which
    today's clocks need not show.
    """
    local = round(wall.local.replace(tzinfo=UTC).timestamp())
    rows = list(pairwise(record))
    found = [local - offset for (since, offset), (until, _) in rows if since <= local - offset < until]
    if len(found) == 2 and wall.fold is None:
        return Doubled(wall.with_fold(0), wall.with_fold(1))
    if found:
        return datetime.fromtimestamp(found[-1 if wall.fold else 0], UTC)
    for (_, before), (since, after) in rows:
        if since + before <= local < since + after:
            shift = timedelta(seconds=after - before)
            return Missing(_shown(wall, -shift), _shown(wall, shift))
    return None


def moved(record: Record, wall: WallTime) -> Moved | None:
    """Say whether a planned time is another instant today than by the record; None if not, or if not recorded."""
    was = instant_by(record, wall)
    if was is None:
        return None
    now = read_today(wall)
    if now is None or _same(was, now):
        return None
    return Moved(wall, was, now)


def read_today(wall: WallTime) -> Read | None:
    """Give what a wall time is by the zone data of today; None if its zone or year is not known any more."""
    try:
        looked = look_at(wall.on, wall.at, wall.zone)
        if isinstance(looked, Missing) or (isinstance(looked, Doubled) and wall.fold is None):
            return looked
        return wall.instant()
    except PlannerError:
        return None


@lru_cache(maxsize=64)
def _turns(zone: str, start: datetime, end: datetime) -> tuple[tuple[datetime, timedelta], ...]:
    """Give when a zone changes its clocks and the offset from then on: read day by day, so once for all files."""
    return tuple((turn.instant, turn.offset_after) for turn in change_overs(zone, start, end))


def _same(was: Read, now: Read) -> bool:
    # Still missing or still doubled: there was no instant to move, and the plan's own checks ask about it.
    return was == now if isinstance(was, datetime) else type(was) is type(now)


def _shown(wall: WallTime, by: timedelta) -> WallTime:
    local = wall.local + by
    return WallTime(local.date(), local.time(), wall.zone)


def _offset(zone: str, instant: datetime) -> timedelta:
    return in_zone(instant, zone).utcoffset() or timedelta()
