"""A sheet as it was read: lines of cell texts that know their row and column in the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planner.model.message import Message

CellValue = str | int | float | bool | dt.date | dt.time | dt.datetime | dt.timedelta


def column_letters(number: int) -> str:
    """The letters a spreadsheet shows over a column: 1 → A, 27 → AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """How a spreadsheet names a cell: ``cell_name(3, 2)`` is ``B3``."""
    return f"{column_letters(column)}{row}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet.

    `number` is the row as the spreadsheet program shows it (from 1; a quoted line break does not start a new one).
    `texts` holds one text a column, outer blanks removed and nothing else changed. `typed` holds, by index, the
    cells that the file itself marks as a date, time, number or truth value.
    """

    number: int
    texts: tuple[str, ...]
    typed: Mapping[int, CellValue] = field(default_factory=dict)

    @property
    def filled(self) -> int:
        """How many cells are not empty."""
        return sum(1 for text in self.texts if text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: all its lines that are not empty, and which of them are the headings.

    `columns` holds each column's number in the file (from 1), so that empty columns may be left out here and a
    report still says "B3". The headings are the lines from `heading_start` up to, not including, `data_start` (none
    when the table starts with data); lines before them are a title. `headings` has one text a column, empty where
    there is none. `remarks` say what was odd about the file.
    """

    file_name: str
    name: str
    columns: tuple[int, ...]
    lines: tuple[Line, ...]
    headings: tuple[str, ...]
    heading_start: int
    data_start: int
    encoding: str = ""
    remarks: tuple[Message, ...] = ()

    @property
    def above(self) -> tuple[Line, ...]:
        """The lines over the headings, such as a title."""
        return self.lines[: self.heading_start]

    @property
    def rows(self) -> tuple[Line, ...]:
        """The lines of data."""
        return self.lines[self.data_start :]

    def cell_name(self, line: Line, index: int) -> str:
        """Where the cell stands in the file, such as ``B3``."""
        return cell_name(line.number, self.columns[index])

    def heading(self, index: int) -> str:
        """The column's heading, or its letters where it has none."""
        return self.headings[index] or column_letters(self.columns[index])


def join_headings(lines: Sequence[Line], width: int) -> tuple[str, ...]:
    """One heading a column from one or more heading lines: ``Contact`` over ``E-mail`` is ``Contact E-mail``."""
    joined = []
    for index in range(width):
        words: list[str] = []
        for line in lines:
            text = " ".join(line.texts[index].split())
            if text and (not words or words[-1] != text):
                words.append(text)
        joined.append(" ".join(words))
    return tuple(joined)
