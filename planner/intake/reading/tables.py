"""Lines of cells → a sheet: empty rows and columns left out, title lines set apart, the headings found."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from planner.intake.reading.sheet import CellValue, Line, Sheet, join_headings
from planner.model.message import Message, PlannerError

LONGEST_SHEET = 100_000
"""Rows. Beyond this it is no sign-up sheet but an export of something else."""

WIDEST_SHEET = 1_000
"""Columns."""

MOST_CELLS = 5_000_000
"""Cells of a sheet's whole rectangle, filled or not."""

_LOOK_FOR_HEADINGS = 30
_OUTER_BLANKS = " \t\r\n\v\f\u00a0\u3000\u200b\u2060\ufeff\x00"
_DATA_LIKE = re.compile(
    r"[\d\s()/.:,+\-\u2010-\u2015\u2212\uff0d\uff10-\uff19\uff0f\uff0e\uff1a]+"  # figures, dates, telephones
    r"|\S+@\S+\.\S+"
    r"|[Hh\uff28SsRr]\d{1,2}[./]\d{1,2}[./]\d{1,2}"
    r"|\d+\u5e74.*\u65e5"
)

MergedCells = Sequence[tuple[tuple[int, int], tuple[int, int]]]
"""Rectangles of merged cells: first and last (row, column), counted from 0 in the whole sheet."""


def make_sheet(
    file_name: str,
    name: str,
    lines: Iterable[tuple[int, Sequence[str], Mapping[int, CellValue]]],
    *,
    merged: MergedCells = (),
    encoding: str = "",
    remarks: tuple[Message, ...] = (),
) -> Sheet:
    """Build a sheet from numbered lines of stripped texts (and what the file itself gives a type)."""
    kept = [(number, texts, typed) for number, texts, typed in lines if any(texts)]
    width = max((len(texts) for _, texts, _ in kept), default=0)
    if width > WIDEST_SHEET:
        raise PlannerError("sheet-too-wide", file=file_name, sheet=name, columns=width, limit=WIDEST_SHEET)
    used = [False] * width
    for _, texts, _ in kept:
        for index, text in enumerate(texts):
            if text:
                used[index] = True
    places = [index for index in range(width) if used[index]]
    narrow = {place: index for index, place in enumerate(places)}
    squeezed = [
        Line(
            number,
            tuple(texts[place] if place < len(texts) else "" for place in places),
            {narrow[index]: value for index, value in typed.items() if index in narrow},
        )
        for number, texts, typed in kept
    ]
    start, stop = find_headings(squeezed, merged)
    headings = _headings(squeezed[start:stop], places, merged)
    return Sheet(
        file_name,
        name,
        tuple(place + 1 for place in places),
        tuple(squeezed),
        headings,
        start,
        stop,
        encoding,
        remarks,
    )


def find_headings(lines: Sequence[Line], merged: MergedCells = ()) -> tuple[int, int]:
    """Where the headings begin and where the data begins, as indexes; equal when there are no headings.

    The heading line is the first one nearly as wide as the table whose cells read like words, not like data: a
    title above is narrow, a row of data has dates, figures or addresses in it.
    """
    top = lines[:_LOOK_FOR_HEADINGS]
    if not top:
        return 0, 0
    widest = max(line.filled for line in top)
    for index, line in enumerate(top):
        if line.filled * 2 < widest or (line.filled < 2 <= widest):
            continue
        if _reads_like_data(line):
            return 0, 0
        return index, _heading_end(lines, index, merged)
    return 0, 0


def _reads_like_data(line: Line) -> bool:
    data = sum(
        1 for index, text in enumerate(line.texts) if text and (index in line.typed or _DATA_LIKE.fullmatch(text))
    )
    lengthy = sum(1 for text in line.texts if "\n" in text and len(text) > 120)
    return data * 5 >= line.filled * 2 or lengthy * 2 > line.filled


def _heading_end(lines: Sequence[Line], index: int, merged: MergedCells) -> int:
    """One more line belongs to the headings when the first line is a row of groups over it."""
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.number != line.number + 1 or _reads_like_data(following):
        return index + 1
    row = line.number - 1
    spans_down = any(first[0] == row and last[0] == row + 1 and first[1] == last[1] for first, last in merged)
    spans_across = any(first[0] == last[0] == row and last[1] > first[1] for first, last in merged)
    if spans_down and spans_across:
        return index + 2
    # Without merged cells in the file (CSV, ods): the second line fills just the gaps of the first.
    gaps = [place for place, text in enumerate(line.texts) if not text]
    under_groups = set(gaps) | {place - 1 for place in gaps if place > 0}
    filled = [place for place, text in enumerate(following.texts) if text]
    if len(gaps) >= 1 and len(filled) >= 2 and set(filled) <= under_groups and set(gaps) <= set(filled):
        return index + 2
    return index + 1


def _headings(lines: Sequence[Line], places: Sequence[int], merged: MergedCells) -> tuple[str, ...]:
    """One heading a column; a heading merged over several columns stands over each of them."""
    narrow = {place: index for index, place in enumerate(places)}
    filled = []
    for depth, line in enumerate(lines):
        texts = list(line.texts)
        for first, last in merged:
            if first[0] <= line.number - 1 <= last[0] and first[1] in narrow:
                for place in range(first[1], last[1] + 1):
                    if place in narrow and not texts[narrow[place]]:
                        texts[narrow[place]] = texts[narrow[first[1]]]
        if depth + 1 < len(lines):
            # A group's heading also stands over the columns to its right, where only the lower line has words.
            for index in range(1, len(texts)):
                if not texts[index] and lines[depth + 1].texts[index]:
                    texts[index] = texts[index - 1]
        filled.append(Line(line.number, tuple(texts)))
    return join_headings(filled, len(places))


def strip_blanks(text: str) -> str:
    """The text without blanks around it, full-width blanks and marks of no width included."""
    return text.strip(_OUTER_BLANKS)


def text_of(value: CellValue | None) -> str:
    """How a typed cell is written as text: ``2027-04-01``, ``09:30``, ``3``."""
    if value is None:
        return ""
    if isinstance(value, str):
        return strip_blanks(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, dt.time):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    return str(value)
