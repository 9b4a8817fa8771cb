"""Moving events by keys and from the menu: small steps that become one, and beside them what each makes worse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from planner.agenda import Slot, agenda_of
from planner.agenda.slots import times_of
from planner.clock import Doubled, Missing, WallTime, later, look_at
from planner.commands import moving
from planner.commands.moving import Move
from planner.language import tr
from planner.model.message import PlannerError
from planner.rules.differences import worse
from planner.rules.finding import Finding, Subject
from planner.ui.boards.time.asking import ask
from planner.ui.boards.time.hand import BoardHand
from planner.ui.boards.time.held import SNAP, Grip, Target
from planner.ui.pages.programme.carrying import say_done
from planner.ui.pages.programme.foreseeing import foreseen_of
from planner.ui.pages.programme.lines import event_of
from planner.ui.pages.programme.timeboard import ProgrammeBoard
from planner.ui.pages.programme.viewing import in_order
from planner.ui.shell.actions import PROGRAMME
from planner.ui.shell.workspace import Workspace


class Step(NamedTuple):
    """How far one press of a key goes; `pulls` is the end that alone goes so far, the other stays."""

    days: int = 0
    minutes: int = 0
    pulls: Grip | None = None


STEPS: Final[Mapping[str, Step]] = {
    "event-earlier": Step(minutes=-5),
    "event-later": Step(minutes=5),
    "event-hour-earlier": Step(minutes=-60),
    "event-hour-later": Step(minutes=60),
    "event-day-earlier": Step(days=-1),
    "event-day-later": Step(days=1),
    "event-shorter": Step(minutes=-5, pulls=Grip.BOTTOM),
    "event-longer": Step(minutes=5, pulls=Grip.BOTTOM),
    "event-hour-shorter": Step(minutes=-60, pulls=Grip.BOTTOM),
    "event-hour-longer": Step(minutes=60, pulls=Grip.BOTTOM),
    "event-from-earlier": Step(minutes=-5, pulls=Grip.TOP),
    "event-from-later": Step(minutes=5, pulls=Grip.TOP),
    "event-hour-from-earlier": Step(minutes=-60, pulls=Grip.TOP),
    "event-hour-from-later": Step(minutes=60, pulls=Grip.TOP),
}

_KEYS: Final = {
    sequence: deed.key for deed in PROGRAMME if deed.keys for sequence in QKeySequence.listFromString(deed.keys)
}


def deed_of(event: QKeyEvent) -> str:
    """Give which deed of the menu the keys of an event stand for; empty if none."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _KEYS.get(QKeySequence(QKeyCombination(held, Qt.Key(event.key()))), "")


class Nudges:
    """Moves what is chosen step by step. As long as no other key and no mouse is used, Esc takes all of it back."""

    def __init__(
        self, workspace: Workspace, board: ProgrammeBoard, hand: BoardHand, show: Callable[[Sequence[Subject]], object]
    ) -> None:
        """`show` chooses events and brings them into sight."""
        self._workspace, self._board, self._hand, self._show = workspace, board, hand, show
        #: The question which time is meant, where it was asked last.
        self.menu: QMenu | None = None
        self._before: tuple[Finding, ...] = ()
        self._step: int | None = None

    def take(self, subjects: Sequence[Subject], step: Step) -> None:
        """Move these by one step; only the first of them where one of its ends is pulled."""
        if not subjects:
            return
        before = self._before if self._goes_on else self._workspace.findings
        if step.pulls:
            done = self._pull(subjects[0], step)
        else:
            done = self._move(subjects, step)
        if done:
            self._done(subjects, before)

    def give(self, subject: Subject) -> None:
        """Let an event be for the next group, in the order of their letters."""
        plan = self._workspace.plan
        event = None if plan is None else event_of(plan, subject)
        if plan is None or event is None:
            return
        groups = in_order(plan.groups)
        if not groups:
            self._workspace.say(tr("This visit has no groups yet."))
            return
        now = [link.group_id for link in event.group_links] if not event.everyone else []
        places = [place for place, group in enumerate(groups) if group.id in now]
        following = groups[(places[-1] + 1) % len(groups)] if places else groups[0]
        begins, _ = times_of(event)
        before = self._workspace.findings
        move = Move(subject.noun, subject.id, begins, group_id=following.id)
        if self._workspace.run(moving.move, [move]):
            self._done([subject], before)

    @property
    def _goes_on(self) -> bool:
        """Whether the last thing done was a step of these."""
        file = self._workspace.file
        last = None if file is None else file.next_undo
        return self._step is not None and last is not None and last.id == self._step

    def _done(self, subjects: Sequence[Subject], before: tuple[Finding, ...]) -> None:
        file = self._workspace.file
        last = None if file is None else file.next_undo
        self._before, self._step = before, None if last is None else last.id
        self._show(subjects)
        say_done(self._workspace)
        found = worse(before, self._workspace.findings)
        if not found:
            self._hand.hush()
            return
        self._hand.tell(foreseen_of(found, carried=subjects, done=True), subjects[0], tr("Esc puts it back"))
        note = self._hand.note
        QAccessible.updateAccessibility(QAccessibleEvent(note, QAccessible.Event.Alert))

    def end(self) -> None:
        """Something else is done now: the steps stand."""
        self._step = None
        self._hand.hush()

    def take_back(self) -> bool:
        """Take back what the last steps did; False if something else was done since."""
        goes_on = self._goes_on
        self.end()
        if goes_on:
            self._workspace.undo()
        return goes_on

    # One step

    def _slot(self, subject: Subject) -> Slot | None:
        plan = self._workspace.plan
        return None if plan is None else agenda_of(plan).by_key.get(subject)

    def _move(self, subjects: Sequence[Subject], step: Step) -> bool:
        moves = []
        for subject in subjects:
            slot = self._slot(subject)
            if slot is not None:
                moves.append(Move(*subject, _begins(slot, step)))
            elif step.days:
                moves.append(Move(*subject, None, days=step.days))
        if not moves:
            self._workspace.say(tr("It lasts whole days: it can only be moved by days."))
            return False
        return self._workspace.run(moving.move, moves, nudged=True, refused=partial(self._refused, moves))

    def _pull(self, subject: Subject, step: Step) -> bool:
        slot = self._slot(subject)
        if slot is None:
            self._workspace.say(tr("It lasts whole days: it can only be moved by days."))
            return False
        return self._workspace.run(moving.resize, *subject, **_pulled(slot, step), nudged=True)

    def _refused(self, moves: Sequence[Move], error: PlannerError) -> None:
        """Of one event that comes into an hour that is not there, or twice, it is asked which time is meant."""
        [first, *others] = moves
        begins = first.begins
        looked = None if begins is None else look_at(begins.on, begins.at, begins.zone)
        if others or begins is None or not isinstance(looked, Missing | Doubled):
            self._workspace.say(error, tone="wrong")
            return
        subject = Subject(first.noun, first.id)
        rects = self._board.rects_of(subject)
        spot = rects[0].bottomLeft().toPoint() if rects else self._board.viewport().rect().center()

        def chosen(wall: WallTime) -> None:
            before = self._workspace.findings
            if self._workspace.run(moving.move, [first._replace(begins=wall)], nudged=True):
                self._done([subject], before)

        self.menu = ask(
            self._board, self._board.viewport().mapToGlobal(spot), Target(subject, begins, None, looked=looked),
            chosen, lambda: None,
        )  # fmt: skip


def _pulled(slot: Slot, step: Step) -> dict[str, Any]:
    """Give the end that is pulled, as `moving.resize` takes it; what takes time still takes five minutes."""
    by, least = dt.timedelta(minutes=step.minutes), dt.timedelta(minutes=SNAP)
    if step.pulls is Grip.TOP:
        begins = later(slot.begins, by)
        if slot.ends is not None and begins.instant() > slot.end - least:
            begins = later(slot.ends, -least)
        return {"begins": begins}
    ends = later(slot.ends or slot.begins, by)
    return {"ends": ends if ends.instant() >= slot.start + least else later(slot.begins, least)}


def _begins(slot: Slot, step: Step) -> WallTime:
    """A step of minutes is real time; a day later it is the same time of the clock, whether clocks show it or not."""
    if step.minutes:
        return later(slot.begins, dt.timedelta(minutes=step.minutes))
    begins = slot.begins
    return WallTime(begins.on + dt.timedelta(days=step.days), begins.at, begins.zone)
