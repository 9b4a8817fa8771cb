"""How a visit takes each rule: its preset's level and figures, as far as the coordinator did not change them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from planner.model.kinds import Preset
from planner.model.plan import Plan
from planner.model.ruling import RuleSetting, Strictness
from planner.rules.finding import Severity
from planner.rules.rule import Figures, Presets, Rule

_SEVERITIES = {Strictness.BLOCK: Severity.BLOCK, Strictness.WARN: Severity.WARN, Strictness.NOTE: Severity.NOTE}


@dataclass(frozen=True, slots=True)
class Taken:
    """A rule as a visit takes it."""

    rule: Rule
    severity: Severity
    figures: Figures

    @property
    def print(self) -> tuple[object, ...]:
        """What results of the rule depend on besides the plan."""
        return self.rule.code, self.severity, tuple(sorted(self.figures.items()))


def taken(plan: Plan, rules: Iterable[Rule]) -> tuple[Taken, ...]:
    """Give the rules that hold for a visit, with their levels and figures; those that are off are left out."""
    settings = {setting.rule: setting for setting in plan.rule_settings}
    found = (take(rule, plan.visit.preset, settings.get(rule.code)) for rule in rules)
    return tuple(one for one in found if one is not None)


def take(rule: Rule, preset: Preset, setting: RuleSetting | None) -> Taken | None:
    """Give one rule as a preset has it and a setting changes it; None if it is off.

    A figure that a newer version added to the setting is passed over.
    """
    strictness = setting.strictness if setting is not None else Strictness.PRESET
    if strictness is Strictness.OFF or (strictness is Strictness.PRESET and preset in rule.off_in):
        return None
    return Taken(rule, _SEVERITIES.get(strictness, rule.severity_in(preset)), figures_in(rule, preset, setting))


class HasFigures(Protocol):
    """What goes by figures that differ by preset: a rule, or a wish for homestays."""

    @property
    def code(self) -> str:
        """What it is known by."""
        ...

    @property
    def figures(self) -> Figures:
        """By name."""
        ...

    @property
    def presets(self) -> Presets:
        """Those that differ, by preset."""
        ...


def figures_in(one: HasFigures, preset: Preset, setting: RuleSetting | None) -> Figures:
    """Give figures as a preset has them and a setting changes them."""
    figures = {**one.figures, **one.presets.get(preset, {})}
    if setting is not None:
        changed = setting.figures or {}
        figures |= {name: float(value) for name, value in changed.items() if name in figures}
    return figures
