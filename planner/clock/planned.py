"""When what is planned happens: the wall times of an activity or a journey, from its fields.

Where no zone is stated, the place's zone holds, else the host city's. A time that is not known is None.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from planner.clock.wall import WallTime

if TYPE_CHECKING:
    from planner.model.programme import Activity, Journey, Place


def starts_of(activity: Activity) -> WallTime | None:
    """Give when an activity starts; None if it lasts all day."""
    zone = _zone(activity.zone, activity.place, activity)
    return _wall(activity.starts_on, activity.starts_at, zone, activity.starts_fold)


def ends_of(activity: Activity) -> WallTime | None:
    """Give when an activity ends; None if that is not known.

    Without a last day it ends on the day it starts, or after midnight if its end is the earlier time.
    """
    on = activity.ends_on or activity.starts_on
    after_midnight = activity.starts_at and activity.ends_at and activity.ends_at < activity.starts_at
    if activity.ends_on is None and after_midnight:
        on += timedelta(days=1)
    zone = _zone(activity.zone, activity.place, activity)
    return _wall(on, activity.ends_at, zone, activity.ends_fold)


def departs_of(journey: Journey) -> WallTime | None:
    """Give when a leg leaves, on the clock of where it leaves."""
    zone = _zone(journey.departs_zone, journey.from_place, journey)
    return _wall(journey.departs_on, journey.departs_at, zone, journey.departs_fold)


def arrives_of(journey: Journey) -> WallTime | None:
    """Give when a leg arrives, on the clock there; on the day it leaves if no other is stated."""
    zone = _zone(journey.arrives_zone, journey.to_place, journey)
    return _wall(journey.arrives_on or journey.departs_on, journey.arrives_at, zone, journey.arrives_fold)


def zone_of(event: Activity | Journey, *, at_end: bool = False) -> str:
    """Give the zone by whose clock an event begins, or ends: a leg may end by another."""
    from planner.model.programme import Activity

    if isinstance(event, Activity):
        return _zone(event.zone, event.place, event)
    if at_end:
        return _zone(event.arrives_zone, event.to_place, event)
    return _zone(event.departs_zone, event.from_place, event)


def _wall(on: date, at: time | None, zone: str, fold: int | None) -> WallTime | None:
    return WallTime(on, at, zone, fold) if at is not None else None


def _zone(stated: str, place: Place | None, planned: Activity | Journey) -> str:
    return stated or (place.zone if place else "") or planned.visit.host_city.zone
