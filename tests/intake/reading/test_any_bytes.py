"""Whatever bytes a file holds, reading gives sheets or an error that can be said; never anything else."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.intake.columns import guess
from planner.intake.reading import read_sheets
from planner.language import say
from planner.model.message import PlannerError

RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (["Name", "Age", "Born"], ["Emi", 31, "=1+2"], ["Ken", 22.5, "H25.6.3"]):
        book.active.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def try_to_read(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        for sheet in read_sheets(path):
            assert len(sheet.columns) == len(sheet.headings)
            assert all(len(line.texts) == len(sheet.columns) for line in sheet.lines)
            guess(sheet)
    except PlannerError as error:
        refusals = [say(error.message, language) for language in ("en", "ja")]
    else:
        refusals = []
    assert all(refusals)


@RELAXED
@given(data=st.binary(max_size=400))
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    try_to_read(tmp_path / "any.csv", data)


@RELAXED
@given(
    text=st.text(alphabet='ab,;\t|"\n\r あ髙é=0123456789/()\x00\ufeff', max_size=120),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le", "euc_jp", "cp1252"]),
)
def test_any_text_in_any_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    try_to_read(tmp_path / "any.csv", text.encode(encoding, "ignore"))


@RELAXED
@given(
    start=st.sampled_from([b"PK\x03\x04", b"PK\x05\x06", bytes.fromhex("d0cf11e0a1b11ae1")]),
    data=st.binary(max_size=700),
)
def test_any_bytes_behind_the_mark_of_a_workbook(tmp_path: Path, start: bytes, data: bytes) -> None:
    try_to_read(tmp_path / "any.xlsx", start + data)


@RELAXED
@given(changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_workbook_with_any_bytes_changed(tmp_path: Path, workbook: bytes, changes: list[tuple[float, int]]) -> None:
    data = bytearray(workbook)
    for place, value in changes:
        data[int(place * len(data))] = value
    try_to_read(tmp_path / "any.xlsx", bytes(data))
