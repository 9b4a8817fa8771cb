"""Opening files, and all that can go wrong: each trouble in one sentence, with a way out."""

import datetime as dt
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from planner.commands import records
from planner.model.done import Done
from planner.model.kinds import PaperSize, Preset
from planner.model.progress import Progress
from planner.storage import PlannerFile
from planner.storage.backups import folder_of
from planner.ui.pages.history.page import HistoryPage
from planner.ui.pages.welcome.cities import city_label, find_cities
from planner.ui.pages.welcome.citypicker import CityField
from planner.ui.pages.welcome.new import NewVisitPage
from planner.ui.shell.folders import documents_folder, is_the_programs
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.theme import Appearance
from planner.ui.widgets.notice import Banner
from tests.rights import as_nobody, permissions_hold
from tests.storage.contents import contents
from tests.ui.conftest import make_main_window


def banner_of(window: MainWindow) -> Banner | None:
    shown = [banner for banner in window.findChildren(Banner) if banner.isVisible()]
    return shown[0] if shown else None


def press(qtbot: QtBot, window: MainWindow, words: str) -> None:
    banner = banner_of(window)
    assert banner is not None
    button = next(b for b in banner.findChildren(QPushButton) if b.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def spoil(path: Path) -> None:
    """Overwrite pages in the middle of a file, as a failing disk does."""
    with path.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xff" * 4096 * 6)


def test_something_else_is_no_planner_file(qtbot: QtBot, empty_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "photo.shimai"
    path.write_bytes(b"\x89PNG and so on")
    assert not empty_window.workspace.open.path(path)
    banner = banner_of(empty_window)
    assert banner is not None
    assert "photo.shimai" in banner.accessibleName()
    assert "Traceback" not in banner.accessibleName()
    press(qtbot, empty_window, "Close")
    assert banner_of(empty_window) is None


def test_a_damaged_file_offers_its_newest_good_backup(
    qtbot: QtBot, empty_window: MainWindow, visit_path: Path
) -> None:
    with PlannerFile.open(visit_path) as file:  # the first opening of the day makes the backup
        title = file.plan.visit.title_en
    assert folder_of(visit_path).is_dir()
    spoil(visit_path)
    assert not empty_window.workspace.open.path(visit_path)
    press(qtbot, empty_window, "Go back to the backup")
    assert empty_window.workspace.plan is not None
    assert empty_window.workspace.plan.visit.title_en == title
    assert banner_of(empty_window) is None
    assert len(list(visit_path.parent.glob("portland damaged *.shimai"))) == 1


def test_a_damaged_file_without_a_backup_says_so(
    empty_window: MainWindow, visit_path: Path
) -> None:
    shutil.rmtree(folder_of(visit_path), ignore_errors=True)
    spoil(visit_path)
    assert not empty_window.workspace.open.path(visit_path)
    banner = banner_of(empty_window)
    assert banner is not None
    assert "Go back to the backup" not in {b.text() for b in banner.findChildren(QPushButton)}


def test_a_file_from_a_newer_version_can_be_looked_at_only(
    empty_window: MainWindow, visit_path: Path
) -> None:
    with sqlite3.connect(visit_path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    assert empty_window.workspace.open.path(visit_path)
    assert empty_window.workspace.is_read_only
    banner = banner_of(empty_window)
    assert banner is not None
    assert not empty_window.actions_["undo"].isEnabled()
    assert not empty_window.actions_["import"].isEnabled()
    said: list[str] = []
    empty_window.workspace.noticed.connect(lambda notice: said.append(notice.text))
    plan = empty_window.workspace.plan
    assert plan is not None
    assert not empty_window.workspace.run(records.edit, "Visit", plan.visit.id, {"title_en": "x"})
    assert len(said) == 1


def test_a_file_open_in_another_program_can_be_looked_at_or_tried_again(
    qtbot: QtBot, empty_window: MainWindow, visit_path: Path
) -> None:
    hold = "import sys; from planner.storage import PlannerFile; from pathlib import Path\n"
    hold += "with PlannerFile.open(Path(sys.argv[1])): print('open', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", hold, str(visit_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        assert not empty_window.workspace.open.path(visit_path)
        banner = banner_of(empty_window)
        assert banner is not None
        assert socket.gethostname() in banner.accessibleName()
        press(qtbot, empty_window, "Open read-only")
        assert empty_window.workspace.plan is not None
        assert empty_window.workspace.is_read_only
        other.communicate()
    assert empty_window.workspace.open.path(visit_path)
    assert not empty_window.workspace.is_read_only
    assert banner_of(empty_window) is None


@permissions_hold
def test_in_a_folder_where_nothing_can_be_written_a_visit_can_be_looked_at(
    empty_window: MainWindow, visit_path: Path
) -> None:
    # Everything is loaded once before the rights are given up: the interpreter itself may lie in root's home.
    assert empty_window.workspace.open.path(visit_path)
    empty_window.workspace.look()
    empty_window.workspace.open.close()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = Path(shutil.copy(visit_path, folder))
        folder.chmod(0o555)
        with as_nobody():
            assert empty_window.workspace.open.path(path)
        folder.chmod(0o755)
        assert empty_window.workspace.is_read_only
        banner = banner_of(empty_window)
        assert banner is not None
        assert str(folder) in banner.accessibleName()
        assert not empty_window.actions_["import"].isEnabled()
        empty_window.workspace.open.close()


def test_what_was_done_is_taken_back_after_a_restart(
    qtbot: QtBot, settings: Settings, appearance: Appearance, visit_path: Path
) -> None:
    began = contents(visit_path)
    for start in range(2):
        window = make_main_window(qtbot, settings, appearance)
        assert window.workspace.open.path(visit_path)
        window.start()
        window.show()
        plan = window.workspace.plan
        assert plan is not None
        if start == 0:
            assert window.workspace.run(records.edit, "Visit", plan.visit.id, {"title_en": "Another name"})
            assert contents(visit_path) != began
        else:
            assert plan.visit.title_en == "Another name"
            window.actions_["undo"].trigger()
            assert contents(visit_path) == began
        window.close()


def test_a_trouble_leaves_the_open_visit_open_and_outlives_a_change_of_language(
    window: MainWindow, tmp_path: Path
) -> None:
    assert not window.workspace.open.path(tmp_path / "gone.shimai")
    assert window.workspace.plan is not None
    before = banner_of(window)
    assert before is not None
    words = before.accessibleName()
    window.change_language("ja")
    QApplication.processEvents()
    after = banner_of(window)
    assert after is not None
    assert after.accessibleName() != words


def test_what_was_asked_of_a_visit_is_told_to_nobody_once_it_is_closed(qtbot: QtBot, window: MainWindow) -> None:
    workspace, told = window.workspace, list[object]()
    assert workspace.plan is not None
    visit_id = workspace.plan.visit.id

    def rename(session: Session, title: str, progress: Progress) -> Done:
        return records.edit(session, "Visit", visit_id, {"title_en": title})

    for title in ("Portland again", "Shinagawa again"):
        job = workspace.run_apart(
            "Rename", rename, title, done=told.append, refused=told.append, cancelled=lambda: told.append(None)
        )
        assert job is not None
        if title == "Shinagawa again":
            workspace.take(None)
        qtbot.waitUntil(lambda job=job: job.is_over)
        assert len(told) == 1


def test_a_copy_is_saved_and_gone_on_with(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kept here"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.actions_["save-copy"].trigger()
    assert window.workspace.file is not None
    assert window.workspace.file.path == tmp_path / "kept here.shimai"
    assert (tmp_path / "portland.shimai").exists()


def test_the_practice_visit_is_made_once_and_opened(qtbot: QtBot, empty_window: MainWindow, tmp_path: Path) -> None:
    empty_window.workspace.settings.practice_path = tmp_path / "practice" / "practice.shimai"
    empty_window.actions_["practice"].trigger()
    qtbot.waitUntil(lambda: empty_window.workspace.plan is not None, timeout=15_000)
    plan = empty_window.workspace.plan
    assert plan is not None
    assert (len(plan.members), len(plan.offers)) == (15, 10)
    file = empty_window.workspace.file
    empty_window.actions_["close"].trigger()
    empty_window.actions_["practice"].trigger()
    assert empty_window.workspace.file is not None
    assert empty_window.workspace.file is not file


def test_a_new_visit_is_begun_with_two_cities_and_their_zones(
    empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = empty_window.frame.show_page("new")
    assert isinstance(page, NewVisitPage)
    assert page.form.host.hasFocus()
    page._create()
    assert page.form.home.has_error
    assert page.form.first.has_error
    page.form.home.show_value(find_cities("品川")[0])
    host = find_cities("portland, me")[0]
    page.form.host.show_value(host)
    page.form.host.committed.emit(host)
    assert page.form.paper.value() is PaperSize.LETTER
    page.form.first.pick(dt.date(2027, 7, 22))
    assert page.form.last.value() == dt.date(2027, 8, 1)
    page.form.last.pick(dt.date(2027, 7, 1))
    page._create()
    assert page.form.last.has_error
    page.form.last.pick(dt.date(2027, 7, 31))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "maine.shimai"), ""))
    page._create()
    plan = empty_window.workspace.plan
    assert plan is not None
    assert (plan.visit.host_city.zone, plan.visit.home_city.zone) == ("America/New_York", "Asia/Tokyo")
    assert (plan.visit.title_en, plan.visit.title_ja) == ("Shinagawa in Portland 2027", "品川区 ポートランド訪問 2027")
    assert (plan.visit.first_day, plan.visit.last_day) == (dt.date(2027, 7, 22), dt.date(2027, 7, 31))
    assert plan.visit.preset is Preset.VOLUNTEER
    assert empty_window.frame.page is not None
    assert empty_window.frame.page.KEY == "overview"


def test_a_day_that_can_be_two_is_not_taken_and_an_empty_visit_says_what_comes_next(
    empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = empty_window.frame.show_page("new")
    assert isinstance(page, NewVisitPage)
    page.form.host.show_value(find_cities("portland, me")[0])
    page.form.home.show_value(find_cities("shinagawa")[0])
    page.form.last.pick(dt.date(2027, 4, 10))
    page.form.first.line.setText("3/4/2027")
    page.form.first.line.finished.emit("3/4/2027")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "spring"), ""))
    page.button.click()
    assert empty_window.workspace.plan is None
    assert "can be" in page.form.first.editor.accessibleDescription()
    page.form.first.line.setText("2027-04-03")
    page.form.first.line.finished.emit("2027-04-03")
    page.button.click()
    overview = empty_window.frame.page
    assert overview is not None
    assert overview.KEY == "overview"
    begin = next(banner for banner in overview.findChildren(Banner) if banner.isVisibleTo(overview))
    begin.findChildren(QPushButton)[0].click()
    assert empty_window.frame.page is not None
    assert empty_window.frame.page.KEY == "import"


def test_the_form_of_a_new_visit_keeps_what_was_entered_when_the_language_changes(empty_window: MainWindow) -> None:
    page = empty_window.frame.show_page("new")
    assert isinstance(page, NewVisitPage)
    page.form.host.show_value(find_cities("portland, me")[0])
    page.form.title_en.show_value("Summer")
    page.form.first.pick(dt.date(2027, 7, 22))
    empty_window.change_language("ja")
    after = empty_window.frame.page
    assert isinstance(after, NewVisitPage)
    assert after is not page
    assert after.form.title_en.value() == "Summer"
    assert after.form.first.value() == dt.date(2027, 7, 22)
    assert after.form.host.value() is not None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("portland, me", "Portland, Maine"),
        ("portland maine", "Portland, Maine"),
        ("Portland or", "Portland, Oregon"),
        ("portland", "Portland, Maine"),
        ("品川", "Shinagawa, Tokyo"),
        ("shina", "Shinagawa, Tokyo"),
        ("hot springs a", "Hot Springs, Arkansas"),
    ],
)
def test_cities_are_found_as_one_types(typed: str, first: str) -> None:
    assert city_label(find_cities(typed)[0], "en") == first


def test_cities_of_one_name_come_the_well_known_first() -> None:
    regions = [city.region_en for city in find_cities("Portland") if city.name_en == "Portland"]
    assert regions == ["Maine", "Oregon", "Texas", "Connecticut", "Indiana", "Tennessee"]


def test_the_only_city_of_the_list_is_chosen_by_down_and_enter(qtbot: QtBot) -> None:
    field = CityField("City")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.line, "Portland, Tenn")
    assert field._words.stringList() == ["Portland, Tennessee"]
    qtbot.keyClick(field._popup, Qt.Key.Key_Down)
    qtbot.keyClick(field._popup, Qt.Key.Key_Return)
    city = field.value()
    assert city is not None
    assert city.zone == "America/Chicago"


def test_dialogs_begin_where_the_user_keeps_things_never_where_the_program_does(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    own = tmp_path / "data" / "practice.shimai"
    own.parent.mkdir()
    settings.practice_path = own
    kept = tmp_path / "visits"
    kept.mkdir()
    settings.last_folder = kept
    assert settings.last_folder == kept
    for folder in (own.parent, Path(__file__).parent, tmp_path / "gone"):
        settings.last_folder = folder
        assert settings.last_folder == documents_folder()
    assert documents_folder().is_dir()
    assert not is_the_programs(documents_folder(), own.parent)


def test_the_history_undoes_back_to_a_step_and_one_step_alone(qtbot: QtBot, window: MainWindow) -> None:
    workspace = window.workspace
    plan = workspace.plan
    assert plan is not None
    for number in range(3):
        person = plan.members[number].person
        assert workspace.run(records.edit, "Person", person.id, {"called_name_en": f"Name {number}"})
    page = window.frame.show_page("history")
    assert isinstance(page, HistoryPage)
    middle = workspace.steps()[1]
    page._table.setCurrentIndex(page._table.table.index(2, 0))  # under the head of the day
    assert page._chosen() == middle
    page._only.click()
    assert workspace.plan is not None
    assert [m.person.called_name_en for m in workspace.plan.members[:3]] == ["Name 0", "", "Name 2"]
    workspace.undo()
    page._table.setCurrentIndex(page._table.table.index(4, 0))  # the first step, under the one undone
    assert page._back_to.text() == "Undo back to here (2 steps)"
    page._back_to.click()
    assert [m.person.called_name_en for m in workspace.plan.members[:3]] == ["Name 0", "", ""]
    redo_all = next(button for button in window.findChildren(QPushButton) if button.text() == "Redo all"
                    and button is not page._redo_all)  # fmt: skip
    redo_all.click()
    assert [m.person.called_name_en for m in workspace.plan.members[:3]] == ["Name 0", "Name 1", "Name 2"]
    assert page._redo.isEnabled()  # the step that was undone before stays so
    page._redo_all.click()
    assert [m.person.called_name_en for m in workspace.plan.members[:3]] == ["Name 0", "", "Name 2"]


def test_a_backup_can_be_made_and_gone_back_to(window: MainWindow) -> None:
    workspace = window.workspace
    page = window.frame.show_page("history")
    assert isinstance(page, HistoryPage)
    assert workspace.file is not None
    [backup] = workspace.file.backups()
    plan = workspace.plan
    assert plan is not None
    title = plan.visit.title_en
    assert workspace.run(records.edit, "Visit", plan.visit.id, {"title_en": "Changed"})
    page._restore(backup)
    assert workspace.plan is not None
    assert workspace.plan.visit.title_en == title
    assert window.frame.status.findChildren(QPushButton)
