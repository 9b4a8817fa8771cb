"""Looks before printing: which characters of a text the fonts do not have."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from planner.model.message import PlannerError
from planner.papers.kit.fonts import face

# The geta mark, which Japanese printers set where a piece of type is missing.
GETA = "〓"

_NOT_DRAWN = {0x200B, 0x2060, 0xFE0E, 0xFE0F}


@dataclass(frozen=True, slots=True, order=True)
class MissingGlyph:
    """A character that no font of ours has, and the text in which it stands."""

    character: str
    text: str

    @property
    def codepoint(self) -> str:
        """Its number as books write it, such as ``U+1F389``."""
        return f"U+{ord(self.character):04X}"

    @property
    def varied(self) -> str | None:
        """The kanji that is printed in its usual form, where this only selects another form of it; else None."""
        place = self.text.find(self.character)
        return self.text[place - 1] if _selects_variant(self.character) and place > 0 else None


class MissingGlyphsError(PlannerError):
    """A paper was refused because it would have had holes; `missing` names each character and its text."""

    def __init__(self, missing: tuple[MissingGlyph, ...]) -> None:
        characters = list(dict.fromkeys(each.character for each in missing))
        super().__init__(
            "paper-glyphs-missing",
            characters=" ".join(characters),
            text=missing[0].text,
            count=len(characters),
        )
        self.missing = missing


def cleaned(text: str) -> str:
    """Prepare a text for the page: composed characters (が, not か and ゛), plain spaces, nothing invisible.

    Line breaks stay, and U+200B (may break) and U+2060 (may not) for the line breaker, which draws neither.
    So do ideographic variation selectors: our fonts cannot honour them, and `missing_glyphs` has to see them.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept: list[str] = []
    for character in text:
        if character == "\n":
            kept.append(character)
        elif character == "\u202f":
            kept.append("\u00a0")
        elif character in "\t\u2002\u2003\u2009\u200a":
            kept.append(" ")
        elif character in "\u200b\u2060" or not _is_invisible(character):
            kept.append(character)
    return "".join(kept)


def _is_invisible(character: str) -> bool:
    """Controls, soft hyphens, and what only asks for another form of the emoji before it: text, picture, skin."""
    code = ord(character)
    return unicodedata.category(character) in ("Cc", "Cf") or code in (0xFE0E, 0xFE0F) or 0x1F3FB <= code <= 0x1F3FF


def missing_glyphs(texts: Iterable[tuple[str, bool]]) -> tuple[MissingGlyph, ...]:
    """List the characters of these (text, bold) pairs that the font lacks, each once with its text."""
    found: dict[MissingGlyph, None] = {}
    for text, bold in texts:
        have = face(bold, text).advances
        for character in text:
            if ord(character) not in have and character != "\n" and ord(character) not in _NOT_DRAWN:
                found[MissingGlyph(character, text)] = None
    return tuple(found)


def with_geta(text: str, bold: bool) -> str:
    """Give the text with 〓 for each character the font lacks; a variation selector only goes away."""
    if text.isascii():
        return text
    have = face(bold, text).advances
    return "".join(
        character if ord(character) in have else "" if _selects_variant(character) else GETA for character in text
    )


def _selects_variant(character: str) -> bool:
    return 0xE0100 <= ord(character) <= 0xE01EF
