"""One place that the programme knows under two names, as it comes from a flight and from a form."""

from __future__ import annotations

from collections.abc import Iterator

from planner.agenda import Agenda
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.places import same_places, uses_of
from planner.rules.programme.opening import place_name
from planner.rules.rule import Figures, Found, of_plan


@of_plan("place-twice", FindingKind.PLACES, Severity.NOTE)
def place_twice(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Two places of the visit have one name but for its spelling, or for words that tell no place from another."""
    plan = agenda.plan
    used = uses_of(plan)
    for one, other in same_places([place for place in plan.places if place.id in used], plan.cities):
        told = {"place": place_name(one), "other": place_name(other)}
        yield Found(Subject("Place", one.id), told, (), (Subject("Place", other.id),))
