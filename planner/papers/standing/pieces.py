"""What was and what is now, cut into the words that differ and those that do not."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final
from unicodedata import name


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words, and whether it is `other` than in the other of two versions."""

    words: str
    other: bool


def marked(was: str, now: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Cut what was and what is now into pieces that are the same and pieces that differ, word by word.

    Japanese has no spaces: there a word is a run of one script, so that a time or a name is struck through whole.
    """
    before, after = _words(was), _words(now)
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if a < b:
            left.append(Piece("".join(before[a:b]), kind != "equal"))
        if c < d:
            right.append(Piece("".join(after[c:d]), kind != "equal"))
    return tuple(left), tuple(right)


def _words(text: str) -> list[str]:
    """Cut a text into words with the blanks that follow them; what is not Latin, by its script."""
    cut: list[str] = []
    last = ""
    for character in text:
        kind = _kind(character)
        if cut and (kind == last or kind == "blank"):
            cut[-1] += character
        else:
            cut.append(character)
        # After a blank a new word begins, whatever its script.
        last = "" if kind == "blank" else kind
    return cut


# The sign of a long vowel, KATAKANA-HIRAGANA PROLONGED SOUND MARK, is counted with katakana.
_SCRIPTS: Final = ("CJK", "HIRAGANA", "KATAKANA")


def _kind(character: str) -> str:
    if character.isspace():
        return "blank"
    called = name(character, "")
    for script in _SCRIPTS:
        if called.startswith(script):
            return script
    return "latin" if character.isalnum() or character in ":.’'-–" else f"mark {character}"
