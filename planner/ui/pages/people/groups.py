"""Which groups a member is in, in the inspector: a word for each group of the visit, on or off."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from planner.commands import people
from planner.language import say, tr
from planner.model.delegations import Group
from planner.model.plan import Plan
from planner.ui.inspector import Piece
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import clear
from planner.ui.widgets.choices import SeveralField
from planner.ui.widgets.words import said


def in_order(plan: Plan) -> list[Group]:
    """The visit's groups, by letter and name."""
    return sorted(plan.groups, key=lambda group: (not group.letter, group.letter, said(group, "name")))


class GroupsPiece(Piece):
    """The groups of one member; changed at once."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._choices: list[tuple[int, str]] = []
        self._member: Any = None
        self.field: SeveralField | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        self._member = record
        choices = [(group.id, said(group, "name") or group.letter) for group in in_order(plan)]
        if choices != self._choices or self.field is None:
            self._choices = choices
            clear(self._box)
            self.field = SeveralField(tr("Groups"), choices)
            self.field.committed.connect(self._commit)
            self._box.addWidget(self.field)
        self.setVisible(bool(choices))
        self.field.setEnabled(not self._workspace.is_read_only)
        self.field.show_value({link.group_id for link in record.memberships})

    def _commit(self, groups: frozenset[int]) -> None:
        field = self.field
        if field is not None:
            self._workspace.run(
                people.set_groups, [self._member.id], sorted(groups), refused=lambda error: field.show_error(say(error))
            )
