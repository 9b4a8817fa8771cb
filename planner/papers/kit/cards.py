"""Sheets of cards to cut out: eight of 91 × 55 mm, as badge holders take them, edge to edge with marks to cut by.

Ticks stand outside the grid and crosses where four cards meet, so that no line shows on a card that is cut a little
off. The grid lies in the middle of the sheet: backs that are mirrored left to right lie behind their fronts when the
sheet is turned over its long edge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planner.papers.kit.boxes import EMPTY, Box, over, picture
from planner.papers.kit.colours import INK
from planner.papers.kit.lines import Inset, Part, Run, Style, fitted, lay, natural_width
from planner.papers.kit.marks import Mark, Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, SAFE_SHORT, Frame

CARD_WIDTH, CARD_HEIGHT = 91 * MM, 55 * MM
ACROSS, DOWN = 2, 4
A_SHEET = ACROSS * DOWN

GRID_LEFT = (SAFE_SHORT - ACROSS * CARD_WIDTH) / 2
_GRID_TOP = 7.3 * MM
_ABOVE = Style(9.5, 13)
_FACTORS = tuple(percent / 100 for percent in range(100, 34, -5))
_TICK, _AWAY, _CROSS, _WEIGHT = 4 * MM, 1.5 * MM, 1.6 * MM, 0.6


def card(inside: Box, *, left: float, top: float) -> Box:
    """Give a card with what is on it at this place."""
    return Box(CARD_WIDTH, CARD_HEIGHT, inner=((left, top, inside),))


def shrunk(make: Callable[[float], Box], room: float) -> Box:
    """Make a part of a card as large as there is room for; `make` is told how much smaller than it would like to be."""
    return make(factor_for(make, room))


def factor_for(make: Callable[[float], Box], room: float) -> float:
    """Say how much smaller a part has to be made to fit, 1 or less."""
    return next((factor for factor in _FACTORS if make(factor).height <= room), _FACTORS[-1])


def mirrored(cards: Sequence[Box]) -> list[Box]:
    """Give the cards in the order in which their backs lie on the other side: each row from right to left."""
    rows = [list(cards[start : start + ACROSS]) for start in range(0, len(cards), ACROSS)]
    return [one for row in rows for one in reversed(row + [EMPTY] * (ACROSS - len(row)))]


def sheet(cards: Sequence[Box], frame: Frame, caption: str, instruction: str, section: str, note: str = "") -> Body:
    """Put up to eight cards on a sheet, in rows from the left, with a caption and how to print it above."""
    top = frame.top + _GRID_TOP
    placed: list[tuple[float, float, Box]] = [
        (frame.left, frame.head_height + 1.6 * MM, _above(caption, instruction, frame))
    ]
    for number, one in enumerate(cards[:A_SHEET]):
        down, right = divmod(number, ACROSS)
        placed.append((GRID_LEFT + right * CARD_WIDTH, top + down * CARD_HEIGHT, one))
    rows = -(-len(cards) // ACROSS)
    marks = tuple(_moved_marks(cut_marks(ACROSS, rows), GRID_LEFT, top))
    facts = tuple(fact for one in cards for fact in one.told())
    return Body(tuple(placed), marks, note, section, facts)


def cut_marks(across: int, down: int) -> tuple[Mark, ...]:
    """Give ticks round a grid of so many cards and crosses within it, from the grid's upper left corner."""
    width, height = across * CARD_WIDTH, down * CARD_HEIGHT
    marks: list[Mark] = []
    for right in range(across + 1):
        x = right * CARD_WIDTH
        marks.append(Rule(x, -_AWAY - _TICK, x, -_AWAY, _WEIGHT, INK))
        marks.append(Rule(x, height + _AWAY, x, height + _AWAY + _TICK, _WEIGHT, INK))
    for below in range(down + 1):
        y = below * CARD_HEIGHT
        marks.append(Rule(-_AWAY - _TICK, y, -_AWAY, y, _WEIGHT, INK))
        marks.append(Rule(width + _AWAY, y, width + _AWAY + _TICK, y, _WEIGHT, INK))
    for right in range(1, across):
        for below in range(1, down):
            x, y = right * CARD_WIDTH, below * CARD_HEIGHT
            marks.append(Rule(x - _CROSS, y, x + _CROSS, y, _WEIGHT, INK))
            marks.append(Rule(x, y - _CROSS, x, y + _CROSS, _WEIGHT, INK))
    return tuple(marks)


def folded(front: Box, back: Box) -> Box:
    """Give front and back beside each other with a dashed fold between, to cut out in one piece and fold."""
    room = _AWAY + _TICK
    fold = Rule(CARD_WIDTH, 0.0, CARD_WIDTH, CARD_HEIGHT, 0.5, INK, (2.5, 2.5))
    corners = [mark for mark in cut_marks(2, 1) if not (isinstance(mark, Rule) and mark.x == mark.to_x == CARD_WIDTH)]
    pair = Box(2 * CARD_WIDTH, CARD_HEIGHT, inner=((0.0, 0.0, front), (CARD_WIDTH, 0.0, back)))
    marked = over(pair, (fold, *corners))
    return Box(2 * CARD_WIDTH, CARD_HEIGHT + 2 * room, inner=((0.0, room, marked),))


def scissors(words: str) -> list[Part]:
    """Begin words on cutting with the sign for it."""
    sign = picture("scissors", _ABOVE.size * 1.1, INK)
    return [Inset(sign, drop=1.6), Run("\u00a0", _ABOVE), Run(words, _ABOVE)]


def _above(caption: str, instruction: str, frame: Frame) -> Box:
    width = frame.text_width
    right = scissors(instruction)
    wanted = natural_width(right) + 0.1
    left = fitted(Run(caption, _ABOVE.but(bold=True)), width - wanted - 4 * MM, smallest=7.5)
    return Box(width, left.height, inner=((0.0, 0.0, left), (width - wanted, 0.0, lay(right, wanted))))


def _moved_marks(marks: Sequence[Mark], right: float, down: float) -> list[Mark]:
    return list(Box(0.0, 0.0, tuple(marks)).flattened(right, down))
