"""Calendar files that were sent, and what one reader is to be told of a change."""

from __future__ import annotations

from datetime import UTC, datetime, time

from PySide6.QtTest import QTest

from planner.calendars import THEIRS, make_calendars, readers_of
from planner.commands import calendars, records
from planner.model.kinds import ActivityKind
from planner.ui.pages.papers.calendars import CalendarsPage
from planner.ui.shell.window import MainWindow


def sent(window: MainWindow) -> None:
    """Calendars sent to all, two games moved since."""
    window.frame.show_page("calendars")
    page, plan = window.frame.page, window.workspace.plan
    assert isinstance(page, CalendarsPage)
    assert plan is not None
    made = make_calendars(plan, readers_of(plan), language=THEIRS, stamp=datetime.now(UTC))
    window.workspace.run(calendars.remember, plan.visit.id, made)
    games = [one for one in plan.activities if one.kind is ActivityKind.SPORT]
    window.workspace.run(records.edit, "Activity", games[0].id, {"starts_at": time(10, 30)})
    window.workspace.run(records.edit, "Activity", games[1].id, {"status": "cancelled"})
    while window.workspace.jobs.running or not page.is_ready:
        QTest.qWait(20)
    guest = next(one for one in page._readers if one.noun == "Calendar.participant")
    page.table.choose(guest)
    page.table.picked.emit(guest)
