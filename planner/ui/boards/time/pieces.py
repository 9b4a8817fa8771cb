"""The cards as they lie on a board: cut where a day ends, put in lanes, or into the strip for whole days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from planner.clock import wall_at
from planner.ui.boards.time.faces import Card
from planner.ui.boards.time.lanes import Lane, Stretch, arrange
from planner.ui.boards.time.scale import Scale

#: How far cards stay off the lines of their column, and off each other.
INSET: Final = 4
GAP: Final = 4

#: No card is lower than this: it has to be seen and hit. At the usual zoom 20 minutes.
LOWEST: Final = 16

#: The lane of a card that has its column for itself.
WHOLE: Final = Lane(0, 1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A card in one column; one that goes on over midnight has a piece in each, `cut` where it is not whole."""

    card: Card
    column: int
    top: float
    bottom: float
    lane: Lane
    cut_above: bool = False
    cut_below: bool = False

    @property
    def key(self) -> Hashable:
        """The card's."""
        return self.card.key

    def rect(self, scale: Scale) -> QRectF:
        """Where it is painted, from the board's corner."""
        return card_rect(scale, self.column, self.top, self.bottom, self.lane)


@dataclass(frozen=True, slots=True)
class Bar:
    """A card of the strip for whole days: over which columns, and in which row."""

    card: Card
    column: int
    last: int
    row: int


def card_rect(scale: Scale, column: int, top: float, bottom: float, lane: Lane = WHOLE) -> QRectF:
    """Give where a card is painted that goes from one height to another in a column."""
    room = scale.column_width - 2 * INSET
    gap = GAP if lane.of < 4 else 2
    wide = max(6.0, (room - gap * (lane.of - 1)) / lane.of)
    left = scale.left(column) + INSET + lane.number * (wide + gap)
    return QRectF(left, top + 1, wide * lane.wide + gap * (lane.wide - 1), max(bottom - top, LOWEST) - 1)


def cut(scale: Scale, cards: Iterable[Card], held: Mapping[Hashable, int] | None = None) -> tuple[Piece, ...]:
    """Cut cards with hours into pieces and give them lanes, in the order of columns and then of time."""
    pieces: dict[int, list[tuple[Card, float, float, bool, bool]]] = {}
    for card in cards:
        for whose in card.whose:
            for column, top, bottom, above, below in _cut(scale, card, whose):
                pieces.setdefault(column, []).append((card, top, bottom, above, below))
    found = []
    for column in sorted(pieces):
        here = pieces[column]
        lanes = arrange(
            [Stretch(card.key, top, max(bottom, top + LOWEST), card.face.letter) for card, top, bottom, *_ in here],
            held,
        )
        found += [
            Piece(card, column, top, bottom, lanes[card.key], above, below)
            for card, top, bottom, above, below in sorted(here, key=lambda one: (one[1], lanes[one[0].key].number))
        ]
    return tuple(found)


def _cut(scale: Scale, card: Card, whose: Hashable) -> Iterable[tuple[int, float, float, bool, bool]]:
    if card.start is None or card.end is None:
        return
    begins, ends = wall_at(card.start, scale.zone), wall_at(card.end, scale.zone)
    last = ends.on
    if ends.at == dt.time() and ends.on > begins.on:
        # What ends at midnight does not go on into the day that begins then.
        last -= dt.timedelta(days=1)
    for number in range((last - begins.on).days + 1):
        day = begins.on + dt.timedelta(days=number)
        column = scale.number_of(day, whose)
        if column is None:
            continue
        top = scale.height_of(begins.at) if day == begins.on else 0.0
        bottom = scale.height_of(ends.at) if day == ends.on else scale.height
        # In a doubled hour the end may be shown before the start.
        yield column, min(top, scale.height - LOWEST), max(bottom, top), day > begins.on, day < last


def bars(scale: Scale, cards: Iterable[Card], shown: frozenset[Hashable]) -> tuple[Bar, ...]:
    """Put into the strip what has no hours, and what happens at hours no column has; `shown` has a piece already."""
    rows: list[list[Bar]] = []
    found = []
    for card in sorted(cards, key=lambda one: (one.first, -(one.last - one.first).days, str(one.key))):
        if card.key in shown:
            continue
        for whose in card.whose:
            numbers = [
                number
                for number, column in enumerate(scale.columns)
                if column.whose == whose and card.first <= column.day <= card.last
            ]
            if not numbers:
                continue
            first, last = numbers[0], numbers[-1]
            row = next(
                (at for at, row in enumerate(rows) if all(bar.last < first or bar.column > last for bar in row)),
                len(rows),
            )
            if row == len(rows):
                rows.append([])
            bar = Bar(card, first, last, row)
            rows[row].append(bar)
            found.append(bar)
    return tuple(found)
