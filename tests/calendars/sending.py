"""A calendar sent and remembered, and a day's worth of changes before it is sent again."""

import datetime as dt

from planner.calendars import MadeCalendar, Reader, make_calendars
from planner.commands import calendars, records
from planner.model import Activity, Plan
from planner.storage import PlannerFile
from tests.calendars.conftest import STAMP


def activity(plan: Plan, title: str) -> Activity:
    return next(each for each in plan.activities if each.title_en == title)


def send(file: PlannerFile, reader: Reader, language: str = "en", stamp: dt.datetime = STAMP) -> MadeCalendar:
    [made] = make_calendars(file.plan, [reader], language=language, stamp=stamp)
    file.run(calendars.remember, file.plan.visit.id, [made])
    return made


def change_much(file: PlannerFile) -> None:
    """One event is moved, one changed, one cancelled, one removed, one added."""
    plan = file.plan
    moved = {"starts_on": dt.date(2027, 7, 26), "starts_at": dt.time(11, 15), "ends_at": dt.time(12, 45)}
    file.run(records.edit, "Activity", activity(plan, "Courtesy call; speeches, photos").id, moved)
    file.run(records.edit, "Activity", activity(plan, "Camp").id, {"bring_en": "a torch"})
    file.run(records.edit, "Activity", activity(plan, "Drop-off").id, {"status": "cancelled"})
    file.run(records.remove, "Activity", activity(plan, "Late party").id)
    added = {"title_en": "Fireworks", "everyone": True, "starts_on": dt.date(2027, 7, 30), "starts_at": dt.time(21, 0)}
    file.run(records.add, "Activity", {"visit_id": plan.visit.id, **added})
