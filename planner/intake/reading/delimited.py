"""Text with separators (CSV, tabs, semicolons), in whichever encoding the other city's computer wrote it."""

from __future__ import annotations

import csv
import io
import math
from collections import Counter
from collections.abc import Callable, Iterator

from planner.intake.reading.encodings import decode
from planner.intake.reading.sheet import CellValue, Sheet
from planner.intake.reading.tables import LONGEST_SHEET, make_sheet, strip_blanks
from planner.model.message import Message, PlannerError

_SEPARATORS = (",", "\t", ";", "|")
_SAMPLE_LINES = 40
_TELL_EVERY = 500


def read_delimited(file_name: str, data: bytes, progress: Callable[[int, int], None] | None = None) -> Sheet:
    """Read one table of separated text.

    Raises `PlannerError`: ``sheet-binary`` (not text at all), ``sheet-too-long``, ``sheet-too-wide``,
    ``sheet-damaged``.
    """
    decoded = decode(data)
    if decoded is None:
        raise PlannerError("sheet-binary", file=file_name)
    text, encoding = decoded
    skipped = 0
    separator = _declared_separator(text)
    if separator:
        skipped = 1
        text = text.split("\n", 1)[1] if "\n" in text else ""
    else:
        separator = guess_separator(text)
    remarks = _quoting_remarks(text, separator, skipped)
    lines = _lines(file_name, text, separator, skipped, progress)
    try:
        return make_sheet(file_name, "", lines, encoding=encoding, remarks=remarks)
    except csv.Error as error:
        raise PlannerError("sheet-damaged", file=file_name) from error


def guess_separator(text: str) -> str:
    """The mark between cells: the one that gives lines of the same, largest width."""
    best, best_score = ",", 0.0
    for separator in _SEPARATORS:
        score = _evenness(text, separator)
        if score > best_score:
            best, best_score = separator, score
    return best


def _evenness(text: str, separator: str) -> float:
    widths: list[int] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if any(cells):
                widths.append(len(cells))
            if len(widths) >= _SAMPLE_LINES:
                break
    except csv.Error:
        pass
    if not widths:
        return 0.0
    width, count = max(Counter(widths).items(), key=lambda pair: (pair[1], pair[0]))
    return count / len(widths) * math.log(width)


def _declared_separator(text: str) -> str:
    """Excel's own first line, ``sep=;``."""
    first = text[:8].split("\n", 1)[0].strip().strip('"')
    return first[4] if first.casefold().startswith("sep=") and len(first) == 5 else ""


def _quoting_remarks(text: str, separator: str, skipped: int) -> tuple[Message, ...]:
    """An opening quotation mark that is never closed swallows the lines after it: say where it stands."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = 0
    try:
        for _ in reader:
            rows += 1
    except csv.Error as error:
        if "unexpected end" in str(error):
            return (Message.of("sheet-quote-open", row=rows + 1 + skipped),)
    return ()


def _lines(
    file_name: str, text: str, separator: str, skipped: int, progress: Callable[[int, int], None] | None
) -> Iterator[tuple[int, list[str], dict[int, CellValue]]]:
    expected = text.count("\n") + 1
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1 + skipped):
        if number > LONGEST_SHEET:
            raise PlannerError("sheet-too-long", file=file_name, rows=expected, limit=LONGEST_SHEET)
        if progress is not None and number % _TELL_EVERY == 0:
            progress(min(number, expected), expected)
        yield number, [strip_blanks(cell) for cell in cells], {}
