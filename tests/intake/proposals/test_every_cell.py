"""Nothing is lost: each cell of the four sample files, one by one, and where it went.

`every_cell/*.tsv` names them: cell, heading, the words of the cell, and where they are in the plan or among the items
to review. `SHIMAI_UPDATE_GOLDEN=1 pytest …` writes the lists anew; they are to be read as a diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planner.commands import imports
from planner.intake.columns import guess
from planner.intake.proposals import RowState, propose
from planner.intake.reading import read_sheets
from planner.storage import PlannerFile

from .landing import BY_FILE, record_of

SAMPLES = Path(__file__).parents[3] / "resources" / "sample" / "portland-2027"
LISTS = Path(__file__).with_name("every_cell")


def lines_of(name: str, file: PlannerFile) -> list[str]:
    """Read a sample into the file, and say of each filled cell where it went."""
    sheet = read_sheets(SAMPLES / name)[0]
    proposal = propose(sheet, guess(sheet), file.plan)
    file.run(imports.accept, proposal)
    plan = file.plan
    lines = []
    for row, proposed in zip(sheet.rows, proposal.rows, strict=True):
        record = record_of(plan, proposed.record, proposed.record_uid)
        for index, words in enumerate(row.texts):
            if not words:
                continue
            heading = sheet.headings[index]
            where = BY_FILE[name][heading](record, plan)
            if proposed.state is RowState.SENT_TWICE:
                where = [f"replaced by row {proposed.replaced_by}"]
            where += [
                f"TO REVIEW “{item.words}”: {item.reason}"
                for item in plan.review_items
                if item.record_uid == proposed.record_uid and item.row_number == row.number and item.column == heading
            ]
            told = words.replace("\n", "⏎").replace("\r", "")
            lines.append(f"{sheet.cell_name(row, index)}\t{heading}\t{told}\t{' · '.join(where)}")
    return lines


@pytest.mark.parametrize("name", BY_FILE)
def test_every_cell_is_in_its_field_or_up_for_review(name: str, file: PlannerFile) -> None:
    lines = lines_of(name, file)
    lost = [line for line in lines if not line.rsplit("\t", 1)[1]]
    assert lost == []
    golden = LISTS / f"{name.split('.')[0]}.tsv"
    text = "\n".join(lines) + "\n"
    if os.environ.get("SHIMAI_UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_every_row_is_remembered_word_for_word(file: PlannerFile) -> None:
    for name in BY_FILE:
        lines_of(name, file)
    for name, sheet in zip(BY_FILE, file.plan.sheet_imports, strict=True):
        read = read_sheets(SAMPLES / name)[0]
        kept = {source.row_number: source.cells for source in sheet.rows}
        for row in read.rows:
            filled = {heading: text for heading, text in zip(read.headings, row.texts, strict=True) if text}
            assert kept[row.number] == filled
