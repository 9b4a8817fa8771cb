"""Homestays as lists: guests and where they sleep, homes and what they offer, and the hotel rooms, edited here.

A guest or a home leads to its own page; a hotel room has no other, so its inspector is here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget
from shiboken6 import isValid

from planner.commands import homestays, records
from planner.language import tr, tr_in
from planner.model.homestays import Room
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Place
from planner.rules.finding import Subject
from planner.ui.inspector import AddPanel, RecordPanel
from planner.ui.inspector.adding import Values
from planner.ui.pages.homestays.cars import car_columns, car_rows
from planner.ui.pages.homestays.rooms import hotels_of, room_columns, room_outline, room_rows
from planner.ui.pages.homestays.rows import guest_columns, guest_rows, home_columns, home_rows
from planner.ui.shell.page import Page
from planner.ui.theme import icon
from planner.ui.widgets.boxes import column
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.fields import Field
from planner.ui.widgets.lineedit import SearchField
from planner.ui.widgets.menus import drop
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.tableview import Table
from planner.ui.widgets.words import said

_HOTEL = (("name_en", "name_ja"), "address_en", "phone")
_ROOM = (("number", "sleeps"), "kind")


class Lists(QWidget):
    """Guests and homes to look through, hotel rooms to edit; `left` and `right` are for the head of the page."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        workspace = page.workspace
        self.page, self.workspace = page, workspace
        self._which = Segmented(
            tr("Show"),
            [
                ("guests", tr_in("people", "Guests")),
                ("homes", tr_in("list", "Homes")),
                ("rooms", tr("Hotels")),
                ("cars", tr_in("list", "Cars")),
            ],
        )
        self._search = SearchField(tr("Search this page"))
        self.add_button = Button(
            tr("Add"), self.drop_add, look="primary", icon_name="plus", name=tr("Add a hotel room")
        )
        self.left: tuple[QWidget, ...] = (self._which,)
        self.right: tuple[QWidget, ...] = (self._search, self.add_button)
        self._guests = Table(tr("Guests and where they sleep"), guest_columns())
        self._homes = Table(tr("Homes and what they offer"), home_columns())
        self.rooms = Table(tr("Hotel rooms and who sleeps there"), room_columns())
        self.cars = Table(tr("Rooms and cars by home"), car_columns())
        self._panel: RecordPanel | None = None
        self._adding: AddPanel | None = None
        self._no_rooms = EmptyState(
            "room",
            tr("No hotel rooms yet"),
            tr("For nights that are not in a family: chaperones in a hotel, the night before the flight."),
            [(tr("Add a hotel room"), self.drop_add)],
        )
        self._stack = QStackedWidget()
        for widget in (self._guests, self._homes, self.rooms, self.cars, self._no_rooms):
            self._stack.addWidget(widget)
        self.setLayout(column(self._stack, gap=0))
        for table in (self._guests, self._homes, self.rooms, self.cars):
            table.group(True)
            self._search.textChanged.connect(table.filter)
        self._guests.opened.connect(lambda guest: workspace.show_parts(guest, "Stay"))
        self._homes.opened.connect(workspace.show)
        self.cars.opened.connect(workspace.show)
        self.rooms.picked.connect(self._pick)
        self.rooms.opened.connect(self._open)
        self.rooms.removeAsked.connect(self.remove)
        self._which.chosen.connect(lambda _: self._turn_away())
        self._turn()

    # What is shown

    def _turn_away(self) -> None:
        """Another table: nothing of this one is selected any more."""
        self.page.inspect(None)
        self.workspace.select(None)
        self._turn()

    def turn(self) -> None:
        """Show the table chosen."""
        self._turn()

    def _turn(self) -> None:
        plan, rooms = self.workspace.plan, self._which.choice == "rooms"
        self.add_button.setVisible(rooms and self.isVisibleTo(self.page))
        if rooms:
            self._stack.setCurrentWidget(self.rooms if plan is not None and plan.rooms else self._no_rooms)
        else:
            tables = {"guests": self._guests, "homes": self._homes, "cars": self.cars}
            self._stack.setCurrentWidget(tables[self._which.choice])

    def show_plan(self, plan: Plan) -> None:
        """Show what the plan holds."""
        self._guests.show_rows(guest_rows(plan))
        self._homes.show_rows(home_rows(plan))
        self.rooms.show_rows(room_rows(plan))
        self.cars.show_rows(car_rows(plan))
        self.add_button.setEnabled(not self.workspace.is_read_only)
        self._turn()

    def select(self, subject: Subject) -> bool:
        """Choose a guest, a home or a room in its table; False if it is in none."""
        for key, table in (("guests", self._guests), ("homes", self._homes), ("rooms", self.rooms)):
            if table.choose(subject):
                self._which.choose(key)
                self._turn()
                return subject.noun != "Room" or self._inspect(subject) is not None
        return False

    # Hotel rooms

    def _pick(self, subject: Subject) -> None:
        self.workspace.select(subject)
        self._inspect(subject)

    def _open(self, subject: Subject) -> None:
        """Enter on a room goes on into the inspector."""
        panel = self._inspect(subject)
        if panel is not None:
            panel.sheet.focus_first()

    def _inspect(self, subject: Subject) -> RecordPanel | None:
        plan = self.workspace.plan
        if plan is None:
            return None
        if self._panel is None or not isValid(self._panel):
            self._panel = RecordPanel(self.workspace, room_outline(self._deeds), plan)
        if not self._panel.show_subject(subject.id, plan):
            return None
        self.page.inspect(self._panel)
        return self._panel

    def _deeds(self, room: Room, plan: Plan) -> Sequence[tuple[str, str, Callable[[], object]]]:
        hotel = said(room.place, "name")
        return [
            (tr("Another room in {hotel}", hotel=hotel), "plus", partial(self.add, room.place_id)),
            (tr("Edit the hotel"), "edit", partial(self.workspace.show, Subject("Place", room.place_id))),
            (tr("Remove"), "trash", partial(self.remove, Subject("Room", room.id))),
        ]

    def forget(self) -> None:
        """Nothing is chosen any more."""
        self.rooms.choose(None)

    def remove(self, subject: Subject) -> None:
        """Remove a room; whoever slept there still sleeps in the hotel."""
        if self.workspace.run(records.remove, "Room", subject.id):
            self.workspace.say(tr("The room was removed; its guests stay in the hotel without a room."), undo=True)

    def drop_add(self) -> None:
        """Let the user say in which hotel the new room is; where none is known yet, ask for its name."""
        plan = self.workspace.plan
        hotels = [] if plan is None else hotels_of(plan)
        if not hotels:
            self.add_with_hotel()
            return
        menu = QMenu(self)
        for place_id, name in hotels:
            words = tr("In {hotel}", hotel=name).replace("&", "&&")
            menu.addAction(icon("room"), words).triggered.connect(partial(self.add, place_id))
        menu.addAction(icon("plus"), tr("In another hotel…")).triggered.connect(self.add_with_hotel)
        corner = self.add_button.rect().bottomLeft()
        drop(menu, self.add_button.mapToGlobal(corner))

    def add(self, place_id: int, _checked: bool = False) -> None:
        """Add a room in a hotel and let the user number it."""
        plan = self.workspace.plan
        if plan is not None:
            alike = next((room for room in reversed(plan.rooms) if room.place_id == place_id), None)
            values: dict[str, Any] = {"visit_id": plan.visit.id, "place_id": place_id}
            if alike is not None:
                values |= {"kind": alike.kind, "sleeps": alike.sleeps}
            self.workspace.run(records.add, "Room", values, done=self._show_new)

    def add_with_hotel(self) -> None:
        """Ask for a hotel and its first room."""
        plan = self.workspace.plan
        if plan is not None:
            self._adding = AddPanel(
                tr("New hotel room"), [(Place, _HOTEL), (Room, _ROOM)], self._add_both, near=plan.visit.first_day,
                button=tr("Add"), words=tr("The hotel’s name is enough for now."),
            )  # fmt: skip
            for noun, field, words in (
                (Place, "name_en", tr("Hotel (English)")),
                (Place, "name_ja", tr("Hotel (Japanese)")),
                (Room, "kind", tr("Kind of room")),
            ):
                editor = self._adding[noun][field]
                assert isinstance(editor, Field)
                editor.set_label(words)
            self.rooms.choose(None)
            self.workspace.select(None)
            self.page.inspect(self._adding)
            self._adding.start()

    def _add_both(self, given: Values, refused: Callable[[PlannerError], None]) -> None:
        plan = self.workspace.plan
        if plan is not None:
            hotel = dict(given[Place]) | {"zone": plan.visit.host_city.zone, "city_id": plan.visit.host_city_id}
            self.workspace.run(
                homestays.add_room, plan.visit.id, hotel, given[Room], refused=refused, done=self._show_new
            )

    def _show_new(self, room_id: int) -> None:
        subject = Subject("Room", room_id)
        self.workspace.select(subject)
        if self.select(subject) and self._panel is not None:
            self._panel.focus_field("Room", "number")

    # Across a change of language

    def state(self) -> dict[str, Any]:
        """What is shown."""
        return {
            "which": self._which.choice,
            "words": self._search.text(),
            "guests": self._guests.verticalScrollBar().value(),
            "homes": self._homes.verticalScrollBar().value(),
            "rooms": self.rooms.verticalScrollBar().value(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Show what `state` told."""
        self._which.choose(state.get("which", "guests"))
        self._search.setText(state.get("words", ""))
        self._guests.verticalScrollBar().setValue(state.get("guests", 0))
        self._homes.verticalScrollBar().setValue(state.get("homes", 0))
        self.rooms.verticalScrollBar().setValue(state.get("rooms", 0))
        self._turn()
