"""Opens the window: the application, its look, language and log, then the file asked for."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QProcess, QTimer, Signal
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from planner import __version__
from planner.language import set_screen_language, tr
from planner.ui.collecting import Collector
from planner.ui.copying import BareCopies
from planner.ui.crash import catch_errors, start_log
from planner.ui.jobs import Jobs
from planner.ui.shell.settings import Settings
from planner.ui.shell.translation import translate_qt
from planner.ui.shell.window import MainWindow
from planner.ui.shell.workspace import Workspace
from planner.ui.theme import Appearance


def _read(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="shimai", add_help=False)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--page", default="")
    parser.add_argument("--read-only", action="store_true")
    # For `make bench`: print the moment of the first painted window, in seconds since the epoch, and quit.
    parser.add_argument("--measure-start", action="store_true")
    read, _unknown = parser.parse_known_args(list(words))
    return read


class _FirstPaint(QObject):
    """Tells once, when the window has been painted for the first time."""

    painted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.frame.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return False


def _tell_time(window: MainWindow) -> None:
    sys.stdout.write(f"{time.time():.3f}\n")
    sys.stdout.flush()
    window.close()


def make_application(settings: Settings) -> tuple[QApplication, Appearance]:
    """Make the Qt application in the language, look and size the settings ask for."""
    if settings.zoom != 100:
        # Read by Qt when the application is made; on top of the system's own scaling.
        os.environ["QT_SCALE_FACTOR"] = str(settings.zoom / 100)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["shimai"])
    app.setApplicationName("Shimai")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("shimai")
    set_screen_language(settings.language)
    translate_qt(settings.language)
    return app, Appearance(app, settings.appearance)


def make_window(settings: Settings, appearance: Appearance) -> MainWindow:
    """Make the window with nothing open in it."""
    return MainWindow(Workspace(settings, Jobs()), appearance)


def run_window(words: Sequence[str]) -> int:
    """Open the window with these words after the program's name, and stay until it is closed."""
    asked = _read(words)
    log_file = start_log()
    settings = Settings()
    app, appearance = make_application(settings)
    window = make_window(settings, appearance)
    workspace = window.workspace

    def calm() -> None:
        words = tr("Something went wrong inside the program. Your data is safe. Log: {file}", file=log_file)
        workspace.say(words, tone="wrong")

    catch_errors(lambda: QTimer.singleShot(0, workspace, calm))
    # Nothing that can come a moment later keeps the window waiting.
    workspace.hold_rules()
    first = _FirstPaint(window)
    if asked.measure_start:
        first.painted.connect(lambda: _tell_time(window))
    else:
        first.painted.connect(workspace.look)
    if asked.file is not None:
        window.workspace.open.path(asked.file, read_only=asked.read_only)
    window.start(asked.page)
    window.show()
    Collector(app)
    BareCopies(app)
    code = app.exec()
    settings.save()
    if window.opens_again is not None:
        QProcess.startDetached(*again(window.opens_again))
    return code


def again(words: Sequence[str]) -> tuple[str, list[str]]:
    """How this program was started, with other words after its name: the program and its arguments."""
    given = len(sys.argv) - 1
    first, *rest = sys.orig_argv[: len(sys.orig_argv) - given] if given else sys.orig_argv
    return first, [*rest, *words]
