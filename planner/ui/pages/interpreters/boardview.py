"""The board of interpreters on the page: the days of the visit in a strip, and under it one of three views."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import screen_language, tr, tr_in
from planner.language.dates import day_text
from planner.language.figures import comma_list
from planner.model.interpreting import Assignment, Interpreter
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.interpreting import Wanted
from planner.ui.boards.people.board import PeopleBoard
from planner.ui.boards.people.legend import Legend
from planner.ui.pages.interpreters.carrying import Carrying
from planner.ui.pages.interpreters.coverage import is_covered
from planner.ui.pages.interpreters.daystrip import Day, DayStrip
from planner.ui.pages.interpreters.legend import legend_of
from planner.ui.pages.interpreters.outlook import Outlook
from planner.ui.pages.interpreters.scene import day_cover, day_scene, person_scene, visit_scene
from planner.ui.pages.interpreters.suggested import with_needs, with_suggestions
from planner.ui.widgets.boxes import row, rule, surface

if TYPE_CHECKING:
    from planner.ui.pages.interpreters.surviving import Standing

#: The views of the board; the first is seen first.
VIEWS: Final = ("day", "visit", "person")


class BoardView(QWidget):
    """Shows who interprets what on a day, on all days, or one person's days."""

    #: Another day is shown.
    dayChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.strip = DayStrip(tr("Days of the visit"))
        self.board = PeopleBoard(tr("Interpreters and what they cover"))
        self.legend = Legend()
        self.carrying = Carrying(self.board)
        self.board.hand = self.carrying
        self.outlook: Outlook | None = None
        self.face = VIEWS[0]
        #: What a proposal would change, shown on the board of a day.
        self.proposed: Standing | None = None
        self._day: dt.date | None = None
        self._person: int | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addWidget(self.board, 1)
        #: The line under the board: what its signs mean, and at the right what the page puts there.
        self.foot = row(self.legend, gap=0, margins=(0, 0, 12, 0))
        self.foot.setStretch(0, 1)
        box.addWidget(rule())
        box.addWidget(surface("panel", self.foot))
        self.strip.chosen.connect(self.show_day)

    # What is shown

    def show_plan(self, plan: Plan, *, may_change: bool) -> None:
        """Show a plan; what is carried is put back."""
        self.carrying.put_back()
        self.outlook = self.carrying.outlook = Outlook(plan)
        self.carrying.may_change = may_change
        self.refresh()

    def look(self, face: str) -> None:
        """Turn to one of the `VIEWS`."""
        self.carrying.put_back()
        self.face = face
        self.refresh()

    def show_day(self, day: dt.date) -> None:
        """Show a day."""
        self._day = day
        self.carrying.put_back()
        self.refresh()
        self.dayChanged.emit()

    def show_person(self, interpreter_id: int) -> None:
        """Make somebody the one whose days are shown."""
        self._person = interpreter_id
        if self.face == "person":
            self.refresh()

    @property
    def day(self) -> dt.date | None:
        """The day that is shown: at first the first on which somebody is lacking, or on which anything is needed."""
        outlook = self.outlook
        if outlook is None:
            return None
        if self._day not in outlook.days:
            busy = [day for day in outlook.days if outlook.standing(day)]
            short = [day for day in busy if day_cover(outlook, day)[0] < day_cover(outlook, day)[1]]
            self._day = next(iter(short or busy or outlook.days))
        return self._day

    @property
    def person(self) -> Interpreter | None:
        """Whose days are shown."""
        if self.outlook is None:
            return None
        plan = self.outlook.plan
        return plan.get(Interpreter, self._person) or next(iter(plan.interpreters), None)

    def refresh(self) -> None:
        """Show what there is now in the view turned to."""
        outlook, day = self.outlook, self.day
        if outlook is None or day is None:
            return
        self.strip.setVisible(self.face == "day")
        self.board.hand = None if self.face == "visit" else self.carrying
        # Only on the board of a day the changes stand beside it.
        proposed = self.proposed if self.face == "day" else None
        outlook.would_be = None if proposed is None else proposed.roster
        if self.face == "day":
            self.strip.show_days([_day(outlook, one) for one in outlook.days], day)
            scene = with_needs(day_scene(outlook, day), outlook, day)
            if proposed is not None:
                scene = with_suggestions(scene, proposed.lines, outlook, day)
        elif self.face == "visit":
            scene = visit_scene(outlook)
        else:
            person = self.person
            scene = day_scene(outlook, day) if person is None else person_scene(outlook, person)
        self.legend.show_entries(legend_of(outlook, self.face, proposing=bool(proposed and proposed.lines)))
        chosen = self.board.chosen
        self.board.show_scene(scene)
        if chosen is not None:
            self.board.choose(chosen, scroll=False)

    # What is chosen

    def wanted_of(self, key: object) -> Wanted | None:
        """Give the need that a block is about."""
        return None if self.outlook is None else self.outlook.wanted_of(key)

    def assignment_of(self, key: object) -> Assignment | None:
        """Give the assignment that a block is."""
        return None if self.outlook is None else self.outlook.assignment_of(key)

    def choose(self, subject: Subject) -> bool:
        """Choose a need, an assignment or a person, on the day where it is."""
        outlook = self.outlook
        if outlook is None:
            return False
        if subject.noun == "Interpreter":
            self.board.choose(None)
            self.board.mark_row(subject)
            self._person = subject.id
            self.board.scroll_to(subject)
            if self.face == "person":
                self.refresh()
            return outlook.plan.get(Interpreter, subject.id) is not None
        wanted, assigned = outlook.wanted_of(subject), outlook.assignment_of(subject)
        if wanted is None:
            return False
        if self.face == "visit" or (self.face == "person" and assigned is None):
            self.face = "day"
        if assigned is not None:
            self._person = assigned.interpreter_id
        if self.face == "day" and self.day != wanted.day:
            self._day = wanted.day
        self.refresh()
        self.board.mark_row(None)
        return self.board.choose(subject)


def _day(outlook: Outlook, day: dt.date) -> Day:
    language = screen_language()
    there, whole = day_cover(outlook, day)
    count = tr_in("day", "{there} of {wanted}", there=there, wanted=whole) if whole else ""
    weekday = day_text(day, language, "weekday")
    title = f"{day.day} ({weekday})" if language == "ja" else f"{weekday} {day.day}"
    covered = tuple(is_covered(one, outlook.shown_roster) for one in outlook.standing(day))
    tip = comma_list((day_text(day, language, "long"), count), language)
    return Day(day, title, count, f"{there}/{whole}" if whole else "", covered, tip)
