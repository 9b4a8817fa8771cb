"""Where clocks jump over the time at which something is put down, or show it twice: which time is meant."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from planner.clock import Missing, WallTime
from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.language.times import letters_of, time_text
from planner.ui.boards.time.held import Target


def ask(
    parent: QWidget, spot: QPoint, target: Target, chosen: Callable[[WallTime], object], back: Callable[[], object]
) -> QMenu:
    """Drop a menu with the two times that can be meant; `chosen` is given one, else `back` is called.

    In a doubled hour the one over whose half of the column the hand was stands first at hand.
    """
    looked = target.looked
    assert looked is not None
    menu = QMenu(parent)
    if isinstance(looked, Missing):
        told = tr("Clocks jump over this time. Take one of the two nearest times:")
        wall = target.ends if target.at_end else target.begins
        ways = [(_near(near, wall), near) for near in (looked.before, looked.after)]
        at_hand = 0
    else:
        told = tr("Clocks show this time twice that night. Which is meant?")
        ways = [
            (tr("First, {letters}", letters=letters_of(looked.first)), looked.first),
            (tr("Second, {letters}", letters=letters_of(looked.second)), looked.second),
        ]
        at_hand = 1 if looked.second in (target.begins, target.ends) else 0
    menu.addAction(told).setEnabled(False)
    taken: list[WallTime] = []
    for words, near in ways:
        menu.addAction(words).triggered.connect(partial(_take, taken, near))
    menu.addSeparator()
    menu.addAction(tr("Put it back"))

    def gone() -> None:
        menu.deleteLater()
        if taken:
            chosen(taken[0])
        else:
            back()

    # Which one was chosen is told after the menu has gone.
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, gone))
    menu.popup(spot)
    menu.setActiveAction(menu.actions()[1 + at_hand])
    return menu


def _take(taken: list[WallTime], near: WallTime, _checked: bool = False) -> None:
    taken.append(near)


def _near(near: WallTime, wall: WallTime | None) -> str:
    language = screen_language()
    day = "" if wall is None or near.on == wall.on else f"{day_text(near.on, language, 'weekday')} "
    return f"{day}{time_text(near.at, language)} {letters_of(near)}".rstrip()
