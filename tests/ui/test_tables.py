"""Tables: sorted, filtered, grouped, and the selection stays with the thing, not with the line."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.language.endings import parted
from planner.rules.finding import Subject
from planner.ui.copying import BareCopies
from planner.ui.theme import font
from planner.ui.widgets.lines import line_starts, lines_of, words_of
from planner.ui.widgets.table import Cell, Column, Group, Mark, Row
from planner.ui.widgets.tableview import Table
from planner.ui.widgets.text import Text

PEOPLE = [(1, "Satō", 14, "A"), (2, "Ali", 13, "B"), (3, "Mori", None, ""), (4, "Itō", 15, "A")]


def rows() -> list[Row]:
    return [
        Row(
            Subject("Member", number),
            (Cell(name), Cell("" if age is None else str(age), sort=age, marks=(Mark("cat", "cats"),))),
            group=squad or "no squad",
            group_sort=squad or "ZZ",
            words=f"{name} {age}",
        )
        for number, name, age, squad in PEOPLE
    ]


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    made = Table("People", [Column("Name"), Column("Age", 80, right=True)])
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.show_rows(rows())
    return made


def names(table: Table) -> list[str]:
    return [row.title if isinstance(row, Group) else row.cells[0].text for row in table.table.shown]


def click_heading(qtbot: QtBot, table: Table, column: int) -> None:
    head = table.horizontalHeader()
    spot = head.sectionViewportPosition(column) + 8
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot, 8))


def test_sorted_by_a_click_on_the_heading_with_the_unknown_last_both_ways(qtbot: QtBot, table: Table) -> None:
    assert names(table) == ["Ali", "Itō", "Mori", "Satō"]
    click_heading(qtbot, table, 1)
    assert names(table) == ["Ali", "Satō", "Itō", "Mori"]
    click_heading(qtbot, table, 1)
    assert names(table) == ["Itō", "Satō", "Ali", "Mori"]


def test_filtered_blind_to_accents(table: Table) -> None:
    table.filter("sato")
    assert names(table) == ["Satō"]
    table.filter("o 15")
    assert names(table) == ["Itō"]
    table.filter("")
    assert len(names(table)) == 4


def test_grouped_and_folded(qtbot: QtBot, table: Table) -> None:
    table.group(True)
    assert names(table) == ["A", "Itō", "Satō", "B", "Ali", "no squad", "Mori"]
    spot = table.visualRect(table.table.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert names(table) == ["A", "B", "Ali", "no squad", "Mori"]
    table.setCurrentIndex(table.table.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert names(table)[:2] == ["A", "Itō"]


def test_the_selection_stays_with_the_thing(table: Table) -> None:
    picked: list[Subject] = []
    table.picked.connect(picked.append)
    assert table.choose(Subject("Member", 4))
    table.group(True)
    table.show_rows(rows())
    assert table.chosen == Subject("Member", 4)
    assert picked == []
    assert not table.choose(Subject("Member", 99))
    assert table.chosen is None


def test_keys(qtbot: QtBot, table: Table) -> None:
    picked: list[Subject] = []
    opened: list[Subject] = []
    removed: list[Subject] = []
    table.picked.connect(picked.append)
    table.opened.connect(opened.append)
    table.removeAsked.connect(removed.append)
    table.choose(Subject("Member", 2))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert picked == [Subject("Member", 4)]
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert opened == removed == [Subject("Member", 4)]
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Itō\t15, cats"


def test_marks_are_told_in_words_too(table: Table) -> None:
    index = table.table.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "13, cats"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "13, cats"


@pytest.mark.parametrize(
    ("title", "pieces"),
    [
        ("空港でホストファミリーと対面", ["空港で", "ホストファミリーと", "対面"]),
        ("キャンプ体験", ["キャンプ", "体験"]),
        ("シュート教室（Aチーム）", ["シュート", "教室", "（Aチーム）"]),
        ("NH110便 羽田→ニューヨーク", ["NH110便 ", "羽田→", "ニューヨーク"]),
        ("ホストファミリーのしおり", ["ホストファミリーの", "しおり"]),
        ("参加者のしおり（冊子）", ["参加者の", "しおり", "（冊子）"]),
        ("羽田空港第3ターミナル集合", ["羽田空港", "第3", "ターミナル", "集合"]),
        ("Game 1 vs Portland", ["Game ", "1 ", "vs ", "Portland"]),
    ],
)
def test_titles_are_cut_between_words(title: str, pieces: list[str]) -> None:
    assert words_of(title) == pieces


def test_no_line_is_wider_than_its_room_and_nothing_is_lost() -> None:
    titles = ("市長表敬訪問と記念品の交換", "Welcome at the Jetport, hosts", "ホストファミリーと過ごす日")
    for title in titles:
        for width in (60, 90, 140):
            lines = lines_of(title, font("board", bold=True), width, 9)
            assert "".join(lines).replace(" ", "") == title.replace(" ", "")
            assert not any(line.startswith(("。", "、", "ー", "ァ")) for line in lines)
    assert lines_of("市長表敬訪問", font("board", bold=True), 60, 1)[0].endswith("…")


def test_a_label_that_wraps_keeps_the_endings_of_verbs_whole(qtbot: QtBot) -> None:
    words = "名簿に載っている方の宿泊先がまだありません。確かめてください。"
    label = Text(words, wrap=True)
    qtbot.addWidget(label)
    assert label.text() == words
    layout = QTextLayout(QLabel.text(label), label.font())
    for width in range(90, 300, 10):
        starts = line_starts(layout, width)
        lines = [QLabel.text(label)[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
        assert any("りません" in parted(line) for line in lines), lines
        assert any("ください。" in parted(line) for line in lines), lines
    assert label.accessibleName() == words


def test_nothing_that_is_not_seen_is_copied(qtbot: QtBot) -> None:
    words = "名簿に載っている方の宿泊先がまだありません。確かめてください。"
    label = Text(words, wrap=True).selectable()
    qtbot.addWidget(label)
    with qtbot.waitActive(label):
        label.show()
    mending = BareCopies(label)
    label.setSelection(0, len(QLabel.text(label)))
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == words
    QTest.mousePress(label, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not label.hasSelectedText()
    mending.deleteLater()
