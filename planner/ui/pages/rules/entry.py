"""One rule on the page of rules: its name, why, how strictly it is taken, its figures edited in place."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.commands import ruling
from planner.language import say, screen_language, tr, tr_in, trn
from planner.language.terms import term
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.ruling import RuleSetting, Strictness
from planner.rules.finding import Finding, standing
from planner.rules.rule import Rule
from planner.rules.settings import Taken, take
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.fields import DecimalField
from planner.ui.widgets.findings import LEVELS
from planner.ui.widgets.flow import Flow
from planner.ui.widgets.moments import TimeField
from planner.ui.widgets.rulewords import (
    figure_label,
    figure_words,
    is_time_of_day,
    level_words,
    rule_name,
    source_words,
)
from planner.ui.widgets.text import Text

_LEVEL = 240
_FIGURE = 230


class RuleEntry(QWidget):
    """A rule of the catalogue as the visit takes it."""

    def __init__(self, workspace: Workspace, rule: Rule) -> None:
        super().__init__()
        self._workspace, self.rule = workspace, rule
        self._setting: RuleSetting | None = None
        self._usual: Taken | None = None
        name = rule_name(rule)
        self.setAccessibleName(name)
        self._count = Chip("")
        self.level = ChoiceField(tr_in("rule", "How strictly"), [])
        self.level.setFixedWidth(_LEVEL)
        self.level.editor.setAccessibleName(tr("How strictly: {rule}", rule=name))
        self.level.committed.connect(self._choose_level)
        self.back = Button(tr("Back to the preset"), self._back, look="link", icon_name="undo", small=True,
                           name=tr("Back to the preset: {rule}", rule=name))  # fmt: skip
        title = Text(name, "heading", wrap=False)
        why = Text(say(Message(f"{rule.code}.why", {})), tone="text2", wrap=True)
        for text in (title, why):
            # Japanese letters come from a font that may stand higher than the line it was measured with.
            text.setMinimumHeight(20)
        words = column(
            row(title, self._count, self.back, STRETCH),
            why,
            gap=2,
        )
        source = source_words(rule.source)
        if source:
            words.addWidget(Text(source, "small", "text2", wrap=True))
        words.addStretch(1)
        head = row(words, self.level, gap=24)
        head.setStretch(0, 1)
        self.figures: dict[str, DecimalField | TimeField] = {}
        flow = Flow(gap=12)
        for figure in rule.figures:
            field = self.figures[figure] = self._field(figure)
            flow.addWidget(field)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 4, 12)
        whole.setSpacing(8)
        whole.addLayout(head)
        if self.figures:
            whole.addLayout(flow)

    def _field(self, figure: str) -> DecimalField | TimeField:
        label = figure_label(self.rule, figure)
        made = TimeField(label, optional=True) if is_time_of_day(figure) else DecimalField(label)
        made.setFixedWidth(_FIGURE)
        made.committed.connect(lambda value: self._set_figure(figure, value))
        return made

    def show_plan(self, plan: Plan, findings: tuple[Finding, ...]) -> None:
        """Show the rule as the visit takes it now, and how many findings it makes."""
        rule, preset = self.rule, plan.visit.preset
        self._setting = next((one for one in plan.rule_settings if one.rule == rule.code), None)
        usual = self._usual = take(rule, preset, None)
        held = take(rule, preset, self._setting)
        has = level_words(None if usual is None else usual.severity)
        self.level.offer(
            (one, tr("As the preset: {level}", level=has) if one is Strictness.PRESET else term(one, screen_language()))
            for one in Strictness
        )
        self.level.show_value(Strictness.PRESET if self._setting is None else self._setting.strictness)
        self.level.setEnabled(not self._workspace.is_read_only)
        figures = {**rule.figures, **rule.presets.get(preset, {})}
        own = self._own
        for name, field in self.figures.items():
            value = float(own.get(name, figures[name]))
            field.show_value(_time_of(value) if isinstance(field, TimeField) else value)
            said = figure_words(name, figures[name])
            field.show_hint(tr("Preset: {value}", value=said) if name in own else "")
            field.setEnabled(held is not None and not self._workspace.is_read_only)
        self.back.setVisible(self._setting is not None)
        self.back.setEnabled(not self._workspace.is_read_only)
        self._show_count([one for one in standing(findings) if one.rule == rule.code])

    def _show_count(self, found: list[Finding]) -> None:
        self._count.setVisible(bool(found))
        if found:
            level = LEVELS[found[0].severity]
            words = trn("{count} finding", "{count} findings", len(found))
            self._count.show_words(words, level.tone, level.icon)

    # Changing it

    @property
    def _own(self) -> dict[str, float]:
        """The figures that the visit has of its own."""
        return {} if self._setting is None else dict(self._setting.figures or {})

    def _choose_level(self, strictness: Strictness) -> None:
        self._set(strictness, self._own)

    def _set_figure(self, figure: str, value: Any) -> None:
        """Take a figure; an empty one, or the preset's own, follows the preset again."""
        own = self._own
        own.pop(figure, None)
        if value is not None:
            number = value.hour + value.minute / 60 if isinstance(value, dt.time) else float(value)
            if number != self._preset_figure(figure):
                own[figure] = number
        field = self.figures[figure]
        strictness = Strictness.PRESET if self._setting is None else self._setting.strictness
        self._set(strictness, own, refused=lambda error: field.show_error(say(error)))
        if value is None:
            field.forget()
            self._show_again()

    def _preset_figure(self, figure: str) -> float:
        plan = self._workspace.plan
        changed = {} if plan is None else self.rule.presets.get(plan.visit.preset, {})
        return float(changed.get(figure, self.rule.figures[figure]))

    def _show_again(self) -> None:
        if self._workspace.plan is not None:
            self.show_plan(self._workspace.plan, self._workspace.findings)

    def _set(self, strictness: Strictness, figures: dict[str, float], refused: Any = None) -> None:
        plan = self._workspace.plan
        if plan is not None:
            self._workspace.run(
                ruling.set_rule, plan.visit.id, self.rule.code, strictness, figures, refused=refused
            )

    def _back(self) -> None:
        self._set(Strictness.PRESET, {})


def _time_of(hours: float) -> dt.time:
    minutes = round(hours * 60) % (24 * 60)
    return dt.time(*divmod(minutes, 60))
