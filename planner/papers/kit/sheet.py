"""The sheet of paper and the one frame that fits both A4 and US Letter.

All lengths in the kit are points (1/72 inch), from the upper left corner of the safe area, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4

A4 = "a4"
LETTER = "letter"
PAPERS = (A4, LETTER)

_SHEETS = {A4: (210 * MM, 297 * MM), LETTER: (215.9 * MM, 279.4 * MM)}

# A booklet's page is half a sheet. It is laid out a little larger than it is printed, so that it is set in the type of
# all papers, in columns of its own width: 9.5 points, the smallest that are read, become 8.1.
HALF_SCALE = 0.85
HALF_SHORT = 124 * MM / HALF_SCALE
HALF_LONG = 194 * MM / HALF_SCALE

SAFE_SHORT = 194 * MM
SAFE_LONG = 263 * MM

COLUMNS = 12
GUTTER = 6 * MM
COLUMN = 28 / 3 * MM


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a page's parts lie. The safe area is 194 × 263 mm on either paper; only its origin moves.

    Nothing prints outside the safe area: A4 leaves 8 and 17 mm, Letter 10.95 and 8.2 mm. A `half` sheet has a safe area
    of 124 × 194 mm and is printed in `HALF_SCALE`: two of them lie at the ends of that of a whole sheet on its side.
    """

    paper: str
    landscape: bool = False
    foot_lines: int = 2
    half: bool = False

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the sheet."""
        short, long = _SHEETS[self.paper]
        if self.half:
            return long / 2 / HALF_SCALE, short / HALF_SCALE
        return (long, short) if self.landscape else (short, long)

    @property
    def width(self) -> float:
        """Width of the safe area."""
        if self.half:
            return HALF_SHORT
        return SAFE_LONG if self.landscape else SAFE_SHORT

    @property
    def height(self) -> float:
        """Height of the safe area."""
        if self.half:
            return HALF_LONG
        return SAFE_SHORT if self.landscape else SAFE_LONG

    @property
    def origin(self) -> tuple[float, float]:
        """The safe area's upper left corner, from the sheet's upper left corner."""
        width, height = self.sheet
        return (width - self.width) / 2, (height - self.height) / 2

    @property
    def left(self) -> float:
        """Where text begins: 8 mm inside the safe area, to leave room for holes; landscape uses it all."""
        return 0.0 if self.landscape or self.half else 8 * MM

    @property
    def text_width(self) -> float:
        """Width of the text: 178 mm upright (twelve columns), 263 mm landscape."""
        return self.width - 2 * self.left

    @property
    def head_height(self) -> float:
        """Height of the running head, its rule at the bottom."""
        return 7 * MM if self.landscape else 9 * MM

    @property
    def top(self) -> float:
        """Where the body begins."""
        return self.head_height + (0.0 if self.landscape else 5 * MM)

    @property
    def foot_height(self) -> float:
        """Height of the foot, its rule at the top: 10.5 mm with its second line for privacy and notes."""
        return 10.5 * MM if self.foot_lines > 1 else 6.1 * MM

    @property
    def foot_top(self) -> float:
        """Where the foot begins, with its rule."""
        return self.height - self.foot_height

    @property
    def bottom(self) -> float:
        """Where the body ends."""
        return self.foot_top - 3.5 * MM

    @property
    def body_height(self) -> float:
        """Height of the body: 235 mm upright."""
        return self.bottom - self.top

    @property
    def fold(self) -> float:
        """The half-page line, to fold or to cut: the middle of the safe area and of either sheet."""
        return self.height / 2


def columns(count: int) -> float:
    """Width of so many of the twelve columns, with the gutters between them."""
    return count * COLUMN + (count - 1) * GUTTER
