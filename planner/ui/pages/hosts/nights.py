"""The nights a family cannot host, in the inspector: a word for each night of the visit, on or off."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from planner.clock import nights_between
from planner.commands import hosts
from planner.language import say, screen_language, tr
from planner.language.dates import day_text
from planner.model.plan import Plan
from planner.ui.inspector import Piece
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import clear
from planner.ui.widgets.choices import SeveralField


class NightsPiece(Piece):
    """The nights off of one offer; changed at once. Nights outside the visit's days stay as they are."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._nights: tuple[dt.date, ...] = ()
        self._offer: Any = None
        self.field: SeveralField | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        self._offer = record
        nights = nights_between(plan.visit.first_day, plan.visit.last_day)
        if nights != self._nights or self.field is None:
            self._nights = nights
            clear(self._box)
            choices = [(night, day_text(night, screen_language(), "narrow")) for night in nights]
            self.field = SeveralField(tr("Cannot host on the night of"), choices)
            self.field.committed.connect(self._commit)
            self._box.addWidget(self.field)
        self.field.setEnabled(not self._workspace.is_read_only)
        self.field.show_value({night.night for night in record.nights_off})

    def _commit(self, chosen: frozenset[dt.date]) -> None:
        field = self.field
        if field is None:
            return
        outside = {night.night for night in self._offer.nights_off} - set(self._nights)
        self._workspace.run(
            hosts.set_nights_off,
            self._offer.id,
            sorted(chosen | outside),
            refused=lambda error: field.show_error(say(error)),
        )
