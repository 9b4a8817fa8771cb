"""What can be done with the stay chosen on the night board: by keys the board hears, and in the menu at the stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from PySide6.QtWidgets import QMenu, QWidget

from planner.ui.pages.homestays.spells import Spell
from planner.ui.shell import actions
from planner.ui.shell.actions import HOMESTAYS, Deed

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
    actions.hear(board, HOMESTAYS, do, own_keys=_OWN_KEYS)


def can_do(key: str, spell: Spell) -> bool:
    """Say whether a deed can be done with a stay: a pinned one is not moved, one of a single night not split."""
    return (not spell.locked or key in _PINNED_TOO) and (spell.nights > 1 or key not in _LONG)


def fill(menu: QMenu, spell: Spell, do: Callable[[str], object], *, may_change: bool) -> None:
    """Put everything into a menu that can be done with a stay; what cannot now is greyed."""

    def can(key: str) -> bool:
        return (may_change or key == "stay-edit") and can_do(key, spell)

    actions.fill_beside(menu, _of_stays(), do, can)
    actions.name_pin(menu, "stay-pin", pinned=spell.locked)


def _of_stays() -> Iterable[Deed]:
    first = next(number for number, deed in enumerate(HOMESTAYS) if deed.key.startswith("stay-"))
    return HOMESTAYS[first:]
