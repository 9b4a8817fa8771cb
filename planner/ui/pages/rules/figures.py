"""The figures that a rule or a wish goes by, edited in place; a visit keeps only those that differ from its preset."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.commands import ruling
from planner.language import say, tr
from planner.model.plan import Plan
from planner.model.ruling import RuleSetting, Strictness
from planner.rules.settings import HasFigures, figures_in
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.figures import DecimalField
from planner.ui.widgets.flow import Flow
from planner.ui.widgets.moments import TimeField
from planner.ui.widgets.rulewords import figure_label, figure_words, is_time_of_day

_FIGURE = 230


class FigureFields(QWidget):
    """A field for each figure, with what the preset has below it where the visit has its own."""

    def __init__(self, workspace: Workspace, of: HasFigures) -> None:
        super().__init__()
        self._workspace, self._of = workspace, of
        self.setting: RuleSetting | None = None
        self.fields: dict[str, DecimalField | TimeField] = {}
        if of.figures:
            flow = Flow(gap=12)
            for figure in of.figures:
                field = self.fields[figure] = self._field(figure)
                flow.addWidget(field)
            whole = QVBoxLayout(self)
            whole.setContentsMargins(0, 0, 0, 0)
            whole.addLayout(flow)

    def _field(self, figure: str) -> DecimalField | TimeField:
        label = figure_label(self._of, figure)
        made = TimeField(label, optional=True) if is_time_of_day(figure) else DecimalField(label)
        made.setFixedWidth(_FIGURE)
        made.committed.connect(lambda value: self._set_figure(figure, value))
        return made

    def show_plan(self, plan: Plan, *, held: bool = True) -> None:
        """Show the figures as the visit has them; `held` says whether they count at all."""
        self.setting = next((one for one in plan.rule_settings if one.rule == self._of.code), None)
        usual = figures_in(self._of, plan.visit.preset, None)
        own = self.own
        for name, field in self.fields.items():
            value = float(own.get(name, usual[name]))
            field.show_value(_time_of(value) if isinstance(field, TimeField) else value)
            said = figure_words(name, usual[name])
            field.show_hint(tr("Preset: {value}", value=said) if name in own else "")
            field.setEnabled(held and not self._workspace.is_read_only)

    @property
    def own(self) -> dict[str, float]:
        """The figures that the visit has of its own."""
        return {} if self.setting is None else dict(self.setting.figures or {})

    def decide(self, strictness: Strictness, figures: dict[str, float], refused: Any = None) -> None:
        """Take it so, with the figures that differ."""
        plan = self._workspace.plan
        if plan is not None:
            self._workspace.run(ruling.set_rule, plan.visit.id, self._of.code, strictness, figures, refused=refused)

    def _set_figure(self, figure: str, value: Any) -> None:
        """Take a figure; an empty one, or the preset's own, follows the preset again."""
        plan = self._workspace.plan
        if plan is None:
            return
        own = self.own
        own.pop(figure, None)
        if value is not None:
            number = value.hour + value.minute / 60 if isinstance(value, dt.time) else float(value)
            if number != figures_in(self._of, plan.visit.preset, None)[figure]:
                own[figure] = number
        field = self.fields[figure]
        strictness = Strictness.PRESET if self.setting is None else self.setting.strictness
        self.decide(strictness, own, refused=lambda error: field.show_error(say(error)))
        if value is None:
            field.forget()
            if self._workspace.plan is not None:
                self.show_plan(self._workspace.plan)


def _time_of(hours: float) -> dt.time:
    minutes = round(hours * 60) % (24 * 60)
    return dt.time(*divmod(minutes, 60))
