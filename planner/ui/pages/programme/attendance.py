"""Who takes part, in the inspector: everyone or groups, single members besides, and those who stay away."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from planner.commands import programme
from planner.language import say, screen_language, tr, trn
from planner.language.names import full_name, sort_key
from planner.model.attendance import those_at
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.rules.left import travelling
from planner.ui.inspector import Piece
from planner.ui.inspector.marks import FoldHead
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import clear, column
from planner.ui.widgets.choices import CheckBox, CheckField, SeveralField
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import said


class AttendancePiece(Piece):
    """Ticks for everyone and the host families, a word for each group, and a foldable list of all members."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._event: Any = None
        self._plan: Plan | None = None
        self._group_choices: list[tuple[int, str]] = []
        self._members: list[int] = []
        self.everyone = CheckField(tr("Everyone of the delegation"))
        self.hosts = CheckField(tr("Host families are invited"))
        self.groups: SeveralField | None = None
        self._groups_box = QVBoxLayout()
        self.count = Text("", "small", "text2", wrap=True)
        self.head = FoldHead(tr("One by one"), bold=False)
        self._list_box = QVBoxLayout()
        self._list_box.setSpacing(2)
        self._list_box.setContentsMargins(18, 0, 0, 0)
        self.boxes: dict[int, CheckBox] = {}
        self.setLayout(
            column(self.everyone, self._groups_box, self.count, self.head, self._list_box, self.hosts, gap=6)
        )
        self.everyone.committed.connect(lambda on: self._run(everyone=bool(on)))
        self.hosts.committed.connect(lambda on: self._run(hosts_invited=bool(on)))
        self.head.turned.connect(lambda _: self._show_list())

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        self._event, self._plan = record, plan
        may = not self._workspace.is_read_only
        self.everyone.show_value(record.everyone)
        self.everyone.setEnabled(may)
        self.hosts.setVisible(isinstance(record, Activity))
        self.hosts.show_value(getattr(record, "hosts_invited", False))
        self.hosts.setEnabled(may)
        self._show_groups(record, plan, may)
        coming = those_at(plan, record)
        self.count.setText(trn("{count} person takes part", "{count} people take part", len(coming)))
        if anew:
            self.head.setChecked(False)
        self._show_list()

    def _show_groups(self, record: Any, plan: Plan, may: bool) -> None:
        ordered = sorted(plan.groups, key=lambda group: (not group.letter, group.letter, said(group, "name")))
        choices = [(group.id, said(group, "name") or group.letter) for group in ordered]
        if choices != self._group_choices or self.groups is None:
            self._group_choices = choices
            clear(self._groups_box)
            self.groups = SeveralField(tr("Groups"), choices)
            self.groups.committed.connect(lambda chosen: self._run(group_ids=sorted(chosen)))
            self._groups_box.addWidget(self.groups)
        self.groups.setVisible(bool(choices) and not record.everyone)
        self.groups.setEnabled(may)
        self.groups.show_value({link.group_id for link in record.group_links})

    def _show_list(self) -> None:
        """The members with a tick for each who takes part; made when it is unfolded."""
        plan, event = self._plan, self._event
        opened = self.head.isChecked()
        if plan is None or event is None or not opened:
            for box in self.boxes.values():
                box.hide()
            return
        language = screen_language()
        members = sorted(travelling(plan), key=lambda member: sort_key(member.person, language))
        if [member.id for member in members] != self._members:
            clear(self._list_box)
            self.boxes = {}
            self._members = [member.id for member in members]
            for member in members:
                box = CheckBox(full_name(member.person, language))
                box.clicked.connect(lambda on, member_id=member.id: self._single(member_id, on))
                self.boxes[member.id] = box
                self._list_box.addWidget(box)
        coming = {member.id for member in those_at(plan, event)}
        for member_id, box in self.boxes.items():
            box.setChecked(member_id in coming)
            box.setEnabled(not self._workspace.is_read_only)
            box.show()

    def _single(self, member_id: int, on: bool) -> None:
        """Add one member, or let them stay away; what their group says already needs no word of its own."""
        event = self._event
        links = {link.member_id: link.attends for link in event.member_links}
        links.pop(member_id, None)
        by_group = event.everyone or any(
            link.member_id == member_id for tie in event.group_links for link in tie.group.memberships
        )
        if on != by_group:
            links[member_id] = on
        self._run(links=links)

    def _run(
        self,
        *,
        everyone: bool | None = None,
        group_ids: list[int] | None = None,
        hosts_invited: bool | None = None,
        links: dict[int, bool] | None = None,
    ) -> None:
        event = self._event
        if links is None:
            links = {link.member_id: link.attends for link in event.member_links}
        if group_ids is None:
            group_ids = [link.group_id for link in event.group_links]
        whole = event.everyone if everyone is None else everyone
        self._workspace.run(
            programme.set_attendance,
            type(event).__name__,
            event.id,
            everyone=whole,
            group_ids=[] if whole else group_ids,
            member_ids=[member_id for member_id, attends in links.items() if attends],
            away_ids=[member_id for member_id, attends in links.items() if not attends],
            hosts_invited=hosts_invited,
            refused=self._refuse,
        )

    def _refuse(self, error: PlannerError) -> None:
        self._workspace.say(say(error), tone="wrong")
