"""Excel and LibreOffice files, read by calamine after a look at what unpacking them would cost."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from planner.intake.reading.packages import inspect_package, is_encrypted_office
from planner.intake.reading.sheet import CellValue, Sheet
from planner.intake.reading.tables import LONGEST_SHEET, MOST_CELLS, make_sheet, text_of
from planner.model.message import Message, PlannerError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_TELL_EVERY = 500


def read_workbook(file_name: str, data: bytes, progress: Callable[[int, int], None] | None = None) -> list[Sheet]:
    """Read every sheet of a workbook (xlsx, xlsm, xlsb, xls, ods) that a person sees who opens it.

    Hidden ones are left out, since nobody would notice what comes in from them (last year's list, lists to choose
    from); the first sheet's remarks name them. Only where all are hidden, all are read.

    Raises `PlannerError`: ``sheet-locked``, ``sheet-damaged``, ``sheet-wrong-kind``, ``sheet-too-big``,
    ``sheet-too-long``, ``sheet-too-wide``.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if is_encrypted_office(data):
        raise PlannerError("sheet-locked", file=file_name)
    unread = inspect_package(file_name, data) if data.startswith(b"PK") else {}
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            seen, hidden = _seen_and_hidden(book)
            found = [_sheet(file_name, book, name, unread.get(name, ()), progress) for name in seen]
            sheets = [sheet for sheet in found if sheet is not None]
            filled = [name for name in hidden if book.get_sheet_by_name(name).height]
            if sheets and filled:
                remark = Message.of("sheet-hidden", count=len(filled), sheets=filled)
                sheets[0] = replace(sheets[0], remarks=(*sheets[0].remarks, remark))
            return sheets
    except PasswordError as error:
        raise PlannerError("sheet-locked", file=file_name) from error
    except CalamineError as error:
        if "limit exceeded" in str(error):
            raise PlannerError("sheet-too-long", file=file_name, rows=0, limit=LONGEST_SHEET) from error
        raise PlannerError("sheet-damaged", file=file_name) from error
    except BaseException as error:
        # A panic inside the reader arrives as a bare BaseException; it means that the file is broken.
        if type(error).__name__ == "PanicException":
            raise PlannerError("sheet-damaged", file=file_name) from error
        raise


def _seen_and_hidden(book: CalamineWorkbook) -> tuple[list[str], list[str]]:
    """Give the names of the sheets that show, and of the others; where none shows, all count as seen."""
    from python_calamine import SheetVisibleEnum

    shows = {sheet.name for sheet in book.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible}
    shows = shows or set(book.sheet_names)
    return [name for name in book.sheet_names if name in shows], [n for n in book.sheet_names if n not in shows]


def _sheet(
    file_name: str,
    book: CalamineWorkbook,
    name: str,
    formulas: tuple[str, ...],
    progress: Callable[[int, int], None] | None,
) -> Sheet | None:
    table = book.get_sheet_by_name(name)
    if table.start is None or table.height == 0:
        return None
    if table.height > LONGEST_SHEET or table.height * table.width > MOST_CELLS:
        raise PlannerError("sheet-too-long", file=file_name, rows=table.height, limit=LONGEST_SHEET)
    remarks = (Message.of("sheet-formulas-unread", sheet=name, cells=list(formulas)),) if formulas else ()
    return make_sheet(
        file_name,
        name,
        _lines(table, progress),
        merged=table.merged_cell_ranges or (),
        remarks=remarks,
    )


def _lines(
    table: CalamineSheet, progress: Callable[[int, int], None] | None
) -> Iterator[tuple[int, list[str], dict[int, CellValue]]]:
    start_row, start_column = table.start or (0, 0)
    indent = [""] * start_column
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rows = table.to_python()
    for place, row in enumerate(rows):
        if progress is not None and place % _TELL_EVERY == _TELL_EVERY - 1:
            progress(place, len(rows))
        texts = indent + [text_of(value) for value in row]
        typed: dict[int, CellValue] = {
            start_column + index: value for index, value in enumerate(row) if not isinstance(value, str)
        }
        yield start_row + place + 1, texts, typed
