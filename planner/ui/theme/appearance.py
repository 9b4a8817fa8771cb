"""Light or dark: which colours are in force, and dressing the application in them."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from planner.ui.theme.colours import DARK, LIGHT, Colours
from planner.ui.theme.fonts import font, load_fonts
from planner.ui.theme.stylesheet import sheet

Choice = Literal["system", "light", "dark"]
CHOICES: Final[tuple[Choice, ...]] = ("system", "light", "dark")

_SCHEMES: Final = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}

_in_force: Colours = LIGHT


def colours() -> Colours:
    """The colours in force now. Ask at the moment of painting, never keep the answer."""
    return _in_force


def colour(name: str) -> QColor:
    """A colour in force by its name, such as ``text2`` or ``check.text``."""
    return QColor(_in_force.named(name))


class Appearance(QObject):
    """Follows the system's light or dark, or keeps to what the user chose; dresses the application anew at a change."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: Choice = "system") -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = choice
        load_fonts()
        style = QStyleFactory.create("Fusion")
        if style is not None:
            app.setStyle(style)
        app.setFont(font())
        app.styleHints().setColorScheme(_SCHEMES[choice])
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._dress()

    @property
    def choice(self) -> Choice:
        """What the user chose: system, light or dark."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Keep to light or dark from now on, or follow the system again."""
        if choice == self._choice:
            return
        self._choice = choice
        # Told to Qt too, so that the frame round the window and the system's own dialogs go along.
        self._app.styleHints().setColorScheme(_SCHEMES[choice])
        self._follow()

    def _follow(self) -> None:
        if self._wanted() is not _in_force:
            self._dress()

    def _wanted(self) -> Colours:
        if self._choice == "system":
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _dress(self) -> None:
        global _in_force
        _in_force = self._wanted()
        # Taken off first: Qt changes one sheet for another four times slower than it puts one on anew.
        self._app.setStyleSheet("")
        self._app.setPalette(palette(_in_force))
        self._app.setStyleSheet(sheet(_in_force))
        self.changed.emit()


def palette(c: Colours) -> QPalette:
    """Qt's own palette filled from our colours, for everything that the style sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, value in (
        (role.Window, c.ground),
        (role.WindowText, c.text),
        (role.Base, c.panel),
        (role.AlternateBase, c.sunk),
        (role.Text, c.text),
        (role.Button, c.panel),
        (role.ButtonText, c.text),
        (role.BrightText, c.on_chosen),
        (role.PlaceholderText, c.text3),
        (role.Highlight, c.chosen.mark),
        (role.HighlightedText, c.on_chosen),
        (role.Accent, c.chosen.mark),
        (role.Link, c.chosen.text),
        (role.LinkVisited, c.chosen.text),
        (role.ToolTipBase, c.panel),
        (role.ToolTipText, c.text),
        (role.Light, c.panel),
        (role.Midlight, c.grid),
        (role.Mid, c.line),
        (role.Dark, c.strong_line),
        (role.Shadow, c.strong_line),
    ):
        made.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(c.strong_line))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(c.line))
    return made
