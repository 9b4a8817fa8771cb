"""Activities done again on another visit: what was good the last time need not be written a second time."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from planner.clock import zone_of
from planner.commands.checking import check_record
from planner.commands.events import copy_row
from planner.commands.moving import move_days
from planner.commands.naming import name_of
from planner.commands.records import find
from planner.model import Activity, Visit
from planner.model.done import Done
from planner.model.kinds import ActivityStatus
from planner.model.message import Message, PlannerError


def copy_activities(session: Session, activity_ids: Iterable[int], visit_id: int, days: int) -> Done:
    """Copy activities of any visit into one, so many days later (earlier if negative), at the same times of the clock.

    They are ideas until somebody confirms them, for everyone and with nobody leading: the groups and people were
    another visit's. In a host city with another clock they are without their places. The result are their ids. Raises
    `PlannerError` ``event-refused`` for one that would be at a time clocks never show, or show twice.
    """
    visit = find(session, "Visit", visit_id)
    assert isinstance(visit, Visit)
    added = []
    for activity_id in activity_ids:
        activity = find(session, "Activity", activity_id)
        assert isinstance(activity, Activity)
        here = zone_of(activity) == visit.host_city.zone
        copy = copy_row(
            session, activity, visit_id=visit_id, leader_id=None, status=ActivityStatus.IDEA, everyone=True,
            place_id=activity.place_id if here else None, zone=visit.host_city.zone,
        )  # fmt: skip
        assert isinstance(copy, Activity)
        session.refresh(copy)
        copy.group_links.clear()
        copy.member_links.clear()
        move_days(copy, days)
        session.flush()
        try:
            check_record(copy)
        except PlannerError as error:
            raise PlannerError("event-refused", name=name_of(copy), reason=error.message) from error
        added.append(copy.id)
    return Done(Message.of("change-copy-several", count=len(added)), result=added)
