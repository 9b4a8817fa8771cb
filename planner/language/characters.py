"""Characters as papers set them: what is taken out of a text first, and which of the rest the fonts can draw.

The characters of the fonts stand in ``resources/fonts/characters.txt``, so that whoever only asks whether a name can be
printed reads no font; ``python -m planner.papers.kit.coverage`` writes that file when the fonts change.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from planner.resources import resource

#: They say where a line may break or not, or how the character before looks, and are not drawn.
NOT_DRAWN = frozenset({0x200B, 0x2060, 0xFE0E, 0xFE0F})


def cleaned(text: str) -> str:
    """Prepare a text for the page: composed characters (が, not か and ゛), plain spaces, nothing invisible.

    Line breaks stay, and U+200B (may break) and U+2060 (may not) for the line breaker, which draws neither.
    So do ideographic variation selectors: our fonts cannot honour them, and whoever looks for holes has to see them.
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


def selects_variant(character: str) -> bool:
    """Whether this only asks for another form of the kanji before it (Unicode Ideographic Variation Database)."""
    return 0xE0100 <= ord(character) <= 0xE01EF


def not_in_fonts(text: str) -> tuple[str, ...]:
    """Give the characters of a text that no font of the papers has, selectors of variants too; each once, in order."""
    if text.isascii():
        return ()
    harmless = _harmless()
    # Nearly every text ends here, and all texts of a visit are asked after each change.
    if harmless.issuperset(text) and unicodedata.is_normalized("NFC", text):
        return ()
    return tuple(dict.fromkeys(character for character in cleaned(text) if character not in harmless))


@cache
def _harmless() -> frozenset[str]:
    """Give the characters that leave no hole: those of the fonts, and those that are not drawn."""
    found = {"\n", *map(chr, NOT_DRAWN)}
    for line in resource("fonts", "characters.txt").read_text("ascii").splitlines():
        first, _, last = line.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)
