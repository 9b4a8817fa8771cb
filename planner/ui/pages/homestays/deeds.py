"""What can be done with a stay on the night board: names, keys, and the menu of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from planner.language import N_, Words, screen_language, speaker, tr
from planner.ui.pages.homestays.spells import Spell
from planner.ui.theme import icon

_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to do with the stay chosen: its English name, keys and icon; by how many nights its ends go.

    `acts` tells that the keys are the board's by a shortcut; the others are the board's own keys.
    """

    key: str
    words: Words
    keys: str
    icon: str = ""
    first: int = 0
    last: int = 0
    acts: bool = True
    moves: bool = True

    def nights(self, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
        """Give the nights a stay would have."""
        return first + _DAY * self.first, last + _DAY * self.last

    def connect(self, widget: QWidget, do: Callable[[Deed], object]) -> None:
        """Let the keys do it while a widget has the focus."""
        shortcut = QShortcut(QKeySequence(self.keys), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: do(self))


DEEDS: Final = (
    Deed("carry", N_("Put into another bed"), "Space", "homestays", acts=False),
    Deed("longer", N_("End a night later"), "Shift+Right", "arrow-right", last=1),
    Deed("shorter", N_("End a night earlier"), "Shift+Left", "arrow-left", last=-1),
    Deed("earlier", N_("Begin a night earlier"), "Alt+Left", "arrow-left", first=-1),
    Deed("later", N_("Begin a night later"), "Alt+Right", "arrow-right", first=1),
    Deed("split", N_("Split at a night"), "S", "cut"),
    Deed("pin", N_("Pin, or unpin"), "P", "pin", moves=False),
    Deed("away", N_("Take away: the nights wait again"), "Del", "trash", acts=False),
    Deed("edit", N_("Edit the guest’s nights"), "Return", "edit", acts=False, moves=False),
)


def fill(menu: QMenu, spell: Spell | None, do: Callable[[Deed], object], *, may_change: bool) -> None:
    """Put everything into a menu that can be done with a stay; what cannot now is greyed."""
    for deed in DEEDS:
        action = QAction(icon(deed.icon), speaker(screen_language()).words(deed.words), menu)
        action.setShortcut(QKeySequence(deed.keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        pinned = spell is not None and spell.locked and deed.moves
        long_enough = deed.key not in ("split", "shorter", "later") or (spell is not None and spell.nights > 1)
        allowed = may_change or deed.key == "edit"
        action.setEnabled(spell is not None and allowed and not pinned and long_enough)
        if deed.key == "pin" and spell is not None:
            action.setText(tr("Unpin") if spell.locked else tr("Pin: nothing moves it"))
        action.triggered.connect(lambda _=False, deed=deed: do(deed))
        menu.addAction(action)
        if deed.key in ("carry", "later", "split"):
            menu.addSeparator()
