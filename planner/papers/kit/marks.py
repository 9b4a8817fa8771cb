"""What can stand on a page: words, rules, patches, squares, discs, icons, photos; and bookmarks for its outline."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from planner.papers.kit.colours import INK


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """A piece of text in one font, its baseline starting at (x, y). `spacing` follows each character.

    A `stamp` differs from print to print (the version, the time) and is no part of what a page shows. A `reading`
    stands over what it reads, and is copied after everything else: who searches for a name finds it in one piece.
    """

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    colour: str = INK
    spacing: float = 0.0
    stamp: bool = False
    reading: bool = False

    # What the digests of pages are made of: word for word what a dataclass says of itself, in half the time.
    def __repr__(self) -> str:
        return (
            f"Words(x={self.x!r}, y={self.y!r}, text={self.text!r}, size={self.size!r}, bold={self.bold!r}, "
            f"colour={self.colour!r}, spacing={self.spacing!r}, stamp={self.stamp!r})"
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    weight: float
    colour: str = INK
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle, filled, outlined or both. (x, y) is its upper left corner; a line lies inside the edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    line: str | None = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Squares:
    """Rectangles of one colour drawn in one stroke, so that no seam shows between them: the modules of a QR code.

    Each is x, y, width and height from (x, y).
    """

    x: float
    y: float
    rects: tuple[tuple[float, float, float, float], ...]
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled disc ● (the city you are in) or, with a weight, an open ring ○ (home); (x, y) is its centre.

    The radius is to the outer edge in both, so that the two are of one size.
    """

    x: float
    y: float
    radius: float
    colour: str = INK
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture from `icons`, in a square whose upper left corner is (x, y)."""

    x: float
    y: float
    size: float
    name: str
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph (JPEG) that fills a rectangle whose upper left corner is (x, y); its digest says which it is."""

    x: float
    y: float
    width: float
    height: float
    digest: str
    jpeg: bytes = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the PDF's outline that leads to this height of this page."""

    x: float
    y: float
    title: str
    level: int = 0


Mark: TypeAlias = Words | Rule | Patch | Squares | Disc | Icon | Picture | Bookmark


def moved(mark: Mark, right: float, down: float) -> Mark:
    """Give the same mark at another place."""
    # Spelt out: `dataclasses.replace` takes three times as long, and every mark of every page is moved.
    match mark:
        case Words():
            x, y = mark.x + right, mark.y + down
            return Words(x, y, mark.text, mark.size, mark.bold, mark.colour, mark.spacing, mark.stamp, mark.reading)
        case Rule():
            start, end = (mark.x + right, mark.y + down), (mark.to_x + right, mark.to_y + down)
            return Rule(*start, *end, mark.weight, mark.colour, mark.dash)
        case _:
            return replace(mark, x=mark.x + right, y=mark.y + down)


def enlarged(mark: Mark, factor: float) -> Mark:
    """Give the same mark so many times as large, and as far from the corner that everything is measured from."""
    x, y = mark.x * factor, mark.y * factor
    match mark:
        case Words():
            return replace(mark, x=x, y=y, size=mark.size * factor, spacing=mark.spacing * factor)
        case Rule():
            end_x, end_y, weight = mark.to_x * factor, mark.to_y * factor, mark.weight * factor
            return Rule(x, y, end_x, end_y, weight, mark.colour, tuple(length * factor for length in mark.dash))
        case Patch():
            width, height = mark.width * factor, mark.height * factor
            return replace(mark, x=x, y=y, width=width, height=height, weight=mark.weight * factor)
        case Squares():
            rects = tuple((a * factor, b * factor, c * factor, d * factor) for a, b, c, d in mark.rects)
            return replace(mark, x=x, y=y, rects=rects)
        case Disc():
            return replace(mark, x=x, y=y, radius=mark.radius * factor, weight=mark.weight * factor)
        case Icon():
            return replace(mark, x=x, y=y, size=mark.size * factor)
        case Picture():
            return replace(mark, x=x, y=y, width=mark.width * factor, height=mark.height * factor)
        case Bookmark():
            return replace(mark, x=x, y=y)
