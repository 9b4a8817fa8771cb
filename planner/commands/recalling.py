"""Activities done again on another visit: what was good the last time need not be written a second time.

They are ideas until somebody confirms them, for everyone and with nobody leading: groups and people were another
visit's. In a host city with another clock they are without their places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from planner.clock import zone_of
from planner.commands.checking import check_record
from planner.commands.events import copy_row
from planner.commands.moving import move_days
from planner.commands.naming import name_of
from planner.commands.records import find
from planner.commands.shifting import take_first
from planner.model import Activity, Need, Place, Visit
from planner.model.done import Done
from planner.model.kinds import ActivityStatus
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan

#: What an activity has of its own; the rest is the new visit's.
_LEFT_OUT: Final = frozenset(
    {"id", "uid", "visit_id", "place_id", "leader_id", "status", "everyone", "zone", "starts_fold", "ends_fold"}
    # Nobody is given the same gift twice (domain.md §5.2); last year's reporters and accounts are not this year's.
    | {"gifts", "press", "cost_code"}
)
_PlaceOf = Callable[[Place], int]


def copy_activities(session: Session, activity_ids: Iterable[int], visit_id: int, days: int) -> Done:
    """Copy activities of any visit of the file into one, so many days later (earlier if negative), as one step.

    The times of the clock stay; one in an hour that clocks show twice is at the first of the two. The result are the
    ids of the new ones. Raises `PlannerError` ``event-refused`` for one that would be at a time clocks never show.
    """
    activities = [find(session, Activity, activity_id) for activity_id in activity_ids]
    needs: dict[int, list[Need]] = {}
    for need in session.scalars(select(Need).where(Need.activity_id.in_([one.id for one in activities]))):
        needs.setdefault(need.activity_id or 0, []).append(need)
    return _copy(session, activities, needs, visit_id, days, lambda place: place.id)


def copy_from_plan(session: Session, plan: Plan, activity_ids: Iterable[int], visit_id: int, days: int) -> Done:
    """Copy activities of a plan of another file, as `copy_activities` does.

    A place that this file knows by its name and clock is that; otherwise it comes along, with its opening hours.
    """
    activities = [plan.find(Activity, activity_id) for activity_id in activity_ids]
    needs: dict[int, list[Need]] = {}
    for need in plan.needs:
        needs.setdefault(need.activity_id or 0, []).append(need)
    return _copy(session, activities, needs, visit_id, days, lambda place: _known_or_new(session, place))


def _copy(
    session: Session, activities: Iterable[Activity], needs: Mapping[int, Iterable[Need]],
    visit_id: int, days: int, place_of: _PlaceOf,
) -> Done:  # fmt: skip
    visit = find(session, Visit, visit_id)
    added = [_add(session, activity, needs.get(activity.id, ()), visit, days, place_of) for activity in activities]
    return Done(Message.of("change-copy-several", count=len(added)), result=added)


def _add(
    session: Session, activity: Activity, needs: Iterable[Need], visit: Visit, days: int, place_of: _PlaceOf
) -> int:
    zone = visit.host_city.zone
    here = zone_of(activity) == zone
    keys = [one.key for one in inspect(Activity).column_attrs if one.key not in _LEFT_OUT]
    copy = Activity(
        visit_id=visit.id, status=ActivityStatus.IDEA, everyone=True, zone=zone,
        place_id=place_of(activity.place) if here and activity.place is not None else None,
        **{key: getattr(activity, key) for key in keys},
    )  # fmt: skip
    session.add(copy)
    session.flush()
    for part in (*activity.meals, *needs):
        copy_row(session, part, activity_id=copy.id)
    move_days(copy, days)
    session.flush()
    session.refresh(copy)
    take_first(copy)
    try:
        check_record(copy)
    except PlannerError as error:
        raise PlannerError("event-refused", name=name_of(copy), reason=error.message) from error
    return copy.id


def _known_or_new(session: Session, place: Place) -> int:
    """Find a place of another file in this one, by any of its names and its clock, or bring it along."""
    for known in session.scalars(select(Place).order_by(Place.id)):
        same = (place.name_en and place.name_en == known.name_en) or (place.name_ja and place.name_ja == known.name_ja)
        if same and known.zone in ("", place.zone):
            return known.id
    return copy_row(session, place, city_id=None).id
