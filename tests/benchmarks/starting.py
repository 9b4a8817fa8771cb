"""From the start of the process to the first painted window, beside a window of bare PySide6."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from planner.commands.practice import make_practice
from tests.benchmarks.report import Line

ROOT = Path(__file__).resolve().parents[2]
TIMES = 7

_BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell)
    def tell(self):
        print(f"{time.time():.3f}", flush=True)
        QApplication.exit(0)
app = QApplication(sys.argv)
window = Window()
window.show()
app.exec()
"""


def measure(folder: Path) -> list[Line]:
    """Measure both, one after the other in turns, so that a busy moment hits both."""
    visit = make_practice(folder / "start.shimai")
    # Once for whatever is written at the first start: compiled modules, translations, today's backup.
    _start(["main.py", str(visit), "--measure-start"])
    ours, bare = [], []
    for _ in range(TIMES):
        bare.append(_start(["-c", _BARE]))
        ours.append(_start(["main.py", str(visit), "--measure-start"]))
    beside = ("a bare PySide6 window", statistics.median(bare))
    return [
        Line("process start to first painted window, bare PySide6", bare),
        Line("process start to first painted window, sample visit", ours, bar=1.0, beside=beside),
    ]


def _start(words: list[str]) -> float:
    # Compiled modules are kept, as they are for whoever starts the program for the second time.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *words]
    begun = time.time()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    if done.returncode:
        raise SystemExit(f"could not be started: {done.stderr}")
    return float(done.stdout.split()[0]) - begun
