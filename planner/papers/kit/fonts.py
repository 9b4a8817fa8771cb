"""Noto Sans JP, Regular and Bold: the only fonts of a paper, read once and kept.

reportlab embeds TrueType outlines only, has no font fallback, and prints nothing (or a box) for a character
that the font does not have, without an error: `planner.papers.kit.glyphs` looks before anything is printed.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from planner.resources import resource

# How far a line of this font reaches above and below its baseline, in ems (the font's own hhea table).
ASCENT = 1.16
DESCENT = 0.288
CAP_HEIGHT = 0.733

# reportlab reads and subsets a font through one moving position in its file: one thread at a time.
PRESS_LOCK = threading.RLock()


@dataclass(frozen=True, slots=True)
class Face:
    """One weight of the font: its name at the press, and each character's advance in thousandths of an em."""

    name: str
    advances: Mapping[int, float]

    def has(self, character: str) -> bool:
        """Whether the font can draw this character."""
        return ord(character) in self.advances

    def advance(self, character: str) -> float:
        """The character's width in ems. A character that the font lacks counts as a full square."""
        return self.advances.get(ord(character), 1000.0) / 1000.0

    def width(self, text: str, size: float) -> float:
        """The text's width in points, on one line."""
        advances = self.advances
        return sum([advances.get(ord(character), 1000.0) for character in text]) * size / 1000.0


@cache
def _read(weight: str) -> Face:
    from reportlab.pdfbase import pdfmetrics

    from planner.papers.kit.embedding import CopyableFont

    name = f"NotoSansJP-{weight}"
    with PRESS_LOCK:
        font = CopyableFont(name, str(resource("fonts", f"{name}.ttf")))
        pdfmetrics.registerFont(font)
    return Face(name, font.face.charWidths)


def face(bold: bool = False) -> Face:
    """Give the Regular or the Bold weight, reading its file (5 MB, about 70 ms) the first time."""
    return _read("Bold" if bold else "Regular")


def text_width(text: str, size: float, bold: bool = False, spacing: float = 0.0) -> float:
    """The width of a text on one line, in points."""
    return face(bold).width(text, size) + spacing * len(text)
