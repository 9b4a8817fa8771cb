"""Where something happens, in the inspector: one of the known places, or a new one by its name."""

from __future__ import annotations

from typing import Any, Final

from typing_extensions import override

from planner.commands import events, records
from planner.language import say, screen_language, tr
from planner.language.names import text_sort_key
from planner.model.plan import Plan
from planner.model.programme import Place
from planner.rules.finding import Subject
from planner.ui.inspector import Piece
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.fields import TextField
from planner.ui.widgets.words import said

_NEW: Final = "new"
_NOTHING: Final = None


class PlacePiece(Piece):
    """The place of an activity, or of one end of a leg."""

    def __init__(self, workspace: Workspace, field: str, label: str) -> None:
        super().__init__()
        self._workspace, self._field = workspace, field
        self._event: Any = None
        self._offers: list[tuple[Any, str]] = []
        self.choice = ChoiceField(label, [], icon_name="place", placeholder=tr("No place yet"))
        self.name = TextField(tr("Name of the new place"))
        self.name.hide()
        self.edit = Button(tr("Edit the place"), self._show_place, look="link", small=True)
        self.setLayout(column(self.choice, self.name, row(self.edit, STRETCH), gap=4))
        self.choice.committed.connect(self._choose)
        self.name.committed.connect(self._make)

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        self._event = record
        language = screen_language()
        places = sorted(plan.places, key=lambda place: text_sort_key(said(place, "name"), language))
        offers: list[tuple[Any, str]] = [(_NOTHING, tr("No place")), (_NEW, tr("A new place…"))]
        offers += [(place.id, said(place, "name")) for place in places]
        if offers != self._offers:
            self._offers = offers
            self.choice.offer(offers)
        here = getattr(record, self._field)
        if anew or here != self.choice.value():
            self.name.hide()
        if not self.name.isVisible():
            self.choice.show_value(here)
        place = plan.get(Place, here)
        self.choice.show_hint("" if place is None else said(place, "address").replace("\n", ", "))
        self.edit.setVisible(place is not None)
        self.choice.setEnabled(not self._workspace.is_read_only)

    def _show_place(self) -> None:
        here = getattr(self._event, self._field)
        if here is not None:
            self._workspace.show(Subject("Place", here))

    def _choose(self, value: Any) -> None:
        if value == _NEW:
            self.name.show_value("")
            self.name.show()
            self.name.setFocus()
            return
        self.name.hide()
        if value != getattr(self._event, self._field):
            self._workspace.run(
                records.edit, type(self._event).__name__, self._event.id, {self._field: value},
                refused=lambda error: self.choice.show_error(say(error)),
            )  # fmt: skip

    def _make(self, name: str) -> None:
        if not name:
            return
        self.name.hide()
        self._workspace.run(
            events.place_anew, type(self._event).__name__, self._event.id, self._field, name,
            japanese=screen_language() == "ja", refused=self._refuse,
        )  # fmt: skip

    def _refuse(self, error: Any) -> None:
        self.name.show()
        self.name.show_error(say(error))
