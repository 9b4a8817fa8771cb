"""Blocks of text on papers: at the left which there are, at the right one of them in both languages, to edit."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.commands import wordings
from planner.language import screen_language, tr
from planner.model.plan import Plan
from planner.papers.wordings import concerns, default_wording, wording, wording_codes, wording_name
from planner.rules.finding import Subject
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, Scroll, column, row, rule
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.notes import NoteField
from planner.ui.widgets.table import Cell, Column, Mark, Row
from planner.ui.widgets.tableview import Table
from planner.ui.widgets.text import Text

_SIDE: Final = 320

#: How many lines a text may take before it scrolls.
_LINES: Final = 26

_LANGUAGES: Final = ("en", "ja")


class WordingsPage(Page):
    """One block at a time; what is typed holds at once, and undo takes it back like any change."""

    KEY: ClassVar[str] = "wordings"
    HAS_DRAWER: ClassVar[bool] = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Words on papers"))
        self.header.add_first(Button(tr("Papers"), lambda: workspace.show("papers"), icon_name="left"))
        self.table = Table(tr("Blocks of text"), [Column(tr("Block of text"), 0, key="block", least=160)])
        self.table.setFixedWidth(_SIDE)
        self.table.picked.connect(self._pick)
        self._code = wording_codes()[0] if wording_codes() else ""
        self._name = Text("", "heading")
        self._own = Chip(tr("Your own words"), "chosen", "edit")
        self.usual = Button(tr("The usual words again"), self._reset, look="link", icon_name="undo", small=True)
        self.fields = {
            "en": NoteField(tr("English"), least=8, most=_LINES),
            "ja": NoteField(tr("Japanese"), least=8, most=_LINES),
        }
        self._defaults: dict[str, tuple[QWidget, Text]] = {}
        sides = row(gap=16)
        for language, field in self.fields.items():
            field.committed.connect(lambda words, language=language: self._write(language, words))
            default = Text("", "small", "text2", wrap=True).selectable()
            whole = QWidget()
            whole.setLayout(column(Text(tr("The usual words"), "small", "text2"), default, gap=2))
            self._defaults[language] = (whole, default)
            side = column(field, whole, STRETCH, gap=12)
            sides.addLayout(side, 1)
        marks = tr(
            "An empty line begins a new paragraph, # and a space a heading, - and a space a line of a list. "
            "What you write is printed from now on, on every paper that has this block."
        )
        content = QWidget()
        head = row(self._name, self._own, STRETCH, self.usual)
        content.setLayout(
            column(head, Text(marks, "small", "text2", wrap=True), sides, STRETCH, gap=12, margins=(24, 20, 24, 24))
        )
        self._scroll = Scroll(content, tr("Words on papers"))
        whole_row = row(self.table, rule(vertical=True), gap=0)
        whole_row.addWidget(self._scroll, 1)
        self.body.addLayout(whole_row, 1)

    # What is shown

    @override
    def show_plan(self, plan: Plan) -> None:
        own = {one.code for one in plan.wordings}
        names = [wording_name(code).said_in(screen_language()) for code in wording_codes()]
        marks = [(Mark("edit", tr("Your own words"), "chosen"),) if code in own else () for code in wording_codes()]
        here = [concerns(plan, code) for code in wording_codes()]
        groups = {True: tr("On papers of this visit"), False: tr("On papers of other visits")}
        self.table.show_rows(
            Row(Subject("Wording", place), (Cell(name, marks=mark),), group=groups[mine], group_sort=not mine)
            for place, (name, mark, mine) in enumerate(zip(names, marks, here, strict=True))
        )
        self.table.group(True)
        if self._code:
            self.table.choose(Subject("Wording", wording_codes().index(self._code)))
        self._show(plan)

    def _show(self, plan: Plan) -> None:
        if not self._code:
            return
        block = next((one for one in plan.wordings if one.code == self._code), None)
        self._name.setText(wording_name(self._code).said_in(screen_language()))
        self._own.setVisible(block is not None)
        self.usual.setVisible(block is not None)
        editable = not self.workspace.is_read_only
        self.usual.setEnabled(editable)
        for language, field in self.fields.items():
            field.show_value(wording(plan, self._code, language))
            field.setEnabled(editable)
            usual = default_wording(self._code, language)
            whole, words = self._defaults[language]
            words.setText(usual)
            whole.setVisible(wording(plan, self._code, language) != usual)

    def _pick(self, subject: Subject | None) -> None:
        plan = self.workspace.plan
        if plan is None or subject is None or wording_codes()[subject.id] == self._code:
            return
        self.workspace.finish_typing()
        for field in self.fields.values():
            field.forget()
        self._code = wording_codes()[subject.id]
        self._show(plan)
        self._scroll.verticalScrollBar().setValue(0)

    # Changing it

    def _write(self, language: str, words: str) -> None:
        plan = self.workspace.plan
        if plan is not None:
            self.workspace.run(wordings.write, plan.visit.id, self._code, language, words)

    def _reset(self) -> None:
        plan = self.workspace.plan
        if plan is not None and self.workspace.run(wordings.reset, plan.visit.id, self._code):
            self.workspace.say(tr("These are the usual words again."), undo=True)

    # Finding one's way back

    @override
    def select(self, subject: Subject) -> bool:
        """Choose the block that a row of the file is about."""
        plan = self.workspace.plan
        if plan is None or subject.noun != "Wording":
            return False
        row_of = next((one for one in plan.wordings if one.id == subject.id), None)
        if row_of is None or row_of.code not in wording_codes():
            return False
        self._code = row_of.code
        self.show_plan(plan)
        return True

    @override
    def state(self) -> dict[str, Any]:
        return {"code": self._code, "scroll": self._scroll.verticalScrollBar().value()}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        if state["code"] in wording_codes():
            self._code = state["code"]
            if self.workspace.plan is not None:
                self.show_plan(self.workspace.plan)
        self._scroll.verticalScrollBar().setValue(state["scroll"])
