"""The import page: the sample forms are read, shown as understood, changed, taken in, undone."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from planner.commands import records, visits
from planner.intake.columns import ROW_ONLY
from planner.resources import resource
from planner.ui.pages.intake.outcome import Outcome
from planner.ui.pages.intake.page import ImportPage
from planner.ui.pages.intake.rowpanel import RowPanel
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.notice import Banner, EmptyState
from planner.ui.widgets.text import Text
from tests.intake.locked import LOCKED
from tests.prepared import put
from tests.ui.small_visit import FIRST, LAST, PORTLAND, SHINAGAWA

SAMPLE = resource("sample", "portland-2027")


@pytest.fixture(scope="module")
def beginning() -> Callable[[Path], Path]:
    """A visit in which there is nobody yet."""
    return lambda path: put(
        path, visits.start, title_en="Portland", host=PORTLAND, home=SHINAGAWA, first_day=FIRST, last_day=LAST
    )


@pytest.fixture
def empty_visit(window_with_fresh_pages: MainWindow) -> MainWindow:
    """The window with a visit in which there is nobody yet."""
    return window_with_fresh_pages


def page_of(window: MainWindow) -> ImportPage:
    page = window.frame.show_page("import")
    assert isinstance(page, ImportPage)
    return page


def ready(page: ImportPage) -> bool:
    return page._job is None and page._look is not None and page._look.proposal is not None


def read(qtbot: QtBot, window: MainWindow, *paths: Path) -> ImportPage:
    window.workspace.open.dropped(list(paths))
    page = page_of(window)
    qtbot.waitUntil(lambda: ready(page), timeout=10_000)
    return page


def words_in(panel: RowPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(Text))


def test_dropped_form_is_understood_and_taken_in_as_one_step(qtbot: QtBot, empty_visit: MainWindow) -> None:
    page = read(qtbot, empty_visit, SAMPLE / "guests_form.csv")
    rows = list(page._review._rows.table.shown)
    assert len(rows) == 15
    assert rows[0].cells[1].text == "Sakura Takahashi"
    assert rows[0].cells[1].more == "髙橋 さくら"
    assert "12 Apr 2013" in rows[0].cells[3].text

    page.take_in()
    qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
    plan = empty_visit.workspace.plan
    assert plan is not None
    assert len(plan.members) == 15
    assert isinstance(page._other, Outcome)
    assert "15 rows are new." in page._other.accessibleName()

    next(button for button in page._other.buttons if button.text() == "Undo").click()
    assert empty_visit.workspace.plan is not None
    assert not empty_visit.workspace.plan.members
    qtbot.waitUntil(lambda: ready(page), timeout=10_000)


def test_import_is_undone_alone_after_something_else(qtbot: QtBot, empty_visit: MainWindow) -> None:
    page = read(qtbot, empty_visit, SAMPLE / "guests_form.csv")
    page.take_in()
    qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
    workspace = empty_visit.workspace
    assert workspace.plan is not None
    assert workspace.run(records.edit, "Visit", workspace.plan.visit.id, {"title_en": "Portland 2027"})
    assert isinstance(page._other, Outcome)
    next(button for button in page._other.buttons if button.text() == "Undo").click()
    plan = empty_visit.workspace.plan
    assert plan is not None
    assert (len(plan.members), plan.visit.title_en) == (0, "Portland 2027")


def test_row_shows_what_was_understood_and_what_is_to_review(qtbot: QtBot, empty_visit: MainWindow) -> None:
    page = read(qtbot, empty_visit, SAMPLE / "guests_form.csv")
    page._review.pick_row(11)
    panel = empty_visit.frame.inspector.panel
    assert isinstance(panel, RowPanel)
    words = words_in(panel)
    assert "うさぎ" in words
    assert "Date of birth" in words
    # The sheet's own cells stay in sight.
    assert "動物のアレルギー・苦手な動物" in words


def test_column_can_be_said_to_mean_something_else(qtbot: QtBot, empty_visit: MainWindow) -> None:
    page = read(qtbot, empty_visit, SAMPLE / "guests_form.csv")
    assert page._look is not None
    headings = page._look.sheet.headings
    birth = headings.index("生年月日")
    page._review._which.choose("columns")
    combo = page._review._columns.combos[birth]
    assert combo.currentText() == "Date of birth"
    row_only = combo.findText("Keep only with the row")
    combo.setCurrentIndex(row_only)
    combo.activated.emit(row_only)
    qtbot.waitUntil(lambda: ready(page) and page._look.mapping.target_of(birth) == ROW_ONLY)  # type: ignore[union-attr]
    page.take_in()
    qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
    plan = empty_visit.workspace.plan
    assert plan is not None
    assert all(member.person.birth_date is None for member in plan.members)


def test_several_files_wait_for_one_another(qtbot: QtBot, empty_visit: MainWindow) -> None:
    names = ["guests_form.csv", "host_families.xlsx", "interpreters.csv", "programme.csv"]
    page = read(qtbot, empty_visit, *(SAMPLE / name for name in names))
    for name in names:
        assert page._look is not None
        assert page._look.sheet.file_name == name
        page.take_in()
        qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
        page._next()
        if name != names[-1]:
            qtbot.waitUntil(lambda: ready(page), timeout=10_000)
    plan = empty_visit.workspace.plan
    assert plan is not None
    assert (len(plan.members), len(plan.offers), len(plan.interpreters)) == (15, 10, 4)
    assert len(plan.activities) + len(plan.journeys) == 24


def test_sheet_that_comes_again_shows_old_and_new(qtbot: QtBot, empty_visit: MainWindow, tmp_path: Path) -> None:
    page = read(qtbot, empty_visit, SAMPLE / "interpreters.csv")
    page.take_in()
    qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
    page._next()
    corrected = tmp_path / "interpreters.csv"
    text = (SAMPLE / "interpreters.csv").read_text(encoding="utf-8-sig")
    assert "207-555-0161" in text
    corrected.write_text(text.replace("207-555-0161", "207-555-0199"), encoding="utf-8")
    page = read(qtbot, empty_visit, corrected)
    by_name = {row.cells[1].text: row for row in page._review._rows.table.shown}
    ken = by_name["Ken Yoshino"]
    assert ken.cells[2].text == "Changes"
    assert "+1 207-555-0161 → +1 207-555-0199" in ken.cells[3].text
    assert by_name["Emi Johnson"].cells[2].text == "Unchanged"


def test_a_row_tells_its_own_birthday_and_a_column_nobody_knows_is_one_line(
    qtbot: QtBot, empty_visit: MainWindow, tmp_path: Path
) -> None:
    sheet = tmp_path / "guests.csv"
    sheet.write_text(
        "Name,Date of birth,Friend (same home),Zzyzx\nMei Katō,2013-03-14,Aoi Itō,one\nAoi Itō,2013-05-16,,two\n",
        encoding="utf-8",
    )
    page = read(qtbot, empty_visit, sheet)
    assert page._look is not None
    assert page._look.mapping.columns[2].target == "Wish.together"
    by_name = {row.cells[1].text: row.cells[3].text for row in page._review._rows.table.shown}
    assert "14 Mar 2013" in by_name["Mei Katō"]
    assert "16 May 2013" not in by_name["Mei Katō"]
    [line] = [row for row in page._review._notes.table.shown if "Zzyzx" in row.cells[2].text]
    assert [cell.text for cell in line.cells[1:4]] == ["2 rows", "D  Zzyzx", "one / two"]


def test_ambiguous_days_are_asked_about_once(qtbot: QtBot, empty_visit: MainWindow, tmp_path: Path) -> None:
    sheet = tmp_path / "guests.csv"
    sheet.write_text("Name,Date of birth\nMei Katō,3/4/2013\nAoi Itō,5/6/2013\n", encoding="utf-8")
    page = read(qtbot, empty_visit, sheet)
    assert list(page._review._asked) == ["day_order"]
    assert page._bar.take.text() == "Take in without those days"
    said = [text.text() for text in page._review.findChildren(Text)]
    assert any(words.endswith("Until that is said, the days of 2 rows are left out.") for words in said)
    page._review.answered.emit("day_order", "day_first")
    qtbot.waitUntil(lambda: ready(page) and not page._look.proposal.questions)  # type: ignore[union-attr]
    assert page._bar.take.text() == "Take in"
    assert list(page._review._asked) == ["day_order"]  # the answer can still be changed
    page.take_in()
    qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
    plan = empty_visit.workspace.plan
    assert plan is not None
    assert {member.person.birth_date.isoformat() for member in plan.members if member.person.birth_date} == {
        "2013-04-03", "2013-06-05",
    }  # fmt: skip


def test_a_form_let_go_over_the_window_is_read_wherever_one_is(qtbot: QtBot, empty_visit: MainWindow) -> None:
    empty_visit.frame.show_page("programme")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(SAMPLE / "interpreters.csv"))])
    where, how = QPoint(600, 400), Qt.DropAction.CopyAction
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    empty_visit.dropEvent(QDropEvent(QPointF(where), how, data, *held))
    assert empty_visit.frame.page is not None
    assert empty_visit.frame.page.KEY == "import"
    page = page_of(empty_visit)
    qtbot.waitUntil(lambda: ready(page), timeout=10_000)
    assert page._review.isVisible()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("form.csv", b""),
        ("form.csv", b"%PDF-1.7 not a sheet"),
        ("form.csv", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("form.xlsx", LOCKED),
    ],
)
def test_bad_file_is_one_clear_sentence(
    qtbot: QtBot, empty_visit: MainWindow, tmp_path: Path, name: str, content: bytes
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    before = empty_visit.workspace.plan
    empty_visit.workspace.open.dropped([bad])
    page = page_of(empty_visit)
    qtbot.waitUntil(lambda: page._trouble is not None, timeout=10_000)
    assert isinstance(page._other, Outcome)
    assert name in page._other.accessibleName()
    assert "Nothing in the visit was changed." in page._other.accessibleName()
    assert empty_visit.workspace.plan is before


def test_sheet_without_names_leads_to_the_columns(qtbot: QtBot, empty_visit: MainWindow, tmp_path: Path) -> None:
    sheet = tmp_path / "notes.csv"
    sheet.write_text("aaa,bbb\n1,2\n3,4\n", encoding="utf-8")
    empty_visit.workspace.open.dropped([sheet])
    page = page_of(empty_visit)
    qtbot.waitUntil(lambda: page._look is not None, timeout=10_000)
    assert page._review._which.choice == "columns"
    assert not page._bar.take.isEnabled()


def test_reading_can_be_cancelled(qtbot: QtBot, empty_visit: MainWindow, tmp_path: Path) -> None:
    big = tmp_path / "many.csv"
    lines = "".join(f"Person{n} Family{n},200{n % 10}-01-02\n" for n in range(2000))
    big.write_text(f"Name,Date of birth\n{lines}", encoding="utf-8")
    empty_visit.workspace.open.dropped([big])
    page = page_of(empty_visit)
    assert page._job is not None
    page._job.cancel()
    qtbot.waitUntil(lambda: page._job is None, timeout=10_000)
    assert page._look is None


def test_the_sheet_stays_when_the_language_changes(qtbot: QtBot, empty_visit: MainWindow) -> None:
    page = read(qtbot, empty_visit, SAMPLE / "guests_form.csv")
    page._review.pick_row(0)
    empty_visit.change_language("ja")
    again = page_of(empty_visit)
    assert again is not page
    assert again._review._rows.table.shown[0].cells[1].text == "髙橋 さくら"
    assert empty_visit.frame.inspector.panel is not None


def test_form_without_a_visit_says_so(qtbot: QtBot, empty_window: MainWindow) -> None:
    with qtbot.waitSignal(empty_window.workspace.noticed) as said:
        empty_window.workspace.open.dropped([SAMPLE / "guests_form.csv"])
    assert said.args is not None
    assert "Open or start a visit first" in said.args[0].text


def test_large_sheet_leaves_the_window_alive(qtbot: QtBot, empty_visit: MainWindow, tmp_path: Path) -> None:
    """While hundreds of rows are taken in, the window's own thread goes on: a timer keeps ticking."""
    rows = [f"Guest{n},Family{n},2012-01-{n % 28 + 1:02},guest{n}@example.org" for n in range(600)]
    sheet = tmp_path / "many.csv"
    sheet.write_text("Given name,Family name,Date of birth,E-mail\n" + "\n".join(rows), encoding="utf-8")
    page = read(qtbot, empty_visit, sheet)
    ticks: list[float] = []
    timer = QTimer(page)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start(10)
    page.take_in()
    qtbot.waitUntil(lambda: bool(empty_visit.workspace.plan and empty_visit.workspace.plan.members), timeout=30_000)
    timer.stop()
    assert len(empty_visit.workspace.plan.members) == 600  # type: ignore[union-attr]
    # Taking it in lasts over half a second; were it done on this thread, there would be a tick or two.
    assert len(ticks) > 10


def test_another_file_knows_nothing_of_the_sheets_of_the_one_before(
    qtbot: QtBot, empty_visit: MainWindow, visit_path: Path
) -> None:
    page = read(qtbot, empty_visit, SAMPLE / "guests_form.csv")
    page.take_in()
    qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
    assert isinstance(page._other, Outcome)
    empty_visit.workspace.open.path(visit_path)
    assert page._taken is None
    assert page._step is None
    assert not isinstance(page._other, Outcome)


def test_undo_takes_back_the_import_whatever_was_done_meanwhile(qtbot: QtBot, empty_visit: MainWindow) -> None:
    workspace = empty_visit.workspace
    page = read(qtbot, empty_visit, SAMPLE / "guests_form.csv")
    page.take_in()
    qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
    assert workspace.plan is not None
    workspace.run(records.edit, "Visit", workspace.plan.visit.id, {"title_en": "Since then"})
    assert isinstance(page._other, Outcome)
    next(button for button in page._other.buttons if button.text() == "Undo").click()
    assert not workspace.plan.members
    assert workspace.plan.visit.title_en == "Since then"


def test_a_sheet_whose_headings_tell_no_kind_is_asked_about(
    qtbot: QtBot, empty_visit: MainWindow, tmp_path: Path
) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text("Name,Foo\nMei Kato,tall\nAoi Ito,quick\n", encoding="utf-8")
    page = read(qtbot, empty_visit, sheet)
    review = page._review
    [question] = review._asked.values()
    assert question.key == "sheet_kind"
    buttons = [button.text() for button in review.findChildren(Button) if not button.isHidden()]
    assert {"Guests (a guess)", "Host families", "Interpreters", "Programme"} <= set(buttons)
    assert not page._bar.take.isEnabled()
    assert page._bar.take.toolTip() == "Say first what is in the rows of this sheet."
    page.take_in()  # not by keyboard either
    assert empty_visit.workspace.plan is not None
    assert not empty_visit.workspace.plan.interpreters

    next(button for button in review.findChildren(Button) if button.text() == "Interpreters").click()
    qtbot.waitUntil(lambda: ready(page) and page._look.mapping.kind_told)  # type: ignore[union-attr]
    assert review._asked == {}
    assert page._bar.kind.currentText() == "Interpreters"
    page.take_in()
    qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
    assert len(empty_visit.workspace.plan.interpreters) == 2
    # The next sheet of this shape is known.
    page = read(qtbot, empty_visit, sheet)
    assert page._review._asked == {}


def test_the_guess_can_be_confirmed_as_it_stands(qtbot: QtBot, empty_visit: MainWindow, tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text("Foo,Bar\na,b\nc,d\n", encoding="utf-8")
    empty_visit.workspace.open.dropped([sheet])
    page = page_of(empty_visit)
    qtbot.waitUntil(lambda: page._look is not None, timeout=10_000)
    assert list(page._review._asked) == ["sheet_kind"]  # also while no column says whom the rows are about
    page._review.answered.emit("sheet_kind", "guests")
    qtbot.waitUntil(lambda: page._job is None and page._look is not None and page._look.mapping.kind_told)
    assert "Choose the column with the name" in page._bar.take.toolTip()


def test_a_sheet_that_says_nothing_new_has_nothing_to_take_in(qtbot: QtBot, empty_visit: MainWindow) -> None:
    page = read(qtbot, empty_visit, SAMPLE / "interpreters.csv")
    assert (page._bar.take.text(), page._bar.skip.text()) == ("Take in", "Do not take in")
    page.take_in()
    qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
    page = read(qtbot, empty_visit, SAMPLE / "interpreters.csv")
    take, skip = page._bar.take, page._bar.skip
    assert (take.text(), take.isEnabled(), skip.text()) == ("Nothing to take in", False, "Close")
    reason = "There is nothing to take in: all 4 rows are the same as when they were last read."
    assert take.toolTip() == reason
    assert reason in [banner.accessibleName() for banner in page._review.findChildren(Banner)]
    page._bar.skip.click()
    assert page._look is None
    assert isinstance(page._other, EmptyState)


def test_a_value_that_moves_to_another_field_is_shown(qtbot: QtBot, empty_visit: MainWindow, tmp_path: Path) -> None:
    sheet = tmp_path / "guests.csv"
    sheet.write_text("Full name,Date of birth,Notes\nMei Kato,2012-05-06,chess\n", encoding="utf-8")
    page = read(qtbot, empty_visit, sheet)
    page.take_in()
    qtbot.waitUntil(lambda: page._job is None, timeout=20_000)
    page = read(qtbot, empty_visit, sheet)
    page._review.columnChanged.emit(2, "Person.interests")
    qtbot.waitUntil(lambda: ready(page) and page._look.mapping.target_of(2) == "Person.interests")  # type: ignore[union-attr]
    [row] = page._review._rows.table.shown
    assert row.cells[2].text == "Changes"
    assert "Interests (English): – → chess" in row.cells[3].text
    assert "Notes: chess → –" in row.cells[3].text
