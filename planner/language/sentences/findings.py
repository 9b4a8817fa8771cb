"""What the rules find in a plan: see `planner.rules`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    "gap-bed-no-night": N_plural(
        "{name} has no bed for the {count} night.", "{name} has no bed for any of the {count} nights."
    ),
    "gap-bed-some-nights": N_("{name} has no bed yet on {nights}."),
    "gap-interpreter": N_("{event} on {day:short} has no interpreter yet."),
    "gap-interpreters-short": N_("{event} on {day:short} has {there} of {count} interpreters."),
    "gap-group": N_("{name} is in no group yet."),
    "event-quoted": N_("“{event}”"),
    "event-by-mode": N_("{event} ({mode})"),
    "resident-of": N_("{name} ({family})"),
    "gap-clearance": N_("{name} has no clearance yet."),
    "gap-clearance-pending": N_("The clearance of {name} is not through yet."),
    "gap-clearance-refused": N_("The clearance of {name} was refused."),
    "gap-clearance-runs-out": N_(
        "The clearance of {name} runs out on {day:short}, but guests stay until {last:short}."
    ),
    "gap-clearance-comes-of-age": N_("{name} turns 18 on {day:short} and has no clearance yet."),
    "essentials-missing": N_("{name}: not known yet: {fields}."),
    "essentials-no-duty-phone": N_("The visit has no duty phone yet that can be reached day and night."),
    "review-thing-of": N_("{name}: {thing}, “{words}” ({file}, row {row}, column “{column}”). {reason}"),
    "review-words-of": N_("{name}: “{words}” ({file}, row {row}, column “{column}”). {reason}"),
    "review-words": N_("“{words}” in {file}, row {row}, column “{column}”: {reason}"),
}
