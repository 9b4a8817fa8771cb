"""Interpreters: what is needed and who does it, on a board of a day, the visit or one person, or as lists."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from planner.commands import interpreting, records
from planner.language import screen_language, tr, tr_in, trn
from planner.language.names import full_name
from planner.model.interpreting import Interpreter, Need
from planner.model.people import Person
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.interpreting import event_of
from planner.rules.left import needs_without_interpreter, standing_needs
from planner.ui.inspector import Outline, RecordPanel
from planner.ui.inspector.adding import Values
from planner.ui.pages.interpreters.adding import AddInterpreterPanel, AddNeedPanel, Refuse
from planner.ui.pages.interpreters.boardview import VIEWS, BoardView
from planner.ui.pages.interpreters.coverage import is_covered
from planner.ui.pages.interpreters.doing import Doing
from planner.ui.pages.interpreters.hints import Hints
from planner.ui.pages.interpreters.outlines import interpreter_outline, need_outline
from planner.ui.pages.interpreters.rows import (
    groupings,
    interpreter_columns,
    interpreter_rows,
    need_columns,
    need_rows,
)
from planner.ui.pages.interpreters.suggesting import Suggesting
from planner.ui.pages.interpreters.words import event_title
from planner.ui.pages.tablepage import TablePage
from planner.ui.shell.workspace import Workspace
from planner.ui.theme.measures import BUTTON
from planner.ui.widgets.buttons import Segmented
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.choices import Combo
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.table import Row
from planner.ui.widgets.tableview import Table

#: The ways to look at it; the first is seen first.
FACES: Final = (*VIEWS, "list")

_Deeds = list[tuple[str, str, Callable[[], object]]]


class InterpretersPage(TablePage):
    """The board of interpreters; and as lists the interpreters and what needs them."""

    KEY: ClassVar[str] = "interpreters"

    def __init__(self, workspace: Workspace) -> None:
        self._switch = Segmented(
            tr("View"),
            [("day", tr_in("view", "Day")), ("visit", tr_in("view", "Visit")), ("person", tr("One person")),
             ("list", tr("List"))],
        )  # fmt: skip
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
        self.whose = Combo(high=BUTTON)
        self.whose.setAccessibleName(tr("Whose days"))
        self.whose.setFixedWidth(170)
        self.header.add_first(self._switch)
        self.header.add(self.which, self.whose, self._short)
        self.view = BoardView()
        self._stack.addWidget(self.view)
        self.hints = Hints()
        self.suggesting = Suggesting(workspace, self)
        self.suggesting.changed.connect(self._show_suggested)
        self.header.add(self.suggesting.states, self.suggesting.notice)
        self.header.add_right(self.hints, self.suggesting.button)
        self.doing = Doing(workspace, self.view, self._stay_with, self._edit)
        self._follow_board()
        self.search.textChanged.connect(self.needs.filter)
        self.needs.picked.connect(self._pick)
        self.needs.opened.connect(self._open)
        self.needs.removeAsked.connect(lambda subject: self.remove([subject]))
        self.which.chosen.connect(lambda _: self._turn())
        insert = QShortcut(QKeySequence(Qt.Key.Key_Insert), self, self.start_adding)
        insert.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._name_button()

    def _follow_board(self) -> None:
        board = self.view.board
        board.picked.connect(self._pick_block)
        board.rowPicked.connect(self._pick_row)
        board.opened.connect(self._edit)
        board.menuAsked.connect(self._menu_at)
        self.view.carrying.heldChanged.connect(self._show_held)
        self._switch.chosen.connect(lambda _: self._turn_away())
        self.whose.activated.connect(lambda _: self.view.show_person(self.whose.currentData()))

    # The board

    @property
    def face(self) -> str:
        """The way it is looked at, one of `FACES`."""
        return self._switch.choice

    def look(self, face: str) -> None:
        """Look at it in one of the `FACES`."""
        self._switch.choose(face)
        if face != "list":
            self.view.look(face)
        self._show_table()

    def _turn_away(self) -> None:
        self.inspect(None)
        self.workspace.select(None)
        self.look(self.face)

    def _show_face(self, plan: Plan) -> None:
        """Show the board or the lists, and of the controls in the head those that belong to it."""
        listed = self.face == "list"
        for control in (self.which, self.search, self.add_button):
            control.setVisible(listed)
        self.whose.setVisible(self.face == "person" and bool(plan.interpreters))
        proposing = self.suggesting.panel is not None
        for widget in (self.suggesting.states, self.suggesting.notice):
            widget.setVisible(proposing)
        may = not listed and not proposing and not self.workspace.is_read_only
        self.suggesting.button.setVisible(may and bool(plan.interpreters) and bool(standing_needs(plan)))
        if listed:
            return
        for hidden in (self.grouping, self.several, self._columns_button):
            hidden.hide()
        bare = not plan.interpreters and not standing_needs(plan)
        self._stack.setCurrentWidget(self._empty if bare else self.view)
        person = self.view.person
        if [self.whose.itemData(one) for one in range(self.whose.count())] != [one.id for one in plan.interpreters]:
            self.whose.clear()
            for one in plan.interpreters:
                self.whose.addItem(full_name(one.person, screen_language()), one.id)
        if person is not None:
            self.whose.setCurrentIndex(self.whose.findData(person.id))

    def _show_suggested(self) -> None:
        """Show the proposal beside the board and on it, or neither any more."""
        plan = self.workspace.plan
        self.view.suggested = self.suggesting.lines
        self._switch.choose("day")
        self.view.look("day")
        self.inspect(self.suggesting.panel)
        if plan is not None:
            self._show_face(plan)
            self._show_short(plan)

    def _show_held(self, what: object) -> None:
        """While something is carried the head tells of its keys, and of nothing else."""
        self.hints.show_held(what, self.view.outlook)
        self._short.setVisible(what is None)
        self.suggesting.button.setVisible(what is None and self.suggesting.panel is None)

    def _pick_block(self, key: Hashable) -> None:
        if not isinstance(key, Subject):
            return
        self.view.board.mark_row(None)
        self.workspace.select(key)
        wanted = self.view.carrying.wanted_of(key)
        if wanted is not None:
            self.show_in_inspector(Subject("Need", wanted.need.id))

    def _pick_row(self, key: Hashable) -> None:
        if isinstance(key, Subject):
            self.select(key)
            self.workspace.select(key)

    def _edit(self, key: Hashable) -> None:
        """Enter on a block goes on into the inspector, on a day of the visit to that day."""
        if isinstance(key, tuple) and key and key[0] == "day" and not isinstance(key, Subject):
            self._switch.choose("day")
            self.view.face = "day"
            self.view.show_day(key[1])
            self._show_table()
            return
        self._pick_block(key)
        if isinstance(self.panel, RecordPanel):
            self.panel.sheet.focus_first()

    def _stay_with(self, subject: Subject) -> None:
        if self.view.choose(subject):
            self._pick_block(subject)

    def _menu_at(self, at: QPoint) -> None:
        if self.view.carrying.wanted_of(self.view.board.chosen) is None:
            return
        menu = QMenu(self)
        self.doing.fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    @override
    def can(self, need: str) -> bool:
        if self.face == "list":
            return False
        chosen = self.view.board.chosen
        return (
            (need == "interpreters" and self.face == "day")
            or (need == "interpreting" and self.view.carrying.wanted_of(chosen) is not None)
            or (need == "assignment" and self.view.carrying.assignment_of(chosen) is not None)
        )

    @override
    def do(self, deed: str) -> None:
        self.doing.do(deed)

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
        self.suggesting.follow(plan)
        self.view.show_plan(plan, may_change=not self.workspace.is_read_only)
        self._show_face(plan)
        self._show_short(plan)

    def _show_short(self, plan: Plan) -> None:
        short, whole = len(needs_without_interpreter(plan)), len(standing_needs(plan))
        outlook = self.view.outlook
        if self.face != "list" and outlook is not None:
            # On the board a part of an event without anybody counts too.
            standing = [one for one in outlook.roster.wanted.values() if not one.is_idea]
            short, whole = sum(not is_covered(one, outlook.roster) for one in standing), len(standing)
        words = trn(
            "{short} of {count} activity short", "{short} of {count} activities short", whole, short=short
        )
        self._short.show_words(words, "check" if short else "good", "warn" if short else "check")
        told = self.shows_needs if self.face == "list" else self.suggesting.panel is None
        self._short.setVisible(bool(whole) and told)

    @property
    def shows_needs(self) -> bool:
        """Whether the page shows what needs interpreting, rather than who interprets."""
        return self.which.choice == "needs"

    @override
    def _count_marked(self) -> None:
        super()._count_marked()
        for control in (self.grouping, self.several, self._columns_button):
            if self.shows_needs or self.face != "list":
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
        if self.face != "list" and self.view.choose(subject):
            wanted = self.view.carrying.wanted_of(subject)
            self._switch.choose(self.view.face)
            shown = subject if wanted is None else Subject("Need", wanted.need.id)
            if self.workspace.plan is not None:
                self._show_face(self.workspace.plan)
            return self.show_in_inspector(shown) is not None
        if subject.noun not in ("Interpreter", "Need"):
            return False
        if self.face != "list":
            self.look("list")
        which = "needs" if subject.noun == "Need" else "people"
        if which != self.which.choice:
            self.which.choose(which)
            self._show_table()
        table = self.needs if self.shows_needs else self.table
        if not table.choose(subject) and self.search.text():
            self.search.clear()
            table.choose(subject)
        return self.show_in_inspector(subject) is not None

    @override
    def inspector_closed(self) -> None:
        super().inspector_closed()
        self.needs.choose(None)
        self.view.board.mark_row(None)
        if self.face != "list":
            self.view.board.setFocus()

    @override
    def state(self) -> dict[str, Any]:
        scroll = self.needs.verticalScrollBar().value()
        board = {"face": self.face, "day": self.view.day, "person": self.view.person, "block": self.view.board.chosen}
        return super().state() | {"which": self.which.choice, "needs": scroll} | board

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self.which.choose(state.get("which", "people"))
        super().restore(state)
        if (person := state.get("person")) is not None:
            self.view.show_person(person.id)
        if (day := state.get("day")) is not None:
            self.view.show_day(day)
        self.look(state.get("face", FACES[0]))
        self.view.board.choose(state.get("block"), scroll=False)
        self.needs.verticalScrollBar().setValue(state.get("needs", 0))

    # What can be done

    def _deeds(self, interpreter: Interpreter, plan: Plan) -> _Deeds:
        person = Subject("Person", interpreter.person_id)
        return [
            (tr("Show the person"), "person", partial(self.workspace.show, person)),
            (tr("Remove from the visit"), "trash", partial(self.remove, [Subject("Interpreter", interpreter.id)])),
        ]

    def _need_deeds(self, need: Need, plan: Plan) -> _Deeds:
        deeds: _Deeds = [(tr("Remove"), "trash", partial(self.remove, [Subject("Need", need.id)]))]
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
