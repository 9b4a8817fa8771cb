"""Days that stand only once in a timetable: over the events of that day, or in the first of them."""

from __future__ import annotations

from dataclasses import replace

from planner.intake.columns.mapping import SheetMapping
from planner.intake.reading.sheet import CellValue, Line, Sheet
from planner.model.kinds import SheetKind


def filled_down(sheet: Sheet, mapping: SheetMapping) -> Sheet:
    """The sheet with each event's day in its own row.

    People write the day once and leave it empty below, or merge the cells. A row with nothing but a day is a
    heading over those that follow.
    """
    places = mapping.indexes_of("on")
    if mapping.kind is not SheetKind.PROGRAMME or not places:
        return sheet
    place = places[0]
    lines: list[Line] = list(sheet.lines[: sheet.data_start])
    last: tuple[str, CellValue | None] | None = None
    for line in sheet.rows:
        if line.texts[place]:
            last = line.texts[place], line.typed.get(place)
        elif last is not None:
            texts = (*line.texts[:place], last[0], *line.texts[place + 1 :])
            typed = {**line.typed, place: last[1]} if last[1] is not None else line.typed
            line = replace(line, texts=texts, typed=typed)
        lines.append(line)
    return replace(sheet, lines=tuple(lines))


def is_day_heading(line: Line, place: int) -> bool:
    """Whether a row has nothing but the day that it stands over."""
    return bool(line.texts[place]) and line.filled == 1
