"""Who could cover a need, in the inspector: those with time first, beside the others what speaks against them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.commands import interpreting
from planner.language import screen_language, tr, trn
from planner.language.names import full_name, sort_key
from planner.language.terms import directions_text, term
from planner.model.interpreting import Need
from planner.model.kinds import InterpreterLevel
from planner.model.plan import Plan
from planner.rules.interpreting import Candidate, candidates
from planner.ui.inspector import Item, Own, Piece, more
from planner.ui.inspector.marks import FoldHead
from planner.ui.pages.interpreters.assignments import AssignmentsPiece, reasons_text
from planner.ui.pages.interpreters.rowlist import RowList
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.text import Elided, Text


def need_items() -> tuple[Item, ...]:
    """The fields of a need, who covers it and who could."""
    return (
        ("mode", "how_many"),
        "pairs",
        Own(lambda workspace: AssignmentsPiece(workspace, tells_event=False)),
        Own(CandidatesPiece),
        more("minutes", "speciality", "words"),
    )


def cover_text(need: Need) -> str:
    """How many of those a need asks for are there: "1 of 2"."""
    return tr("{there} of {wanted}", there=len(need.assignments), wanted=need.how_many or 1)


def need_text(need: Need) -> str:
    """A need in one line: how, from which language into which, and how much of it is covered."""
    language = screen_language()
    parts = (term(need.mode, language), directions_text(need.pairs, language), cover_text(need))
    return " · ".join(filter(None, parts))


class CandidateLine(QWidget):
    """One interpreter who could cover the need, and a button to have them do so."""

    def __init__(self, assign: Callable[[Candidate], object]) -> None:
        super().__init__()
        self._candidate: Candidate | None = None
        self._assign = assign
        self.name = Elided()
        self.words = Text("", "small", "text2", wrap=True)
        self.button = Button(tr("Assign"), self._press, small=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.words)
        box = QHBoxLayout(self)
        box.setContentsMargins(18, 0, 0, 4)
        box.setSpacing(8)
        box.addLayout(words, 1)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_candidate(self, candidate: Candidate, *, may: bool) -> None:
        """Show who it is, and why not if something speaks against it."""
        self._candidate = candidate
        language = screen_language()
        name, against = full_name(candidate.interpreter.person, language), reasons_text(candidate.reasons)
        level = InterpreterLevel(candidate.interpreter.level)
        words = against or ("" if level is InterpreterLevel.UNKNOWN else term(level, language)) or tr("has time")
        self.name.setText(name)
        self.words.setText(words)
        self.words.set_tone("check" if against else "text2")
        self.button.setAccessibleName(tr("Assign: {name}", name=name))
        self.button.setAccessibleDescription(words)
        self.button.setEnabled(may)

    def _press(self) -> None:
        if self._candidate is not None:
            self._assign(self._candidate)


class CandidatesPiece(Piece):
    """The interpreters who do not cover a need yet; unfolded while it lacks somebody."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._need: Any = None
        self._plan: Plan | None = None
        self.head = FoldHead(tr("Who could take it"), bold=False)
        self.list: RowList[CandidateLine] = RowList(lambda: CandidateLine(self._assign), gap=4)
        self.list.hide()
        self.nobody = Button(tr("Add an interpreter"), self._add, look="link", icon_name="plus")
        self.head.turned.connect(lambda _: self._show())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.head)
        box.addWidget(self.list)
        box.addLayout(row(self.nobody, STRETCH))

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        self._need, self._plan = record, plan
        if anew:
            self.head.setChecked(len(record.assignments) < (record.how_many or 1))
        self._show()

    def _show(self) -> None:
        need, plan = self._need, self._plan
        if need is None or plan is None:
            return
        language = screen_language()
        found = candidates(need, plan)
        found.sort(key=lambda each: (not each.suits, not each.is_free, sort_key(each.interpreter.person, language)))
        suitable = sum(each.suits for each in found)
        self.head.setVisible(bool(found))
        self.nobody.setVisible(not plan.interpreters)
        self.head.show_words(tr("Who could take it"), trn("{count} has time", "{count} have time", suitable))
        self.list.setVisible(self.head.isChecked() and bool(found))
        if self.head.isChecked():
            lines = self.list.match([each.interpreter.id for each in found])
            for each in found:
                lines[each.interpreter.id].show_candidate(each, may=not self._workspace.is_read_only)

    def _add(self) -> None:
        self._workspace.show("interpreters")

    def _assign(self, candidate: Candidate) -> None:
        name = full_name(candidate.interpreter.person, screen_language())
        if self._workspace.run(interpreting.assign, self._need.id, candidate.interpreter.id):
            self._workspace.say(tr("{name} is assigned.", name=name), undo=True)
