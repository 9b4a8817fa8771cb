"""Everything on a board with its place, from the corner of the grid or of the strip; what lies where, what is next."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from planner.ui.boards.time.allday import bar_rect, strip_height
from planner.ui.boards.time.faces import Card
from planner.ui.boards.time.pieces import Bar, Piece, bars, cut
from planner.ui.boards.time.rulers import Head
from planner.ui.boards.time.scale import Scale

#: How near to an end of a card its edge is taken hold of, in pixels; less on a low card, so that it can be carried.
EDGE: Final = 6


class Hit(NamedTuple):
    """A card that was hit; `edge` is ``"top"`` or ``"bottom"`` where one of its real ends was, else empty."""

    card: Card
    column: int
    edge: str = ""

    @property
    def key(self) -> Hashable:
        """The card's."""
        return self.card.key


class Layout:
    """The cards of a board on one scale. Made anew for other cards or another scale; never changed."""

    def __init__(
        self,
        scale: Scale,
        heads: Sequence[Head],
        cards: Sequence[Card],
        held: Mapping[Hashable, int] | None = None,
    ) -> None:
        """`held` are the lanes that cards keep if they can, by key."""
        self.scale = scale
        self.heads = tuple(heads)
        self.cards = tuple(cards)
        self.pieces: tuple[Piece, ...] = cut(scale, self.cards, held)
        self.bars: tuple[Bar, ...] = bars(scale, self.cards, frozenset(piece.key for piece in self.pieces))
        self.rows = max((bar.row for bar in self.bars), default=-1) + 1
        self.strip = strip_height(self.rows)
        self._rects = [(piece, piece.rect(scale)) for piece in self.pieces]
        self._bar_rects = [(bar, bar_rect(scale, bar, self.rows)) for bar in self.bars]

    @cached_property
    def by_key(self) -> dict[Hashable, Card]:
        """The cards that have a place on the board."""
        placed: list[Piece | Bar] = [*self.bars, *self.pieces]
        return {one.card.key: one.card for one in placed}

    def in_grid(self, area: QRectF) -> list[tuple[Piece, QRectF]]:
        """Give the pieces that touch an area of the grid."""
        return [(piece, rect) for piece, rect in self._rects if rect.intersects(area)]

    def in_strip(self) -> list[tuple[Bar, QRectF]]:
        """Give the cards of the strip."""
        return self._bar_rects

    def rects_of(self, key: Hashable) -> list[QRectF]:
        """Give where a card lies in the grid: a rectangle for each day; none if it is in the strip or not here."""
        return [rect for piece, rect in self._rects if piece.key == key]

    def strip_rect_of(self, key: Hashable) -> QRectF | None:
        """Give where a card lies in the strip."""
        return next((rect for bar, rect in self._bar_rects if bar.card.key == key), None)

    # What lies where

    def hit(self, spot: QPointF) -> Hit | None:
        """Give the card at a place of the grid."""
        for piece, rect in reversed(self._rects):
            if rect.contains(spot):
                reach = min(EDGE, rect.height() / 4)
                edge = ""
                if spot.y() > rect.bottom() - reach and not piece.cut_below:
                    edge = "bottom"
                elif spot.y() < rect.top() + reach and not piece.cut_above:
                    edge = "top"
                return Hit(piece.card, piece.column, edge)
        return None

    def hit_strip(self, spot: QPointF) -> Hit | None:
        """Give the card at a place of the strip."""
        found = ((bar, rect) for bar, rect in self._bar_rects if rect.contains(spot))
        return next((Hit(bar.card, bar.column) for bar, _ in found), None)

    # What is next

    @property
    def keys(self) -> Collection[Hashable]:
        """The keys of the cards that have a place on the board."""
        return self.by_key

    @cached_property
    def order(self) -> tuple[Hashable, ...]:
        """Every card once, as in `places`."""
        return tuple(key for key, *_ in self.places)

    @cached_property
    def places(self) -> tuple[tuple[Hashable, int, float], ...]:
        """Every card once, day after day in order of time: key, column, and how far down (the strip above all)."""
        found: dict[Hashable, tuple[Hashable, int, float]] = {}
        for bar in self.bars:
            found.setdefault(bar.card.key, (bar.card.key, bar.column, -100.0 + bar.row))
        for piece in self.pieces:
            found.setdefault(piece.key, (piece.key, piece.column, piece.top + piece.lane.number / 1000))
        return tuple(sorted(found.values(), key=lambda one: one[1:]))

    def step(self, key: Hashable | None, across: int, down: int) -> Hashable | None:
        """Give the card an arrow key leads to: `down` in time, `across` to the nearest at its height on another day."""
        order = self.places
        place = next((at for at, one in enumerate(order) if one[0] == key), None)
        if place is None:
            return order[0][0] if order else None
        if down:
            at = place + down
            return order[at][0] if 0 <= at < len(order) else None
        _, column, y = order[place]
        days = sorted({one[1] for one in order if (one[1] - column) * across > 0}, reverse=across < 0)
        if not days:
            return None
        return min((one for one in order if one[1] == days[0]), key=lambda one: abs(one[2] - y))[0]
