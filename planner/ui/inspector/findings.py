"""What the rules found about the record shown, on top of it: a line each, that unfolds to why and to accepting it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from planner.language import say, tr, trn
from planner.model.plan import Plan
from planner.rules.concern import concerning
from planner.rules.finding import Finding, FindingKind, Subject, standing
from planner.ui.inspector.marks import FoldHead
from planner.ui.inspector.notes import Notes
from planner.ui.shell.findingdetail import FindingDetail
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, column, row, surface
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.findinglevels import level_of
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Text

#: So many are told here; the rest is in the drawer.
_MOST: Final = 3


class FindingNotes(Notes):
    """The findings about one record that nobody has accepted, the worst first."""

    def show_subject(self, subject: Subject, plan: Plan) -> None:
        """Show what is found about a thing."""
        concerned = concerning(self._workspace.findings, plan, subject, own=True)
        # Words of a form have their own notes above, with "Looked at".
        found = [one for one in standing(concerned) if one.kind is not FindingKind.REVIEW]
        if self._is_new((subject, self._workspace.is_read_only, *((one.print, say(one.figures)) for one in found))):
            self._show(_Note(self._workspace, finding) for finding in found[:_MOST])
            self._add_rest(found, subject)

    def _add_rest(self, found: Sequence[Finding], subject: Subject) -> None:
        more = len(found) - _MOST
        if more > 0:
            words = trn("{count} finding more", "{count} findings more", more)
            button = Button(words, lambda: self._workspace.openFindings.emit(subject), look="link", icon_name="warn")
            self._box.addLayout(row(button, STRETCH))


class _Note(QWidget):
    """One finding in the colour of its level; "Why?" unfolds the rest."""

    def __init__(self, workspace: Workspace, finding: Finding) -> None:
        super().__init__()
        self._workspace, self._finding = workspace, finding
        level = level_of(finding)
        words = say(finding.figures)
        self.setAccessibleName(words)
        sign = Sign(level.icon, f"{level.tone}.mark")
        said = Text(words, tone="" if level.tone == "grey" else level.tone, wrap=True).selectable()
        said.setAccessibleName(words)
        # Words that wrap ask for a shape of their own, which may be wider than the inspector.
        said.setMinimumWidth(120)
        head = row(column(sign, STRETCH, gap=0, margins=(0, 2, 0, 0)), said)
        head.setStretch(1, 1)
        self.fold = FoldHead(tr("Why?"), bold=False)
        self.fold.turned.connect(self._turn)
        self.detail: FindingDetail | None = None
        self._inner = column(head, self.fold, gap=2, margins=(12, 8, 12, 6))
        card = surface("sunk" if level.tone == "grey" else level.tone, self._inner)
        self.setLayout(column(card, gap=0))

    def _turn(self, opened: bool) -> None:
        if self.detail is None:
            self.detail = FindingDetail(self._workspace, indent=0)
            self.detail.show_finding(self._finding, anew=True)
            self._inner.addWidget(self.detail)
        self.detail.setVisible(opened)
