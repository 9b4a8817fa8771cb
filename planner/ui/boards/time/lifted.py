"""How what is carried is painted: the place it would snap to, the card itself at the hand, what is drawn anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.ui.boards.time.faces import Card, Clocks, Face, Look, clocks_of
from planner.ui.boards.time.held import Held, Target
from planner.ui.boards.time.painting import paint_card
from planner.ui.boards.time.pieces import LOWEST, card_rect, cut
from planner.ui.boards.time.scale import Scale
from planner.ui.theme.painters import fill_round, outline_round
from planner.ui.widgets.lettering import LINE, write

#: How far a carried card lies off the hand, so that the place under it can be seen.
OFFSET: Final = QPointF(8, -6)
#: How far its shadow and outline reach beyond it.
REACH: Final = 7


@dataclass(frozen=True, slots=True)
class Ghost:
    """A card as it would be: the places it would take, in the grid or the strip, and its face with the new times."""

    places: tuple[QRectF, ...]
    face: Face
    in_strip: bool = False

    def moved(self, by: QPointF) -> Ghost:
        """Give it elsewhere: in the widget, if `by` is where the corner of the grid is there."""
        return replace(self, places=tuple(rect.translated(by) for rect in self.places))


def places_of(scale: Scale, card: Card, target: Target) -> list[QRectF]:
    """Give where a card with hours would lie in the grid; also at times that clocks jump over. None off the board."""
    begins, ends = target.begins, target.ends
    if begins is None:
        return []
    if target.is_possible:
        start = begins.instant()
        end = start if ends is None else ends.instant()
        there = replace(card, first=begins.on, last=(ends or begins).on, start=start, end=end)
        return [card_rect(scale, piece.column, piece.top, piece.bottom) for piece in cut(scale, [there])]
    column = scale.number_of(begins.on)
    if column is None:
        return []
    top = scale.height_of(begins.at)
    bottom = scale.height if ends is None or ends.on != begins.on else scale.height_of(ends.at)
    return [card_rect(scale, column, top, top + LOWEST if ends is None else bottom)]


def strip_place(scale: Scale, rect: QRectF, first: dt.date, days: int) -> QRectF | None:
    """Give where a card of the strip would lie that is carried by days; None off the board."""
    columns = [column.day for column in scale.columns]
    was = min((number for number, day in enumerate(columns) if day >= first), default=0)
    day = columns[was] + dt.timedelta(days=days)
    number = scale.number_of(day)
    return None if number is None else rect.translated(scale.left(number) - scale.left(was), 0)


def face_at(held: Held, target: Target, scale: Scale) -> Face:
    """Give the face of a card as it would be there; on whole days it says the day in place of its hours."""
    face, language = held.card.face, screen_language()
    if target.begins is None:
        first = held.card.first + dt.timedelta(days=target.days)
        return replace(face, line=day_text(first, language, "short"))
    if not target.is_possible:
        return face
    return face.at(target.begins, target.ends, scale.zone, scale.home_zone, language)


def paint_places(painter: QPainter, ghosts: Iterable[Ghost], tone: str) -> None:
    """Paint the places they would snap to, dashed."""
    for ghost in ghosts:
        for rect in ghost.places:
            outline_round(painter, rect.adjusted(-1, -1, 1, 1), f"{tone}.mark", width=2, radius=5, dashed=True)


def paint_carried(painter: QPainter, rect: QRectF, ghosts: Sequence[Ghost], *, struck: bool) -> None:
    """Paint the card at the hand, and those that go along with it in their places."""
    first, *others = ghosts
    for ghost in others:
        for place in ghost.places:
            paint_card(painter, place, ghost.face, Look(struck=struck))
    paint_card(painter, rect, first.face, Look(carried=True, struck=struck))


def paint_pulled(painter: QPainter, ghost: Ghost, tone: str, *, struck: bool) -> None:
    """Paint a card one of whose ends is pulled."""
    for rect in ghost.places:
        paint_card(painter, rect, ghost.face, Look(struck=struck))
    paint_places(painter, [ghost], tone)


def paint_new(painter: QPainter, rects: Iterable[QRectF], target: Target, scale: Scale) -> None:
    """Paint what is drawn and not there yet: a green outline with its times on both clocks."""
    assert target.begins is not None
    clocks = clocks_of(target.begins, target.ends, scale.zone, scale.home_zone, screen_language())
    lines = (clocks.host, clocks.home, tr("New, not added yet"))
    for rect in rects:
        fill_round(painter, rect, "good.fill", 4)
        outline_round(painter, rect, "good.mark", width=2, radius=4, dashed=True)
        painter.save()
        painter.setClipRect(rect.adjusted(4, 0, -4, 0), Qt.ClipOperation.IntersectClip)
        room = min(len(lines), max(1, int(rect.height() // LINE)))
        y = rect.top() + 3 if room > 1 else rect.center().y() - LINE / 2
        for place, words in enumerate(lines[:room]):
            write(painter, rect.left() + 8, y + place * LINE, words, "good.text", bold=not place)
        painter.restore()


def new_card(target: Target) -> Card:
    """Give a card for what is drawn, to see where it lies."""
    begins, ends = target.begins, target.ends
    assert begins is not None
    assert ends is not None
    return Card(None, Face("good", "plus", "", Clocks("", "")), begins.on, ends.on, begins.instant(), ends.instant())
