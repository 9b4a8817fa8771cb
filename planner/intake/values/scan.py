"""Reading with a pencil: what is understood is crossed out, what remains is what nobody understood."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CROSSED_OUT = "\uffff"
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-") | {
    ord("〜"): "~",
    ord("∼"): "~",
    ord("’"): "'",
    ord("‘"): "'",
}
_WORD = re.compile(r"[^\W_]")
_EDGES = " \t\r\n\u3000,;:、。・，；：．/／|-–—~〜&＆+＋.=()（）[]［］【】「」『』〔〕<>＜＞\"'“”‘’*※・•●★☆→←⇒"

CLAUSES = re.compile(r"[,;、\n。；，]")
"""What separates one thought of a cell from the next."""

NONE_WORDS = re.compile(
    r"(?:特に)?(?:な(?:し|い(?:です)?)|無し?|ありません|有りません|該当(?:なし|無し)|いません"
    r"|ございません)[。.]?"
    r"|(?:none|nothing|nil|n\.?/?a\.?|no(?:t any)?|no known allerg(?:y|ies)|not applicable|nope|-+|—|ー"
    r"|×|✕)[.!]?"
    r"(?: at all| known| that we know of| special)?",
    re.IGNORECASE,
)
"""The ways to say "none" when asked for something."""


@lru_cache(maxsize=20_000)
def fold(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The text in one width: full-width figures and letters narrow, half-width kana wide, dashes alike.

    Gives the folded text and, for each of its characters, where it came from (nothing when they are the same
    places).
    """
    if text.isascii():
        return text, None
    pieces: list[str] = []
    places: list[int] = []
    place, length, shifted = 0, len(text), False
    while place < length:
        stop = place + 1
        while stop < length and (text[stop] in "ﾞﾟ\u3099\u309a" or unicodedata.combining(text[stop])):
            stop += 1  # a half-width voicing mark belongs to the kana before it
        piece = unicodedata.normalize("NFKC", text[place:stop]).translate(_DASHES)
        shifted = shifted or len(piece) != 1 or stop - place != 1
        pieces.append(piece)
        places.extend([place] * len(piece))
        place = stop
    return "".join(pieces), tuple(places) if shifted else None


def plain(text: str) -> str:
    """The folded text alone."""
    return fold(text)[0]


def any_of(english: str, other: str = "") -> re.Pattern[str]:
    """A pattern for any of these words: whole words in Latin letters, and words of a script without blanks between."""
    whole = rf"(?<![a-z])(?:{english})(?![a-z])"
    return re.compile(f"{whole}|{other}" if other else whole, re.IGNORECASE)


class Scan:
    """A text being read. Patterns match the folded text; a match is crossed out by `take`."""

    __slots__ = ("_fillers", "_places", "open", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain, self._places = fold(text)
        self._fillers: list[re.Pattern[str]] = []
        self.open = self.plain
        """The folded text with a mark no pattern matches in place of what was crossed out."""

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Find the pattern in what is still open, and cross it out."""
        match = pattern.search(self.open)
        if match is not None:
            self.cross_out(*match.span())
        return match

    def take_all(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Find and cross out every place of the pattern."""
        matches = [match for match in pattern.finditer(self.open) if match.end() > match.start()]
        for match in matches:
            self.cross_out(*match.span())
        return matches

    def cross_out(self, start: int, stop: int) -> None:
        """Mark a stretch of the folded text as understood."""
        self.open = self.open[:start] + _CROSSED_OUT * (stop - start) + self.open[stop:]

    def original(self, start: int, stop: int) -> str:
        """The words of the cell behind a stretch of the folded text."""
        if start >= stop:
            return ""
        if self._places is None:
            return self.text[start:stop]
        last = self._places[stop - 1]
        end = stop
        while end < len(self._places) and self._places[end] == last:
            end += 1
        following = self._places[end] if end < len(self._places) else len(self.text)
        return self.text[self._places[start] : following]

    def ignore(self, fillers: re.Pattern[str]) -> None:
        """Let words such as "and" and 「です」 count as nothing where nothing else is left around them."""
        self._fillers.append(fillers)

    def left(self) -> str:
        """The words nobody understood, as they stood in the cell; punctuation and fillers alone are nothing."""
        if _CROSSED_OUT not in self.open:
            return self.text.strip() if self._says_something(self.open) else ""
        fragments = []
        for match in re.finditer(f"[^{_CROSSED_OUT}]+", self.open):
            if self._says_something(match[0]):
                fragments.append(trim(self.original(*match.span())))
        return "; ".join(fragments)

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return not self._says_something(self.open)

    def _says_something(self, words: str) -> bool:
        for fillers in self._fillers:
            words = fillers.sub(" ", words)
        return _WORD.search(words) is not None


def says_none(text: str) -> bool:
    """Whether the whole text says "none", "なし", "n/a"."""
    return NONE_WORDS.fullmatch(plain(text).strip().strip("「」()[]\"'")) is not None


def trim(text: str) -> str:
    """A fragment without punctuation at its ends; a bracket whose other half is in it stays, and a number's sign."""
    begin, end = len(text) - len(text.lstrip(_EDGES)), len(text.rstrip(_EDGES))
    if begin >= end:
        return ""
    inside = text[begin:end]
    if end < len(text) and text[end] in _CLOSING and _open_brackets(inside) > 0:
        end += 1
    elif begin and text[begin - 1] in _OPENING and _open_brackets(inside) < 0:
        begin -= 1
    if _SIGNED.search(text[:begin]) and text[begin].isdigit():
        begin -= 1
    return text[begin:end]


def _open_brackets(text: str) -> int:
    return sum((letter in _OPENING) - (letter in _CLOSING) for letter in text)


#: A sign after a blank; right after what was understood it only separates ("28-30").
_SIGNED = re.compile(r"\s[-+＋−]$")
_OPENING, _CLOSING = "([{（［【「『〔", ")]}）］】」』〕"


def split_outside(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Split at a pattern, but never inside brackets: ``a (b, c), d`` → ``a (b, c)``, ``d``. Empty parts are left
    out.
    """
    depth, hidden = 0, []
    for letter in text:
        if letter in _OPENING:
            depth += 1
        hidden.append(_CROSSED_OUT if depth else letter)
        if letter in _CLOSING and depth:
            depth -= 1
    parts, start = [], 0
    for match in pattern.finditer("".join(hidden)):
        if match.end() > match.start():
            parts.append(text[start : match.start()])
            start = match.end()
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def brackets(text: str) -> tuple[str, list[str]]:
    """A text without its bracketed remarks, and the remarks."""
    remarks = [match[1] for match in _BRACKETED.finditer(text)]
    return _BRACKETED.sub(" ", text).strip(), [remark.strip() for remark in remarks if remark.strip()]


_BRACKETED = re.compile(r"[(（［\[【]([^()（）\[\]［］【】]*)[)）\]］】]")
