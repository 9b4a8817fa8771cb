"""What is in the hand: which cards, where they would go from where the hand is, and how that looks on the board."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter

from planner.clock import WallTime
from planner.ui.boards.time.clashnote import Foreseen
from planner.ui.boards.time.held import Grip, Held, Target, carried, drawn, local_at, minutes_between, pulled
from planner.ui.boards.time.lifted import (
    OFFSET,
    REACH,
    Ghost,
    face_at,
    new_card,
    paint_carried,
    paint_new,
    paint_places,
    paint_pulled,
    places_of,
    strip_place,
)
from planner.ui.boards.time.pieces import INSET, Piece
from planner.ui.boards.time.surface import Surface, Tag

#: How much of a card stays under the hand when it becomes narrower than it was where the hand took hold.
_LEAST: Final = 8


@dataclass(frozen=True, slots=True)
class Drop:
    """What would be done if the hand let go now: to which cards, the one that was taken hold of first.

    `onto` is a card beside which, in whose lane, it would lie.
    """

    grip: Grip
    targets: tuple[Target, ...]
    copies: bool = False
    onto: Hashable | None = None


class Carry:
    """Cards in the hand. Where it took hold is kept from the grid's corner, so that scrolling does not matter."""

    def __init__(self, board: Surface, grip: Grip, held: tuple[Held, ...], column: int, start: QPointF) -> None:
        """`start` is where in the widget the hand took hold, `column` in which column."""
        self._board, self.grip, self.held = board, grip, held
        self._column, self.pos = column, start
        self._at = start - board.view.origin
        self._off, self._size = QPointF(), QSizeF()
        #: Whether the first is a card of the strip, or goes on from a day before: then it may go over midnight.
        self._in_strip = self._cut = False
        self.drop = Drop(grip, ())
        self.ghosts: tuple[Ghost, ...] = ()
        self.foreseen: Foreseen | None = None
        if held:
            self._take_hold(held[0].key, start)

    def _take_hold(self, key: Hashable, start: QPointF) -> None:
        board = self._board
        wide = board.scale.column_width - 2 * INSET
        pieces = (piece for piece in board.layout_.pieces if piece.key == key and piece.column == self._column)
        piece = next(pieces, None)
        if piece is None:
            strip = board.layout_.strip_rect_of(key)
            assert strip is not None
            rect = strip.translated(board.view.strip_origin)
            self._in_strip, self._off, self._size = True, start - rect.topLeft(), rect.size()
            return
        rect = piece.rect(board.scale).translated(board.view.origin)
        # A card of a narrow lane is carried as wide as its column: there is room for both clocks on it.
        self._off = QPointF(min(start.x() - rect.left(), wide - _LEAST), start.y() - rect.top())
        self._size, self._cut = QSizeF(wide, rect.height()), piece.cut_above

    # Where it would go

    def follow(self, pos: QPointF, *, copies: bool) -> bool:
        """Go to a place of the widget; says whether anything else would be done from there."""
        self.pos = pos
        targets = tuple(self._targets())
        onto = self._lane(targets[0]) if len(targets) == 1 else None
        drop = Drop(self.grip, targets, copies and self.grip is Grip.CARRY, onto)
        if drop == self.drop:
            return False
        self.drop = drop
        self.ghosts = tuple(self._ghosts()) if targets else ()
        return True

    @property
    def is_unchanged(self) -> bool:
        """Whether everything would be where it is now."""
        if self.drop.copies or self.drop.onto is not None or self.grip is Grip.DRAW:
            return False
        return all(
            (target.begins, target.ends, target.days) == (held.begins, held.ends, 0)
            for held, target in zip(self.held, self.drop.targets, strict=True)
        )

    @property
    def lifts(self) -> list[Hashable]:
        """The cards of which only the old place is to be seen."""
        return [one.key for one in self.held if self.drop.targets and not self.drop.copies]

    @property
    def is_of_strip(self) -> bool:
        """Whether it goes by days alone: the hours need not come into sight for it."""
        return self._in_strip

    @property
    def tag(self) -> Tag | None:
        """The time for the ruler: where it would begin, or end if its end is pulled."""
        if not self.drop.targets or self._in_strip:
            return None
        first = self.drop.targets[0]
        wall = first.ends if self.grip is Grip.BOTTOM else first.begins
        wrong = self.foreseen is not None and self.foreseen.tone == "wrong"
        return None if wall is None else Tag(wall, "wrong" if wrong else "chosen")

    def _targets(self) -> Iterator[Target]:
        """Where everything would go from here; nothing beside the board."""
        board, scale = self._board, self._board.scale
        spot, grid = self.pos - board.view.origin, board.view.grid
        number = scale.column_at(spot.x())
        inside = board.viewport().rect().contains(self.pos.toPoint()) and grid.left() <= self.pos.x() < grid.right()
        if number is None or not inside:
            return
        second = scale.is_second_half(spot.x())
        if self.grip is Grip.DRAW:
            yield Target(None, *drawn(scale, self._column, self._at.y(), spot.y(), second=second))
        elif self.grip is Grip.CARRY:
            days = (scale.columns[number].day - scale.columns[self._column].day).days
            first, minutes = self.held[0], 0
            if first.begins is not None and not self._in_strip:
                down = spot.y() - self._at.y()
                minutes = minutes_between(scale, first.begins, down, stays_in_day=not self._cut)
            for held in self.held:
                yield carried(held, days, minutes, second=second)
        else:
            edge = self._off.y() if self.grip is Grip.TOP else self._off.y() - self._size.height()
            target = pulled(self.held[0], self.grip, local_at(scale, number, spot.y() - edge), second=second)
            if target is not None:
                yield target

    def _lane(self, target: Target) -> Hashable | None:
        """Give the card in whose lane the hand is: one beside which this would lie, of another squad than its own."""
        board = self._board
        if self.grip is Grip.DRAW:
            return self._lane_drawn_in(places_of(board.scale, new_card(target), target))
        card = self.held[0].card if self.held else None
        if card is None or not card.face.letter or self.grip is not Grip.CARRY:
            return None
        x = self.pos.x() - board.view.origin.x()
        mine = places_of(board.scale, card, target)
        for piece, rect in self._lettered():
            other = piece.card.face.letter != card.face.letter
            if other and rect.left() <= x < rect.right() and any(_meet(rect, place) for place in mine):
                return piece.key
        return None

    def _lane_drawn_in(self, mine: Sequence[QRectF]) -> Hashable | None:
        """Give the nearest card of the lane in which something is drawn beside another squad's."""
        lettered = [(piece, rect) for piece, rect in self._lettered() if piece.column == self._column]
        beside = [rect for _, rect in lettered if any(_meet(rect, place) for place in mine)]
        lane = [
            (abs(rect.center().y() - self._at.y()), piece.key)
            for piece, rect in lettered
            if rect.left() <= self._at.x() < rect.right() and any(_overlap(rect, one) for one in beside if one != rect)
        ]
        return min(lane, key=lambda one: one[0])[1] if lane else None

    def _lettered(self) -> Iterator[tuple[Piece, QRectF]]:
        """The cards of one squad each that have others beside them, with their places in the grid."""
        scale = self._board.scale
        for piece in self._board.layout_.pieces:
            if piece.lane.of > 1 and piece.card.face.letter:
                yield piece, piece.rect(scale)

    # How it looks

    def _ghosts(self) -> Iterator[Ghost]:
        board, scale = self._board, self._board.scale
        if self.grip is Grip.DRAW:
            target = self.drop.targets[0]
            card = new_card(target)
            yield Ghost(tuple(self._in_lane(places_of(scale, card, target))), card.face)
        for held, target in zip(self.held, self.drop.targets, strict=False):
            strip = board.layout_.strip_rect_of(held.key)
            if strip is None:
                places = tuple(self._in_lane(places_of(scale, held.card, target)))
            else:
                place = strip_place(scale, strip, held.card.first, target.days)
                places = () if place is None else (place,)
            yield Ghost(places, face_at(held, target, scale), in_strip=strip is not None)

    def _in_lane(self, rects: list[QRectF]) -> Iterator[QRectF]:
        """As wide as a lane: what is pulled as its own, what is put into another's as that."""
        key = self.held[0].key if self.grip in (Grip.TOP, Grip.BOTTOM) else self.drop.onto
        lanes = {piece.column: piece for piece in self._pieces(key)}
        for rect in rects:
            lane = lanes.get(self._board.scale.column_at(rect.center().x()) or 0)
            beside = rect if lane is None else lane.rect(self._board.scale)
            yield QRectF(beside.left(), rect.top(), beside.width(), rect.height())

    def _pieces(self, key: Hashable | None) -> list[Piece]:
        return [piece for piece in self._board.layout_.pieces if key is not None and piece.key == key]

    def places(self) -> list[Ghost]:
        """Give what it would be, with its places in the widget as it is scrolled now."""
        view = self._board.view
        return [ghost.moved(view.strip_origin if ghost.in_strip else view.origin) for ghost in self.ghosts]

    def beside(self) -> QRectF | None:
        """Give what of the widget a word about it has to leave free; None if it is in no place."""
        places = next((ghost.places for ghost in self.places()), ())
        if not places:
            return None
        return places[0].united(self._lifted) if self.grip is Grip.CARRY else places[0]

    @property
    def _lifted(self) -> QRectF:
        return QRectF(self.pos - self._off + OFFSET, self._size)

    def dirt(self) -> list[QRect]:
        """Give what of the widget it covers."""
        rects = [rect for ghost in self.places() for rect in ghost.places]
        if self.grip is Grip.CARRY:
            rects.append(self._lifted)
        return [rect.toAlignedRect().adjusted(-REACH, -REACH, REACH, REACH) for rect in rects]

    def paint(self, painter: QPainter) -> None:
        """Paint it, and where it would lie."""
        ghosts = self.places()
        if not ghosts:
            return
        tone = "chosen" if self.foreseen is None else self.foreseen.tone
        if self.grip is Grip.DRAW:
            paint_new(painter, ghosts[0].places, self.drop.targets[0], self._board.scale)
        elif self.grip is Grip.CARRY:
            paint_places(painter, ghosts, tone)
            paint_carried(painter, self._lifted, ghosts, struck=tone == "wrong")
        else:
            paint_pulled(painter, ghosts[0], tone, struck=tone == "wrong")


def paint_drawn(painter: QPainter, board: Surface, target: Target) -> None:
    """Paint what is drawn, from one time to another."""
    rects = [rect.translated(board.view.origin) for rect in places_of(board.scale, new_card(target), target)]
    paint_new(painter, rects, target, board.scale)


def drawn_from(begins: WallTime, ends: WallTime) -> Target:
    """Give the target of something that is drawn and not there yet."""
    return Target(None, begins, ends)


def _meet(one: QRectF, other: QRectF) -> bool:
    """Say whether two cards go on at the same time of the same day."""
    return other.left() <= one.center().x() <= other.right() and _overlap(one, other)


def _overlap(one: QRectF, other: QRectF) -> bool:
    return one.top() < other.bottom() and other.top() < one.bottom()
