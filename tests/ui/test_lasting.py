"""A session may last as long as it likes."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.ui.lasting import ENDLESS, keep_constants

_PAINT = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import planner.ui
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
class Teller(QObject):
    told = Signal(bool)
app = QApplication([])
widget, teller = QWidget(), Teller()
for _ in range(100_000):
    widget.update()
    teller.told.emit(True)
print("still here")
"""


def test_a_hundred_thousand_calls_of_qt_do_not_end_the_program() -> None:
    done = subprocess.run([sys.executable, "-c", _PAINT], capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.returncode) == ("still here", 0), done.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is not counted from Python 3.12 on")
def test_the_constants_have_counts_that_no_session_uses_up(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for _ in range(1000):
        widget.update()
    for constant in (None, True, False):
        assert sys.getrefcount(constant) > ENDLESS - 1_000_000
    assert not keep_constants()
