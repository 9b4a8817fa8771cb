"""The inspector's panel of one noun: made once, it shows whichever record is selected."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid
from typing_extensions import override

from planner.language import tr
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.inspector.findings import FindingNotes
from planner.ui.inspector.outline import Outline
from planner.ui.inspector.reviews import ReviewNotes
from planner.ui.inspector.sheet import Sheet
from planner.ui.shell.inspector import Panel
from planner.ui.shell.workspace import Workspace
from planner.ui.theme import icon
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.menus import drop
from planner.ui.widgets.text import Text

#: How much of what stands above is left in sight when parts are brought up.
_ABOVE = 8


class RecordPanel(Panel):
    """Edits records of one noun in place, as an `Outline` tells.

    `show_subject` follows the selection; `show_plan` shows the same record in a new plan, keeping focus, cursor and
    whatever is being typed.
    """

    def __init__(self, workspace: Workspace, outline: Outline, plan: Plan) -> None:
        super().__init__("")
        self._workspace, self._outline = workspace, outline
        self._id: int | None = None
        self._plan = plan
        self.chip = Chip("")
        self.chip.hide()
        self.head.addWidget(self.chip)
        self._menu = IconButton("more", tr("More to do"), self._drop)
        self.head_end.addWidget(self._menu)
        self._menu.setVisible(outline.deeds is not None)
        self._subtitle = Text("", "small", "text2", wrap=True)
        self._subtitle.hide()
        self._reviews = ReviewNotes(workspace)
        self.findings = FindingNotes(workspace)
        self.sheet = Sheet(workspace, outline.noun, outline.items, near=plan.visit.first_day)
        self.body.addWidget(self._subtitle)
        self.body.addWidget(self._reviews)
        self.body.addWidget(self.findings)
        self.body.addWidget(self.sheet)

    @property
    def subject(self) -> Subject | None:
        """Which record is shown."""
        return None if self._id is None else Subject(self._outline.noun.__name__, self._id)

    @property
    def record(self) -> Any:
        """The record shown, as it is in the plan now; None if it is gone."""
        return self._plan.get(self._outline.noun, self._id)

    def show_subject(self, record_id: int, plan: Plan) -> bool:
        """Show a record by its id; False if the plan does not hold it."""
        return self._show(record_id, plan, anew=record_id != self._id)

    def show_plan(self, plan: Plan) -> bool:
        """Show the same record as it is now; False if it is gone."""
        return self._id is not None and self._show(self._id, plan, anew=False)

    def _show(self, record_id: int, plan: Plan, *, anew: bool) -> bool:
        record = plan.get(self._outline.noun, record_id)
        if record is None:
            self._id = None
            return False
        self._id, self._plan = record_id, plan
        outline = self._outline
        self.title = outline.title(record, plan)
        self.title_label.setText(self.title)
        self.setAccessibleName(self.title)
        chip = None if outline.chip is None else outline.chip(record, plan)
        self.chip.setVisible(chip is not None)
        if chip is not None:
            self.chip.show_words(*chip)
        said = "" if outline.subtitle is None else outline.subtitle(record, plan)
        self._subtitle.setText(said)
        self._subtitle.setVisible(bool(said))
        self._reviews.show_records(outline.reviewed(record), plan)
        self.findings.show_subject(Subject(outline.noun.__name__, record_id), plan)
        self.sheet.show_record(record, plan, anew=anew)
        if anew:
            self.scroll_area.verticalScrollBar().setValue(0)
        return True

    def _drop(self) -> None:
        record = self.record
        if self._outline.deeds is None or record is None:
            return
        menu = QMenu(self)
        for words, icon_name, deed in self._outline.deeds(record, self._plan):
            action = menu.addAction(icon(icon_name), words)
            action.setEnabled(not self._workspace.is_read_only)
            action.triggered.connect(lambda _=False, deed=deed: deed())
        drop(menu, self._menu.mapToGlobal(QPoint(0, self._menu.height() + 2)))

    @override
    def focus_parts(self, noun: str) -> bool:
        found = self.sheet.find_parts(noun)
        if found is None:
            return False
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        # What has just been unfolded gets its place only when it is laid out.
        QTimer.singleShot(0, lambda: self._bring_up(found))
        return True

    def _bring_up(self, widget: QWidget) -> None:
        content = self.scroll_area.widget() if isValid(self) and isValid(widget) else None
        if content is not None:
            top = widget.mapTo(content, QPoint(0, 0)).y()
            self.scroll_area.verticalScrollBar().setValue(top - _ABOVE)

    def focus_field(self, noun: str, field: str) -> bool:
        """Bring the editor of a field into sight and let the user type; False if it is not shown here."""
        found = self.sheet.find_editor(noun, field)
        if found is None:
            return False
        self.scroll_area.ensureWidgetVisible(found)
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
