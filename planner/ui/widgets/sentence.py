"""A sentence with the sign of its tone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.ui.widgets.boxes import row
from planner.ui.widgets.notice import TONE_ICONS
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Text


def sentence_line(words: str, tone: str = "grey") -> QWidget:
    """Make a sentence over as many lines as it needs, with the sign of its tone before the first."""
    holder = QWidget()
    box = row(gap=6)
    box.addWidget(Sign(TONE_ICONS[tone], f"{tone}.mark", 14), 0, Qt.AlignmentFlag.AlignTop)
    box.addWidget(Text(words, "small", "text2" if tone == "grey" else tone, wrap=True), 1)
    holder.setLayout(box)
    return holder
