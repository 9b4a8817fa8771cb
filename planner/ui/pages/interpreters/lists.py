"""The lists of the Interpreters page: who can interpret, and what needs it; all edited in the inspector."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.commands import interpreting, records
from planner.language import tr, tr_in, trn
from planner.model.interpreting import Interpreter, Need
from planner.model.people import Person
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.interpreting import event_of
from planner.rules.interpreting.cover import needs_lacking
from planner.rules.left import events_of, standing_needs
from planner.ui.inspector import Outline
from planner.ui.inspector.adding import Values
from planner.ui.pages.interpreters.adding import AddInterpreterPanel, AddNeedPanel, Refuse
from planner.ui.pages.interpreters.outlines import interpreter_outline, need_outline
from planner.ui.pages.interpreters.rows import (
    groupings,
    interpreter_columns,
    interpreter_rows,
    need_columns,
    need_rows,
)
from planner.ui.pages.interpreters.words import event_title, short_words
from planner.ui.pages.tablepage import TablePage
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, column, row, rule
from planner.ui.widgets.buttons import Segmented
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.table import Row
from planner.ui.widgets.tableview import Table

Deeds = list[tuple[str, str, Callable[[], object]]]


class InterpreterLists(TablePage):
    """The table of interpreters, and beside it the one of what needs them."""

    def __init__(self, workspace: Workspace) -> None:
        self.which = Segmented(tr("Show"), [("people", tr("Interpreters")), ("needs", tr("Needed"))])
        empty = EmptyState(
            "interpreters",
            tr("No interpreters yet"),
            tr("Drop the list of your interpreters here, or add them by hand: a name is enough to begin with."),
            [(tr("Import a list"), lambda: workspace.show("import")), (tr("Add an interpreter"), self.start_adding)],
        )
        title = tr_in("page", "Interpreters")
        super().__init__(workspace, title, interpreter_columns(), groupings(), empty)
        self.needs = Table(tr("What needs interpreting"), need_columns())
        self.needs.group(True)
        self.needs.table.arrangement.column = 1
        self._unneeded = EmptyState(
            "interpreters",
            tr("Nothing needs interpreting yet"),
            tr("Say of an activity or a journey that it needs an interpreter, here or in the programme."),
            [(tr("Add a need for interpreting"), self.start_adding)],
        )
        self._stack.addWidget(self.needs)
        self._stack.addWidget(self._unneeded)
        self._short = Chip("")
        self.header.add(self._short)
        #: Under the head, which has no room for it beside the ways of looking at the page.
        self.line = QWidget()
        controls = (self.which, self.grouping, self.several, self._columns_button, STRETCH, self.search)
        self.line.setLayout(column(row(*controls, margins=(16, 0, 16, 0)), rule(), gap=8, margins=(0, 8, 0, 0)))
        self.body.insertWidget(0, self.line)
        self.search.textChanged.connect(self.needs.filter)
        self.needs.picked.connect(self._pick)
        self.needs.opened.connect(self._open)
        self.needs.removeAsked.connect(lambda subject: self.remove([subject]))
        self.which.chosen.connect(lambda _: self._turn())
        insert = QShortcut(QKeySequence(Qt.Key.Key_Insert), self, self.start_adding)
        insert.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._name_button()

    # What is shown

    @override
    def rows(self, plan: Plan, grouping: str) -> Iterable[Row]:
        return interpreter_rows(plan)

    @override
    def is_empty(self, plan: Plan) -> bool:
        return not plan.interpreters

    @override
    def show_rows(self, plan: Plan) -> None:
        super().show_rows(plan)
        self.needs.show_rows(need_rows(plan))
        if self.shows_needs:
            whole = standing_needs(plan)
            self._stack.setCurrentWidget(self.needs if whole else self._unneeded)
            self.search.setEnabled(bool(whole))
        self._show_short(plan)

    def _show_short(self, plan: Plan) -> None:
        short, whole = (len(events_of(needs)) for needs in (needs_lacking(plan), standing_needs(plan)))
        self._short.show_words(short_words(short, whole), "check" if short else "good", "warn" if short else "check")
        self._short.setVisible(bool(whole) and self.shows_needs)

    @property
    def shows_needs(self) -> bool:
        """Whether the page shows what needs interpreting, rather than who interprets."""
        return self.which.choice == "needs"

    @override
    def _count_marked(self) -> None:
        super()._count_marked()
        for control in (self.grouping, self.several, self._columns_button):
            if self.shows_needs:
                control.hide()

    @override
    def outline(self, noun: str) -> Outline | None:
        made: dict[str, Callable[[], Outline]] = {
            "Interpreter": lambda: interpreter_outline(self._deeds),
            "Need": lambda: need_outline(self._need_deeds),
        }
        return made[noun]() if noun in made else None

    def _turn(self) -> None:
        self.inspect(None)
        self.workspace.select(None)
        self._show_table()

    def _show_table(self) -> None:
        self._columns_button.show()
        self._count_marked()
        self._name_button()
        if self.workspace.plan is not None:
            self.show_rows(self.workspace.plan)

    def _name_button(self) -> None:
        words = tr("Add a need for interpreting") if self.shows_needs else tr("Add an interpreter")
        self.add_button.setText(tr("Add a need") if self.shows_needs else words)
        self.add_button.setAccessibleName(words)
        keys = QKeySequence(Qt.Key.Key_Insert).toString(QKeySequence.SequenceFormat.NativeText)
        self.add_button.setToolTip(f"{words}  {keys}")

    @override
    def select(self, subject: Subject) -> bool:
        if subject.noun not in ("Interpreter", "Need"):
            return False
        which = "needs" if subject.noun == "Need" else "people"
        if which != self.which.choice:
            self.which.choose(which)
            self._show_table()
        return self.choose_line(subject, self.needs if self.shows_needs else self.table)

    @override
    def inspector_closed(self) -> None:
        super().inspector_closed()
        self.needs.choose(None)

    @override
    def state(self) -> dict[str, Any]:
        scroll = self.needs.verticalScrollBar().value()
        return super().state() | {"which": self.which.choice, "needs": scroll}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self.which.choose(state.get("which", "people"))
        super().restore(state)
        self._show_table()
        self.needs.verticalScrollBar().setValue(state.get("needs", 0))

    # What can be done

    def _deeds(self, interpreter: Interpreter, plan: Plan) -> Deeds:
        person = Subject("Person", interpreter.person_id)
        return [
            (tr("Show the person"), "person", partial(self.workspace.show, person)),
            (tr("Remove from the visit"), "trash", partial(self.remove, [Subject("Interpreter", interpreter.id)])),
        ]

    def _need_deeds(self, need: Need, plan: Plan) -> Deeds:
        deeds: Deeds = [(tr("Remove"), "trash", partial(self.remove, [Subject("Need", need.id)]))]
        event = event_of(need)
        if event is not None:
            shown = Subject(type(event).__name__, event.id)
            deeds.insert(0, (tr("Show in the programme"), "programme", partial(self.workspace.show, shown)))
        return deeds

    @override
    def remove(self, subjects: Sequence[Subject]) -> None:
        if self.workspace.is_read_only:
            return
        leaving = [subject.id for subject in subjects if subject.noun == "Interpreter"]
        if leaving and self.workspace.run(interpreting.remove_interpreters, leaving):
            words = trn(
                "{count} interpreter removed; the file still knows the person.",
                "{count} interpreters removed; the file still knows the people.",
                len(leaving),
            )
            self.workspace.say(words, undo=True)
        for subject in subjects:
            if subject.noun == "Need":
                self._remove_need(subject.id)

    def _remove_need(self, need_id: int) -> None:
        plan = self.workspace.plan
        need = None if plan is None else plan.get(Need, need_id)
        event = None if need is None else event_of(need)
        if event is not None and self.workspace.run(records.remove, "Need", need_id):
            self.workspace.say(tr("{event} needs no interpreter any more.", event=event_title(event)), undo=True)

    # Something new

    @override
    def start_adding(self) -> None:
        plan = self.workspace.plan
        if plan is None or self.workspace.is_read_only:
            return
        self.needs.choose(None)
        if self.shows_needs:
            self.show_adding(AddNeedPanel(plan, self._add_need))
        else:
            self.show_adding(AddInterpreterPanel(plan, self._add_new, self._add_known))

    def _add_new(self, given: Values, refused: Refuse) -> None:
        self._let_interpret(interpreting.add_interpreter, given[Person], given[Interpreter], refused=refused)

    def _add_known(self, person: Subject, refused: Refuse) -> None:
        self._let_interpret(interpreting.add_known_interpreter, person.id, refused=refused)

    def _let_interpret(self, command: Callable[..., Any], *given: Any, refused: Refuse) -> None:
        plan = self.workspace.plan
        if plan is not None:
            self.workspace.run(
                command, plan.visit.id, *given, refused=refused,
                done=lambda interpreter_id: self.workspace.show(Subject("Interpreter", interpreter_id)),
            )  # fmt: skip

    def _add_need(self, event: Subject) -> None:
        self.workspace.run(
            interpreting.add_need, event.noun, event.id,
            done=lambda need_id: self.workspace.show(Subject("Need", need_id)),
        )  # fmt: skip
