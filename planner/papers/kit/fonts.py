"""The fonts of a paper: Noto Sans JP, Regular and Bold, and those that help out with what it does not have.

reportlab embeds TrueType outlines only, has no font fallback, and prints nothing (or a box) for a character
that the font does not have, without an error: `planner.papers.kit.glyphs` looks before anything is printed. Hangul,
simplified Chinese, symbols and emoji come from the fonts of `_HELPERS`, which are read when the first such
character is met. Scripts whose letters change with their neighbours (Arabic, Thai, Devanagari) have none: set letter
by letter they would be wrong.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from planner.resources import resource

# How far a line of this font reaches above and below its baseline, in ems (the font's own hhea table).
ASCENT = 1.16
DESCENT = 0.288
CAP_HEIGHT = 0.733

# reportlab reads and subsets a font through one moving position in its file: one thread at a time.
PRESS_LOCK = threading.RLock()


# In this order: the first that has a character draws it. How the files were made stands in resources/fonts/README.md.
_HELPERS = {
    False: ("NotoSansKR-Regular", "NotoSansSC-Regular", "NotoSansSymbols2-Regular", "NotoEmoji-Regular"),
    True: ("NotoSansKR-Bold", "NotoSansSC-Bold", "NotoSansSymbols2-Regular", "NotoEmoji-Regular"),
}


@dataclass(slots=True)
class Face:
    """One weight: the name of its font at the press, and each character's advance in thousandths of an em.

    `helpers` names the font of each character that is not in the font itself.
    """

    name: str
    advances: dict[int, float]
    helpers: dict[int, str] = field(default_factory=dict)
    is_whole: bool = False

    def has(self, character: str) -> bool:
        """Whether a font can draw this character."""
        return ord(character) in self.advances

    def advance(self, character: str) -> float:
        """The character's width in ems. A character that the fonts lack counts as a full square."""
        return self.advances.get(ord(character), 1000.0) / 1000.0

    def width(self, text: str, size: float) -> float:
        """The text's width in points, on one line."""
        advances = self.advances
        return sum([advances.get(ord(character), 1000.0) for character in text]) * size / 1000.0

    def pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """Cut a text where its font changes: the name of the font at the press, and the piece it draws."""
        helpers = self.helpers
        if not helpers or helpers.keys().isdisjoint(map(ord, text)):
            yield self.name, text
            return
        for name, characters in groupby(text, lambda character: helpers.get(ord(character), self.name)):
            yield name, "".join(characters)


@cache
def _read(name: str) -> dict[int, float]:
    """Read a font's file and make it known to the press; give its advances."""
    from reportlab.pdfbase import pdfmetrics

    from planner.papers.kit.embedding import CopyableFont

    with PRESS_LOCK:
        font = CopyableFont(name, str(resource("fonts", f"{name}.ttf")))
        pdfmetrics.registerFont(font)
    return dict(font.face.charWidths)


@cache
def _weight(bold: bool) -> Face:
    name = f"NotoSansJP-{'Bold' if bold else 'Regular'}"
    return Face(name, _read(name))


def face(bold: bool = False, text: str = "") -> Face:
    """Give the Regular or the Bold weight, reading its file (5 MB, about 70 ms) the first time.

    Whoever measures or draws says for which `text`: if the font lacks some of it, the helpers are read too.
    """
    found = _weight(bold)
    if found.is_whole or text.isascii() or found.advances.keys() >= set(map(ord, text)):
        return found
    return whole_face(bold)


def whole_face(bold: bool = False) -> Face:
    """Give a weight with all that helps out, whatever is to be drawn."""
    found = _weight(bold)
    if not found.is_whole:
        _call_helpers(found, bold)
    return found


def _call_helpers(found: Face, bold: bool) -> None:
    with PRESS_LOCK:
        for name in _HELPERS[bold]:
            for code, advance in _read(name).items():
                if code not in found.advances:
                    found.helpers[code] = name
                    found.advances[code] = advance
        found.is_whole = True


def text_width(text: str, size: float, bold: bool = False, spacing: float = 0.0) -> float:
    """The width of a text on one line, in points."""
    return face(bold, text).width(text, size) + spacing * len(text)
