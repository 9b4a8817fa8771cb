"""One rule on the page of rules: its name, why, how strictly it is taken, its figures edited in place."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import say, screen_language, tr, tr_in, trn
from planner.language.terms import term
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.ruling import Strictness
from planner.rules.finding import Finding, standing
from planner.rules.rule import Rule
from planner.rules.settings import take
from planner.ui.pages.rules.figures import FigureFields
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.findinglevels import LEVELS
from planner.ui.widgets.rulewords import (
    level_words,
    rule_name,
    source_words,
)
from planner.ui.widgets.text import Text

_LEVEL = 240


class RuleEntry(QWidget):
    """A rule of the catalogue as the visit takes it."""

    def __init__(self, workspace: Workspace, rule: Rule) -> None:
        super().__init__()
        self._workspace, self.rule = workspace, rule
        name = rule_name(rule)
        self.setAccessibleName(name)
        self._count: Chip | None = None
        self.back: Button | None = None
        self.level = ChoiceField(tr_in("rule", "How strictly"), [])
        self.level.setFixedWidth(_LEVEL)
        self.level.editor.setAccessibleName(tr("How strictly: {rule}", rule=name))
        self.level.committed.connect(self._choose_level)
        title = Text(name, "heading", wrap=False)
        why = Text(say(Message(f"{rule.code}.why", {})), tone="text2", wrap=True)
        for text in (title, why):
            # Japanese letters come from a font that may stand higher than the line it was measured with.
            text.setMinimumHeight(20)
        self._title_row = row(title, STRETCH)
        words = column(self._title_row, why, gap=2)
        source = source_words(rule.source)
        if source:
            cited = Text(source, "small", "text2", wrap=True)
            cited.setMinimumHeight(17)
            words.addWidget(cited)
        words.addStretch(1)
        head = row(words, self.level, gap=24)
        head.setStretch(0, 1)
        self._fields = FigureFields(workspace, rule)
        self.figures = self._fields.fields
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 4, 12)
        whole.setSpacing(8)
        whole.addLayout(head)
        if self.figures:
            whole.addWidget(self._fields)

    def show_plan(self, plan: Plan, findings: tuple[Finding, ...]) -> None:
        """Show the rule as the visit takes it now, and how many findings it makes."""
        rule, preset = self.rule, plan.visit.preset
        setting = next((one for one in plan.rule_settings if one.rule == rule.code), None)
        usual = take(rule, preset, None)
        held = take(rule, preset, setting)
        has = level_words(None if usual is None else usual.severity)
        self.level.offer(
            (one, tr("As the preset: {level}", level=has) if one is Strictness.PRESET else term(one, screen_language()))
            for one in Strictness
        )
        self.level.show_value(Strictness.PRESET if setting is None else setting.strictness)
        self.level.setEnabled(not self._workspace.is_read_only)
        self._fields.show_plan(plan, held=held is not None)
        self._show_back(setting is not None)
        self._show_count([one for one in standing(findings) if one.rule == rule.code])

    # Few rules of 156 are changed or find something: the button and the count are made where they are needed.

    def _show_back(self, changed: bool) -> None:
        if self.back is None:
            if not changed:
                return
            name = tr("Back to the preset: {rule}", rule=self.accessibleName())
            self.back = Button(
                tr("Back to the preset"), self._back, look="link", icon_name="undo", small=True, name=name
            )
            self._title_row.insertWidget(self._title_row.count() - 1, self.back)
        self.back.setVisible(changed)
        self.back.setEnabled(not self._workspace.is_read_only)

    def _show_count(self, found: list[Finding]) -> None:
        if self._count is None:
            if not found:
                return
            self._count = Chip("")
            self._title_row.insertWidget(1, self._count)
        self._count.setVisible(bool(found))
        if found:
            level = LEVELS[found[0].severity]
            words = trn("{count} finding", "{count} findings", len(found))
            self._count.show_words(words, level.tone, level.icon)

    # Changing it

    def _choose_level(self, strictness: Strictness) -> None:
        self._fields.decide(strictness, self._fields.own)

    def _back(self) -> None:
        self._fields.decide(Strictness.PRESET, {})
