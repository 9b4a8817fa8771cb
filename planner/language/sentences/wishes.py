"""The wishes by which pairings of guests and families are weighed: see `planner.rules.homestays.wishes`."""

from __future__ import annotations

from planner.language.marking import N_, Words

SENTENCES: dict[str, Words] = {
    "wish-sibling.name": N_("Child near the guest’s age"),
    "wish-friends.name": N_("Friends in one home"),
    "wish-interests.name": N_("Shared interests"),
    "wish-reciprocity.name": N_("Know each other, or own child travels"),
    "wish-language.name": N_("A language in common"),
    "wish-diet.name": N_("What there is to eat"),
    "wish-pets.name": N_("Pets"),
    "wish-minutes.name": N_("Way to the meeting point"),
    "wish-asked.name": N_("Whom the family wishes for"),
    "wish-involvement.name": N_("How much they do together"),
    "wish-smoke.name": N_("Smoke"),
    "wish-faith.name": N_("Faith"),
    "wish-first-time.name": N_("First-time family’s turn"),
}
