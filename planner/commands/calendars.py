"""Calendars that were sent: remembered with what each reader was told, so that the next one says what has changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from planner.commands.records import find
from planner.model import PaperIssue, Visit
from planner.model.done import Done
from planner.model.kinds import PaperSize, PaperWay
from planner.model.message import Message
from planner.model.visits import CALENDAR

if TYPE_CHECKING:  # it knows icalendar, which only writing needs
    from planner.calendars import MadeCalendar


def remember(session: Session, visit_id: int, made: Iterable[MadeCalendar]) -> Done:
    """Keep that calendars were made to be sent now, for whom, and what each entry said."""
    visit = find(session, Visit, visit_id)
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
    count = 0
    for one in made:
        session.add(
            PaperIssue(
                visit=visit,
                document=CALENDAR,
                recipient=one.reader.recipient,
                language=one.language,
                # A calendar has no paper; the column wants one.
                paper=PaperSize.A4,
                version=one.file.version,
                issued_at=now,
                shown={"pages": [], "way": PaperWay.SAVED.value, **one.file.shown},
            )
        )
        count += 1
    session.flush()
    return Done(Message.of("change-calendars", count=count))
