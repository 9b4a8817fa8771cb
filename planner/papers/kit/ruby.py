"""Names with their reading: furigana centred over each part of a name, or after it in brackets where type is small."""

from __future__ import annotations

from collections.abc import Sequence

from planner.papers.kit.boxes import Box
from planner.papers.kit.fonts import text_width
from planner.papers.kit.lines import Inset, Part, Run, Style
from planner.papers.kit.marks import Words

# Furigana are half as large as what they stand over, and never smaller than can be read.
HALF = 0.5
SMALLEST = 6.0
# Below this size the reading stands after the name.
LEAST_BELOW = 12.0

# How far kanji reach above the baseline, and kana above and below theirs, in ems of the font.
_KANJI_TOP = 0.86
_KANA_TOP, _KANA_FOOT = 0.88, 0.12


def with_reading(parts: Sequence[tuple[str, str]], style: Style) -> list[Part]:
    """Set a name as pairs of what is written and its reading, as `planner.language.names.furigana` gives them.

    A part without a reading stands alone. Nothing breaks inside a part.
    """
    if style.size < LEAST_BELOW:
        return _in_brackets(parts, style)
    found: list[Part] = []
    for written, reading in parts:
        if found:
            found.append(Run(" ", style))
        found.append(ruby(written, reading, style) if reading else Run(written, style, whole=True))
    return found


def _in_brackets(parts: Sequence[tuple[str, str]], style: Style) -> list[Part]:
    name: list[Part] = [Run(" ".join(written for written, _ in parts), style, whole=True)]
    if not any(reading for _, reading in parts):
        return name
    reading = " ".join(reading or written for written, reading in parts)
    return [*name, Run(f"（{reading}）", style, whole=True)]


def ruby(written: str, reading: str, style: Style, *, flush: bool = False) -> Inset:
    """Set one part of a name with its reading centred above it; the wider of the two takes the room.

    In a column of words both begin at its edge (`flush`), so that the words stand in line with those without.
    """
    small = max(style.size * HALF, SMALLEST)
    wide, above = text_width(written, style.size, style.bold), text_width(reading, small)
    width = max(wide, above)
    foot_of_reading = (_KANA_TOP + _KANA_FOOT) * small
    baseline = foot_of_reading + _KANJI_TOP * style.size
    drop = style.leading - style.baseline
    marks = (
        Words(0.0 if flush else (width - wide) / 2, baseline, written, style.size, style.bold, style.colour),
        Words(
            0.0 if flush else (width - above) / 2, _KANA_TOP * small, reading, small, colour=style.colour, reading=True
        ),
    )
    return Inset(Box(width, baseline + drop, marks, baseline=baseline), drop)
