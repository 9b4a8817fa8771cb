"""The last changes, as lines with a time and what was done; for the overview and the history page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from planner.language import screen_language, tr
from planner.ui.shell.status import moment_words
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import clear, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.cards import Card
from planner.ui.widgets.text import Text

#: How many the overview shows.
_LAST: Final = 6


class ChangesCard(Card):
    """The last few changes and the way to all of them."""

    def __init__(self, workspace: Workspace) -> None:
        all_of_them = Button(
            tr("Undo any"), lambda: workspace.show("history"), look="link", icon_name="undo", small=True
        )
        super().__init__(tr("Last changes"), end=all_of_them)
        self._workspace = workspace
        self._wide = 62 if screen_language() == "en" else 44

    def show_changes(self) -> None:
        """Show the changes as they are now."""
        clear(self.body)
        steps = [step for step in self._workspace.steps(4 * _LAST) if not step.undone][:_LAST]
        for step in steps:
            when = Text(moment_words(step.at), "small", "text2")
            when.setMinimumWidth(self._wide)
            when.setContentsMargins(0, 2, 0, 0)
            line = row(when, Text(step.words, wrap=True), gap=8)
            line.setStretch(1, 1)
            line.setAlignment(when, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(line)
        if not steps:
            self.body.addWidget(Text(tr("Nothing has been changed yet."), tone="text2"))
