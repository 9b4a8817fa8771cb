"""The guide in the window: the leaves listed at the left, the chosen one to read, links between them."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem
from typing_extensions import override

from planner.language import screen_language, tr
from planner.ui.pages.guide.leaves import CONTENTS, Leaf, contents, file_behind, folder, leaf_for, text_of
from planner.ui.pages.guide.reader import Reader
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import column, rule
from planner.ui.widgets.buttons import Button

_LIST: Final = 240


class GuidePage(Page):
    """Reads what is in docs/guide; Back leads over the leaves read before to the page from which help was asked."""

    KEY: ClassVar[str] = "guide"
    HAS_DRAWER: ClassVar[bool] = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Guide"))
        self._asked_on = ""
        self._read: list[str] = []
        self._name = ""
        self.back = Button(tr("Back"), self.go_back, icon_name="left", tip="Esc")
        self.header.add_first(self.back)
        self.list = QListWidget()
        self.list.setProperty("look", "menu")
        self.list.setFixedWidth(_LIST)
        self.list.setAccessibleName(tr("Contents of the guide"))
        self.list.setWordWrap(True)
        for leaf in (Leaf(CONTENTS, tr("Contents")), *contents(screen_language())):
            item = QListWidgetItem(leaf.title)
            item.setData(Qt.ItemDataRole.UserRole, leaf.name)
            self.list.addItem(item)
        self.list.currentItemChanged.connect(self._pick)
        self.reader = Reader()
        self.reader.setAccessibleName(tr("Guide"))
        self.reader.anchorClicked.connect(self._follow)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addSpacing(8)
        columns.addLayout(column(8, self.list, gap=0))
        columns.addSpacing(8)
        columns.addWidget(rule(vertical=True))
        columns.addWidget(self.reader, 1)
        self.body.addLayout(columns, 1)
        self.open(CONTENTS)

    @property
    def leaf(self) -> str:
        """The file name of the leaf that is read."""
        return self._name

    def ask(self, page: str) -> None:
        """Show the leaf that belongs to a page of the window, by its key; Back leads there again."""
        if page != self.KEY:
            self._asked_on = page
            self._read.clear()
            self._name = ""
        self.open(leaf_for(page))
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, name: str, heading: str = "") -> None:
        """Read a leaf, from a heading on if one is named (as links do, see `leaves.slug`)."""
        if name != self._name:
            if self._name:
                self._read.append(self._name)
            self._show(name)
        self.reader.show_heading(heading)

    def _show(self, name: str) -> None:
        self._name = name
        self.reader.read(text_of(name, screen_language()), folder(screen_language()))
        self.list.blockSignals(True)
        for line in range(self.list.count()):
            if self.list.item(line).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(line)
        self.list.blockSignals(False)

    def go_back(self) -> None:
        """Go back to the leaf read before, or to the page from which help was asked."""
        if self._read:
            self._show(self._read.pop())
        else:
            usual = "welcome" if self.workspace.plan is None else "overview"
            self.workspace.show(self._asked_on or usual)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open(item.data(Qt.ItemDataRole.UserRole))

    def _follow(self, link: QUrl) -> None:
        name = link.path().rpartition("/")[2]
        if not link.scheme() and (not name or any(name == leaf.name for leaf in contents(screen_language()))):
            self.open(name or self._name, link.fragment())
            return
        if link.scheme():
            QDesktopServices.openUrl(link)
        elif file := file_behind(link.path(), screen_language()):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_left = event.key() == Qt.Key.Key_Left and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Escape or alt_left:
            self.go_back()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.reader.dress()

    @override
    def about_to_show(self) -> None:
        self.reader.dress()

    # Across a change of language

    @override
    def state(self) -> dict[str, Any]:
        return {"leaf": self._name, "read": list(self._read), "asked": self._asked_on}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._asked_on = state.get("asked", "")
        self._show(state.get("leaf") or CONTENTS)
        self._read = list(state.get("read", ()))
