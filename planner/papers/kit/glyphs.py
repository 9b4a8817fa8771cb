"""Looks before printing: which characters of a text the fonts do not have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planner.language.characters import NOT_DRAWN, selects_variant
from planner.model.message import PlannerError
from planner.papers.kit.fonts import face

# The geta mark, which Japanese printers set where a piece of type is missing.
GETA = "〓"


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
        return self.text[place - 1] if selects_variant(self.character) and place > 0 else None


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


def missing_glyphs(texts: Iterable[tuple[str, bool]]) -> tuple[MissingGlyph, ...]:
    """List the characters of these (text, bold) pairs that the font lacks, each once with its text."""
    found: dict[MissingGlyph, None] = {}
    for text, bold in texts:
        have = face(bold, text).advances
        for character in text:
            if ord(character) not in have and character != "\n" and ord(character) not in NOT_DRAWN:
                found[MissingGlyph(character, text)] = None
    return tuple(found)


def with_geta(text: str, bold: bool) -> str:
    """Give the text with 〓 for each character the font lacks; a variation selector only goes away."""
    if text.isascii():
        return text
    have = face(bold, text).advances
    return "".join(
        character if ord(character) in have else "" if selects_variant(character) else GETA for character in text
    )
