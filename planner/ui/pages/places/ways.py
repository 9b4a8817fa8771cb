"""In the inspector of a place: how long it takes from here to others, as written down or guessed from the map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, Final

from typing_extensions import override

from planner.agenda import Ways
from planner.commands import records
from planner.language import screen_language, tr, tr_in
from planner.language.names import text_sort_key
from planner.language.terms import term
from planner.model.plan import Plan
from planner.model.programme import Place
from planner.model.ways import Way
from planner.ui.inspector import Parts, Pick, Piece
from planner.ui.inspector.outline import Saying
from planner.ui.inspector.parts import PartList
from planner.ui.inspector.sheet import ROOM
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import column
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import listed, said

#: So many guesses are told, the nearest first.
_GUESSES: Final = 6


class WaysPiece(Piece):
    """The ways written down, each edited in place; below them what the map lets guess for other places."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._list: PartList | None = None
        self._place: Place | None = None
        self._guesses = Text("", "small", "text2", wrap=True)
        self._box = column(self._guesses, gap=6)
        self.setLayout(self._box)

    @override
    def show_record(self, record: Place, plan: Plan, *, anew: bool) -> None:
        self._place = record
        if self._list is None:
            told = _parts(self._title)
            self._list = PartList(self._workspace, told, near=plan.visit.first_day, special=False, room=ROOM)
            self._box.insertWidget(0, self._list)
        here = SimpleNamespace(id=record.id, place=record, plan=plan, ways=ways_of(record, plan))
        self._list.show_record(here, plan, anew=anew)
        guesses = listed([tr("{what}: {value}", what=name, value=words) for name, words in _guessed(record, plan)])
        self._guesses.setText(tr("Guessed from the map: {places}", places=guesses) if guesses else "")
        self._guesses.setVisible(bool(guesses))

    def _title(self, way: Way, plan: Plan) -> str:
        """Where a way leads from here, and how long it takes."""
        here = self._place is not None and way.from_place_id == self._place.id
        minutes = "" if way.minutes is None else tr("{count} min", count=way.minutes)
        there = said(way.to_place if here else way.from_place, "name")
        return listed([there, minutes, term(way.mode, screen_language())])


def ways_of(place: Place, plan: Plan) -> tuple[Way, ...]:
    """Give the ways from a place or to it: they hold in either direction."""
    return tuple(way for way in plan.ways if place.id in (way.from_place_id, way.to_place_id))


def ways_note(place: Place, plan: Plan) -> str:
    """How many ways are written down."""
    count = len(ways_of(place, plan))
    return str(count) if count else ""


def _parts(title: Saying) -> Parts:
    return Parts(
        Way, "ways", "from_place_id", tr("Add a way"),
        (
            Pick("from_place_id", _places, tr_in("way", "Between"), icon="place"),
            Pick("to_place_id", _places, tr_in("way", "and"), icon="place"),
            ("minutes", "mode"), "notes",
        ),
        title=title, add_by=_add,
    )  # fmt: skip


def _places(way: Way, plan: Plan) -> Iterator[tuple[int, str]]:
    offers = [(place.id, said(place, "name")) for place in plan.places]
    return iter(sorted(offers, key=lambda offer: text_sort_key(offer[1], screen_language())))


def _others(place: Place, plan: Plan) -> Iterator[tuple[int, Place]]:
    """The places to which no way is written down, with the minutes guessed; 0 where nobody can guess."""
    ways = Ways(plan.ways)
    taken = {place.id, *(each for way in ways_of(place, plan) for each in (way.from_place_id, way.to_place_id))}
    for other in plan.places:
        if other.id not in taken:
            guess = ways.between(place, other)
            yield (0 if guess is None else guess.minutes), other


def _guessed(place: Place, plan: Plan) -> list[tuple[str, str]]:
    guesses = sorted((minutes, said(other, "name")) for minutes, other in _others(place, plan) if minutes)
    return [(name, tr("{count} min", count=minutes)) for minutes, name in guesses[:_GUESSES]]


def _add(workspace: Workspace, here: Any, done: Callable[[int], object]) -> None:
    """One to the nearest place that has none; where it leads is chosen afterwards."""
    others = sorted(_others(here.place, here.plan), key=lambda pair: (not pair[0], pair[0], pair[1].id))
    if not others:
        workspace.say(tr("There is no other place yet to which a way could lead."), tone="check")
        return
    minutes, other = others[0]
    values = {"from_place_id": here.id, "to_place_id": other.id, "minutes": minutes or None}
    workspace.run(records.add, "Way", values, done=done)
