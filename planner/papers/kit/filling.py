"""Fills lines: which characters go on which line, so that lines are few and end where a reader pauses."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from planner.papers.kit.breaks import EMPTY_LEFT, EMPTY_RIGHT, NEVER, break_costs, emergency_costs

SPACES = " \u3000\u200b"
HIDDEN = "\u200b\u2060"
CLOSED_UP = EMPTY_RIGHT | EMPTY_LEFT

# What a line more, an unfilled line and a last line of a lone character cost, beside the costs of `breaks`.
_LINE = 100.0
_SLACK = 10.0
_SHORT_LAST_LINE = 4.0
_SHORT = 0.2


@dataclass(slots=True)
class Text:
    """A paragraph taken apart: each character's part and the cost of a break before it; advances summed up.

    `halves` holds half an em for each part, the empty half that a full-width mark may lose.
    """

    characters: str
    owners: list[int]
    costs: list[float]
    sums: list[float]
    halves: list[float]

    @classmethod
    def of(
        cls,
        characters: str,
        owners: list[int],
        advances: list[float],
        halves: list[float],
        wholes: Sequence[bool],
    ) -> Text:
        """Find the breaks, keep whole parts whole, and close up full-width marks that meet."""
        costs = break_costs(characters)
        for i in range(1, len(characters)):
            here, before, owner = characters[i], characters[i - 1], owners[i]
            if owners[i - 1] == owner and wholes[owner]:
                costs[i] = NEVER
            if (before in EMPTY_RIGHT and here in CLOSED_UP) or (before in EMPTY_LEFT and here in EMPTY_LEFT):
                advances[i - 1] -= halves[owners[i - 1]]
        return cls(characters, owners, costs, list(accumulate(advances, initial=0.0)), halves)

    def width(self, start: int, end: int) -> float:
        """Give the width from one character to before another."""
        return self.sums[end] - self.sums[start]

    def edges(self, start: int, end: int) -> tuple[float, float]:
        """Give the empty halves at a line's edges: of an opening mark left, of a closing one right."""
        return self.empty_left(start), self.empty_right(end)

    def empty_left(self, start: int) -> float:
        """Give the empty half with which a line that starts here begins."""
        return self.halves[self.owners[start]] if self.characters[start] in EMPTY_LEFT else 0.0

    def empty_right(self, end: int) -> float:
        """Give the empty half with which a line that goes to before this character ends.

        Nothing, if it was taken away already because of the mark that begins the next line.
        """
        if self.characters[end - 1] not in EMPTY_RIGHT:
            return 0.0
        return max(0.0, self.width(end - 1, end) - self.halves[self.owners[end - 1]])


def trimmed(text: Text, start: int, end: int) -> tuple[int, int]:
    """Give the line without the spaces at its ends; a paragraph keeps those it begins with."""
    end = max(_trimmed_end(text, end), start)
    return min(_trimmed_start(text, start), end), end


def _trimmed_start(text: Text, start: int) -> int:
    while 0 < start < len(text.characters) and text.characters[start] in SPACES:
        start += 1
    return start


def _trimmed_end(text: Text, end: int) -> int:
    while end > 0 and text.characters[end - 1] in SPACES:
        end -= 1
    return end


def fill(text: Text, width: float) -> list[tuple[int, int]]:
    """Give the lines as (start, end) of their characters."""
    length = len(text.characters)
    end, right = _seen_until(text, length)
    if text.sums[end] - right <= width:
        return [(0, length)]
    _open_what_is_too_wide(text, width)
    ends = _best_ends(text, width)
    return list(zip([0, *ends[:-1]], ends, strict=True))


def _open_what_is_too_wide(text: Text, width: float) -> None:
    """Where a piece between two breaks is wider than the line, allow breaks in it, its own first."""
    mild = break_costs(text.characters)
    plain = break_costs(text.characters, together=False)
    for source in (mild, plain, emergency_costs(text.characters)):
        places = [0, *(i for i, cost in enumerate(text.costs) if cost < NEVER), len(text.characters)]
        for start, end in pairwise(places):
            if text.width(*trimmed(text, start, end)) > width:
                for i in range(start + 1, end):
                    text.costs[i] = min(text.costs[i], source[i])


def _seen_from(text: Text, place: int) -> tuple[int, float]:
    """Give where a line that begins at a place begins to be seen, and the empty half of a mark that is lost there."""
    start = _trimmed_start(text, place)
    return start, text.empty_left(start) if 0 < start < len(text.characters) else 0.0


def _seen_until(text: Text, place: int) -> tuple[int, float]:
    """Give where a line that ends before a place is seen no more, and the empty half of a mark that is lost there."""
    end = _trimmed_end(text, place)
    return end, text.empty_right(end) if end else 0.0


def _best_ends(text: Text, width: float) -> list[int]:
    """Give the ends of the lines: the fewest lines, then the most natural breaks and the fullest lines."""
    length, sums = len(text.characters), text.sums
    places = [0, *(i for i in range(1, length) if text.costs[i] < NEVER), length]
    starts = [_seen_from(text, place) for place in places[:-1]]
    best = [0.0] + [math.inf] * (len(places) - 1)
    came_from = [0] * len(places)
    for here in range(1, len(places)):
        end, right = _seen_until(text, places[here])
        for before in range(here - 1, -1, -1):
            start, left = starts[before]
            used = sums[end] - sums[start] - right - left if start < end else 0.0
            if used > width and before < here - 1:
                break
            cost = best[before] + _cost(text, used, width, places[here], before == 0)
            if cost < best[here]:
                best[here], came_from[here] = cost, before
    ends: list[int] = []
    here = len(places) - 1
    while here:
        ends.append(places[here])
        here = came_from[here]
    return ends[::-1]


def _cost(text: Text, used: float, width: float, end: int, is_first: bool) -> float:
    """Judge one line of the paragraph."""
    cost = _LINE
    if used > width:  # a single character wider than the line
        return cost + _LINE * (used - width)
    if end < len(text.characters):
        slack = (width - used) / width
        return cost + text.costs[end] + _SLACK * slack * slack
    return cost + (_SHORT_LAST_LINE if used < width * _SHORT and not is_first else 0.0)
