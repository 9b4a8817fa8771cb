"""The whole program: started as a process, its log, its zoom, its way to other words."""

import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import planner.app
from planner.rules.check import check
from planner.storage import PlannerFile
from planner.ui import crash
from planner.ui.collecting import Collector
from planner.ui.shell.settings import Settings
from planner.ui.shell.translation import translate_qt
from planner.ui.shell.window import MainWindow, room_on
from planner.ui.start import again, make_window
from planner.ui.theme import Appearance
from planner.ui.theme.measures import SMALLEST_WINDOW

ROOT = Path(planner.app.__file__).parents[1]


def run(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    return start([sys.executable, str(ROOT / "main.py"), *words], home=home)


def start(command: list[str], *, home: Path) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=str(home), XDG_CONFIG_HOME=str(home))
    environment |= {"XDG_STATE_HOME": str(home), "XDG_DATA_HOME": str(home), "LOCALAPPDATA": str(home)}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


def test_the_program_opens_a_file_paints_it_and_ends(visit_path: Path, tmp_path: Path) -> None:
    started = time.time()
    done = run(str(visit_path), "--measure-start", home=tmp_path)
    assert done.returncode == 0, done.stderr
    painted = float(done.stdout.splitlines()[-1])
    assert started < painted < time.time()
    assert "Traceback" not in done.stderr
    assert "QThread" not in done.stderr


#: What a window that has just been painted has not loaded: what only jobs need, and what can come a moment later.
LATER = (
    *("typer", "alembic", "reportlab", "icalendar", "pypdfium2", "python_calamine", "phonenumbers", "airportsdata"),
    *("babel", "holidays", "planner.rules.check", "planner.rules.catalogue", "planner.agenda.consequences"),
    *("planner.ui.pages.people.page", "planner.ui.pages.programme.page", "planner.ui.pages.calls.page"),
)

#: Starts the program on a file, and says when it is painted what is loaded, then what the rules found, then ends.
WATCHED = """
import sys
import planner.app
import planner.ui.start as start
order = list(sys.modules)
made = start.make_window
def make(*words):
    window = made(*words)
    look = window.workspace.look
    def watched():
        del window.workspace.look
        loaded = set(sys.modules)
        print(window.isVisible(), window.workspace.looked, [name for name in LATER if name in loaded])
        look()
        print(window.workspace.looked, len(window.workspace.findings), window.frame.drawer.is_open)
        window.close()
    window.workspace.look = watched
    return window
start.make_window = make
print(order.index("planner.storage") < order.index("PySide6.QtCore"))
sys.exit(planner.app.main([FILE]))
"""


def test_the_window_is_painted_before_anything_that_can_wait(visit_path: Path, tmp_path: Path) -> None:
    program = f"LATER = {LATER!r}; FILE = {str(visit_path)!r}\n{WATCHED}"
    done = start([sys.executable, "-c", program], home=tmp_path)
    assert done.returncode == 0, done.stderr
    before_qt, painted, looked = done.stdout.splitlines()
    assert before_qt == "True", "PySide6 reads the source of all that is loaded after it"
    assert painted == "True False []"
    with PlannerFile.open(visit_path) as file:
        assert looked == f"True {len(check(file.plan))} False"


def test_the_first_word_tells_a_job_from_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert planner.app._is_job(["print", "x.shimai"])
    assert planner.app._is_job(["--help"])
    assert not planner.app._is_job(["portland.shimai"])
    assert not planner.app._is_job([])


def test_an_error_nobody_caught_is_logged_and_told_calmly(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    logger = logging.getLogger("planner")
    before = list(logger.handlers)
    path = crash.start_log(tmp_path / "logs")
    told: list[str] = []
    crash.catch_errors(lambda: told.append("calm"))
    try:
        error = ZeroDivisionError("by hand")
        sys.excepthook(type(error), error, None)
        worker = threading.Thread(target=lambda: 1 / 0)
        worker.start()
        worker.join()
    finally:
        for handler in set(logger.handlers) - set(before):
            handler.close()
            logger.removeHandler(handler)
    assert told == ["calm", "calm"]
    assert path.read_text(encoding="utf-8").count("ZeroDivisionError") == 2


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    logger = logging.getLogger("planner")
    before = list(logger.handlers)
    crash.start_log(blocked / "logs")
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)


def test_another_size_closes_the_window_and_says_how_to_open_it_again(
    window: MainWindow, visit_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.frame.show_page("homestays")
    window.actions_["zoom-in"].trigger()
    assert not window.isVisible()
    assert window.workspace.settings.zoom == 110
    assert window.opens_again == [str(visit_path), "--page", "homestays"]
    monkeypatch.setattr(sys, "orig_argv", ["python", "main.py", "old.shimai"])
    monkeypatch.setattr(sys, "argv", ["main.py", "old.shimai"])
    assert again(window.opens_again) == ("python", ["main.py", *window.opens_again])


def test_qts_own_words_follow_the_language(qapp: QApplication) -> None:
    assert translate_qt("ja")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"
    assert translate_qt("en")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_garbage_is_collected_by_the_windows_thread(
    qtbot: QtBot, qapp: QApplication
) -> None:
    import gc

    try:
        collector = Collector(qapp)
        assert not gc.isenabled()
        qtbot.wait(20)
        rings = [[] for _ in range(2000)]  # type: ignore[var-annotated]
        for ring in rings:
            ring.append(ring)
        del rings, ring
        collector._look()
        assert gc.get_count()[0] < 700
    finally:
        collector.deleteLater()
        gc.unfreeze()


def test_the_first_window_fits_the_screen_with_its_frame(
    qtbot: QtBot, settings: Settings, appearance: Appearance
) -> None:
    window = make_window(settings, appearance)
    qtbot.addWidget(window)
    window.start()
    window.show()
    qtbot.waitExposed(window)
    room = window.screen().availableSize()
    assert room.width() < SMALLEST_WINDOW[0]  # the platform of the tests has a small screen
    frame = window.frameSize()
    assert (frame.width() <= room.width(), frame.height() <= room.height()) == (True, True)
    assert room_on(window.screen()).height() < room.height()
