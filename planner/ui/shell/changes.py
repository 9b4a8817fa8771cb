"""The last changes, as lines with a time and what was done; for the overview and the history page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from planner.language import tr
from planner.ui.shell.status import moment_words
from planner.ui.shell.workspace import Workspace
from planner.ui.theme import font
from planner.ui.widgets.boxes import clear, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.cards import Card
from planner.ui.widgets.lines import lines_of
from planner.ui.widgets.text import Text

#: How many the overview shows.
_LAST: Final = 6
#: What stands beside the words and the time: the card's margins, the gap between them, a little air.
_BESIDE: Final = 16 + 12 + 8 + 4 + 4


class ChangesCard(Card):
    """The last few changes and the way to all of them."""

    def __init__(self, workspace: Workspace, *, wide: int) -> None:
        """`wide` is its width: lines are broken between words, in Japanese too."""
        all_of_them = Button(
            tr("Undo any"), lambda: workspace.show("history"), look="link", icon_name="undo", small=True
        )
        super().__init__(tr("Last changes"), end=all_of_them)
        self._workspace, self._wide = workspace, wide

    def show_changes(self) -> None:
        """Show the changes as they are now."""
        clear(self.body)
        steps = [step for step in self._workspace.steps(4 * _LAST) if not step.undone][:_LAST]
        moments = [moment_words(step.at) for step in steps]
        wide = max(map(QFontMetrics(font("small")).horizontalAdvance, moments), default=0)
        for step, moment in zip(steps, moments, strict=True):
            when = Text(moment, "small", "text2")
            when.setFixedWidth(wide + 4)
            when.setContentsMargins(0, 2, 0, 0)
            words = Text("\n".join(lines_of(step.words, font(), self._wide - wide - _BESIDE, 3)))
            words.setAccessibleName(step.words)
            words.setToolTip(step.words)
            line = row(when, words, gap=8)
            line.setStretch(1, 1)
            line.setAlignment(when, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(line)
        if not steps:
            self.body.addWidget(Text(tr("Nothing has been changed yet."), tone="text2"))
