"""The board, the list, and what stands there while nothing is planned: one of them is seen, and has what is chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.agenda import Event
from planner.model.plan import Plan
from planner.rules.finding import Finding, Subject
from planner.ui.pages.programme.lines import lines
from planner.ui.pages.programme.listview import EventList
from planner.ui.pages.programme.timeboard import ProgrammeBoard


class Faces(QStackedWidget):
    """Either face shows the same events; whoever asks it need not know which is seen."""

    def __init__(self, board: ProgrammeBoard, listed: EventList, empty: QWidget) -> None:
        super().__init__()
        self.board, self.list, self._empty = board, listed, empty
        self._is_list = False
        for widget in (board, listed, empty):
            self.addWidget(widget)

    def turn(self, *, to_list: bool) -> None:
        """Have the list, or else the board, in sight from the next time something is shown."""
        self._is_list = to_list

    def show_plan(
        self, plan: Plan, shows: Callable[[Event], bool], day: dt.date | None, findings: Iterable[Finding]
    ) -> dt.date | None:
        """Show what `shows` lets through, on every day or on one, with the findings; gives the day the board shows.

        The face that is not seen is shown its events when it is looked at.
        """
        anything = bool(plan.activities or plan.journeys)
        self.setCurrentWidget(self._empty if not anything else self.list if self._is_list else self.board)
        if self._is_list:
            self.list.show_lines(list(lines(plan, shows)))
            return None
        day = self.board.show_plan(plan, shows, day)
        self.board.show_findings(findings)
        return day

    @property
    def chosen(self) -> Subject | None:
        """The event chosen in what is seen."""
        return self.list.chosen if self._is_list else self.board.chosen

    @property
    def chosen_day(self) -> dt.date | None:
        """The day of the event chosen, or else the first in sight."""
        return self.list.chosen_day if self._is_list else self.board.chosen_day

    @property
    def subjects(self) -> list[Subject]:
        """The events marked, the one the user is on first; the list marks one alone."""
        if self._is_list:
            return [self.list.chosen] if self.list.chosen is not None else []
        return self.board.subjects

    def choose(self, subject: Subject | None, *, scroll: bool = True) -> bool:
        """Choose an event, or none; says whether it is there to be seen."""
        return (self.list if self._is_list else self.board).choose(subject, scroll=scroll)

    def mark(self, subjects: Sequence[Subject]) -> None:
        """Mark events and bring the first into sight; the list chooses that one alone."""
        if self._is_list:
            self.list.choose(subjects[0])
        else:
            self.board.mark(subjects)
            self.board.scroll_to(subjects[0])

    def take_focus(self) -> None:
        """Let keys go to what is seen."""
        (self.list if self._is_list else self.board).setFocus()

    # Across a change of language

    def state(self) -> dict[str, Any]:
        """What is chosen, and how far both are scrolled."""
        return {"chosen": self.chosen, "scroll": self.list.verticalScrollBar().value(), "board": self.board.sight}

    def restore(self, state: dict[str, Any]) -> None:
        """Show what `state` told, once the events are shown again."""
        self.choose(state.get("chosen"), scroll=False)
        self.list.verticalScrollBar().setValue(state.get("scroll", 0))
        self.board.show_sight(state.get("board"))
