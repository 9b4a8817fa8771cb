"""The import page with something on it: a form that comes again corrected, its columns, the report, a question."""

from __future__ import annotations

import csv
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtTest import QTest

from planner.resources import resource
from planner.ui.pages.intake.page import ImportPage
from planner.ui.shell.window import MainWindow

_PATIENCE: Final = 20.0  # seconds


def rows(window: MainWindow) -> None:
    """A form that comes again: rows that are new, corrected, unchanged, and words to review, one row inspected."""
    page = _read(window, _corrected_form())
    page._review.pick_row(0)


def columns(window: MainWindow) -> None:
    """What its columns were taken for."""
    page = _read(window, _corrected_form())
    page._review._which.choose("columns")
    page._review._turn()


def taken_in(window: MainWindow) -> None:
    """The report after it was taken in."""
    page = _read(window, _corrected_form())
    page.take_in()
    _wait(page)


def nothing_new(window: MainWindow) -> None:
    """The same form once more: there is nothing to take in."""
    _read(window, _corrected_form())


def question(window: MainWindow) -> None:
    """A sheet whose headings do not tell what it is."""
    _read(window, _written("list.csv", [["Name", "Foo"], ["Mei Kato", "tall"], ["Aoi Ito", "quick"]]))


def refused(window: MainWindow) -> None:
    """A file that is not what its name says."""
    path = _folder() / "fake.xlsx"
    path.write_text("Dear all, we look forward to meeting you.", encoding="utf-8")
    _read(window, path)


IMPORTS: Final[tuple[tuple[str, Callable[[MainWindow], None]], ...]] = (
    ("import-rows", rows),
    ("import-columns", columns),
    ("import-taken-in", taken_in),
    ("import-nothing-new", nothing_new),
    ("import-question", question),
    ("import-refused", refused),
)


def _read(window: MainWindow, path: Path) -> ImportPage:
    """Drop a file on the page, in place of what is there, and wait until it is understood."""
    page = window.frame.show_page(ImportPage.KEY)
    assert isinstance(page, ImportPage)
    page._next()
    page.take_files([path])
    _wait(page)
    return page


def _wait(page: ImportPage) -> None:
    until = time.monotonic() + _PATIENCE
    while page._job is not None and time.monotonic() < until:
        QTest.qWait(10)


def _corrected_form() -> Path:
    """The guests' form of the sample, with two cells corrected and two guests who signed up since."""
    with resource("sample", "portland-2027", "guests_form.csv").open(encoding="cp932", newline="") as stream:
        lines = list(csv.reader(stream))
    heading = lines[0].index
    lines[1][heading("身長(cm)")] = "160"
    lines[2][heading("食物アレルギー（なければ「なし」）")] = "卵（重度）"
    for line, kanji, kana, latin, pets in (
        (lines[3], "山本 葵", "ヤマモト アオイ", "YAMAMOTO AOI", "かめ"),
        (lines[4], "小林 凜", "コバヤシ リン", "KOBAYASHI RIN", "なし"),
    ):
        late = [*line]
        late[heading("タイムスタンプ")] = f"2027/05/0{len(lines) % 9 + 1} 08:15:00"
        for name, words in (
            ("氏名（漢字）", kanji), ("フリガナ", kana), ("パスポートのローマ字氏名", latin),
            ("呼んでほしい名前", kana.split()[1]), ("メールアドレス", f"{latin.split()[0].lower()}@example.jp"),
            ("動物のアレルギー・苦手な動物", pets),
        ):  # fmt: skip
            late[heading(name)] = words
        lines.append(late)
    return _written("guests_form.csv", lines)


def _written(name: str, lines: list[list[str]]) -> Path:
    path = _folder() / name
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(lines)
    return path


@cache
def _temporary() -> tempfile.TemporaryDirectory[str]:
    """A folder that goes when the pictures are done."""
    return tempfile.TemporaryDirectory()


def _folder() -> Path:
    return Path(_temporary().name)
