"""The rules of the visit: by what they are about, each with its level, its figures and what it finds now."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import tr
from planner.model.plan import Plan
from planner.rules.catalogue import RULES
from planner.rules.finding import FindingKind, Subject
from planner.ui.pages.rules.entry import RuleEntry
from planner.ui.pages.rules.presets import PresetCard
from planner.ui.pages.rules.wishes import WishEntry, WishesCard
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import Scroll, rule
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.cards import Card
from planner.ui.widgets.findinglevels import KINDS

_WIDEST = 1000


class RulesPage(Page):
    """The preset on top, then a card for each kind of findings that rules make."""

    KEY: ClassVar[str] = "rules"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Rules"))
        self.header.add_right(Button(tr("Settings"), lambda: workspace.show("settings"), icon_name="settings"))
        content = self._content = QWidget()
        self.presets = PresetCard(workspace)
        self.presets.setMaximumWidth(_WIDEST)
        self.entries: dict[str, RuleEntry] = {}
        self.wishes = WishesCard(workspace)
        self.wishes.setMaximumWidth(_WIDEST)
        self._scroll = Scroll(content, tr("Rules"))
        self.body.addWidget(self._scroll)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(16)
        whole.addWidget(self.presets)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        whole.addLayout(self._cards)
        whole.addWidget(self.wishes)
        whole.addStretch(1)

    def _list_rules(self) -> None:
        """Make the cards where they will stand: each time that what holds them were put elsewhere, the style sheet
        would look at their thousands of pieces anew.
        """
        for kind in FindingKind:
            of_kind = [each for each in RULES if each.kind is kind]
            if of_kind:
                card = Card(tr(KINDS[kind]))
                card.setMaximumWidth(_WIDEST)
                self._cards.addWidget(card)
                for place, each in enumerate(of_kind):
                    if place:
                        card.body.addWidget(rule())
                    entry = self.entries[each.code] = RuleEntry(self.workspace, each)
                    card.body.addWidget(entry)

    @override
    def show_plan(self, plan: Plan) -> None:
        if not self.entries:
            self._list_rules()
        self.presets.show_plan(plan)
        findings = self.workspace.findings
        for entry in self.entries.values():
            entry.show_plan(plan, findings)
        self.wishes.show_plan(plan)

    @override
    def select(self, subject: Subject) -> bool:
        """Bring a rule into sight, known by its place in the catalogue, or by the row that changes it."""
        code = ""
        if subject.noun == "Rule" and 0 <= subject.id < len(RULES):
            code = RULES[subject.id].code
        elif subject.noun == "RuleSetting" and self.workspace.plan is not None:
            rows = self.workspace.plan.rule_settings
            code = next((one.rule for one in rows if one.id == subject.id), "")
        entry: QWidget | None = self.entries.get(code) or self.wishes.entries.get(code)
        if entry is None:
            return False
        # Laid out first: a page that was never seen does not know yet how far down an entry is.
        QTimer.singleShot(0, entry, lambda: self._bring(entry))
        return True

    def _bring(self, entry: QWidget) -> None:
        top = entry.mapTo(self._content, entry.rect().topLeft()).y()
        self._scroll.verticalScrollBar().setValue(top - 24)
        if isinstance(entry, RuleEntry):
            entry.level.setFocus()
        elif isinstance(entry, WishEntry):
            entry.figures["weight"].setFocus()

    @override
    def state(self) -> dict[str, Any]:
        return {"scroll": self._scroll.verticalScrollBar().value()}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._scroll.verticalScrollBar().setValue(state.get("scroll", 0))
