"""The list of the characters that the fonts have, for whoever asks without reading a font.

``python -m planner.papers.kit.coverage`` writes ``resources/fonts/characters.txt`` anew when the fonts change.
"""

from __future__ import annotations

from collections.abc import Iterator

from planner.papers.kit.fonts import whole_face
from planner.resources import resource


def coverage() -> str:
    """Give what both weights can draw, as ranges in hexadecimal, one a line."""
    codes = sorted(set(whole_face(bold=False).advances) & set(whole_face(bold=True).advances))
    return "".join(f"{first:04X}-{last:04X}\n" if last > first else f"{first:04X}\n" for first, last in _ranges(codes))


def _ranges(codes: list[int]) -> Iterator[tuple[int, int]]:
    first = last = codes[0]
    for code in codes[1:]:
        if code != last + 1:
            yield first, last
            first = code
        last = code
    yield first, last


if __name__ == "__main__":
    resource("fonts", "characters.txt").write_text(coverage(), "ascii", newline="\n")
