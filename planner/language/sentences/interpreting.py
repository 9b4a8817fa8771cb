"""Who interprets what, as steps of the history, and why somebody cannot be there: see `planner.rules.interpreting`."""

from __future__ import annotations

from planner.language.marking import N_

SENTENCES = {
    "change-assign": N_("{event}: {name} interprets"),
    "change-unassign": N_("{event}: {name} no longer interprets"),
    "change-materials": N_("{name}: materials sent on {day:short}"),
    "change-speech-moved": N_("{event}: order of the items"),
    "interprets-already": N_("{name} is an interpreter of this visit already."),
    "assigned-already": N_("{name} interprets there already."),
    "cannot-that-day": N_("cannot come on {day:short}"),
    "cannot-all-of-it": N_("can come only {stretches}"),
    "stretch-whole": N_("on {day:short}"),
    "stretch-between": N_("{start}–{end}"),
    "stretch-from": N_("from {start}"),
    "stretch-until": N_("until {end}"),
    "stretch-on": N_("{day:short} {stretch}"),
    "day-not-said": N_("has not said when"),
    "is-elsewhere": N_("is at “{event}” at that time"),
    "does-not-do": N_("does not do: {skills}"),
}
