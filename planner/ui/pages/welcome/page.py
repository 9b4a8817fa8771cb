"""The welcome page: open the practice visit, start a new one, open a file, or one of those opened before."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import tr
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.painters import outline_round
from planner.ui.widgets.boxes import STRETCH, Scroll, clear, column, row, surface
from planner.ui.widgets.cards import Card, StartCard
from planner.ui.widgets.text import Text

#: How wide the page is with the files opened before at its right, and without.
_WIDE: Final = 760
_NARROW: Final = 420


class RecentFile(QAbstractButton):
    """A file opened before: its name, and where it lies."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.setText(path.stem)
        self.setAccessibleName(tr("Open {file}", file=path.name))
        self.setAccessibleDescription(str(path.parent))
        self.setToolTip(str(path))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, 44)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            outline_round(painter, QRectF(self.rect()), "strong_line")
        paint_icon(painter, "papers", "text2", QRect(8, 13, 18, 18))
        room = self.rect().adjusted(36, 4, -8, -4)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(font(bold=True))
        painter.setPen(colour("text"))
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(QRect(room.left(), room.top(), room.width(), 19), left, name)
        painter.setFont(font("small"))
        painter.setPen(colour("text2"))
        folder = str(self._path.parent)
        folder = painter.fontMetrics().elidedText(folder, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(QRect(room.left(), room.top() + 19, room.width(), 16), left, folder)


class WelcomePage(Page):
    """What stands in the window while no file is open."""

    KEY: ClassVar[str] = "welcome"
    HAS_HEADER: ClassVar[bool] = False
    HAS_DRAWER: ClassVar[bool] = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Welcome"))
        practice = StartCard(
            "idea",
            tr("Open the practice visit"),
            tr("A made-up visit with people, homes and a programme. Try anything; nothing can break."),
            primary=True,
        )
        practice.clicked.connect(lambda: workspace.open.practice())
        new = StartCard(
            "new",
            tr("Start a new visit"),
            tr("Name both cities and the days. People and programme come from your forms."),
        )
        new.clicked.connect(lambda: workspace.show("new"))
        open_file = StartCard("open", tr("Open a file"), tr("A planner file ends in .shimai."))
        open_file.clicked.connect(lambda: workspace.open.ask())
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._recent_card = Card(tr("Opened before"))
        self._recent_card.body.addLayout(self._recent)

        head = column(
            Text("姉妹 Shimai", "title", "chosen"),
            Text(
                tr("Plans the visits of sister cities: who stays where, what happens when, on both clocks."),
                tone="text2",
                wrap=True,
            ),
            gap=4,
        )
        left = column(practice, new, open_file, STRETCH, gap=12)
        # In a widget of its own, so that it takes no room where nothing has been opened before.
        self._before = QWidget()
        self._before.setLayout(column(self._recent_card, STRETCH, gap=0))
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(left, 1)
        columns.addWidget(self._before, 1)
        drop = Text(
            tr("You can also drop a planner file anywhere in this window, or a form once a visit is open."),
            "small",
            "text2",
            wrap=True,
        )
        self._inner = QWidget()
        self._inner.setLayout(column(head, 24, columns, 24, drop, gap=0))
        content = surface("ground", row(STRETCH, column(STRETCH, self._inner, STRETCH, STRETCH), STRETCH))
        self.body.addWidget(Scroll(content, tr("Welcome")), 1)
        self.show_recent()

    @override
    def about_to_show(self) -> None:
        self.show_recent()

    def show_recent(self) -> None:
        """Show the files opened before that are still there."""
        clear(self._recent)
        paths = self.workspace.settings.recent
        for path in paths:
            button = RecentFile(path)
            button.clicked.connect(lambda _=False, path=path: self.workspace.open.path(path))
            self._recent.addWidget(button)
        self._before.setVisible(bool(paths))
        self._inner.setFixedWidth(_WIDE if paths else _NARROW)
