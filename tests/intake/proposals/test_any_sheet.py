"""Whatever stands in a sheet: it can be proposed, accepted, read again without effect, and every record is sound."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.commands import imports
from planner.commands.checking import check_record
from planner.intake.columns import ROW_ONLY, ColumnGuess, SheetMapping, targets_of
from planner.intake.proposals import RowState, propose
from planner.model import Base
from planner.model.kinds import SheetKind
from planner.storage import PlannerFile
from tests.intake.values.test_nothing_is_lost import CELLS

from .sheets import sheet_of

NAMES = (
    "Ann Lee",
    "Bo Kim",
    "髙橋 さくら",
    "佐藤 美咲",
    "Hall",
    "Okafor",
    "Game 1",
    "Flight NH110 HND-JFK",
    "Bus to Augusta",
    "",
)
DAYS = ("July 22", "7/23", "2027-07-24", "Sun July 25", "7月26日", "3/4/2027", "Aug 1", "Mar 14, 2027", "")
TIMES = ("9:00", "2:30 AM", "noon", "11:00 (Tokyo)", "25:00", "3:00", "18:00", "Mon Aug 2 3:55 PM (Tokyo)", "")
SAMPLES = st.one_of(st.sampled_from((*NAMES, *DAYS, *TIMES)), CELLS)


@pytest.mark.parametrize("kind", SheetKind)
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(data=st.data())
def test_any_sheet_can_be_read(kind: SheetKind, blank: Path, tmp_path: Path, data: st.DataObject) -> None:
    keys = [target.key for target in targets_of(kind)]
    chosen = data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=8, unique=True))
    must = {SheetKind.HOSTS: ["Household.name"], SheetKind.PROGRAMME: ["on", "title_en", "start", "end"]}
    columns = list(dict.fromkeys([*must.get(kind, ["Person.name_en"]), *chosen]))
    rows = data.draw(st.lists(st.tuples(*[_cells_for(key) for key in columns]), min_size=1, max_size=5))
    headings = [f"{place} {key}" for place, key in enumerate(columns)]
    sheet = sheet_of(headings, *rows)
    mapping = SheetMapping(kind, 1.0, tuple(ColumnGuess(place, key, 1.0) for place, key in enumerate(columns)))
    copy = tmp_path / "visit.shimai"
    shutil.copy(blank, copy)
    with PlannerFile.open(copy) as file:
        proposal = propose(sheet, mapping, file.plan)
        file.run(imports.accept, proposal)
        for noun, found in file.plan.rows.items():
            for row in found.values():
                assert isinstance(row, noun)
                _sound(row)
        kept = {(row.number, heading): text for row in proposal.rows for heading, text in row.cells.items()}
        for line in sheet.rows:
            for index, text in enumerate(line.texts):
                assert not text or kept[line.number, headings[index]] == text
        again = propose(sheet, mapping, file.plan)
        assert again.changes_nothing, [row for row in again.rows if row.state is not RowState.UNCHANGED]
        while file.undo() is not None:
            pass
        assert not file.plan.people
        assert not file.plan.activities


def _cells_for(key: str) -> st.SearchStrategy[str]:
    if key in ("Person.name_en", "Household.name", "title_en"):
        return st.one_of(st.sampled_from(NAMES), CELLS).map(_clean)
    if key == "on":
        return st.sampled_from(DAYS)
    if key in ("start", "end"):
        return st.one_of(st.sampled_from(TIMES), CELLS).map(_clean)
    if key == ROW_ONLY:
        return st.sampled_from(("2027/04/02 19:12:44", "3/14/2027 18:02:11", ""))
    return SAMPLES.map(_clean)


def _clean(text: str) -> str:
    """As `reading` gives cells: no blanks around them, and no lone surrogates, which no file can hold."""
    from planner.intake.reading.tables import strip_blanks

    return strip_blanks(text.encode("utf-8", "ignore").decode("utf-8"))


def _sound(row: Base) -> None:
    check_record(row)
