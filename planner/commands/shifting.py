"""The partner moved the dates: a whole visit some days later or earlier, all that is planned for its days with it.

Local times stay as they are on the clock. What is a fact of somebody's own calendar stays where it is: families' nights
off, when interpreters can come, clearances, holidays, and the calls between the two cities.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.agenda import times_of
from planner.clock import Doubled, look_at
from planner.commands.checking import check_record, check_times
from planner.commands.moving import move_days
from planner.commands.naming import name_of
from planner.commands.records import find
from planner.model import Activity, Base, Delegation, Journey, Member, Stay, Visit
from planner.model.done import Done
from planner.model.message import Message, PlannerError

#: The days that move beside those of events.
_DAYS: Final[dict[type[Base], tuple[str, ...]]] = {
    Visit: ("first_day", "last_day"),
    Member: ("joins_on", "leaves_on"),
    Stay: ("first_night", "last_night"),
}


def shift_visit(session: Session, visit_id: int, days: int) -> Done:
    """Move a visit so many days later, earlier if negative: its days, events, nights, late joiners, early leavers.

    An event that comes into an hour that clocks show twice is at the first of the two; the result is how many did.
    Raises `PlannerError` ``shift-refused`` with every event that would be at a time clocks never show.
    """
    visit = find(session, Visit, visit_id)
    members = session.scalars(select(Member).join(Delegation).where(Delegation.visit_id == visit_id)).all()
    stays = session.scalars(
        select(Stay).join(Member).join(Delegation).where(Delegation.visit_id == visit_id)
    ).all()
    events: list[Activity | Journey] = [
        *session.scalars(select(Activity).where(Activity.visit_id == visit_id)),
        *session.scalars(select(Journey).where(Journey.visit_id == visit_id)),
    ]
    if not days:
        return Done(_label(0), result=0)
    refused: list[Message] = []
    doubled = 0
    for event in events:
        move_days(event, days)
        doubled += take_first(event)
        try:
            check_times(event)
        except PlannerError as error:
            refused.append(Message.of("event-refused", name=name_of(event), reason=error.message))
    if refused:
        raise PlannerError("shift-refused", count=len(refused), reasons=refused)
    for row in (visit, *members, *stays):
        for field in _DAYS[type(row)]:
            day = getattr(row, field)
            if day is not None:
                setattr(row, field, day + dt.timedelta(days=days))
    session.flush()
    check_record(visit)
    return Done(_label(days), result=doubled)


def take_first(event: Activity | Journey) -> bool:
    """Choose the first of two where a time of an event is doubled; says whether one is."""
    found = False
    fields = ("starts_fold", "ends_fold") if isinstance(event, Activity) else ("departs_fold", "arrives_fold")
    for field, wall in zip(fields, times_of(event), strict=True):
        if wall is not None and isinstance(look_at(wall.on, wall.at, wall.zone), Doubled):
            setattr(event, field, 0)
            found = True
    return found


def _label(days: int) -> Message:
    return Message.of("change-shift-visit-later" if days >= 0 else "change-shift-visit-earlier", count=abs(days))
