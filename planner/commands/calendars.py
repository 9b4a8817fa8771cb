"""Calendars that were sent: remembered with what each reader was told, so that the next one says what has changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from planner.commands import papers
from planner.commands.papers import Issued
from planner.model.done import Done
from planner.model.kinds import PaperSize
from planner.model.message import Message

if TYPE_CHECKING:  # it knows icalendar, which only writing needs
    from planner.calendars import MadeCalendar

DOCUMENT = "calendar"
"""What calendars are kept under among the issued papers; the same as `planner.calendars.DOCUMENT`."""


def remember(session: Session, visit_id: int, made: Iterable[MadeCalendar]) -> Done:
    """Keep that calendars were sent now, to whom, and what each entry said."""
    sent = [_issued(one) for one in made]
    papers.remember(session, visit_id, sent)
    return Done(Message.of("change-calendars", count=len(sent)))


def _issued(made: MadeCalendar) -> Issued:
    return Issued(
        document=DOCUMENT,
        recipient=made.reader.recipient,
        language=made.language,
        # A calendar has no paper; the column wants one.
        paper=PaperSize.A4,
        version=made.file.version,
        shown=made.file.shown,
    )
