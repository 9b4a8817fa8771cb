"""The inspector's panels of the programme: one event, one that is new, and what is done to the whole visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from planner.commands import events
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.inspector import Outline, RecordPanel
from planner.ui.pages.programme.adding import AddEventPanel, Times
from planner.ui.pages.programme.outlines import activity_outline, journey_outline
from planner.ui.pages.programme.recalling import RecallPanel
from planner.ui.pages.programme.shifting import ShiftPanel
from planner.ui.shell.workspace import Workspace

#: What can be done to an event, for the menu in the panel's head: words, icon, and the deed.
DeedsOf = Callable[[Any, Plan], Sequence[tuple[str, str, Callable[[], object]]]]

#: A panel that has a first field to begin with.
StartPanel = AddEventPanel | ShiftPanel | RecallPanel

#: The panel for what is done to the whole visit, by its deed of the menus.
OF_THE_VISIT: Final[Mapping[str, type[ShiftPanel] | type[RecallPanel]]] = {"shift": ShiftPanel, "recall": RecallPanel}

_OUTLINES: Final[Mapping[str, Callable[[Plan, DeedsOf], Outline]]] = {
    "Activity": activity_outline, "Journey": journey_outline,
}  # fmt: skip


class EventPanels:
    """Makes the panels, those of events once. There is none in a file that may only be looked at, but of an event."""

    def __init__(self, workspace: Workspace, deeds: DeedsOf, *, show_new: Callable[[Subject], object]) -> None:
        """`show_new` shows an event that has just been added."""
        self._workspace, self._deeds, self._show_new = workspace, deeds, show_new
        self._made: dict[str, RecordPanel] = {}

    def of(self, subject: Subject) -> RecordPanel | None:
        """Give the panel of an event, showing it; None for what is no event of the plan."""
        plan = self._workspace.plan
        if plan is None or subject.noun not in _OUTLINES:
            return None
        panel = self._made.get(subject.noun)
        if panel is None:
            outline = _OUTLINES[subject.noun](plan, self._deeds)
            panel = self._made[subject.noun] = RecordPanel(self._workspace, outline, plan)
        return panel if panel.show_subject(subject.id, plan) else None

    def adding(
        self, noun: str, day: dt.date | None, times: Times | None, group_id: int | None
    ) -> AddEventPanel | None:
        """Give the panel for a new event on a day (else the visit's first), or at times, for a group or everyone."""
        plan = self._changeable
        return None if plan is None else AddEventPanel(
            plan, noun, day or plan.visit.first_day, self._add, times, group_id
        )  # fmt: skip

    def of_the_visit(self, deed: str) -> ShiftPanel | RecallPanel | None:
        """Give the panel of a deed of `OF_THE_VISIT`: ``shift`` the visit, ``recall`` activities of a past one."""
        plan = self._changeable
        return None if plan is None else OF_THE_VISIT[deed](self._workspace, plan)

    @property
    def _changeable(self) -> Plan | None:
        return None if self._workspace.is_read_only else self._workspace.plan

    def _add(
        self, noun: str, values: Mapping[str, Any], group_id: int | None, refused: Callable[[PlannerError], None]
    ) -> None:
        self._workspace.run(
            events.add, noun, values, group_id, refused=refused,
            done=lambda new_id: self._show_new(Subject(noun, new_id)),
        )  # fmt: skip
