"""Buttons: with words, with an icon only, and a row of which one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from planner.language import tr
from planner.ui.theme import font, icon
from planner.ui.theme.measures import BUTTON, FIELD_ICON


class Button(QPushButton):
    """A button with words; `look` is plain, primary, link, quiet or status.

    `name` is what a screen reader says where the words alone would not tell enough.
    """

    def __init__(
        self,
        text: str,
        pressed: Callable[[], object] | None = None,
        *,
        look: str = "plain",
        icon_name: str = "",
        name: str = "",
        tip: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(text)
        self.setProperty("look", look)
        if small:
            self.setProperty("size", "small")
        self.setAccessibleName(name or text)
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._look = look
        if icon_name:
            self.set_icon(icon_name)
        if pressed is not None:
            self.clicked.connect(lambda: pressed())

    def set_icon(self, icon_name: str) -> None:
        """Put an icon before the words, in their colour."""
        ink = {"primary": "on_chosen", "link": "chosen.mark"}.get(self._look, "text2")
        self.setIcon(icon(icon_name, ink))
        self._part_icon_from_words()

    @override
    def setText(self, text: str, /) -> None:
        super().setText(text)
        self._part_icon_from_words()

    def _part_icon_from_words(self) -> None:
        if not self.icon().isNull():
            self.setIconSize(QSize(FIELD_ICON + (4 if self.text() else 0), FIELD_ICON))


class IconButton(QToolButton):
    """A square button with an icon; its name is its tip and what a screen reader says."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        pressed: Callable[[], object] | None = None,
        *,
        shortcut: str = "",
        colour: str = "text2",
        size: int = FIELD_ICON,
    ) -> None:
        super().__init__()
        self.setIcon(icon(icon_name, colour))
        self.setIconSize(QSize(size, size))
        self.setFixedSize(BUTTON, BUTTON)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name(name, shortcut)
        if pressed is not None:
            self.clicked.connect(lambda: pressed())

    def name(self, name: str, shortcut: str = "") -> None:
        """Say what the button does, and by which keys it can be done."""
        self.setAccessibleName(name)
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{name}  {keys}" if keys else name)


class _Segment(QPushButton):
    """One of the row; as wide as it needs to be when chosen and bold, so that choosing moves nothing."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        wide = QFontMetrics(font(bold=True)).horizontalAdvance(self.text()) + 26
        return QSize(max(hint.width(), wide), hint.height())


class Segmented(QWidget):
    """A row of words of which exactly one is chosen; the arrow keys move the choice."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], start: str = "") -> None:
        """`choices` are pairs of a key and the words shown; `start` is the key chosen at first."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        last = len(choices) - 1
        for place, (key, words) in enumerate(choices):
            button = _Segment(words)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(tr("{label}: {words}", label=name, words=words))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            where = "only" if last == 0 else "first" if place == 0 else "last" if place == last else "middle"
            button.setProperty("segment", where)
            self._group.addButton(button, place)
            self._buttons[key] = button
            box.addWidget(button)
        self.choose(start or choices[0][0])
        self._group.idClicked.connect(lambda place: self.chosen.emit(choices[place][0]))

    @property
    def choice(self) -> str:
        """The key chosen now."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose without telling anybody."""
        self._buttons[key].setChecked(True)
