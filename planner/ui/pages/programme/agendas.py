"""The agenda of the plan that the programme shows, reckoned once for all who look at it."""

from __future__ import annotations

from weakref import WeakValueDictionary

from planner.agenda import Agenda
from planner.model.plan import Plan

# An agenda holds its plan: kept here it would keep every plan there ever was. Whoever shows one holds it.
_agendas: WeakValueDictionary[int, Agenda] = WeakValueDictionary()


def agenda_of(plan: Plan) -> Agenda:
    """Give the agenda of a plan; it is the same as long as anybody holds it."""
    found = _agendas.get(id(plan))
    if found is None or found.plan is not plan:
        found = _agendas[id(plan)] = Agenda(plan)
    return found
