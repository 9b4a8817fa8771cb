"""Two small windows of the Help menu: what the program is, and all its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from planner import __version__
from planner.clock import data_version
from planner.language import tr
from planner.ui.shell.actions import Actions
from planner.ui.widgets.boxes import STRETCH, Scroll, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.keycap import Keycap
from planner.ui.widgets.text import Text


class _Sheet(QDialog):
    """A window with a title, something to read, and one button."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(16)
        whole.addWidget(Text(title, "title"))
        self.room = QVBoxLayout()
        self.room.setSpacing(6)
        whole.addLayout(self.room, 1)
        close = Button(tr("Close"), self.accept, look="primary")
        close.setDefault(True)
        whole.addLayout(row(STRETCH, close))


class AboutSheet(_Sheet):
    """What the program is and where its parts come from."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "姉妹 Shimai")
        self.setFixedWidth(440)
        for words in (
            tr("A planner for the volunteers who run sister-city exchanges between the US and Japan."),
            tr("Version {version}", version=__version__),
            tr("Time zones: {version}", version=data_version()),
            tr("Licence: MIT. Typeface: Noto Sans JP, SIL Open Font License."),
            tr("Everything stays on this computer: the program sends nothing anywhere."),
        ):
            self.room.addWidget(Text(words, wrap=True))


class KeysSheet(_Sheet):
    """Every action that has keys, in the order of the menus, in two columns."""

    def __init__(self, parent: QWidget, actions: Actions) -> None:
        super().__init__(parent, tr("Keyboard shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        with_keys = [action for action in actions.all() if not action.shortcut().isEmpty()]
        half = (len(with_keys) + 1) // 2
        for place, action in enumerate(with_keys):
            line, column = place % half, place // half * 3
            words = str(action.property("words") or action.text())
            grid.addWidget(Text(words.replace("&", "").rstrip("…")), line, column)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
            grid.addWidget(Keycap(keys), line, column + 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnMinimumWidth(2, 24)
        content = QWidget()
        content.setLayout(grid)
        scroll = Scroll(content, tr("Keyboard shortcuts"))
        scroll.setMinimumSize(620, 380)
        self.room.addWidget(scroll)
