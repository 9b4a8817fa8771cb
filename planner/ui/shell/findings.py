"""The findings drawer at the lower edge: one line with counts, and when opened the list, grouped by level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import N_plural, say, tr, trn
from planner.rules.finding import Finding, Severity
from planner.ui.theme import icon
from planner.ui.theme.measures import DRAWER
from planner.ui.widgets.boxes import rule
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.chips import ChipButton
from planner.ui.widgets.findings import LEVELS, FindingList
from planner.ui.widgets.keycap import Keycap
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Elided, Text

#: How high the drawer is when open, of which the line is a part.
OPEN_HEIGHT: Final = 264


class FindingsDrawer(QWidget):
    """Tells at one glance whether anything is wrong, and opens to the whole list."""

    #: The `Subject` of a finding was clicked.
    picked = Signal(object)
    #: Opened or closed.
    toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Findings"))
        self._findings: tuple[Finding, ...] = ()
        self._open = False

        self._line = QWidget()
        self._line.setFixedHeight(DRAWER - 1)
        self._line.setCursor(Qt.CursorShape.PointingHandCursor)
        self._line.installEventFilter(self)
        self._toggle = IconButton("up", tr("Show the findings"), self.toggle, shortcut="Ctrl+J", size=14)
        self._toggle.setFixedSize(24, 24)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._first_icon = Sign()
        self._first = Elided()
        self._show = Text(tr("Show"), "small", "text2")
        box = QHBoxLayout(self._line)
        box.setContentsMargins(10, 0, 16, 0)
        box.setSpacing(8)
        box.addWidget(self._toggle)
        box.addWidget(Text(tr("Findings"), "heading"))
        box.addSpacing(4)
        box.addLayout(self._chips)
        box.addSpacing(4)
        self._rule = rule(vertical=True)
        self._rule.setFixedHeight(16)
        box.addWidget(self._rule)
        box.addSpacing(4)
        box.addWidget(self._first_icon)
        box.addWidget(self._first, 1)
        box.addWidget(self._show)
        box.addWidget(Keycap("Ctrl+J"))

        self._list = FindingList(tr("Findings"))
        self._list.picked.connect(self.picked)
        self._list.setFixedHeight(OPEN_HEIGHT - DRAWER)
        self._list.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(rule())
        whole.addWidget(self._line)
        whole.addWidget(self._list)

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._open

    def toggle(self) -> None:
        """Open the list, or close it."""
        self.open(not self._open)

    def open(self, opened: bool = True, level: Severity | None = None) -> None:
        """Show or hide the list; `level` brings that part of it into sight."""
        self._open = opened
        self._list.setVisible(opened)
        if opened:
            self._list.show_findings(self._findings)
            self._list.go_to_level(level)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._toggle.setIcon(icon("down" if opened else "up"))
        self._toggle.name(tr("Hide the findings") if opened else tr("Show the findings"), "Ctrl+J")
        self._show.setText(tr("Hide") if opened else tr("Show"))
        self.toggled.emit(opened)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the rules say now."""
        self._findings = tuple(findings)
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for chip in count_chips(self._findings):
            chip.picked.connect(lambda key, _on: self.open(True, Severity(key)))
            self._chips.addWidget(chip)
        worst = min(self._findings, key=lambda f: list(Severity).index(f.severity), default=None)
        self._rule.setVisible(worst is not None)
        if worst is None:
            self._first_icon.show_icon("good", "good.mark")
            self._first.setText(tr("Nothing to look at. Well done."))
        else:
            level = LEVELS[worst.severity]
            self._first_icon.show_icon(level.icon, f"{level.tone}.mark")
            self._first.setText(say(worst.figures))
        if self._open:
            self._list.show_findings(self._findings)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._line
            and event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        ):
            self.toggle()
            return True
        return super().eventFilter(watched, event)


_COUNTS: Final = {
    Severity.BLOCK: N_plural("{count} wrong", "{count} wrong"),
    Severity.WARN: N_plural("{count} to check", "{count} to check"),
    Severity.NOTE: N_plural("{count} note", "{count} notes"),
}


def count_chips(findings: Sequence[Finding]) -> list[ChipButton]:
    """A chip with a count for each level that occurs, the worst first."""
    counts = Counter(finding.severity for finding in findings)
    made = []
    for severity in Severity:
        if counts[severity]:
            level = LEVELS[severity]
            words = trn(*_COUNTS[severity], counts[severity])
            made.append(
                ChipButton(severity.value, words, level.tone, level.icon, checkable=False, high=20)
            )
    return made
