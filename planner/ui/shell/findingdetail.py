"""What unfolds below a finding: why it matters, the rule's source and figures, and accepting it with a reason."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.commands import ruling
from planner.language import say, screen_language, tr
from planner.language.dates import day_text
from planner.language.times import time_text
from planner.model.message import Message, PlannerError
from planner.rules.finding import Accepted, Finding, Subject
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.fields import TextField
from planner.ui.widgets.findings import Detail
from planner.ui.widgets.flow import Flow
from planner.ui.widgets.rulewords import figures_words, source_words
from planner.ui.widgets.text import Text


class FindingDetail(Detail):
    """Why, the source, the figures with the way to the rule, and "Accept…" with its reason."""

    def __init__(self, workspace: Workspace, *, indent: int = 42) -> None:
        """`indent` is how far it stands in, so that it begins below the sentence."""
        super().__init__()
        self._workspace = workspace
        self._finding: Finding | None = None
        self._why = Text("", wrap=True)
        self._source = Text("", "small", "text2", wrap=True)
        self._goes_by = Text("", "small", "text2", wrap=True)
        self._accepted = Text("", tone="good", wrap=True)
        self._rule = Button(tr("The rule and its settings"), self._go_to_rule, look="link", icon_name="settings")
        self._accept = Button(tr("Accept…"), self.ask, look="link", icon_name="check")
        self._no_more = Button(tr("No longer accept"), self._take_back, look="link", icon_name="undo")
        self._asking = QWidget()
        self.reason = TextField(
            tr("Why this is all right"), hint=tr("Kept with your name and the time. The finding no longer counts then.")
        )
        self._take = Button(tr("Accept"), self.take, look="primary")
        cancel = Button(tr("Cancel"), partial(self.ask, False))
        inner = QVBoxLayout(self._asking)
        inner.setContentsMargins(0, 4, 0, 4)
        inner.setSpacing(6)
        inner.addWidget(self.reason)
        inner.addLayout(row(self._take, cancel, STRETCH))
        self._asking.setMaximumWidth(560)
        self._asking.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(indent, 4, 16, 8)
        whole.setSpacing(2)
        for words in (self._why, self._source, self._goes_by, self._accepted):
            whole.addWidget(words)
        whole.addWidget(self._asking)
        # In the inspector they do not stand beside each other.
        links = Flow(gap=16)
        for link in (self._accept, self._no_more, self._rule):
            links.addWidget(link)
        whole.addLayout(links)

    @override
    def show_finding(self, finding: Finding, *, anew: bool) -> None:
        self._finding = finding
        if anew:
            self.reason.forget()
            self.reason.show_value("")
            self._asking.hide()
        _put(self._why, why(finding))
        _put(self._source, source_words(finding.source))
        _put(self._goes_by, self._figures(finding))
        accepted = finding.accepted
        _put(self._accepted, "" if accepted is None else accepted_words(accepted))
        if accepted is not None:
            self._asking.hide()
        live = not self._workspace.is_read_only
        self._accept.setVisible(accepted is None and self._asking.isHidden())
        self._no_more.setVisible(accepted is not None)
        self._accept.setEnabled(live)
        self._no_more.setEnabled(live)
        self._rule.setVisible(bool(finding.rule))

    def _figures(self, finding: Finding) -> str:
        """The figures that the rule goes by in this visit."""
        plan = self._workspace.plan
        if plan is None or not finding.rule:
            return ""
        said = figures_words(plan, finding.rule)
        return tr("It goes by: {figures}", figures=said) if said else ""

    # Accepting

    def ask(self, on: bool = True) -> None:
        """Show the field for the reason, or put it away."""
        self._asking.setVisible(on)
        self._accept.setVisible(not on)
        if on:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.reason.forget()
            self.reason.show_value("")
        self.grown.emit()

    def take(self) -> None:
        """Accept the finding with the reason that stands in the field."""
        finding, plan, file = self._finding, self._workspace.plan, self._workspace.file
        if finding is None or plan is None or file is None:
            return
        rule = finding.rule or finding.kind.value
        reason = self.reason.value()
        if self._workspace.run(
            ruling.accept, plan.visit.id, rule, finding.print, reason, file.who, refused=self._refuse
        ):
            self._workspace.say(tr("Accepted: {reason}", reason=reason), tone="good", undo=True)

    def _refuse(self, error: PlannerError) -> None:
        self.reason.show_error(say(error))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit()

    def _take_back(self) -> None:
        finding = self._finding
        if finding is not None and finding.accepted is not None:
            self._workspace.run(ruling.take_back_acceptance, finding.accepted.id)

    def _go_to_rule(self) -> None:
        from planner.rules.catalogue import RULES

        codes = [each.code for each in RULES]
        if self._finding is not None and self._finding.rule in codes:
            self._workspace.show(Subject("Rule", codes.index(self._finding.rule)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asking = not self._asking.isHidden()
        if asking and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif asking and event.key() == Qt.Key.Key_Escape:
            self.ask(False)
        else:
            super().keyPressEvent(event)


def _put(label: Text, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


def why(finding: Finding) -> str:
    """Why a finding matters, in the screen's language."""
    return say(Message(f"{finding.rule or finding.kind.value}.why", {}))


def accepted_words(accepted: Accepted) -> str:
    """With which reason a finding was accepted, by whom and when."""
    at = accepted.at.replace(tzinfo=dt.UTC).astimezone()
    language = screen_language()
    when = f"{day_text(at.date(), language)} {time_text(at.time(), language)}"
    return tr("Accepted: {reason} ({who}, {when})", reason=accepted.reason, who=accepted.who, when=when)
