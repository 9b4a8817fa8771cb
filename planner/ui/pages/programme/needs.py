"""What interpreting an activity or leg needs, in the inspector; the plan keeps needs apart from events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.commands import interpreting
from planner.language import tr
from planner.model.interpreting import Need
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.ui.inspector import Parts, Piece
from planner.ui.inspector.sheet import Sheet
from planner.ui.pages.interpreters.covering import need_items, need_text
from planner.ui.shell.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Event:
    """An event with its needs, as the list of parts wants a record."""

    id: int
    noun: str
    needs: tuple[Need, ...]


def needs_of(event: Any, plan: Plan) -> tuple[Need, ...]:
    """The needs of an activity or leg."""
    key = "activity_id" if isinstance(event, Activity) else "journey_id"
    return tuple(need for need in plan.needs if getattr(need, key) == event.id)


def _add(workspace: Workspace, event: _Event, done: Callable[[int], object]) -> None:
    workspace.run(interpreting.add_need, event.noun, event.id, done=done)


class NeedsPiece(Piece):
    """The needs of one event, to add, edit, cover and remove."""

    def __init__(self, workspace: Workspace, owner: str) -> None:
        """`owner` is the reference of a need to its event: ``activity_id`` or ``journey_id``."""
        super().__init__()
        self._workspace, self._owner = workspace, owner
        self._sheet: Sheet | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def _made(self, plan: Plan) -> Sheet:
        told = Parts(
            Need, "needs", self._owner, tr("Add a need for interpreting"), need_items(),
            title=lambda need, plan: need_text(need, plan), add_by=_add,
        )  # fmt: skip
        self._sheet = Sheet(self._workspace, Need, (told,), near=plan.visit.first_day)
        self._box.addWidget(self._sheet)
        return self._sheet

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        sheet = self._sheet or self._made(plan)
        sheet.show_record(_Event(record.id, type(record).__name__, needs_of(record, plan)), plan, anew=anew)

    @override
    def find_editor(self, noun: str, field: str) -> QWidget | None:
        return None if self._sheet is None else self._sheet.find_editor(noun, field)
