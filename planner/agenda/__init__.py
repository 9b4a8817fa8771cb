"""The plan in time: which events follow each other for whom, who is where at a moment, what a shift would move.

A slot is an event as a stretch of real time with the members who are there; an agenda is all slots of a plan. Rules,
the time board and "where is everyone?" look at the plan through it, so that time is reckoned in one place.
"""

from planner.agenda.agenda import Agenda, Cohort, agenda_of
from planner.agenda.slots import AllDay, Event, Key, Slot, Unclear, day_of, instant_of, slot_at, times_of
from planner.agenda.ways import Ways

__all__ = [
    "Agenda",
    "AllDay",
    "Cohort",
    "Event",
    "Key",
    "Slot",
    "Unclear",
    "Ways",
    "agenda_of",
    "day_of",
    "instant_of",
    "slot_at",
    "times_of",
]
