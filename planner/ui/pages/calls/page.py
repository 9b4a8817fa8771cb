"""Calls: when both cities can call each other, and the calls that are planned; calendar files for both sides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from planner.clock.sides import Who
from planner.clock.windows import CallWindow
from planner.commands import calls, records
from planner.language import tr, trn
from planner.model.calls import Call
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.inspector import AddPanel, Outline
from planner.ui.inspector.adding import Values
from planner.ui.pages.calls.finder import TimeFinder
from planner.ui.pages.calls.outlines import call_outline
from planner.ui.pages.calls.rows import call_columns, call_rows
from planner.ui.pages.tablepage import TablePage
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.table import Row
from planner.ui.widgets.words import city_name, said

#: The first fields of a call that is planned by hand.
_CALL = (("title_en", "title_ja"), "starts_on", ("starts_at", "minutes"))


class CallsPage(TablePage):
    """Two faces: finding a time, and the table of the calls."""

    KEY: ClassVar[str] = "calls"

    def __init__(self, workspace: Workspace) -> None:
        self.which = Segmented(tr("Show"), [("find", tr("Find a time")), ("calls", tr("Planned calls"))])
        empty = EmptyState(
            "calls",
            tr("No calls are planned yet"),
            tr("Find a time that is good for both cities and press it, or add a call by hand."),
            [(tr("Find a time"), lambda: self.show_face("find")), (tr("Add a call"), self.start_adding)],
        )
        super().__init__(workspace, tr("Calls"), call_columns("", ""), [("", tr("No grouping"))], empty)
        self.table.table.arrangement.column = 1
        self.finder = TimeFinder(workspace.settings)
        self._stack.addWidget(self.finder)
        self.save_button = Button(tr("Save calendar files…"), self.ask_folder, icon_name="calendar-out")
        self.save_button.setToolTip(tr("One for each city, in its own language"))
        self.header.add_first(self.which)
        self.header.add_right(self.save_button)
        self.add_button.setText(tr("Add"))
        self.add_button.setAccessibleName(tr("Add a call"))
        self.which.chosen.connect(lambda _: self._turn())
        self.finder.windowChosen.connect(self.plan_in)
        self.finder.callChosen.connect(lambda call: self._show_here(Subject("Call", call.id)))
        self._allow()

    # What is shown

    @override
    def rows(self, plan: Plan, grouping: str) -> Iterable[Row]:
        return call_rows(plan, dt.datetime.now(dt.UTC))

    @override
    def is_empty(self, plan: Plan) -> bool:
        return not plan.calls

    @override
    def show_rows(self, plan: Plan) -> None:
        self.table.head(call_columns(city_name(plan.visit.host_city), city_name(plan.visit.home_city)))
        super().show_rows(plan)
        if self.finds:
            self.finder.show_plan(plan)
            self._stack.setCurrentWidget(self.finder)
        self._allow()

    @property
    def finds(self) -> bool:
        """Whether a time is looked for, rather than planned calls looked at."""
        return self.which.choice == "find"

    def show_face(self, face: str) -> None:
        """Turn to finding a time (``find``) or to the planned calls (``calls``)."""
        self.which.choose(face)
        if self.workspace.plan is not None:
            self.show_rows(self.workspace.plan)

    def _turn(self) -> None:
        if self.panel is None:
            self.workspace.select(None)
        if self.workspace.plan is not None:
            self.show_rows(self.workspace.plan)

    def _allow(self) -> None:
        plan = self.workspace.plan
        for control in (self.search, self._columns_button):
            control.setVisible(not self.finds)
        self.grouping.hide()
        self.save_button.setEnabled(plan is not None and any(call.starts_at is not None for call in plan.calls))

    @override
    def _count_marked(self) -> None:
        super()._count_marked()
        self.grouping.hide()

    @override
    def outline(self, noun: str) -> Outline | None:
        plan = self.workspace.plan
        return call_outline(plan, self._deeds) if noun == "Call" and plan is not None else None

    @override
    def select(self, subject: Subject) -> bool:
        if subject.noun != "Call":
            return False
        if self.finds and self.panel is None:
            self.show_face("calls")
        return self.choose_line(subject)

    def _show_here(self, subject: Subject) -> None:
        """Show a call in the inspector, beside what is looked at."""
        self.workspace.select(subject)
        self.table.choose(subject)
        self.show_in_inspector(subject)

    @override
    def state(self) -> dict[str, Any]:
        return super().state() | {"which": self.which.choice, "finder": self.finder.state()}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self.which.choose(state.get("which", "find"))
        self.finder.restore(state.get("finder", {}))
        super().restore(state)

    # What can be done

    def _deeds(self, call: Call, plan: Plan) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            (tr("Save calendar files…"), "calendar-out", partial(self.ask_folder, call.id)),
            (tr("Remove"), "trash", partial(self.remove, [Subject("Call", call.id)])),
        ]

    @override
    def remove(self, subjects: Sequence[Subject]) -> None:
        plan = self.workspace.plan
        for subject in subjects:
            call = None if plan is None else plan.get(Call, subject.id)
            if call is not None and self.workspace.run(records.remove, "Call", call.id):
                self.workspace.say(tr("Removed: {what}", what=said(call, "title")), undo=True)

    def plan_in(self, window: CallWindow) -> None:
        """Plan a call at the best time of a window; it keeps the clock of the side that calls from its office."""
        plan, search = self.workspace.plan, self.finder.search
        if plan is None or search is None or self.workspace.is_read_only:
            return
        office_at_home = search.home.who is Who.OFFICE and search.host.who is not Who.OFFICE
        best = window.other_best if office_at_home else window.best
        values = {"starts_on": best.on, "starts_at": best.at, "starts_fold": best.fold, "zone": best.zone}
        minutes = {"minutes": search.minutes} if search.minutes else {}
        self.workspace.run(calls.add, plan.visit.id, values | minutes, done=self._planned)

    def _planned(self, call_id: int) -> None:
        self._show_here(Subject("Call", call_id))
        self.workspace.say(tr("A call is planned."), tone="good", undo=True)

    @override
    def start_adding(self) -> None:
        plan = self.workspace.plan
        if plan is None or self.workspace.is_read_only:
            return
        words = tr("The time is the one in {city}.", city=city_name(plan.visit.host_city))
        panel = AddPanel(
            tr("New call"), [(Call, _CALL)], self._add, near=plan.visit.first_day, button=tr("Add"), words=words
        )
        self.show_adding(panel)

    def _add(self, given: Values, refused: Callable[[PlannerError], None]) -> None:
        plan = self.workspace.plan
        if plan is not None:
            self.workspace.run(
                calls.add, plan.visit.id, dict(given[Call]), refused=refused,
                done=lambda call_id: self.workspace.show(Subject("Call", call_id)),
            )  # fmt: skip

    # Calendar files

    def ask_folder(self, call_id: int | None = None) -> None:
        """Let the user say into which folder the calendar files go: those of one call, or of all."""
        folder = str(self.workspace.settings.last_folder)
        name = QFileDialog.getExistingDirectory(self, tr("Folder for the calendar files"), folder)
        if name:
            self.save_calendars(Path(name), call_id)

    def save_calendars(self, folder: Path, call_id: int | None = None) -> None:
        """Write two calendar files, each for one city, of one call or of all."""
        plan = self.workspace.plan
        if plan is None:
            return
        chosen = None if call_id is None else [call for call in plan.calls if call.id == call_id]
        stamp = dt.datetime.now(dt.UTC)

        def write(_progress: Callable[[int, int], None]) -> int:
            from planner.calendars.calls import write_call_calendars

            return len(write_call_calendars(plan, folder, stamp, chosen))

        def done(count: int) -> None:
            words = trn(
                "{count} calendar file saved in {folder}", "{count} calendar files saved in {folder}", count,
                folder=folder,
            )  # fmt: skip
            self.workspace.say(words, tone="good")

        refused = partial(self.workspace.say, tone="wrong")
        self.workspace.jobs.start(tr("Writing calendar files"), write, done=done, refused=refused)
