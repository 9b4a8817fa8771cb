"""What another preset would change in a visit: which rules it takes otherwise, and how many findings there would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from planner.model.kinds import Preset
from planner.model.plan import Plan
from planner.rules.catalogue import RULES
from planner.rules.checker import Checker
from planner.rules.finding import Severity
from planner.rules.rule import Rule
from planner.rules.settings import Taken, take


@dataclass(frozen=True, slots=True)
class Difference:
    """One rule as it is taken now and as another preset has it; None where it is off."""

    rule: Rule
    now: Taken | None
    then: Taken | None


def differences(plan: Plan, preset: Preset, rules: Iterable[Rule] = RULES) -> Iterator[Difference]:
    """Give the rules that the visit would take otherwise; what it has decided for itself stays."""
    settings = {setting.rule: setting for setting in plan.rule_settings}
    for rule in rules:
        now = take(rule, plan.visit.preset, settings.get(rule.code))
        then = take(rule, preset, settings.get(rule.code))
        if (now and now.print) != (then and then.print):
            yield Difference(rule, now, then)


def counts_with(plan: Plan, preset: Preset, rules: Iterable[Rule] = RULES) -> Counter[Severity]:
    """Give how many findings the rules would make at each level if the visit took another preset."""
    made_over = [_as_if_always(rule, preset) for rule in rules]
    return Counter(finding.severity for finding in Checker(made_over).check(plan))


def _as_if_always(rule: Rule, preset: Preset) -> Rule:
    """Give a rule as one preset has it, in whichever preset it is looked at."""
    figures = {**rule.figures, **rule.presets.get(preset, {})}
    off_in = frozenset(Preset if preset in rule.off_in else ())
    severity = rule.severity_in(preset)
    return replace(rule, severity=severity, levels={}, figures=figures, presets={}, off_in=off_in)
