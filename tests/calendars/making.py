"""One guest's calendar, or the whole group's, as its bytes."""

import datetime as dt

from planner import calendars
from planner.model import Member, Plan


def calendar_for(plan: Plan, member: Member | None, language: str, stamp: dt.datetime) -> bytes:
    reader = calendars.of_group() if member is None else calendars.of_guest(member)
    return calendars.calendar_for(plan, reader, language, stamp).content
