"""Activities of past visits, of this file or another one, to be done again: chosen, put on days, looked at, copied."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout
from shiboken6 import isValid
from typing_extensions import override

from planner.commands import recalling
from planner.language import say, screen_language, tr, trn
from planner.language.dates import day_text
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.model.progress import Progress
from planner.storage import SUFFIX, PlannerFile
from planner.ui.pages.programme.foreseen import Foreseen
from planner.ui.pages.programme.recalling_list import PastActivities
from planner.ui.shell.inspector import Panel
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, clear, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.daysoff import off_words
from planner.ui.widgets.moments import DateField
from planner.ui.widgets.sentence import sentence_line
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import city_name, listed, title_of


class RecallPanel(Panel):
    """From which visit, which activities, on which day the first of them; then one step that adds them as ideas."""

    ONCE: ClassVar[bool] = True

    def __init__(self, workspace: Workspace, plan: Plan) -> None:
        super().__init__(tr("Copy from a past visit"))
        self._workspace, self._plan = workspace, plan
        #: The plans of another file, when one was chosen.
        self._other: tuple[Path, tuple[Plan, ...]] | None = None
        self._source: Plan | None = None
        self._day_given = False
        self.visit = ChoiceField(tr("From which visit"), [], icon_name="history")
        self.visit.committed.connect(lambda _: self._choose_visit())
        self.another = Button(tr("From another file…"), self._ask_file, look="link", icon_name="open")
        self._trouble = Text("", "small", "wrong", wrap=True)
        self._trouble.hide()
        self.past = PastActivities()
        self.past.chosenChanged.connect(self._choose)
        self.day = DateField(tr("The first of them on"), near=plan.visit.first_day, optional=False)
        self.day.committed.connect(lambda _: self._give_day())
        self._where = QVBoxLayout()
        self._where.setSpacing(6)
        self.foreseen = Foreseen(workspace)
        self.foreseen.settled.connect(self._settle)
        self.done = Button("", self._copy, look="primary")
        self.body.addWidget(self.visit)
        self.body.addLayout(row(self.another, STRETCH))
        self.body.addWidget(self._trouble)
        self.body.addWidget(self.past)
        self.body.addWidget(self.day)
        self.body.addLayout(self._where)
        self.body.addWidget(self.foreseen)
        self.foot.addLayout(row(self.done, STRETCH))
        self.show_foot()
        self._offer_visits()
        self._choose_visit()

    def start(self) -> None:
        """Let the user search."""
        (self.past.search if self._source is not None else self.another).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def show_plan(self, plan: Plan) -> bool:
        if plan.visit.id != self._plan.visit.id:
            return False
        self._plan = plan
        self._offer_visits()
        self._look()
        return True

    # From where

    def _offer_visits(self) -> None:
        """The visits of the file beside the one shown, the latest first, or those of another file."""
        if self._other is None:
            visits = [one for one in reversed(self._plan.visits) if one.id != self._plan.visit.id]
            offered = [(one.id, _visit_words(one)) for one in visits]
        else:
            offered = [(plan.visit.id, _visit_words(plan.visit)) for plan in reversed(self._other[1])]
        chosen = self.visit.value()
        self.visit.offer(offered)
        ids = [visit_id for visit_id, _ in offered]
        self.visit.show_value(chosen if chosen in ids else next(iter(ids), None))
        self.visit.setVisible(bool(offered))
        self.visit.show_hint("" if self._other is None else tr("In {file}", file=self._other[0].name))

    def _choose_visit(self) -> None:
        self._source = self._plan_of(self.visit.value())
        self._day_given = False
        self.past.show_plan(self._source)
        self.past.setVisible(self._source is not None)
        self._trouble.setVisible(self._source is None)
        if self._source is None:
            self._trouble.set_tone("text2")
            self._trouble.setText(tr("This file holds no other visit. Choose the file of an earlier one."))
        self._choose()

    def _plan_of(self, visit_id: Any) -> Plan | None:
        file = self._workspace.file
        if visit_id is None or file is None:
            return None
        if self._other is not None:
            return next((plan for plan in self._other[1] if plan.visit.id == visit_id), None)
        return file.plan_of(visit_id)

    def _ask_file(self) -> None:
        folder = str(self._workspace.settings.last_folder)
        kinds = tr("Planner files")
        name, _ = QFileDialog.getOpenFileName(
            self.window(), tr("Open an earlier visit"), folder, f"{kinds} (*{SUFFIX})"
        )
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Offer the visits of another planner file, which is only looked at."""
        file = self._workspace.file
        if file is not None and file.path.resolve() == path.resolve():
            self._other = None
            self._show_other()
            return
        job = self._workspace.jobs.start(tr("Reading {file}", file=path.name), _plans_of, path)
        job.done.connect(partial(self._take_other, path))
        job.refused.connect(self._refuse_file)

    def _take_other(self, path: Path, plans: tuple[Plan, ...]) -> None:
        # Another panel may have taken its place meanwhile.
        if not isValid(self):
            return
        self._other = (path, plans)
        self._show_other()

    def _show_other(self) -> None:
        self._offer_visits()
        self._choose_visit()

    def _refuse_file(self, error: PlannerError) -> None:
        self._trouble.set_tone("wrong")
        self._trouble.setText(say(error))
        self._trouble.show()

    # Which, and on which day

    def _choose(self) -> None:
        """Others are ticked: unless a day was typed, each comes on the day of the visit of the last time."""
        first = self._first_chosen
        if first is not None and self._source is not None and not self._day_given:
            on = self._plan.visit.first_day - self._source.visit.first_day
            self.day.near = first + on
            self.day.show_value(first + on)
        self._look()

    def _give_day(self) -> None:
        self._day_given = True
        self._look()

    @property
    def chosen(self) -> Sequence[Activity]:
        """What is ticked, the earliest first."""
        return self.past.chosen

    @property
    def _first_chosen(self) -> dt.date | None:
        return min((one.starts_on for one in self.chosen), default=None)

    @property
    def days(self) -> int:
        """How many days later they are to be than the last time."""
        first, day = self._first_chosen, self.day.value()
        return 0 if first is None or day is None else (day - first).days

    def _look(self) -> None:
        count = len(self.chosen)
        self.done.setText(trn("Copy {count} activity as an idea", "Copy {count} activities as ideas", count))
        self.done.setEnabled(False)
        self.day.setVisible(bool(count))
        clear(self._where)
        if not count:
            self.foreseen.forget()
            return
        self._tell_days()
        command, args = self._command()
        self.foreseen.look(command, *args)

    def _tell_days(self) -> None:
        """On which days they come, in which order, and what is kept on those days on either side."""
        visit, on, language = self._plan.visit, dt.timedelta(days=self.days), screen_language()
        days = sorted({one.starts_on + on for one in self.chosen})
        self._where.addWidget(sentence_line(listed(day_text(day, language, "short") for day in days)))
        outside = [day for day in days if not visit.first_day <= day <= visit.last_day]
        if outside:
            words = trn("{count} day lies outside the visit.", "{count} days lie outside the visit.", len(outside))
            self._where.addWidget(sentence_line(words, "check"))
        for city in (visit.host_city, visit.home_city):
            for day in days:
                for words in off_words(city, day, day, self._plan.calendar_days):
                    told = tr("{city}: {what}", city=city_name(city), what=words)
                    self._where.addWidget(sentence_line(told, "check"))

    def _command(self) -> tuple[Any, tuple[Any, ...]]:
        ids, visit = [one.id for one in self.chosen], self._plan.visit.id
        if self._other is None:
            return recalling.copy_activities, (ids, visit, self.days)
        return recalling.copy_from_plan, (self._source, ids, visit, self.days)

    def _settle(self, error: PlannerError | None) -> None:
        self.done.setEnabled(error is None)
        if error is not None:
            self._where.addWidget(sentence_line(say(error), "wrong"))

    def _copy(self) -> None:
        count = len(self.chosen)
        command, args = self._command()
        if self._workspace.run(command, *args, refused=self._settle):
            self.past.untick()
            words = trn("{count} activity copied as an idea", "{count} activities copied as ideas", count)
            self._workspace.say(words, undo=True)


def _plans_of(path: Path, progress: Progress) -> tuple[Plan, ...]:
    """Read every visit of a file without touching it. Raises as `PlannerFile.open`."""
    with PlannerFile.open(path, read_only=True) as other:
        visits = other.plan.visits
        plans = []
        for number, visit in enumerate(visits):
            progress(number, len(visits))
            plans.append(other.plan_of(visit.id))
        return tuple(plans)


def _visit_words(visit: Any) -> str:
    return tr("{year}: {title}", year=visit.first_day.year, title=title_of(visit))
