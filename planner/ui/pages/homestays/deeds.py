"""What can be done with the stay chosen on the night board: by keys the board hears, and in the menu at the stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from planner.language import screen_language, speaker, tr
from planner.ui.pages.homestays.spells import Spell
from planner.ui.shell.actions import HOMESTAYS, LINE, Deed
from planner.ui.theme import icon

_DAY: Final = dt.timedelta(days=1)


class Ends(NamedTuple):
    """By how many nights a deed moves the first and the last night of a stay."""

    first: int = 0
    last: int = 0

    def nights(self, spell: Spell) -> tuple[dt.date, dt.date]:
        """Give the nights a stay would have."""
        return spell.first + _DAY * self.first, spell.last + _DAY * self.last


#: The deeds that move the ends of a stay.
ENDS: Final = {
    "stay-longer": Ends(last=1), "stay-shorter": Ends(last=-1), "stay-earlier": Ends(first=-1),
    "stay-later": Ends(first=1),
}  # fmt: skip

#: Done by the board's own keys; the others have a shortcut on it.
_OWN_KEYS: Final = frozenset({"stay-carry", "stay-away", "stay-edit"})
_PINNED_TOO: Final = frozenset({"stay-pin", "stay-edit"})
_LONG: Final = frozenset({"stay-split", "stay-shorter", "stay-later"})


def hear(board: QWidget, do: Callable[[str], object]) -> None:
    """Let a board hear the keys of the deeds while it has the focus."""
    for deed in HOMESTAYS:
        if deed.keys and deed.key not in _OWN_KEYS:
            shortcut = QShortcut(QKeySequence(deed.keys), board)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda key=deed.key: do(key))


def can_do(key: str, spell: Spell) -> bool:
    """Say whether a deed can be done with a stay: a pinned one is not moved, one of a single night not split."""
    return (not spell.locked or key in _PINNED_TOO) and (spell.nights > 1 or key not in _LONG)


def fill(menu: QMenu, spell: Spell, do: Callable[[str], object], *, may_change: bool) -> None:
    """Put everything into a menu that can be done with a stay; what cannot now is greyed."""
    for deed in _of_stays():
        if deed is LINE:
            menu.addSeparator()
            continue
        action = QAction(speaker(screen_language()).words(deed.words), menu)
        if deed.icon:
            action.setIcon(icon(deed.icon))
        action.setShortcut(QKeySequence(deed.keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.setEnabled((may_change or deed.key == "stay-edit") and can_do(deed.key, spell))
        if deed.key == "stay-pin":
            action.setText(tr("Unpin") if spell.locked else tr("Pin: nothing moves it"))
        action.triggered.connect(lambda _=False, key=deed.key: do(key))
        menu.addAction(action)


def _of_stays() -> Iterable[Deed]:
    first = next(number for number, deed in enumerate(HOMESTAYS) if deed.key.startswith("stay-"))
    return HOMESTAYS[first:]
