"""Hotel rooms: as rows of a table, and in the inspector with who sleeps there on which nights."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.commands import homestays, records
from planner.language import say, screen_language, tr, trn
from planner.language.dates import days_text
from planner.language.names import called_name, full_name, sort_key
from planner.model.delegations import Member
from planner.model.homestays import Room, Stay
from planner.model.kinds import PlaceKind, StayKind
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.left import travelling
from planner.rules.nights import next_stretch, nights_of, open_nights
from planner.ui.inspector import Deeds, Outline, Own, Parts, Piece, Section, Shown
from planner.ui.inspector.sheet import Sheet
from planner.ui.pages.homestays.lodging import hotels_first, nights_items, room_name
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import column
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.table import Cell, Column, Row
from planner.ui.widgets.words import listed, said


def stays_in(room: Room, plan: Plan) -> tuple[Stay, ...]:
    """Who sleeps in a room, the earliest first."""
    found = (stay for stay in plan.stays if stay.room_id == room.id)
    return tuple(sorted(found, key=lambda stay: (stay.first_night, stay.id)))


def most_at_once(stays: tuple[Stay, ...]) -> int:
    """How many sleep in a room on its fullest night."""
    nights = Counter(
        stay.first_night + dt.timedelta(days=number)
        for stay in stays
        for number in range((stay.last_night - stay.first_night).days + 1)
    )
    return max(nights.values(), default=0)


def room_columns() -> list[Column]:
    """The columns of the rooms' table."""
    return [
        Column(tr("Room"), 200),
        Column(tr("Sleeps"), 72),
        Column(tr("At once"), 84, tip=tr("Who sleeps there on its fullest night")),
        Column(tr("Who sleeps there")),
        Column(tr("Keeps the key"), 130),
        Column(tr("Special"), 170),
    ]


def room_rows(plan: Plan) -> Iterator[Row]:
    """One row for each hotel room of the visit, under its hotel."""
    for room in plan.rooms:
        stays = stays_in(room, plan)
        most = most_at_once(stays)
        full = room.sleeps is not None and most > room.sleeps
        hotel, who = said(room.place, "name"), listed([_sleeper_words(stay, plan) for stay in stays])
        yield Row(
            Subject("Room", room.id),
            (
                Cell(room_name(room), sort=(room.number.zfill(8), room.kind)),
                Cell("" if room.sleeps is None else str(room.sleeps), sort=room.sleeps),
                Cell(str(most), sort=most, chip="check" if full else "", tone="" if most else "text3"),
                Cell(who),
                Cell(room.key_holder),
                Cell(room.special),
            ),
            group=hotel,
            words=" ".join((hotel, room.number, room.kind, who, room.special)),
        )


def _sleeper_words(stay: Stay, plan: Plan) -> str:
    name = called_name(stay.member.person, screen_language())
    nights = nights_of(stay.member, plan)
    if nights and stay.first_night <= nights[0] and stay.last_night >= nights[-1]:
        return name
    return f"{name} {_nights(stay)}"


def _nights(stay: Stay) -> str:
    return days_text(stay.first_night, stay.last_night, screen_language(), year=False)


def room_outline(deeds: Deeds) -> Outline:
    """Everything about a hotel room."""
    return Outline(
        Room,
        (
            Own(HotelPiece),
            (Shown("number", strong=True), "sleeps"),
            Shown("kind", label=tr("Kind of room")),
            "key_holder",
            "special",
            Section(
                tr("Who sleeps there"), (Own(SleepersPiece),),
                note=lambda room, plan: str(len(stays_in(room, plan)) or ""),
            ),
        ),
        title=lambda room, plan: room_name(room),
        chip=lambda room, plan: (tr("Hotel room"), "grey", "room"),
        deeds=deeds,
        subtitle=_subtitle,
    )  # fmt: skip


def _subtitle(room: Room, plan: Plan) -> str:
    most = most_at_once(stays_in(room, plan))
    if room.sleeps is not None and most > room.sleeps:
        return tr("{count} at once in a room for {sleeps}", count=most, sleeps=room.sleeps)
    return said(room.place, "name")


class HotelPiece(Piece):
    """Which hotel a room is in; whoever sleeps in it moves along."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._room: Room | None = None
        self._offers: list[tuple[Hashable, str]] = []
        self.choice = ChoiceField(tr("Hotel"), [], icon_name="place")
        self.choice.committed.connect(self._choose)
        self.setLayout(column(self.choice))

    @override
    def show_record(self, record: Room, plan: Plan, *, anew: bool) -> None:
        self._room = record
        offers: list[tuple[Hashable, str]] = [(place.id, said(place, "name")) for place in hotels_first(plan)]
        if offers != self._offers:
            self._offers = offers
            self.choice.offer(offers)
        self.choice.show_value(record.place_id)
        self.choice.setEnabled(not self._workspace.is_read_only)

    @override
    def find_editor(self, noun: str, field: str) -> QWidget | None:
        return self.choice if (noun, field) == ("Room", "place_id") else None

    def _choose(self, place_id: int) -> None:
        if self._room is not None and place_id != self._room.place_id:
            self._workspace.run(homestays.move_room, self._room.id, place_id)


@dataclass(frozen=True, slots=True)
class _Sleepers:
    """A room with its stays, as the list of parts wants a record; a plan keeps them apart."""

    id: int
    stays: tuple[Stay, ...]


class SleepersPiece(Piece):
    """Who sleeps in a room: each with the nights, and a choice to put one more in."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._room: Room | None = None
        self._plan: Plan | None = None
        self._sheet: Sheet | None = None
        self._offers: list[tuple[int, str]] = []
        self.choice = ChoiceField(
            tr("Put somebody in"), [], icon_name="person", placeholder=tr("Choose a guest"),
            hint=tr("For the nights that have no bed yet; change them afterwards as you like."),
        )  # fmt: skip
        self.choice.committed.connect(self._put_in)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(self.choice)

    def _made(self, plan: Plan) -> Sheet:
        told = Parts(Stay, "stays", "room_id", "", nights_items(), title=_sleeper_title)
        self._sheet = Sheet(self._workspace, Stay, (told,), near=plan.visit.first_day)
        self._box.insertWidget(0, self._sheet)
        return self._sheet

    @override
    def show_record(self, record: Room, plan: Plan, *, anew: bool) -> None:
        self._room, self._plan = record, plan
        stays = stays_in(record, plan)
        sheet = self._sheet or self._made(plan)
        sheet.show_record(_Sleepers(record.id, stays), plan, anew=anew)
        inside = {stay.member_id for stay in stays}
        offers = [(member.id, _guest_words(member, plan)) for member in _waiting_first(plan) if member.id not in inside]
        if offers != self._offers:
            self._offers = offers
            self.choice.offer(offers)
        self.choice.show_value(None)
        self.choice.setEnabled(not self._workspace.is_read_only)

    @override
    def find_editor(self, noun: str, field: str) -> QWidget | None:
        return None if self._sheet is None else self._sheet.find_editor(noun, field)

    def _put_in(self, member_id: int) -> None:
        room, plan = self._room, self._plan
        if room is None or plan is None:
            return
        first, last = next_stretch(plan.find(Member, member_id), plan)
        values: dict[str, Any] = {
            "member_id": member_id, "kind": StayKind.HOTEL, "place_id": room.place_id, "room_id": room.id,
            "first_night": first, "last_night": last,
        }  # fmt: skip
        self._workspace.run(records.add, "Stay", values, refused=lambda error: self.choice.show_error(say(error)))


def _sleeper_title(stay: Stay, plan: Plan) -> str:
    return listed([full_name(stay.member.person, screen_language()), _nights(stay)])


def _waiting_first(plan: Plan) -> list[Member]:
    """Who travels, those with nights without a bed before the others."""
    language = screen_language()
    return sorted(
        travelling(plan), key=lambda member: (not open_nights(member, plan), sort_key(member.person, language))
    )


def _guest_words(member: Member, plan: Plan) -> str:
    waiting = len(open_nights(member, plan))
    name = full_name(member.person, screen_language())
    if not waiting:
        return name
    nights = trn("{count} night without a bed", "{count} nights without a bed", waiting)
    return listed([name, nights])


def hotels_of(plan: Plan) -> list[tuple[int, str]]:
    """The hotels of the file with their names: where the visit has rooms, or what is kept as a hotel."""
    with_rooms = {room.place_id for room in plan.rooms}
    return [
        (place.id, said(place, "name"))
        for place in hotels_first(plan)
        if place.kind == PlaceKind.HOTEL or place.id in with_rooms
    ]
