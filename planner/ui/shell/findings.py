"""The findings drawer at the lower edge: one line with counts, and when opened the list, grouped by level.

Its line tells the worst finding while it is shut; open, it filters the list by kind, and by what is selected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import N_, N_plural, say, tr, trn
from planner.rules.concern import concerning
from planner.rules.finding import Finding, FindingKind, Severity, Subject, standing
from planner.ui.shell.findingdetail import FindingDetail
from planner.ui.shell.narrowed import Narrowed
from planner.ui.shell.workspace import Workspace
from planner.ui.theme import icon
from planner.ui.theme.measures import DRAWER
from planner.ui.widgets.boxes import STRETCH, row, rule
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.chips import ChipButton
from planner.ui.widgets.choices import Combo
from planner.ui.widgets.findinglevels import ACCEPTED, KINDS, LEVELS
from planner.ui.widgets.findings import FindingList
from planner.ui.widgets.keycap import Keycap
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Elided, Text

#: How high the drawer is when open, of which the line is a part.
OPEN_HEIGHT: Final = 296

#: The key of the chip that counts what was accepted.
ACCEPTED_KEY: Final = "accepted"

#: What the list can be narrowed to, by what is selected.
_OF: Final = {
    "Activity": N_("Of this event"),
    "Journey": N_("Of this journey"),
    "Member": N_("Of this person"),
    "Person": N_("Of this person"),
    "Interpreter": N_("Of this person"),
    "Household": N_("Of this family"),
    "Place": N_("Of this place"),
}


class FindingsDrawer(QWidget):
    """Tells at one glance whether anything is wrong, and opens to the whole list."""

    #: The `Subject` of a finding was clicked.
    picked = Signal(object)
    #: Opened or closed.
    toggled = Signal(bool)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Findings"))
        self._findings: tuple[Finding, ...] = ()
        self._open = False

        self._narrowed: Narrowed | None = None
        self._kinds: tuple[FindingKind | None, ...] = ()
        self._filters = self._make_filters()
        self._line = self._make_line()
        self._line.installEventFilter(self)

        self.detail = FindingDetail(workspace)
        self._list = FindingList(tr("Findings"), detail=self.detail)
        self._list.picked.connect(self.picked)
        self._list.setFixedHeight(OPEN_HEIGHT - DRAWER)
        self._list.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(rule())
        whole.addWidget(self._line)
        whole.addWidget(self._list)
        workspace.selectionChanged.connect(self._offer_chosen)

    def _make_filters(self) -> QWidget:
        """What the list is narrowed by while it is open."""
        self._of_chosen = ChipButton("chosen", "", "chosen", "filter")
        self._of_chosen.setChecked(False)
        self._of_chosen.picked.connect(lambda *_: self._fill())
        #: Shown while the list is narrowed, to a day say; a click takes that back.
        self._of_some = ChipButton("some", "", "chosen", "close")
        self._of_some.picked.connect(lambda *_: self._narrow(None))
        self._of_some.hide()
        self._kind = Combo(high=24)
        self._kind.setAccessibleName(tr("Which findings"))
        self._kind.setFixedWidth(190)
        self._kind.activated.connect(lambda _: self._fill())
        filters = QWidget()
        filters.setLayout(row(STRETCH, self._of_some, self._of_chosen, self._kind))
        filters.hide()
        return filters

    def _make_line(self) -> QWidget:
        """The line that is always seen: how many there are of each level and, while the list is closed, the first."""
        line = QWidget()
        line.setFixedHeight(DRAWER - 1)
        line.setCursor(Qt.CursorShape.PointingHandCursor)
        self._toggle = IconButton("up", tr("Show the findings"), self.toggle, shortcut="Ctrl+J", size=14)
        self._toggle.setFixedSize(24, 24)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._first_icon = Sign()
        self._first = Elided()
        self._show = Text(tr("Show"), "small", "text2")
        self._rule = rule(vertical=True)
        self._rule.setFixedHeight(16)
        box = QHBoxLayout(line)
        box.setContentsMargins(10, 0, 16, 0)
        box.setSpacing(8)
        box.addWidget(self._toggle)
        box.addWidget(Text(tr("Findings"), "heading"))
        box.addSpacing(4)
        box.addLayout(self._chips)
        box.addSpacing(4)
        box.addWidget(self._rule)
        box.addSpacing(4)
        box.addWidget(self._first_icon)
        box.addWidget(self._first, 1)
        box.addWidget(self._filters, 1)
        box.addWidget(self._show)
        box.addWidget(Keycap("Ctrl+J"))
        return line

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._open

    def toggle(self) -> None:
        """Open the list, or close it."""
        self.open(not self._open)

    def open(self, opened: bool = True, level: Severity | None = None) -> None:
        """Show or hide the whole list; `level` brings that part of it into sight."""
        self._open = opened
        self._narrow(None)
        self._list.setVisible(opened)
        self._filters.setVisible(opened)
        if opened:
            self._offer_kinds()
            self._offer_chosen()
            self._list.go_to_level(level)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_first()
        self._toggle.setIcon(icon("down" if opened else "up"))
        self._toggle.name(tr("Hide the findings") if opened else tr("Show the findings"), "Ctrl+J")
        self._show.setText(tr("Hide") if opened else tr("Show"))
        self.toggled.emit(opened)

    def open_of(self, subject: Subject) -> None:
        """Open the list with only what is about one thing, which is selected."""
        self._workspace.select(subject)
        self.open()
        self._of_chosen.setChecked(True)
        self._fill()

    def open_narrowed(self, narrowed: Narrowed) -> None:
        """Open the list with only some of the findings."""
        self._of_chosen.setChecked(False)
        self.open()
        self._narrow(narrowed)

    def _narrow(self, narrowed: Narrowed | None) -> None:
        self._narrowed = narrowed
        self._of_some.setVisible(narrowed is not None)
        if narrowed is not None:
            self._of_some.setChecked(True)
            self._of_some.setText(narrowed.words)
            self._of_some.setAccessibleName(tr("Only {day}: show all again", day=narrowed.words))
            self._of_some.setToolTip(self._of_some.accessibleName())
            self._of_some.updateGeometry()
        if self._open:
            self._fill()

    def open_accepted(self) -> None:
        """Open the list where it tells what was accepted."""
        self.open()
        self._list.go_to_accepted()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the rules say now."""
        self._findings = tuple(findings)
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for chip in count_chips(self._findings):
            chip.picked.connect(lambda key, _on: self._pick_chip(key))
            self._chips.addWidget(chip)
        self._show_first()
        if self._open:
            self._offer_kinds()
            self._fill()

    def _pick_chip(self, key: str) -> None:
        if key == ACCEPTED_KEY:
            self.open_accepted()
        else:
            self.open(True, Severity(key))

    def _show_first(self) -> None:
        """Tell the worst finding, while the list that begins with it is not shown."""
        worst = next(iter(standing(self._findings)), None)
        for widget in (self._rule, self._first_icon, self._first):
            widget.setVisible(not self._open)
        if worst is None:
            self._rule.setVisible(bool(self._findings) and not self._open)
            self._first_icon.show_icon("good", "good.mark")
            self._first.setText(tr("Nothing to look at. Well done."))
            return
        level = LEVELS[worst.severity]
        self._first_icon.show_icon(level.icon, f"{level.tone}.mark")
        self._first.setText(say(worst.figures))

    # Which of them

    def _offer_kinds(self) -> None:
        """Offer every kind that occurs; the one chosen stays."""
        chosen = self._chosen_kind
        counts = Counter(finding.kind for finding in self._findings)
        self._kinds = (None, *(kind for kind in FindingKind if counts[kind] or kind is chosen))
        self._kind.clear()
        self._kind.addItem(tr("Every kind"))
        for kind in self._kinds[1:]:
            if kind is not None:
                words = tr("{what} ({count})", what=tr(KINDS[kind]), count=counts[kind])
                self._kind.addItem(words)
        self._kind.setCurrentIndex(self._kinds.index(chosen))

    @property
    def _chosen_kind(self) -> FindingKind | None:
        place = self._kind.currentIndex()
        return self._kinds[place] if 0 <= place < len(self._kinds) else None

    def _offer_chosen(self, _selection: object = None) -> None:
        """Offer what is about the thing that is selected, where one is."""
        selection = self._workspace.selection
        words = "" if selection is None else _OF.get(selection.noun, "")
        self._of_chosen.setVisible(bool(words))
        if words:
            self._of_chosen.setText(tr(words))
            self._of_chosen.setAccessibleName(tr(words))
            self._of_chosen.updateGeometry()
        else:
            self._of_chosen.setChecked(False)
        if self._open:
            self._fill()

    def _fill(self) -> None:
        found: Sequence[Finding] = self._findings
        plan, selection, kind = self._workspace.plan, self._workspace.selection, self._chosen_kind
        if kind is not None:
            found = [finding for finding in found if finding.kind is kind]
        if self._of_chosen.isChecked() and plan is not None and selection is not None:
            found = concerning(found, plan, selection)
        if self._narrowed is not None and plan is not None:
            found = self._narrowed.keep(found, plan)
        self._list.show_findings(found)

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
    """A chip with a count for each level that occurs, the worst first; last how many were accepted."""
    left = standing(findings)
    counts = Counter(finding.severity for finding in left)
    accepted = len(findings) - len(left)
    made = []
    for severity in Severity:
        if counts[severity]:
            level = LEVELS[severity]
            words = trn(*_COUNTS[severity], counts[severity])
            made.append(
                ChipButton(severity.value, words, level.tone, level.icon, checkable=False, high=20)
            )
    if accepted:
        words = trn("{count} accepted", "{count} accepted", accepted)
        made.append(ChipButton(ACCEPTED_KEY, words, ACCEPTED.tone, ACCEPTED.icon, checkable=False, high=20))
    return made
