"""What the time board shows: its picture, and over it what is marked, what is carried and what time it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from typing_extensions import override

from planner.clock import WallTime
from planner.language import screen_language
from planner.language.figures import comma_list
from planner.language.times import time_text
from planner.ui.boards.surface import outline_chosen
from planner.ui.boards.time.faces import Note
from planner.ui.boards.time.picture import TimeView
from planner.ui.boards.time.places import TimePlaces
from planner.ui.boards.time.rulers import HEAD, LEFT, Badge, paint_now, paint_tag
from planner.ui.boards.time.scale import Column
from planner.ui.theme.painters import outline_round


class Tag(NamedTuple):
    """A time shown on the ruler while a card is moved; `tone` is chosen or wrong."""

    wall: WallTime
    tone: str = "chosen"


class Surface(TimePlaces):
    """The board to look at: cards, notes, what is marked and what is carried. Mouse and keys are the time board's."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._now: dt.datetime | None = None
        self._struck: frozenset[Hashable] = frozenset()
        self._tag: Tag | None = None
        self._band: tuple[QPointF, QPointF] | None = None
        #: Tells all of a card in words, for tips and screen readers.
        self.tell: Callable[[Hashable], str] | None = None
        #: Paints over the board, in the widget's own coordinates, whenever any of it is painted.
        self.overlay: Callable[[QPainter], None] | None = None

    # What is shown

    def show_notes(self, notes: Mapping[Hashable, Note], badges: Mapping[Column, Badge]) -> None:
        """Show what is wrong with cards, by key, and how much with each column."""
        if notes != self._picture.notes or badges != self._picture.badges:
            self._picture.notes, self._picture.badges = notes, badges
            self.redraw()

    def show_now(self, now: dt.datetime | None) -> None:
        """Mark a moment as now, or none."""
        self._now = now
        self.viewport().update()

    def note_of(self, key: Hashable) -> Note | None:
        """Give what is wrong with a card."""
        return self._picture.notes.get(key)

    def words_of(self, key: Hashable) -> str:
        """Give all of a card in one text."""
        if self.tell is not None:
            return self.tell(key)
        card = self.layout_.by_key.get(key)
        if card is None:
            return ""
        face = card.face
        signs = (sign.words for sign in face.signs)
        parts = (face.title, face.clocks.host or face.line, face.clocks.home, face.place, *signs)
        return comma_list(parts, screen_language())

    def all_of(self, key: Hashable) -> str:
        """Give all that is known of a card: what it says, and under it what is wrong."""
        note = self.note_of(key)
        return "\n".join(filter(None, (self.words_of(key), "" if note is None else note.whole or note.words)))

    # What is being moved

    def strike(self, keys: Iterable[Hashable]) -> None:
        """Mark the cards that what is carried would clash with."""
        struck = frozenset(keys)
        if struck != self._struck:
            for key in struck ^ self._struck:
                self._touch(key)
            self._struck = struck

    def tag(self, tag: Tag | None) -> None:
        """Show a time on the ruler, over the hour it hides."""
        if tag != self._tag:
            self._tag = tag
            self.viewport().update(QRect(0, 0, LEFT, self.viewport().height()))

    # Painting

    @override
    def _paint_over(self, painter: QPainter, view: TimeView) -> None:
        painter.save()
        painter.setClipRect(view.grid.adjusted(0, view.HEAD - view.top, 0, 0), Qt.ClipOperation.IntersectClip)
        self._paint_states(painter)
        self._paint_now(painter, view)
        if self._band is not None:
            outline_round(painter, QRectF(*self._band).normalized(), "chosen.mark", radius=2)
        painter.restore()
        if self._tag is not None:
            y_of_day = self.scale.height_of(self._tag.wall.at)
            y = y_of_day + view.origin.y()
            words = time_text(self._tag.wall.at, screen_language())
            hour = round(y_of_day / self.scale.hour) * self.scale.hour + view.origin.y()
            paint_tag(painter, QRectF(0, view.grid.top(), LEFT, view.grid.height()), y, words, self._tag.tone, hour)
        if self.overlay is not None:
            self.overlay(painter)

    def _paint_states(self, painter: QPainter) -> None:
        focused = self.selection.current if self.hasFocus() else None
        for key in {*self.selection.marked, *self._struck, focused, self._hovered} - {None} - self.lifted:
            for rect in self.rects_of(key):
                if key in self._struck:
                    outline_round(painter, rect, "wrong.mark", width=2, radius=4)
                elif key in self.selection.marked or key == focused:
                    outline_chosen(painter, rect)
                else:
                    outline_round(painter, rect, "strong_line", radius=4)

    def _paint_now(self, painter: QPainter, view: TimeView) -> None:
        spot = None if self._now is None else self.scale.spot(self._now)
        if spot is not None:
            left = view.origin.x() + self.scale.left(spot.column)
            paint_now(painter, left, left + self.scale.column_width, view.origin.y() + spot.y)

    @override
    def tip_at(self, pos: QPointF | QPoint) -> str:
        """Give all that is known about the card or the head at a place."""
        hit = self.card_at(pos)
        if hit is not None:
            return self.all_of(hit.key)
        number = self.scale.column_at(QPointF(pos).x() - self.view.strip_origin.x())
        return self._heads[number].tip if QPointF(pos).y() < HEAD and number is not None else ""
