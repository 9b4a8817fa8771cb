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
    "gap-squad": N_("{name} is in no squad yet."),
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
    "clearance-too-old": N_(
        "{name} was cleared on {day:plain}; on the last night, {last:short}, that is more than {months} months ago."
    ),
    "clearance-too-old.name": N_("Clearance too long ago"),
    "clearance-too-old.months": N_("A clearance is good for (months)"),
    "clearance-too-old.why": N_(
        "A background check tells only about the time before it. Rotary districts, for example, ask for a new one "
        "after one year or after three."
    ),
    "essentials-missing": N_("{name}: not known yet: {fields}."),
    "readings-missing": N_plural(
        "Nobody has written down how {count} name is read: {some}.",
        "Nobody has written down how {count} names are read: {some}.",
    ),
    "characters-not-in-fonts": N_(
        "{name}: no font has {characters} (in: {fields}); papers would have 〓 in its place. "
        "Write it in another script too."
    ),
    "characters-varied": N_(
        "{name}: a kanji in a special form (in: {fields}) is printed in its usual form; the fonts have no other."
    ),
    "essentials-no-duty-phone": N_("The visit has no duty phone yet that can be reached day and night."),
    "days-whole": N_("{days} all day"),
    "days-at": N_("{days} {stretch}"),
    "days-then": N_("{first}; {rest}"),
    "review-thing-of": N_("{name}: {thing}, “{words}” ({file}, row {row}, column “{column}”). {reason}"),
    "review-words-of": N_("{name}: “{words}” ({file}, row {row}, column “{column}”). {reason}"),
    "review-column": N_plural(
        "{file}, column “{column}”, {count} row, such as “{words}”: {reason}",
        "{file}, column “{column}”, {count} rows, such as “{words}”: {reason}",
    ),
    "review-words": N_("“{words}” in {file}, row {row}, column “{column}”: {reason}"),
    "crowd-all": N_("all {count}"),
    "crowd-some": N_plural("{count} person", "{count} people"),
    "two-places": N_("{who}: “{one}” is still on when “{other}” begins, {at}, in another place."),
    "two-places.name": N_("Somebody in two places at once"),
    "two-places.why": N_("Every person is in exactly one place at all times."),
    "two-things": N_("{who}: “{one}” is still on when “{other}” begins, {at}, in the same place."),
    "two-things.name": N_("Two things at once in one place"),
    "two-things.why": N_("What goes on at the same time in the same place is usually one activity, or in two groups."),
    "gap-too-short": N_(
        "{who}: {gap} min between “{one}” and “{other}”, but {needed} min are needed ({parts})."
    ),
    "gap-way": N_("{minutes} min for the way"),
    "gap-way-guessed": N_("about {minutes} min for the way"),
    "gap-boarding": N_("{minutes} min to get on and off"),
    "gap-check-in": N_("{minutes} min to check in"),
    "gap-free": N_("{minutes} min to stay free"),
    "gap-too-short.name": N_("Too little time in between"),
    "gap-too-short.boarding": N_("Getting on and off (min)"),
    "gap-too-short.group": N_("For groups of so many people or more"),
    "gap-too-short.why": N_("A group needs time on the way, and more than one person to get on and off."),
}
