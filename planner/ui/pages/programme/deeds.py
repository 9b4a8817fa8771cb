"""What is done to events that are there: from the menu, by keys, and from the head of the inspector."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.commands import events, moving, records
from planner.language import tr, trn
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.pages.programme.lines import line_of
from planner.ui.pages.programme.nudging import STEPS, Nudges
from planner.ui.shell.workspace import Workspace

#: Keys that are only held while others are pressed.
_HELD: Final = (Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Meta)


class EventDeeds:
    """Runs the commands, says what was done, and has the page show it."""

    def __init__(
        self,
        workspace: Workspace,
        nudges: Nudges,
        *,
        show: Callable[[Sequence[Subject]], object],
        show_new: Callable[[Subject], object],
        edit: Callable[[Subject], object],
    ) -> None:
        """`show` chooses events where they are now, `show_new` lets one be named, `edit` goes on into the inspector."""
        self._workspace, self._nudges = workspace, nudges
        self._show, self._show_new, self._edit = show, show_new, edit

    def do(self, deed: str, subjects: Sequence[Subject]) -> None:
        """Do a deed of the menu to the events marked, the one the user is on being the first of them."""
        if not subjects or self._workspace.is_read_only:
            return
        if deed in STEPS:
            self._nudges.take(subjects, STEPS[deed])
        elif deed == "event-group":
            self._nudges.give(subjects[0])
        elif deed == "event-copy":
            self.duplicate(subjects[0])
        elif deed == "event-edit":
            self._edit(subjects[0])
        elif deed == "event-remove":
            self.remove(subjects)

    def hears(self, event: QKeyEvent, deed: str) -> bool:
        """Hear of every key: Esc takes back steps that have just been taken, any other key lets them stand."""
        if event.key() == Qt.Key.Key_Escape and self._nudges.take_back():
            return True
        if deed not in STEPS and event.key() not in _HELD:
            self._nudges.end()
        return False

    def remove(self, subjects: Sequence[Subject]) -> None:
        """Remove events in one step, which Undo brings back; one alone says its name."""
        if len(subjects) > 1:
            if self._workspace.run(events.remove_several, list(subjects)):
                count = len(subjects)
                self._workspace.say(trn("{count} event removed", "{count} events removed", count), undo=True)
            return
        plan, [subject] = self._workspace.plan, subjects
        line = None if plan is None else line_of(plan, subject.noun, subject.id)
        if self._workspace.run(records.remove, subject.noun, subject.id) and line is not None:
            self._workspace.say(tr("Removed: {what}", what=line.title), undo=True)

    def duplicate(self, subject: Subject) -> None:
        """Add a second one like it, on the same day, and choose that."""
        noun = subject.noun
        self._workspace.run(
            events.duplicate, noun, subject.id, done=lambda new_id: self._show_new(Subject(noun, new_id))
        )

    def move_by_days(self, subject: Subject, days: int) -> None:
        """Let it happen as many days later, or earlier if negative."""
        if self._workspace.run(moving.move_by_days, [subject], days):
            self._show([subject])

    def of(self, record: Any, plan: Plan) -> Sequence[tuple[str, str, Callable[[], object]]]:
        """Give what can be done to an event, for the menu in the inspector's head."""
        subject = Subject(type(record).__name__, record.id)
        return [
            (tr("Duplicate"), "copy", partial(self.duplicate, subject)),
            (tr("A day earlier"), "arrow-up", partial(self.move_by_days, subject, -1)),
            (tr("A day later"), "arrow-down", partial(self.move_by_days, subject, 1)),
            (tr("Remove"), "trash", partial(self.remove, [subject])),
        ]
