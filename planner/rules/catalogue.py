"""Every rule there is, in the order in which they are listed and their findings shown."""

from __future__ import annotations

from planner.rules.clearances import clearance_too_old
from planner.rules.programme import clashes, food, landing, legs, people
from planner.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    legs.time_unclear,
    clashes.two_places,
    clashes.two_things,
    clashes.gap_too_short,
    landing.match_after_landing,
    landing.formal_after_landing,
    landing.formal_soon_after_landing,
    legs.eve_of_departure,
    legs.lands_on_other_day,
    legs.no_rest_stop,
    legs.change_over,
    people.nobody_leads,
    people.no_adult,
    people.nobody_attends,
    people.group_empty,
    people.birthday,
    food.allergen_severe,
    food.allergen,
    food.allergen_a_little,
    clearance_too_old,
)
"""A new rule is written in the module of its worry, added here, and said in `language/sentences/findings.py`."""
