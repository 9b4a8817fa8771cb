"""Where a night lies across the board, and which night lies where. Pure geometry, in pixels from the grid's corner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

_DAY = dt.timedelta(days=1)


class Scale:
    """Nights in a row as columns of one width. A night is the local date on which it begins."""

    def __init__(self, nights: Sequence[dt.date], width: float) -> None:
        self.nights = tuple(nights)
        self.night_width = width
        self._numbers = {night: number for number, night in enumerate(self.nights)}

    @property
    def width(self) -> float:
        """How wide all nights are."""
        return self.night_width * len(self.nights)

    def left(self, number: int) -> float:
        """Where a column begins."""
        return self.night_width * number

    def number_of(self, night: dt.date) -> int | None:
        """Give the column of a night; None if the board has none."""
        return self._numbers.get(night)

    def column_at(self, x: float) -> int | None:
        """Give the column at a place; None beside all of them."""
        number = int(x // self.night_width)
        return number if x >= 0 and number < len(self.nights) else None

    def nearest(self, x: float) -> int:
        """Give the column at a place, or the one nearest to it."""
        return min(max(int(x // self.night_width), 0), len(self.nights) - 1)

    def edge_at(self, x: float) -> int:
        """Give the line between two nights nearest to a place: 0 before the first night."""
        return min(max(round(x / self.night_width), 0), len(self.nights))

    def span(self, first: dt.date, last: dt.date) -> tuple[float, float] | None:
        """Give from where to where nights in a row reach, as far as they are on the board; None if none is."""
        if not self.nights or last < self.nights[0] or first > self.nights[-1]:
            return None
        begins = self.number_of(max(first, self.nights[0]))
        ends = self.number_of(min(last, self.nights[-1]))
        if begins is None or ends is None:
            return None
        return self.left(begins), self.left(ends + 1)


def nights_from(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Give every night from the first to the last."""
    return tuple(first + _DAY * number for number in range((last - first).days + 1))
