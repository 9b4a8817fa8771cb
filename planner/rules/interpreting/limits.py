"""The limits that a visit sets to the work of interpreters, as its rules have them; a rule that is off sets none."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from planner.agenda.ceremony import FACTOR
from planner.model.plan import Plan
from planner.rules.interpreting import loads, sending
from planner.rules.rule import Figures
from planner.rules.settings import taken


@dataclass(frozen=True, slots=True)
class Limits:
    """Figures by which loads are judged; None for a rule that the visit has switched off.

    `at_once` are the minutes of simultaneous or whispered interpreting alone, `stretch` those of consecutive
    interpreting without relief, `pause` what counts as a rest, `day` the hours by level (`loads.day_limits`), `factor`
    by how much consecutive interpreting stretches speeches, `texts` how many days before these texts are due.
    """

    at_once: float | None
    stretch: float | None
    pause: float | None
    day: Figures | None
    factor: float = FACTOR
    texts: Figures | None = None


_known: WeakKeyDictionary[Plan, Limits] = WeakKeyDictionary()


def limits_of(plan: Plan) -> Limits:
    """Read the limits of a visit, once for a plan."""
    found = _known.get(plan)
    if found is None:
        rules = (
            loads.simultaneous_alone, loads.consecutive_long, loads.interpreter_day, sending.speeches_too_long,
            sending.speech_text_missing,
        )  # fmt: skip
        held = {one.rule.code: one.figures for one in taken(plan, rules)}
        at_once, stretch = held.get(rules[0].code, {}), held.get(rules[1].code, {})
        found = _known[plan] = Limits(
            at_once.get("minutes"),
            stretch.get("minutes"),
            stretch.get("pause"),
            held.get(rules[2].code),
            held.get(rules[3].code, {}).get("factor", FACTOR),
            held.get(rules[4].code),
        )
    return found
