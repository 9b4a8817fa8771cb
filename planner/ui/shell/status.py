"""The status line: that everything is saved, when, the last backup, which file; language and zoom at the right."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from planner.language import LANGUAGES, screen_language, tr
from planner.language.dates import day_text
from planner.language.times import time_text
from planner.ui.shell.settings import ZOOMS
from planner.ui.theme.measures import STATUS
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.menus import drop
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Elided, Text

#: Each language under its own name, as a reader of it looks for it; not to be translated.
LANGUAGE_NAMES = {"en": "English", "ja": "日本語"}


def moment_words(when: datetime) -> str:
    """A local moment as briefly as it is clear: today's by the time alone, others with their day."""
    language = screen_language()
    words = time_text(when.time(), language)
    if when.date() == date.today():
        return words
    return f"{day_text(when.date(), language, 'short')} {words}"


class StatusLine(QWidget):
    """24 high, across the whole window."""

    languageChosen = Signal(str)
    zoomChosen = Signal(int)

    def __init__(self, zoom: int) -> None:
        super().__init__()
        self.setProperty("surface", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(STATUS)
        self.setAccessibleName(tr("Status"))
        self._sign = Sign(size=14)
        self._saved = Text("", "small", "text2")
        self._backup = Text("", "small", "text2")
        self._file = Elided("", "small", "text2")
        self._dots = [Text("·", "small", "text2"), Text("·", "small", "text2")]
        self._language = Button(
            LANGUAGE_NAMES[screen_language()], self._drop_languages, look="status", name=tr("Language")
        )
        self._zoom = Button(
            tr("{percent} %", percent=zoom), lambda: self._drop_zooms(zoom), look="status", name=tr("Zoom")
        )
        line = QHBoxLayout()
        line.setContentsMargins(14, 0, 8, 0)
        line.setSpacing(6)
        line.addWidget(self._sign)
        line.addWidget(self._saved)
        line.addSpacing(10)
        line.addWidget(self._dots[0])
        line.addSpacing(10)
        line.addWidget(self._backup)
        line.addSpacing(10)
        line.addWidget(self._dots[1])
        line.addSpacing(10)
        line.addWidget(self._file, 1)
        line.addWidget(self._language)
        line.addWidget(self._zoom)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(line)
        self.show_file("", None, None)

    def show_file(
        self, name: str, saved: datetime | None, backup: datetime | None, *, read_only: bool = False
    ) -> None:
        """Show the state of the open file; an empty name for none. Times are local."""
        if not name:
            self._sign.show_icon("")
            self._saved.setText(tr("No visit is open"))
        elif read_only:
            self._sign.show_icon("lock", "check.mark")
            self._saved.setText(tr("Read only, nothing can be changed"))
        else:
            self._sign.show_icon("good", "good.mark")
            self._saved.setText(
                tr("All changes saved {time}", time=moment_words(saved)) if saved else tr("All changes saved")
            )
        self._backup.setText(tr("backup {time}", time=moment_words(backup)) if backup else "")
        self._file.setText(name)
        self._dots[0].setVisible(backup is not None)
        self._backup.setVisible(backup is not None)
        self._dots[1].setVisible(bool(name))

    def _drop_languages(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for language in LANGUAGES:
            action = group.addAction(LANGUAGE_NAMES[language])
            action.setCheckable(True)
            action.setChecked(language == screen_language())
            action.triggered.connect(lambda _=False, chosen=language: self.languageChosen.emit(chosen))
            menu.addAction(action)
        self._drop(menu, self._language)

    def _drop_zooms(self, zoom: int) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for percent in ZOOMS:
            action = group.addAction(tr("{percent} %", percent=percent))
            action.setCheckable(True)
            action.setChecked(percent == zoom)
            action.triggered.connect(lambda _=False, chosen=percent: self.zoomChosen.emit(chosen))
            menu.addAction(action)
        self._drop(menu, self._zoom)

    def _drop(self, menu: QMenu, over: QWidget) -> None:
        drop(menu, over.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 2)))
