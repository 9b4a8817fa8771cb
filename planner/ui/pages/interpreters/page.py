"""Interpreters: what is needed and who does it, on a board of a day, the visit or one person, or as lists."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from planner.language import screen_language, tr, tr_in
from planner.language.names import full_name
from planner.model.interpreting import Interpreter
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.left import standing_needs
from planner.ui.inspector import RecordPanel
from planner.ui.pages.interpreters.boardview import VIEWS, BoardView
from planner.ui.pages.interpreters.coverage import is_covered
from planner.ui.pages.interpreters.doing import Doing
from planner.ui.pages.interpreters.hints import Hints
from planner.ui.pages.interpreters.illness import Ill, IllPanel, likely
from planner.ui.pages.interpreters.lists import Deeds, InterpreterLists
from planner.ui.pages.interpreters.needsuggested import SuggestedNeeds, SuggestedNeedsPanel
from planner.ui.pages.interpreters.suggested import SUGGESTED_NEED
from planner.ui.pages.interpreters.suggesting import Suggesting
from planner.ui.pages.interpreters.words import short_words
from planner.ui.shell.inspector import Panel
from planner.ui.shell.workspace import Workspace
from planner.ui.theme.measures import BUTTON
from planner.ui.widgets.buttons import Segmented
from planner.ui.widgets.choices import Combo
from planner.ui.widgets.menus import drop

#: The ways to look at it; the first is seen first.
FACES: Final = (*VIEWS, "list")


class InterpretersPage(InterpreterLists):
    """The board of interpreters; and as lists the interpreters and what needs them."""

    KEY: ClassVar[str] = "interpreters"

    def __init__(self, workspace: Workspace) -> None:
        self._switch = Segmented(
            tr("View"),
            [("day", tr_in("view", "Day")), ("visit", tr_in("view", "Visit")), ("person", tr("One person")),
             ("list", tr("List"))],
        )  # fmt: skip
        super().__init__(workspace)
        self.whose = Combo(high=BUTTON)
        self.whose.setAccessibleName(tr("Whose days"))
        self.whose.setFixedWidth(170)
        self.view = BoardView()
        self._stack.addWidget(self.view)
        self.hints = Hints()
        self.suggesting = Suggesting(workspace, self)
        self.suggesting.changed.connect(self._show_suggested)
        self.suggesting.picked.connect(lambda need_id: self.view.choose(Subject("Need", need_id)))
        self.header.add_first(self._switch)
        self.header.add(self.whose, self.suggesting.states, self.suggesting.notice)
        self.needed = SuggestedNeeds(workspace, self)
        self.needed.shown.connect(self._show_besides)
        self.view.foot.addWidget(self.needed.button)
        self.header.add_right(self.hints, self.suggesting.again, self.suggesting.button)
        self.doing = Doing(workspace, self.view, self._stay_with, self._edit, self._do_for_all)
        self._follow_board()

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
        for control in (self.line, self.add_button):
            control.setVisible(listed)
        self.whose.setVisible(self.face == "person" and bool(plan.interpreters))
        proposing = self.suggesting.panel is not None
        for widget in (self.suggesting.states, self.suggesting.notice):
            widget.setVisible(proposing)
        self.suggesting.again.setVisible(proposing and not self.workspace.is_read_only)
        self._switch.setVisible(not proposing)
        may = not listed and not proposing and not self.workspace.is_read_only
        self.suggesting.button.setVisible(may and bool(plan.interpreters) and bool(standing_needs(plan)))
        self.needed.follow(self.view.outlook, shown=not proposing)
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
        self.view.proposed = self.suggesting.seen
        self._switch.choose("day")
        self.view.look("day")
        self.inspect(self.suggesting.panel)
        if plan is not None:
            self._show_face(plan)
            self._show_short(plan)

    def _show_held(self, what: object) -> None:
        """While something is carried the head tells of its keys, and of nothing else."""
        self.hints.show_held(what, self.view.outlook)
        if what is None and self.workspace.plan is not None:
            self._show_face(self.workspace.plan)
            self._show_short(self.workspace.plan)
        else:
            for widget in (self._short, self.suggesting.again, self.suggesting.button, self._switch):
                widget.hide()

    def _pick_block(self, key: Hashable) -> None:
        if not isinstance(key, Subject):
            if isinstance(key, tuple) and key[0] == SUGGESTED_NEED:
                self.needed.show()
            return
        self.view.board.mark_row(None)
        self.workspace.select(key)
        wanted = self.view.wanted_of(key)
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
        if self.view.wanted_of(self.view.board.chosen) is None:
            return
        menu = QMenu(self)
        self.doing.fill(menu)
        drop(menu, at)

    @override
    def can(self, need: str) -> bool:
        if self.face == "list":
            return False
        chosen = self.view.board.chosen
        return (
            (need == "interpreters" and self.face == "day")
            or (need == "interpreting" and self.view.wanted_of(chosen) is not None)
            or (need == "assignment" and self.view.assignment_of(chosen) is not None)
            or need == "interpreting-all"
        )

    @override
    def do(self, deed: str) -> None:
        self.doing.do(deed)

    def _do_for_all(self, deed: str) -> None:
        if deed == "interpret-ill":
            self.ask_who_is_ill()
        elif deed == "interpret-needs":
            self.needed.show()
        else:
            self.suggesting.ask(None)

    # Somebody cannot come

    def ask_who_is_ill(self, ill: Ill | None = None) -> None:
        """Ask who cannot come and from when on; `ill` is what is known already."""
        plan, outlook, day = self.workspace.plan, self.view.outlook, self.view.day
        if plan is None or outlook is None or day is None:
            return
        assigned = self.view.assignment_of(self.view.board.chosen)
        ill = ill or likely(self.workspace.selection, assigned, day)
        panel = IllPanel(plan, outlook.days, ill, day)
        panel.asked.connect(self.suggesting.ask)
        self._show_besides(panel)

    @override
    def _deeds(self, interpreter: Interpreter, plan: Plan) -> Deeds:
        deeds = super()._deeds(interpreter, plan)
        day = self.view.day
        if day is not None and not self.workspace.is_read_only:
            ask = partial(self.ask_who_is_ill, Ill(interpreter.id, day))
            deeds.insert(1, (tr("Cannot come any more…"), "refresh", ask))
        return deeds

    def _show_besides(self, panel: Panel) -> None:
        """Show what is about no one thing: nothing is selected any more."""
        self.workspace.select(None)
        self.inspect(panel)

    # What is shown

    @override
    def show_rows(self, plan: Plan) -> None:
        super().show_rows(plan)
        self.suggesting.follow(plan)
        self.view.proposed = self.suggesting.seen
        self.view.show_plan(plan, may_change=not self.workspace.is_read_only)
        self._show_face(plan)
        self._show_short(plan)
        # What is shown beside the board is of the plan as it was.
        panel = self.panel
        if isinstance(panel, SuggestedNeedsPanel):
            self.needed.show(panel.unticked)
        elif isinstance(panel, IllPanel) and not panel.show_plan(plan):
            self.inspect(None)

    @override
    def _show_short(self, plan: Plan) -> None:
        outlook = self.view.outlook
        if self.face == "list" or outlook is None:
            super()._show_short(plan)
            return
        # On the board a part of an event without anybody counts too.
        standing = [one for one in outlook.roster.wanted.values() if not one.is_idea]
        events = {one.slot.key for one in standing}
        short = len({one.slot.key for one in standing if not is_covered(one, outlook.roster)})
        whole = len(events)
        self._short.show_words(short_words(short, whole), "wrong" if short else "good", "wrong" if short else "check")
        # Beside the name of whose days are shown there is no room for it, nor is it about them.
        self._short.setVisible(bool(whole) and self.suggesting.panel is None and self.face != "person")

    @override
    def _count_marked(self) -> None:
        super()._count_marked()
        if self.face != "list":
            for control in (self.grouping, self.several, self._columns_button):
                control.hide()

    @override
    def select(self, subject: Subject) -> bool:
        if self.face == "list" or not self.view.choose(subject):
            if self.face != "list" and subject.noun in ("Interpreter", "Need"):
                self.look("list")
            return super().select(subject)
        wanted = self.view.wanted_of(subject)
        self._switch.choose(self.view.face)
        if self.workspace.plan is not None:
            self._show_face(self.workspace.plan)
        shown = subject if wanted is None else Subject("Need", wanted.need.id)
        return self.show_in_inspector(shown) is not None

    @override
    def inspector_closed(self) -> None:
        super().inspector_closed()
        self.view.board.mark_row(None)
        if self.face != "list":
            self.view.board.setFocus()

    # Across a change of language

    @override
    def state(self) -> dict[str, Any]:
        person = self.view.person
        return super().state() | {
            "face": self.face, "day": self.view.day, "person": None if person is None else person.id,
            "block": self.view.board.chosen, "suggesting": self.suggesting.state(),
            "ill": self.panel.ill if isinstance(self.panel, IllPanel) else None,
            "suggested": isinstance(self.panel, SuggestedNeedsPanel),
        }  # fmt: skip

    @override
    def restore(self, state: dict[str, Any]) -> None:
        super().restore(state)
        if (person := state.get("person")) is not None:
            self.view.show_person(person)
        if (day := state.get("day")) is not None:
            self.view.show_day(day)
        self.look(state.get("face", FACES[0]))
        self.view.board.choose(state.get("block"), scroll=False)
        self.suggesting.restore(state.get("suggesting", {}))
        if state.get("ill") is not None:
            self.ask_who_is_ill(state["ill"])
        elif state.get("suggested"):
            self.needed.show()
