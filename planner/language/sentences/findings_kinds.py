"""Why what is only counted matters: findings that no rule of the catalogue makes, by their kind."""

from __future__ import annotations

from planner.language.marking import N_, Words

SENTENCES: dict[str, Words] = {
    "beds.why": N_("Every guest needs a bed for every night of the visit."),
    "interpreting.why": N_("Without an interpreter the two sides cannot follow each other."),
    "clearances.why": N_("Every adult of a home in which guests sleep has to be cleared until the last night."),
    "groups.why": N_("Events for a group leave out whoever is in none."),
    "review.why": N_("The words of a form were not fully understood. Look at them, and put the record right."),
    "essentials.why": N_("This is needed on papers or in an emergency."),
}
