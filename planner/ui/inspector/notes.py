"""Notes on top of the record shown: what was found about it, what a form said of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import clear


class Notes(QWidget):
    """Notes under each other; hidden while there are none."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._shown: Hashable = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self.hide()

    def _is_new(self, shown: Hashable) -> bool:
        """Say whether the notes are to be made anew: what they are about is not what it was."""
        is_new, self._shown = shown != self._shown, shown
        return is_new

    def _show(self, notes: Iterable[QWidget]) -> None:
        """Show these in place of those there were."""
        clear(self._box)
        for note in notes:
            self._box.addWidget(note)
        self.setVisible(self._box.count() > 0)
