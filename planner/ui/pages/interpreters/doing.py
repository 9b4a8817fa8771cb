"""What is done on the board of interpreters, as commands, and the deeds of its menu with their keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from planner.commands import interpreting
from planner.language import screen_language, tr
from planner.language.names import full_name, in_both
from planner.model.interpreting import Assignment, Interpreter
from planner.model.message import PlannerError
from planner.rules.finding import Subject
from planner.rules.interpreting import Wanted
from planner.ui.pages.interpreters.boardview import BoardView
from planner.ui.pages.interpreters.held import STEP, Held, Stretch
from planner.ui.pages.interpreters.judging import tints_of
from planner.ui.pages.interpreters.words import event_title
from planner.ui.shell import actions
from planner.ui.shell.actions import INTERPRETERS
from planner.ui.shell.workspace import Workspace

#: Done by the board's own keys; the others have a shortcut on it.
_OWN_KEYS: Final = frozenset({"interpret-carry", "interpret-off", "interpret-edit"})
#: By how many minutes a deed moves the two ends of what somebody covers.
_ENDS: Final = {
    "interpret-longer": (0, STEP), "interpret-shorter": (0, -STEP),
    "interpret-earlier": (-STEP, 0), "interpret-later": (STEP, 0),
}  # fmt: skip
_OF_DAYS: Final = {"interpret-day-before": -1, "interpret-day-after": 1}
_OF_ALL: Final = frozenset(deed.key for deed in INTERPRETERS if deed.needs == "interpreting-all")
_PINNED_TOO: Final = frozenset({"interpret-pin", "interpret-edit"})


class Doing(QObject):
    """Runs a command for each thing done on the board, and stays with what it made."""

    def __init__(
        self, workspace: Workspace, view: BoardView, stay_with: Callable[[Subject], object],
        edit: Callable[[Hashable], object], of_all: Callable[[str], object],
    ) -> None:  # fmt: skip
        """`of_all` does what is about all days, not about what is chosen."""
        super().__init__(view)
        self._of_all = of_all
        self._workspace, self._view, self._stay_with, self._edit = workspace, view, stay_with, edit
        carrying = view.carrying
        carrying.dropped.connect(self.drop)
        carrying.refused.connect(self._refuse)
        carrying.stretched.connect(self._stretch)
        carrying.pinned.connect(lambda assigned: workspace.say(locked(assigned), tone="check"))
        carrying.nowhere.connect(self._say_where)
        view.board.removeAsked.connect(self._take_off_all)
        actions.hear(view.board, INTERPRETERS, self.do, own_keys=_OWN_KEYS)

    def _made(self, assignment_id: int) -> None:
        self._stay_with(Subject("Assignment", assignment_id))

    def _say_where(self) -> None:
        words = tr("To give it to somebody, look at the day: there everybody has a row.")
        self._workspace.say(words, tone="check")

    # Put down

    def drop(self, held: Held, interpreter: Interpreter) -> None:
        """Do what a drop does, as one step."""
        assigned = held.assignment
        if assigned is None:
            self._workspace.run(
                interpreting.assign, held.need.id, interpreter.id, self._part(held.wanted, held.start, held.end),
                done=self._made,
            )  # fmt: skip
        elif held.hands_over and self._view.outlook is not None:
            at = self._view.outlook.clock_time(held.wanted, held.start)
            self._workspace.run(interpreting.hand_over, assigned.id, at, interpreter.id, done=self._made)
        else:
            self._workspace.run(interpreting.reassign, assigned.id, interpreter.id, done=self._made)

    def _refuse(self, held: Held, interpreter: Interpreter) -> None:
        """What cannot be is put back, and why is said; beside the need it can be assigned all the same."""
        if self._view.outlook is None:
            return
        tints = tints_of(held, self._view.outlook)
        reason = tints[Subject("Interpreter", interpreter.id)].words
        name = full_name(interpreter.person, screen_language())
        self._workspace.say(tr("{name} cannot take it: {reason}", name=name, reason=reason), tone="wrong")
        self._stay_with(Subject("Need", held.need.id))

    def _part(self, wanted: Wanted, start: float, end: float) -> Mapping[str, Any]:
        """Give the values of an assignment that covers a part; nothing for the whole of a need."""
        first, last = self._times(wanted, start, end)
        return {key: at for key, at in (("covers_from", first), ("covers_until", last)) if at is not None}

    def _times(self, wanted: Wanted, start: float, end: float) -> tuple[dt.time | None, dt.time | None]:
        outlook = self._view.outlook
        if outlook is None:
            return None, None
        first, last = outlook.span(wanted.start, wanted.end, wanted.day)
        return (
            outlook.clock_time(wanted, start) if start > first else None,
            outlook.clock_time(wanted, end) if end < last else None,
        )

    def _stretch(self, drawn: Stretch) -> None:
        times = self._times(drawn.wanted, drawn.start, drawn.end)
        if times != (drawn.assignment.covers_from, drawn.assignment.covers_until):
            self._workspace.run(interpreting.cover_part, drawn.assignment.id, *times, done=self._made)

    # Deeds

    def _take_off_all(self, keys: Iterable[Hashable]) -> None:
        for key in keys:
            self.take_off(key)

    def take_off(self, key: Hashable) -> None:
        """Take somebody off; who is pinned stays."""
        assigned = self._view.assignment_of(key)
        if assigned is None or self._workspace.is_read_only:
            return
        if assigned.locked:
            self._workspace.say(locked(assigned), tone="check")
            return
        name, wanted = full_name(assigned.interpreter.person, screen_language()), self._view.wanted_of(key)
        need = Subject("Need", assigned.need_id)
        title = "" if wanted is None else event_title(wanted.slot.event)
        if self._workspace.run(interpreting.unassign, assigned.id):
            self._workspace.say(tr("{event}: {name} no longer interprets", event=title, name=name), undo=True)
            self._stay_with(need)

    def can_do(self, key: str) -> bool:
        """Say whether a deed can be done with what is chosen: what is pinned is not moved."""
        assigned = self._view.assignment_of(self._view.board.chosen)
        if key in ("interpret-carry", "interpret-edit"):
            return self._view.wanted_of(self._view.board.chosen) is not None
        if key in _OF_DAYS or key in _OF_ALL:
            return True
        return assigned is not None and (not assigned.locked or key in _PINNED_TOO)

    def do(self, key: str) -> None:
        """Do one of the deeds of the menu."""
        view, carrying = self._view, self._view.carrying
        chosen = view.board.chosen
        if key == "interpret-split" and carrying.knife is not None:
            carrying.cut_here()
        elif key in _OF_DAYS:
            view.strip.go(_OF_DAYS[key])
        elif key == "interpret-edit":
            self._edit(chosen)
        elif self._workspace.is_read_only or carrying.is_busy or not self.can_do(key):
            return
        elif key in _OF_ALL:
            self._of_all(key)
        elif key == "interpret-carry":
            view.board.setFocus()
            carrying.take_up_block(chosen, by_keys=True)
        elif key == "interpret-split":
            view.board.setFocus()
            carrying.take_knife(chosen)
        elif key == "interpret-off":
            self.take_off(chosen)
        else:
            self._change(key, chosen)

    def _change(self, key: str, chosen: Hashable | None) -> None:
        assigned, wanted = self._view.assignment_of(chosen), self._view.wanted_of(chosen)
        block = self._view.board.layout_.block(chosen)
        if assigned is None or wanted is None or block is None:
            return
        if key == "interpret-pin":
            self._workspace.run(interpreting.pin, assigned.id, not assigned.locked, done=self._made)
        elif key in _ENDS and self._view.outlook is not None:
            first, last = self._view.outlook.span(wanted.start, wanted.end, wanted.day)
            earlier, later = _ENDS[key]
            start, end = max(block.start + earlier, first), min(block.end + later, last)
            if end - start >= STEP:
                self._stretch(Stretch(assigned, wanted, "", start, end))

    def fill(self, menu: QMenu) -> None:
        """Put everything into a menu that can be done with what is chosen; what cannot now is greyed."""
        assigned = self._view.assignment_of(self._view.board.chosen)

        def can(key: str) -> bool:
            reads_only = key == "interpret-edit" or key in _OF_DAYS
            return (reads_only or not self._workspace.is_read_only) and self.can_do(key)

        actions.fill_beside(menu, INTERPRETERS, self.do, can)
        if assigned is not None:
            actions.name_pin(menu, "interpret-pin", pinned=assigned.locked)


def locked(assigned: Assignment) -> PlannerError:
    """What a command would say of a pinned assignment."""
    person = assigned.interpreter.person
    return PlannerError("assignment-locked", name=in_both(full_name, person))
