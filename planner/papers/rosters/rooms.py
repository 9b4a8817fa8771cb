"""The rosters of rooms in hotels: who shares which, on which nights, and who keeps the key."""

from __future__ import annotations

from collections import defaultdict

from planner.language import N_, N_in
from planner.language.dates import days_text
from planner.language.names import full_name
from planner.model.attendance import travels
from planner.model.homestays import Stay
from planner.model.kinds import StayKind
from planner.papers.kit.boxes import Box, telling
from planner.papers.kit.tables import Table
from planner.papers.rosters.form import Cell, Form, Roster, lines

_Key = tuple[str, str, int]


def rooms(form: Form) -> Roster | None:
    """Set the rooms by hotel and number, also those that are still empty; None where nobody sleeps in a hotel."""
    plan = form.voice.wording.schedule.plan
    stays = [stay for stay in plan.stays if stay.kind is StayKind.HOTEL and travels(stay.member)]
    if not stays and not plan.rooms:
        return None
    table = form.table(
        (
            (N_("Hotel"), 56), (N_("Room"), 20), (N_in("roster", "Kind"), 26), (N_in("roster", "Beds for"), 18),
            (N_("Who, nights"), 80), (N_("Keeps the key"), 30), (N_("Special"), 33),
        )
    )  # fmt: skip
    found: dict[_Key, list[Stay]] = defaultdict(list)
    for room in plan.rooms:
        found[_name(form, room.place.name_en, room.place.name_ja), room.number, room.id] = []
    for stay in stays:
        place = stay.place or (stay.room.place if stay.room is not None else None)
        hotel = _name(form, place.name_en, place.name_ja) if place is not None else ""
        room_ = stay.room
        found[hotel, room_.number if room_ is not None else "", room_.id if room_ is not None else 0].append(stay)
    rows = [_row(table, key, found[key], form) for key in sorted(found)]
    return Roster("rooms", (form.titled(table, rows, N_in("roster", "Rooms")),))


def _name(form: Form, english: str, japanese: str) -> str:
    return form.voice.pick(english, japanese)


def _row(table: Table, key: _Key, stays: list[Stay], form: Form) -> Box:
    hotel, number, room_id = key
    room = next((one for one in form.voice.wording.schedule.plan.rooms if one.id == room_id), None)
    who = _who(stays, form)
    sleeps = str(room.sleeps) if room is not None and room.sleeps else ""
    row = table.row(
        [
            lines(table, 0, [hotel], first_bold=True), lines(table, 1, [number or form.voice.say(N_("not said"))]),
            room.kind if room is not None else "", sleeps, lines(table, 4, who),
            room.key_holder if room is not None else "", room.special if room is not None else "",
        ]
    )  # fmt: skip
    place = room.place if room is not None else next((stay.place for stay in stays if stay.place is not None), None)

    def tell(each: Form) -> tuple[str, list[Cell]]:
        name = "" if place is None else _name(each, place.name_en, place.name_ja)
        return f"{name} {number}".strip(), [
            Cell("who", N_("Who, nights"), each.voice.wording.listed(_who(stays, each))),
            Cell("key", N_("Keeps the key"), room.key_holder if room is not None else ""),
            Cell("special", N_("Special"), room.special if room is not None else ""),
        ]

    return telling(row, form.cells(f"room.{place.uid if place is not None else ''}.{number}.{room_id}", tell))


def _who(stays: list[Stay], form: Form) -> list[str]:
    language = form.voice.language
    return [
        f"{full_name(stay.member.person, language, formal=True)}  "
        f"{days_text(stay.first_night, stay.last_night, language, year=False, paper=True)}"
        for stay in sorted(stays, key=lambda one: (one.first_night, one.member.id))
    ]
