"""A visit begun after the pattern of another of the file: next year's, with what was good this year."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.commands import visits
from planner.commands.events import copy_row
from planner.commands.recalling import copy_activities
from planner.commands.records import find
from planner.model import Activity, RuleSetting, Visit, Wording
from planner.model.done import Done
from planner.model.kinds import ActivityStatus


def start_like(session: Session, pattern_id: int, *, first_day: dt.date, **details: Any) -> Done:
    """Begin a visit as `commands.visits.start` does, with the programme of another as ideas, as many days later.

    Its numbers that everybody may need and its words for papers come along, and its rules if the preset is the same.
    What is not copied are people, homes, journeys and calls: they are other ones. The result is the new visit's id.
    Raises `PlannerError` as `visits.start` and `copy_activities`.
    """
    pattern = find(session, Visit, pattern_id)
    done = visits.start(session, first_day=first_day, **details)
    visit = session.get_one(Visit, done.result)
    good = select(Activity.id).where(
        Activity.visit_id == pattern_id, Activity.status != ActivityStatus.CANCELLED
    )  # fmt: skip
    copy_activities(
        session, session.scalars(good.order_by(Activity.id)).all(), visit.id, (first_day - pattern.first_day).days
    )
    for phone in tuple(pattern.phones) if visit.host_city_id == pattern.host_city_id else ():
        copy_row(session, phone, visit_id=visit.id)
    for wording in session.scalars(select(Wording).where(Wording.visit_id == pattern_id)).all():
        copy_row(session, wording, visit_id=visit.id)
    if visit.preset is pattern.preset:
        for setting in session.scalars(select(RuleSetting).where(RuleSetting.visit_id == pattern_id)).all():
            copy_row(session, setting, visit_id=visit.id)
    return done
