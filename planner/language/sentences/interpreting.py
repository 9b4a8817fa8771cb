"""Who interprets what, as steps of the history, and why somebody cannot be there: see `planner.rules.interpreting`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    "change-assign": N_("{event}: {name} interprets"),
    "change-unassign": N_("{event}: {name} no longer interprets"),
    "change-cover": N_("{event}: part covered by {name}"),
    "change-hand-over": N_("{event}: {name} takes over"),
    "change-pin-assignment": N_("Pin {name}: {event}"),
    "change-unpin-assignment": N_("Unpin {name}: {event}"),
    "assignment-locked": N_("{name} is pinned there. To change it all the same, first unpin it."),
    "change-speech-moved": N_("{event}: order of the items"),
    "interprets-already": N_("{name} is an interpreter of this visit already."),
    "assigned-already": N_("{name} interprets there already."),
    "cannot-that-day": N_("cannot come on {day:short}"),
    "cannot-then": N_("can come that day only {stretches}"),
    "cannot-all-of-it": N_("can come only {stretches}"),
    "stretch-whole": N_("on {day:short}"),
    "stretch-between": N_("{start}–{end}"),
    "stretch-from": N_("from {start}"),
    "stretch-until": N_("until {end}"),
    "stretch-on": N_("{day:short} {stretch}"),
    "day-not-said": N_("has not said when"),
    "is-elsewhere": N_("is at “{event}” at that time"),
    "in-other-mode": N_("interprets there at that time in another mode: {mode}"),
    "does-not-do": N_("does not do: {skills}"),
    # What the optimiser proposes, and why: see `planner.matching.interpreters`.
    "assign-only": N_("nobody else can"),
    "assign-hours": N_("{hours} h that day, at most {limit} h"),
    "assign-same-people": N_plural(
        "with the same people at {count} other event that day", "with the same people at {count} other events that day"
    ),
    "assign-ill": N_("cannot come any more"),
    "assign-past": N_("begins before that and stays as it is"),
    "assign-instead": N_("{names} instead"),
    "assign-bound": N_("is bound otherwise"),
    "assign-limits": N_("has no room for it within the limits of the day, the way and the company"),
    "change-assigned": N_plural("Interpreters: {count} change taken over", "Interpreters: {count} changes taken over"),
    "change-ill": N_plural(
        "{name} cannot come from {day:short} on: {count} change taken over",
        "{name} cannot come from {day:short} on: {count} changes taken over",
    ),
    "change-no-longer-comes": N_("{name} cannot come from {day:short} on"),
    "comes-on-no-day": N_("{name} could then come on no day at all: remove them from the visit instead."),
    "assigning-outdated": N_("Interpreters or events have been changed since this was proposed. Assign again."),
    "assigning-nobody": N_("This visit has no interpreters yet."),
    "assigning-nothing": N_(
        "Nothing in this visit needs an interpreter yet; what is only an idea, or has no time, does not count."
    ),
    "assigning-name-unknown": N_("No interpreter of this visit is named “{name}”. There are: {names}."),
    "assigning-name-ambiguous": N_("“{name}” can be several interpreters: {names}."),
    "assigning-event-unknown": N_("No event that needs an interpreter is named “{title}”."),
    "assigning-event-not-then": N_("“{title}” is not on {day:short}, but: {events}."),
    "assigning-event-ambiguous": N_(
        "“{title}” can be several events: {events}. Say more of its title, or its day (--on)."
    ),
    "assigning-event-on": N_("{event}, {day:short}"),
    "assigning-time": N_("“{words}” is no time of day; write it as 14:30."),
    # What it would cost to have somebody where they are not.
    "assign-price-uncovered": N_plural(
        "then {count} minute would be uncovered that can be covered: {events}",
        "then {count} minutes would be uncovered that can be covered: {events}",
    ),
    "assign-price-broken": N_("then this would be against the rules: {name} ({events}): {said}"),
    "assign-not-kept": N_("{name} ({events}): {said}"),
    "too-long-alone": N_("Too many hours of a day without relief"),
    "assign-price-faces": N_plural(
        "then a group would meet {count} interpreter more in a day",
        "then groups would meet {count} interpreters more in a day",
    ),
    "assign-price-spread": N_("then there would be more ways, or hours would be shared less evenly"),
    "assign-price-unsuited": N_("somebody else suits it better, by {count} points"),
    "assign-is-there": N_("The best assignment has them there."),
    "assign-only-idea": N_("nobody is assigned as long as it is only an idea, or without a time"),
    "assign-price-none": N_("would do as well"),
}
