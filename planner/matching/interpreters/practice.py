"""What good practice weighs where it is not kept: by the level at which the visit takes the rule about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from planner.matching.interpreters.naming import minute_of
from planner.matching.shifts.problem import Meal, Rest
from planner.model.kinds import InterpretingMode
from planner.model.plan import Plan
from planner.rules.finding import Severity
from planner.rules.interpreting import Wanted
from planner.rules.interpreting.fitness import (
    interpreter_chaperone,
    interpreter_conflict,
    interpreter_direction,
    interpreter_field,
    interpreter_student,
)
from planner.rules.interpreting.loads import (
    consecutive_long,
    interpreter_day,
    interpreter_meal,
    interpreter_pause,
    meal_window,
    simultaneous_alone,
)
from planner.rules.interpreting.roster import AT_ONCE
from planner.rules.rule import Rule
from planner.rules.settings import Taken, taken

#: What a rule that is broken weighs: one that warns, and one that only notes.
WARNS, NOTES = 10, 1

#: Which rule is about what speaks against somebody at a need, whatever else they do.
_ABOUT: Final[Mapping[str, Rule]] = {
    "does-not-do": interpreter_direction,
    "not-for-students": interpreter_student,
    "conflict-stated": interpreter_conflict,
    "chaperone-there": interpreter_chaperone,
    "field-unknown-to": interpreter_field,
}


def rule_about(reason: str) -> Rule | None:
    """Give the rule that a reason against somebody at a need goes by; None for a reason that no rule knows."""
    return _ABOUT.get(reason)


def _weights(plan: Plan, rules: Iterable[Rule]) -> dict[str, int]:
    """Give what each of some rules weighs, by its code; one that the visit has switched off is left out."""
    return {one.rule.code: _weight(one) for one in taken(plan, rules)}


def _weight(rule: Taken) -> int:
    return NOTES if rule.severity is Severity.NOTE else WARNS


def reason_weights(plan: Plan) -> dict[str, int]:
    """Give what each reason against somebody at a need weighs, by its code; nothing where the rule is off."""
    found = _weights(plan, _ABOUT.values())
    if interpreter_chaperone.code in found:
        # Told as a note, since a small committee cannot help it; but whom it can spare it, it should.
        found[interpreter_chaperone.code] = WARNS
    return {code: found.get(rule.code, 0) for code, rule in _ABOUT.items()} | {"day-not-said": NOTES}


def weight_of_hours_alone(plan: Plan) -> int | None:
    """Give what too many hours of a day without relief weigh; None where the rule is off."""
    return _weights(plan, [interpreter_day]).get(interpreter_day.code)


def rests_of(plan: Plan) -> Iterator[Rest]:
    """Give after how long somebody is to be relieved, or to have a pause, as the visit has it."""
    modes = {
        simultaneous_alone.code: frozenset(mode.value for mode in AT_ONCE),
        consecutive_long.code: frozenset({InterpretingMode.CONSECUTIVE.value}),
    }
    for one in taken(plan, (simultaneous_alone, consecutive_long, interpreter_pause)):
        code = one.rule.code
        yield Rest(
            code, round(one.figures["minutes"]), round(one.figures.get("pause", 0)), modes.get(code, frozenset()),
            own=code in modes, penalty=_weight(one),
        )  # fmt: skip


def meals_of(plan: Plan, wanted: Iterable[Wanted]) -> Iterator[Meal]:
    """Give between which hours of each day on which anything is needed somebody is to eat, and for how long."""
    days = {one.day: one.slot for one in sorted(wanted, key=lambda one: one.start, reverse=True)}
    for rule in taken(plan, (interpreter_meal,)):
        figures, penalty = rule.figures, _weight(rule)
        for day, slot in sorted(days.items()):
            for meal in ("lunch", "supper"):
                window = meal_window(slot, day, figures[f"{meal}_begins"], figures[f"{meal}_ends"])
                if window is not None:
                    name = f"interpreter-meal-{meal}"
                    yield Meal(name, minute_of(window[0]), minute_of(window[1]), round(figures["minutes"]), penalty)
