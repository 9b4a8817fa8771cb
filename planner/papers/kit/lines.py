"""Paragraphs: runs of text in several styles, laid into lines of a given width. Drawn later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias, TypedDict

from typing_extensions import Unpack

from planner.language.characters import cleaned
from planner.papers.kit.boxes import Box
from planner.papers.kit.colours import INK
from planner.papers.kit.filling import CLOSED_UP, HIDDEN, SPACES, Text, fill, trimmed
from planner.papers.kit.fonts import ASCENT, CAP_HEIGHT, DESCENT, face
from planner.papers.kit.marks import Rule, Words

_INSET = "\ufffc"


class _Look(TypedDict, total=False):
    """What of a style may be changed: its fields, for `Style.but`; mypy holds the two against each other."""

    size: float
    leading: float
    bold: bool
    colour: str
    spacing: float
    struck: bool
    stamp: bool


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: size and leading in points, weight, colour, points added after each character, and whether it is
    struck through, as what no longer holds. What is said in it may be a `stamp`: see `Words`.
    """

    size: float
    leading: float
    bold: bool = False
    colour: str = INK
    spacing: float = 0.0
    struck: bool = False
    stamp: bool = False

    def but(self, **changes: Unpack[_Look]) -> Style:
        """Give the same style with some things changed."""
        return replace(self, **changes)

    def at(self, size: float) -> Style:
        """Give the same style in another size, the leading in proportion."""
        return _in_size(self, size)

    @property
    def baseline(self) -> float:
        """Depth of the baseline below the top of a line of this style."""
        return (self.leading - (ASCENT + DESCENT) * self.size) / 2 + ASCENT * self.size


# Fitting a text tries the same few styles in the same few sizes over and over.
@lru_cache(maxsize=2048)
def _in_size(style: Style, size: float) -> Style:
    return replace(style, size=size, leading=style.leading * size / style.size)


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style. `whole` keeps it on one line if it fits there at all: a name, a telephone number."""

    text: str
    style: Style
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Inset:
    """A box that stands in the line like a word: a chip, an icon, a name with its reading above.

    `drop` is how far its foot hangs below the baseline.
    """

    box: Box
    drop: float = 0.0


Part: TypeAlias = Run | Inset


def lay(parts: Sequence[Part] | Run, width: float, *, align: str = "left") -> Box:
    """Lay a paragraph into lines of `width` points; `align` is left, right or centre.

    Lines are as few as possible; among those the breaks are chosen where a reader would pause. What is wider
    than the whole line breaks where it must, so that nothing ever stands outside. No text, no height.
    """
    if isinstance(parts, Run):
        return _laid((parts,), width, align)
    if all(isinstance(part, Run) for part in parts):
        return _laid(tuple(parts), width, align)
    return _lay(parts, width, align)


# The packets of a visit say the same to many families: a paragraph is laid once. Boxes never change.
@lru_cache(maxsize=8192)
def _laid(parts: tuple[Part, ...], width: float, align: str) -> Box:
    return _lay(parts, width, align)


def _lay(parts: Sequence[Part], width: float, align: str) -> Box:
    y = 0.0
    inner: list[tuple[float, float, Box]] = []
    for paragraph in _paragraphs(parts):
        text = _analysed(paragraph)
        for start, end in fill(text, width):
            box = _line(text, paragraph, start, end, width, align)
            inner.append((0.0, y, box))
            y += box.height
    return Box(width, y, inner=tuple(inner), baseline=inner[0][2].baseline if inner else 0.0)


def natural_width(parts: Sequence[Part] | Run) -> float:
    """Give the paragraph's width on one endless line."""
    return _natural_width(parts) if isinstance(parts, Run) else _widest(parts)


@lru_cache(maxsize=8192)
def _natural_width(run: Run) -> float:
    return _widest(run)


def _widest(parts: Sequence[Part] | Run) -> float:
    return max((_analysed(each).sums[-1] for each in _paragraphs(parts)), default=0.0)


# Lines of a title are even enough if none is longer by more than this.
_EVEN_ENOUGH = 1.1


def even(parts: Sequence[Part] | Run, width: float, *, align: str = "left") -> Box:
    """Lay a title of several lines so that they are about as long as each other: no last word stands alone."""
    box = lay(parts, width, align=align)
    count, narrowest, widest = len(box.inner), 0.0, width
    if count < 2:
        return box
    while widest - narrowest > 1.0:
        tried = (narrowest + widest) / 2
        if len(lay(parts, tried).inner) > count:
            narrowest = tried
        else:
            widest = tried
    # A little wider, so that a line may end where a reader pauses (空港で｜ホストファミリーと対面).
    widest = min(widest * _EVEN_ENOUGH, width)
    inner = lay(parts, widest, align=align)
    x = {"left": 0.0, "centre": (width - widest) / 2, "right": width - widest}[align]
    return Box(width, inner.height, inner=tuple((x, y, line) for _, y, line in inner.inner), baseline=inner.baseline)


def fitted(
    parts: Sequence[Part] | Run, width: float, *, smallest: float, lines: int = 1, align: str = "left",
    is_even: bool = False,
) -> Box:  # fmt: skip
    """Lay a paragraph in at most so many lines, its text no smaller than `smallest` points; then it flows.

    Nothing is ever cut and no ellipsis is set. All runs shrink in proportion to the largest. `is_even` sets several
    lines as a title's: see `even`.
    """
    given = (parts,) if isinstance(parts, Run) else parts
    largest = max((part.style.size for part in given if isinstance(part, Run)), default=smallest)
    size = largest
    while True:
        tried = [_scaled(part, size / largest) for part in given]
        box = lay(tried, width, align=align)
        if size <= smallest or (len(box.inner) <= lines and not _cuts_a_whole(tried, width)):
            return even(tried, width, align=align) if is_even else box
        size = max(size - 0.5, smallest)


def _scaled(part: Part, factor: float) -> Part:
    if factor == 1.0 or not isinstance(part, Run):
        return part
    return Run(part.text, part.style.at(part.style.size * factor), part.whole)


def _cuts_a_whole(parts: Sequence[Part], width: float) -> bool:
    return any(isinstance(part, Run) and part.whole and natural_width(part) > width for part in parts)


def _paragraphs(parts: Sequence[Part] | Run) -> list[list[Part]]:
    """Cut at line feeds, clean the text, drop what is empty."""
    paragraphs: list[list[Part]] = [[]]
    for part in (parts,) if isinstance(parts, Run) else parts:
        if isinstance(part, Inset):
            paragraphs[-1].append(part)
            continue
        for i, piece in enumerate(cleaned(part.text).split("\n")):
            if i:
                paragraphs.append([])
            if piece:
                paragraphs[-1].append(replace(part, text=piece))
    return [paragraph for paragraph in paragraphs if paragraph]


def _analysed(parts: Sequence[Part]) -> Text:
    """Take a paragraph apart into characters with their advances."""
    characters: list[str] = []
    owners: list[int] = []
    advances: list[float] = []
    for number, part in enumerate(parts):
        if isinstance(part, Inset):
            characters.append(_INSET)
            owners.append(number)
            advances.append(part.box.width)
            continue
        style, font = part.style, face(part.style.bold, part.text).advances
        for character in part.text:
            characters.append(character)
            owners.append(number)
            wide = font.get(ord(character), 1000.0) * style.size / 1000.0 + style.spacing
            advances.append(0.0 if character in HIDDEN else wide)
    halves = [part.style.size / 2 if isinstance(part, Run) else 0.0 for part in parts]
    wholes = [isinstance(part, Run) and part.whole for part in parts]
    return Text.of("".join(characters), owners, advances, halves, wholes)


def _line(text: Text, parts: Sequence[Part], start: int, end: int, width: float, align: str) -> Box:
    """Set one line: its marks, with the edge's empty half of a full-width mark taken away."""
    wrapped = start > 0
    start, end = trimmed(text, start, end)
    leading, baseline = _measure([parts[owner] for owner in sorted(set(text.owners[start:end]))])
    left, right = text.edges(start, end) if end > start else (0.0, 0.0)
    x = -left if wrapped else 0.0
    if align != "left":
        spare = width - (text.width(start, end) + x) + (right if align == "right" else 0.0)
        x += spare * (0.5 if align == "centre" else 1.0)
    # One box for each piece, in the order in which the line is read: that is the order in which it is copied.
    inner: list[tuple[float, float, Box]] = []
    i = start
    while i < end:
        part, stop = parts[text.owners[i]], _piece_end(text, i, end)
        if isinstance(part, Inset):
            inner.append((x, baseline + part.drop - part.box.height, part.box))
        else:
            words, style = "".join(c for c in text.characters[i:stop] if c not in HIDDEN), part.style
            mark = Words(0.0, 0.0, words, style.size, style.bold, style.colour, style.spacing, style.stamp)
            if words.strip(SPACES):
                inner.append((x, baseline, Box(0.0, 0.0, (mark, *_strike(text, style, i, stop)))))
        x += text.width(i, stop)
        i = stop
    return Box(width, leading, inner=tuple(inner), baseline=baseline)


def _strike(text: Text, style: Style, start: int, end: int) -> tuple[Rule, ...]:
    """The line through a piece that is struck through, as long as what can be seen of it."""
    if not style.struck:
        return ()
    wide = text.width(start, trimmed(text, start, end)[1])
    height = -CAP_HEIGHT * style.size / 2
    return (Rule(0.0, height, wide, height, max(0.6, style.size / 16), style.colour),)


def _measure(parts: Sequence[Part]) -> tuple[float, float]:
    """Give a line's height and its baseline's depth: its largest style decides, a high inset may add."""
    styles = [part.style for part in parts if isinstance(part, Run)]
    leading = baseline = 0.0
    if styles:
        largest = max(styles, key=lambda style: style.size)
        leading = max(style.leading for style in styles)
        baseline = largest.baseline + (leading - largest.leading) / 2
    for part in parts:
        if isinstance(part, Inset):
            above = part.box.height - part.drop
            if above > baseline:
                leading, baseline = leading + above - baseline, above
            leading = max(leading, baseline + part.drop)
    return leading, baseline


def _piece_end(text: Text, start: int, end: int) -> int:
    """Find where the characters end that can be drawn in one stroke: same part, no closed-up mark inside."""
    owner, i = text.owners[start], start + 1
    while i < end and text.owners[i] == owner and text.characters[i - 1] not in CLOSED_UP:
        i += 1
    return i
