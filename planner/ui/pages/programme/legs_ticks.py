"""What is changed together with a leg if it is ticked: beds, and the days on which somebody joins or leaves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.agenda.nights import DaysChange, StayChange
from planner.language import screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.figures import in_brackets
from planner.ui.widgets.boxes import row
from planner.ui.widgets.choices import CheckBox
from planner.ui.widgets.text import Text


class Tick(QWidget):
    """A box to tick with a sentence of any length, and what is changed if it is ticked."""

    def __init__(self, words: str, changes: list[Any]) -> None:
        super().__init__()
        self.changes = changes
        self.box = CheckBox("", name=words)
        # A bed that somebody has locked changes only if it is asked for.
        self.box.setChecked(not any(isinstance(one, StayChange) and one.stay.locked for one in changes))
        text = Text(words, "small", wrap=True)
        box = row(gap=4)
        box.addWidget(self.box, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(text, 1)
        self.setLayout(box)

    @property
    def taken(self) -> list[Any]:
        """What is to be changed."""
        return self.changes if self.box.isChecked() else []


def stay_ticks(changes: Iterable[StayChange]) -> list[Tick]:
    """One tick for all beds that change alike."""
    language = screen_language()
    alike: dict[str, list[Any]] = {}
    for one in changes:
        if one.first_night is None or one.last_night is None:
            words = tr("Remove the stay, which is not needed any more")
        else:
            first, last = (day_text(day, language, "short") for day in (one.first_night, one.last_night))
            words = tr("Change the bed to the nights {first} to {last}", first=first, last=last)
        key = f"{words}{in_brackets(tr('locked'), language)}" if one.stay.locked else words
        alike.setdefault(key, []).append(one)
    return [Tick(_counted(words, changed), changed) for words, changed in alike.items()]


def day_ticks(changes: Iterable[DaysChange]) -> list[Tick]:
    """One tick for all who join or leave on another day alike."""
    language = screen_language()
    alike: dict[str, list[Any]] = {}
    for one in changes:
        parts = []
        if one.joins_on != one.member.joins_on:
            parts.append(
                tr("Joins on {day}", day=day_text(one.joins_on, language, "short"))
                if one.joins_on is not None else tr("Joins with everybody")
            )  # fmt: skip
        if one.leaves_on != one.member.leaves_on:
            parts.append(
                tr("Leaves on {day}", day=day_text(one.leaves_on, language, "short"))
                if one.leaves_on is not None else tr("Leaves with everybody")
            )  # fmt: skip
        alike.setdefault(" · ".join(parts), []).append(one)
    return [Tick(_counted(words, changed), changed) for words, changed in alike.items()]


def _counted(words: str, changes: list[Any]) -> str:
    who = trn("{count} person", "{count} people", len(changes))
    return tr("{who}: {what}", who=who, what=words)
