"""From an edit to its being on disk and on every page that can be seen, at two sizes."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from planner.commands import records
from planner.commands.practice import make_practice
from planner.ui.shell.places import further_places, places
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.start import make_application, make_window
from tests.benchmarks.report import Line
from tests.benchmarks.visits import large

EDITS = 7


def measure(folder: Path) -> list[Line]:
    """Measure edits with each page shown."""
    qInstallMessageHandler(_pass_on)
    sample = make_practice(folder / "edits.shimai")
    return [
        *_measure(sample, folder, "sample", bar=0.060),
        *_measure(large(folder), folder, "500 people, 400 activities", bar=0.200),
    ]


def _measure(visit: Path, folder: Path, size: str, bar: float) -> list[Line]:
    settings = Settings(folder / "window.ini")
    app, appearance = make_application(settings)
    window = make_window(settings, appearance)
    window.resize(1440, 900)
    if not window.workspace.open.path(visit):
        raise SystemExit(window.workspace.open.words())
    window.start()
    window.show()
    _settle(app)
    lines = []
    for place in (*places(), *further_places()):
        window.frame.show_page(place.key)
        _rest(app, window)
        times = [_edit(app, window, number) for number in range(EDITS)]
        lines.append(Line(f"edit saved, page {place.key} fresh ({size})", times, bar=bar))
    window.close()
    _settle(app)
    return lines


def _edit(app: QApplication, window: MainWindow, number: int) -> float:
    """Edit another member each time, so that no two edits become one step."""
    plan = window.workspace.plan
    assert plan is not None
    member = plan.members[number % len(plan.members)]
    begun = time.perf_counter()
    done = window.workspace.run(records.edit, "Person", member.person_id, {"called_name_en": f"Name {number}{begun}"})
    app.processEvents()
    taken = time.perf_counter() - begun
    assert done
    _rest(app, window)
    return taken


def _pass_on(kind: QtMsgType, _context: object, words: str) -> None:
    """What Qt says, but for what the offscreen platform cannot do."""
    if kind is not QtMsgType.QtDebugMsg and not words.startswith("This plugin does not support"):
        sys.stderr.write(f"{words}\n")


def _settle(app: QApplication) -> None:
    for _ in range(3):
        app.processEvents()


def _rest(app: QApplication, window: MainWindow) -> None:
    """Let work in the background end: it is no part of an edit."""
    _settle(app)
    until = time.perf_counter() + 20
    while window.workspace.jobs.running and time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.005)
    _settle(app)
