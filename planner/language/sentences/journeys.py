"""What it touches when people change to another leg, and what changed zone data moves.

See `planner.agenda.consequences` and `planner.clock.records`.
"""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    "move-missed": N_("{who}: not there for “{event}”, {at:short}."),
    "move-missed-day": N_("{who}: not there for “{event}” on {on:short}."),
    "move-partly": N_("{who}: there for only part of “{event}”, {at:short}."),
    "move-reached": N_("{who}: there in time for “{event}”, {at:short}."),
    "move-pick-up": N_("{who}: “{event}” ({at:short}) goes with the present leg and does not fit the other."),
    "move-connection-missed": N_("{who}: “{event}” ({at:short}) cannot be caught; another leg is needed."),
    "move-connection": N_("{who}: {margin} to change from or to “{event}”, until now {was}."),
    "move-connection-apart": N_("{who}: {margin} lie between this leg and “{event}”: a night on the way."),
    "move-meal-lost": N_("{who}: {meal} with “{event}” falls away."),
    "move-meal-won": N_("{who}: {meal} with “{event}” is added."),
    "move-first-night": N_("{who}: the first night in a bed there is {now:short}, until now {was:short}."),
    "move-last-night": N_("{who}: the last night in a bed before it is {now:short}, until now {was:short}."),
    "move-met": N_("{name} meets the present leg; somebody else meets “{event}”."),
    "move-nobody-meets": N_("{name} meets the present leg; nobody meets the other one yet."),
    "move-seats": N_("“{event}” has {seats} seats for {count} people."),
    "move-nobody-left": N_("Nobody is left on “{event}”."),
    "move-no-adult": N_("No adult travels on the other leg with {who}."),
    "move-no-adult-left": N_("No adult is left on the present leg with {who}."),
    "same-leg": N_("They are on this leg already."),
    "nobody-chosen": N_("Choose who changes to the other leg."),
    "leg-without-times": N_("This leg has no time yet at which it leaves."),
    "change-leg": N_plural("{count} person to another leg: {name}", "{count} people to another leg: {name}"),
    "change-zone-data": N_("Changed time-zone rules seen"),
    "zone-data-moved-later": N_("“{event}”, {at:short}, now happens {by} later than when it was planned."),
    "zone-data-moved-earlier": N_("“{event}”, {at:short}, now happens {by} earlier than when it was planned."),
    "zone-data-moved-end-later": N_("“{event}” ends {at:short}; that is now {by} later than when it was planned."),
    "zone-data-moved-end-earlier": N_("“{event}” ends {at:short}; that is now {by} earlier than when it was planned."),
    "zone-data-unclear": N_(
        "“{event}”, {at:short}: by the new time-zone rules clocks skip this time there, or show it twice."
    ),
    "zone-data-notice": N_plural(
        "The time-zone rules have changed since the visit was planned: {count} time is another moment now.",
        "The time-zone rules have changed since the visit was planned: {count} times are another moment now.",
    ),
}
