"""Where a stay is spent, in words and in the inspector: one question for homes, hotel rooms and everything else."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.commands import homestays
from planner.language import say, screen_language, tr
from planner.language.dates import days_text
from planner.language.names import family_word, household_sort_key, text_sort_key
from planner.language.terms import term
from planner.model.delegations import Member
from planner.model.homestays import Room, Stay
from planner.model.households import Bed
from planner.model.kinds import PlaceKind, StayKind
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Place
from planner.rules.nights import next_stretch
from planner.ui.inspector import Item, Of, Own, Parts, Pick, Piece, more
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import column
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.words import listed, said

#: Where a stay can be: a kind, and the noun and id of the home, room or place.
_Where = tuple[StayKind, str, int]


def room_name(room: Room) -> str:
    """What a room is called within its hotel: its number and what it is."""
    number = tr("Room {number}", number=room.number) if room.number else ""
    return listed([number, room.kind]) or tr("Room")


def room_words(room: Room) -> str:
    """What a room is called with its hotel."""
    return listed([said(room.place, "name"), room_name(room)])


def bed_name(bed: Bed) -> str:
    """What a bed of a home is called."""
    return listed([term(bed.kind, screen_language()), bed.room])


def lodging_words(stay: Stay) -> str:
    """Where a stay is spent, in a few words."""
    language = screen_language()
    if stay.household is not None:
        home = family_word(stay.household, language)
        bed = stay.bed.room if stay.bed is not None else ""
        return tr("{home} ({bed})", home=home, bed=bed) if bed else home
    if stay.room is not None:
        # The number tells the room; what kind it is stands with the room itself.
        room = stay.room
        number = tr("Room {number}", number=room.number) if room.number else room.kind
        return listed([said(room.place, "name"), number])
    if stay.place is not None:
        return said(stay.place, "name")
    return tr("place not said yet") if stay.kind == StayKind.HOME else term(stay.kind, language)


def stay_title(stay: Stay, plan: Plan) -> str:
    """Where and how long, for the line of a stay in a list."""
    return listed([lodging_words(stay), days_text(stay.first_night, stay.last_night, screen_language(), year=False)])


def stays_of_member() -> Parts:
    """The nights of a participant, to add, edit and remove."""
    return Parts(
        Stay, "stays", "member_id", tr("Add nights"), (Own(LodgingPiece), _bed(), *nights_items()),
        title=stay_title, new=_new_stay,
    )  # fmt: skip


def nights_items() -> tuple[Item, ...]:
    """The fields that every stay has, wherever it is."""
    return (("first_night", "last_night"), "locked", "reason", more("notes"))


def _bed() -> Of:
    return Of(_in_a_home, Stay, (Pick("bed_id", _beds, tr("Bed"), tr("no bed named")),))


def _in_a_home(stay: Stay) -> Stay | None:
    return stay if stay.household is not None else None


def _beds(stay: Stay, plan: Plan) -> Iterable[tuple[Hashable, str]]:
    return [] if stay.household is None else [(bed.id, bed_name(bed)) for bed in stay.household.beds]


def _new_stay(member: Member, plan: Plan) -> dict[str, Any]:
    first, last = next_stretch(member, plan)
    return {"first_night": first, "last_night": last}


class LodgingPiece(Piece):
    """Where a stay is spent: a family, a hotel room, another place, on the way."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._stay: Stay | None = None
        self._offers: list[tuple[_Where, str]] = []
        self.choice = ChoiceField(tr("Sleeps at"), [], icon_name="homestays")
        self.choice.committed.connect(self._choose)
        self.setLayout(column(self.choice))

    @override
    def show_record(self, record: Stay, plan: Plan, *, anew: bool) -> None:
        self._stay = record
        if anew:
            self.choice.clear_error()
        offers = list(_offers(plan))
        here = _where(record)
        if here not in (where for where, _ in offers):
            offers.append((here, lodging_words(record)))
        if offers != self._offers:
            self._offers = offers
            self.choice.offer(offers)
        self.choice.show_value(here)
        self.choice.setEnabled(not self._workspace.is_read_only)

    @override
    def find_editor(self, noun: str, field: str) -> QWidget | None:
        asked = noun == "Stay" and field in ("kind", "household_id", "place_id", "room_id")
        return self.choice if asked else None

    def _choose(self, where: _Where) -> None:
        stay = self._stay
        if stay is None or where == _where(stay):
            return
        kind, key, found = where
        given: dict[str, Any] = {key: found} if key else {}
        self._workspace.run(homestays.lodge, stay.id, kind, refused=self._refuse, **given)

    def _refuse(self, error: PlannerError) -> None:
        self.choice.show_error(say(error))


def _where(stay: Stay) -> _Where:
    """Where a stay is, as the choice tells it."""
    for key in ("household_id", "room_id", "place_id"):
        found = getattr(stay, key)
        if found is not None:
            return stay.kind, key, found
    return stay.kind, "", 0


def _offers(plan: Plan) -> Iterator[tuple[_Where, str]]:
    """Everywhere a stay can be: homes, rooms, then hotels and other places without a room, then what is no place."""
    language = screen_language()
    yield (StayKind.HOME, "", 0), tr("not said yet")
    for home in sorted(plan.households, key=lambda home: household_sort_key(home, language)):
        yield (StayKind.HOME, "household_id", home.id), family_word(home, language)
    for room in sorted(plan.rooms, key=lambda room: (said(room.place, "name"), room.number, room.id)):
        yield (StayKind.HOTEL, "room_id", room.id), room_words(room)
    for place in hotels_first(plan):
        hotel = place.kind == PlaceKind.HOTEL
        words = tr("{hotel}, no room yet", hotel=said(place, "name")) if hotel else said(place, "name")
        yield (StayKind.HOTEL if hotel else StayKind.ELSEWHERE, "place_id", place.id), words
    for kind in StayKind:
        if kind != StayKind.HOME:
            yield (kind, "", 0), term(kind, language)


def hotels_first(plan: Plan) -> list[Place]:
    """Every place by its name, hotels before the others."""
    language = screen_language()
    return sorted(
        plan.places,
        key=lambda place: (place.kind != PlaceKind.HOTEL, text_sort_key(said(place, "name"), language)),
    )
