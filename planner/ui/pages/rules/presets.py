"""Whose rules the visit starts from, and what another preset would change, before anything changes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.commands import records
from planner.language import screen_language, tr, trn
from planner.language.terms import term
from planner.model.kinds import Preset
from planner.model.plan import Plan
from planner.rules.finding import Severity
from planner.rules.presets import Difference, counts_with, differences
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, clear, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.cards import Card
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.rulewords import figure_label, figure_words, level_words, rule_name
from planner.ui.widgets.text import Text


class PresetCard(Card):
    """The preset of the visit; another one is shown first and taken only then."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(tr("Whose rules"))
        self._workspace = workspace
        self._looked_at: Preset | None = None
        self.choice = ChoiceField(
            tr("Rules preset"), [(each, term(each, screen_language())) for each in Preset]
        )
        self.choice.setMaximumWidth(420)
        self.choice.committed.connect(self._look_at)
        self.body.addWidget(self.choice)
        note = tr("Programmes disagree with each other. What you set yourself stays in every preset.")
        self.body.addWidget(Text(note, "small", "text2", wrap=True))
        self.preview = QWidget()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.take = Button(tr("Take these rules"), self._take, look="primary")
        whole = QVBoxLayout(self.preview)
        whole.setContentsMargins(0, 8, 0, 4)
        whole.setSpacing(8)
        whole.addLayout(self._lines)
        whole.addLayout(row(self.take, Button(tr("Leave it as it is"), self._leave), STRETCH))
        self.preview.hide()
        self.body.addWidget(self.preview)

    def show_plan(self, plan: Plan) -> None:
        """Show the preset of the visit, or still the one that is looked at."""
        self.choice.setEnabled(not self._workspace.is_read_only)
        if self._looked_at in (None, plan.visit.preset):
            self._looked_at = None
            self.choice.show_value(plan.visit.preset)
            self.preview.hide()
        else:
            self._show_preview(plan)

    def _look_at(self, preset: Preset) -> None:
        plan = self._workspace.plan
        self._looked_at = preset
        if plan is not None:
            self.show_plan(plan)
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_preview(self, plan: Plan) -> None:
        preset = self._looked_at
        assert preset is not None
        self.choice.show_value(preset)
        clear(self._lines)
        changed = list(differences(plan, preset))
        words = trn("{count} rule is taken otherwise:", "{count} rules are taken otherwise:", len(changed))
        self._lines.addWidget(Text(words if changed else tr("No rule is taken otherwise."), "heading", wrap=True))
        for each in changed:
            self._lines.addWidget(Text(difference_words(each), wrap=True))
        now = sum(1 for one in self._workspace.findings if one.rule)
        then = counts_with(plan, preset)
        says = tr(
            "Findings of these rules: {now} now, {then} then ({blocking} of them blocking).",
            now=now, then=then.total(), blocking=then[Severity.BLOCK],
        )  # fmt: skip
        self._lines.addWidget(Text(says, tone="text2", wrap=True))
        self.preview.show()

    def _take(self) -> None:
        plan, preset = self._workspace.plan, self._looked_at
        if plan is not None and preset is not None:
            self._looked_at = None
            self._workspace.run(records.edit, "Visit", plan.visit.id, {"preset": preset})

    def _leave(self) -> None:
        self._looked_at = None
        if self._workspace.plan is not None:
            self.show_plan(self._workspace.plan)
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)


def difference_words(each: Difference) -> str:
    """What changes in one rule: "Too little time for the way: warns → off"."""
    now, then = each.now, each.then
    parts = []
    before, after = (level_words(None if one is None else one.severity) for one in (now, then))
    if before != after:
        parts.append(tr("{before} → {after}", before=before, after=after))
    if now is not None and then is not None:
        for name, value in then.figures.items():
            if now.figures[name] != value:
                change = tr("{before} → {after}", before=figure_words(name, now.figures[name]),
                            after=figure_words(name, value))  # fmt: skip
                parts.append(tr("{what}: {value}", what=figure_label(each.rule, name), value=change))
    return tr("{what}: {value}", what=rule_name(each.rule), value=" · ".join(parts))
