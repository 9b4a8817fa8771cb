"""Small sheets for tests, made of headings and rows, and corrected the way people correct them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from planner.commands import imports
from planner.intake.columns import SheetMapping, guess
from planner.intake.proposals import Proposal, propose
from planner.intake.reading import Sheet, read_sheets
from planner.intake.reading.tables import make_sheet
from planner.model.kinds import SheetKind
from planner.storage import PlannerFile

SAMPLES = Path(__file__).parents[3] / "resources" / "sample" / "portland-2027"


def sample(name: str) -> Sheet:
    return read_sheets(SAMPLES / name)[0]


def sheet_of(headings: Sequence[str], *rows: Sequence[str], name: str = "form.csv") -> Sheet:
    width = len(headings)
    lines = [list(headings), *([*row, *[""] * (width - len(row))] for row in rows)]
    made = make_sheet(name, "", [(number, line, {}) for number, line in enumerate(lines, 1)])
    # Columns that are empty so far belong to the sheet all the same.
    return made if len(made.headings) == width else _with_all_columns(made, headings, lines)


def _with_all_columns(made: Sheet, headings: Sequence[str], lines: list[list[str]]) -> Sheet:
    from planner.intake.reading import Line

    kept = tuple(Line(number, tuple(line)) for number, line in enumerate(lines, 1))
    return replace(
        made,
        columns=tuple(range(1, len(headings) + 1)),
        lines=kept,
        headings=tuple(headings),
        heading_start=0,
        data_start=1,
    )


def corrected(sheet: Sheet, row_number: int, cells: Mapping[str, str]) -> Sheet:
    """The sheet with some cells of one row (as numbered in the file) changed."""
    lines = []
    for line in sheet.lines:
        if line.number == row_number:
            texts = list(line.texts)
            for heading, text in cells.items():
                texts[sheet.headings.index(heading)] = text
            line = replace(line, texts=tuple(texts), typed={})
        lines.append(line)
    return replace(sheet, lines=tuple(lines))


def without_row(sheet: Sheet, row_number: int) -> Sheet:
    return replace(sheet, lines=tuple(line for line in sheet.lines if line.number != row_number))


def proposed(
    file: PlannerFile, sheet: Sheet, kind: SheetKind | None = None, answers: Mapping[str, str] | None = None
) -> Proposal:
    mapping: SheetMapping = guess(sheet, file.plan.column_mappings, kind=kind)
    return propose(sheet, mapping, file.plan, answers=answers)


def read_in(
    file: PlannerFile, sheet: Sheet, kind: SheetKind | None = None, answers: Mapping[str, str] | None = None
) -> Proposal:
    proposal = proposed(file, sheet, kind, answers)
    file.run(imports.accept, proposal)
    return proposal
