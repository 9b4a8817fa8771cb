"""Which change-overs a file was planned with: kept beside the plan, so that a later change of the law is noticed.

A planned event keeps its local time when a country changes its clocks; its instant moves, and with it the time in the
other city (domain.md §7.2). What moved is found by `planner.rules`; here is only what it is held against.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from planner.clock import data_version, is_zone
from planner.clock.records import transitions_of
from planner.clock.zones import LAST_YEAR
from planner.model import Activity, City, Journey, Place, ZoneRecord

#: The tables in which a zone can be named.
TABLES = frozenset(noun.__tablename__ for noun in (Activity, Journey, Place, City))

# Visits of old times do not move any more: their law is made.
_YEARS_BACK = 1


def note_zones(session: Session, touched: Collection[str]) -> None:
    """Record the zones that the file names and has no record of, if any of the `touched` tables can name one."""
    if TABLES.isdisjoint(touched):
        return
    named = union(
        select(City.zone), select(Place.zone), select(Activity.zone), select(Journey.departs_zone),
        select(Journey.arrives_zone),
    )  # fmt: skip
    known = set(session.scalars(select(ZoneRecord.zone)))
    session.add_all(record_of(zone) for zone in sorted(set(session.scalars(named)) - known) if is_zone(zone))
    session.flush()


def record_of(zone: str) -> ZoneRecord:
    """Make the record of a zone by the zone data of today."""
    first = dt.datetime.now(dt.UTC).year - _YEARS_BACK
    return ZoneRecord(zone=zone, data_version=data_version(), transitions=transitions_of(zone, first, LAST_YEAR))
