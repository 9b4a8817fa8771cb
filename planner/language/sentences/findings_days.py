"""What the rules find in a day and over the days: see `planner.rules.programme.days`, `meals` and `free`."""

from __future__ import annotations

from planner.language.marking import N_, Words

SENTENCES: dict[str, Words] = {
    "no-lunch": N_("{who}: no lunch is planned for {day:short}, and “{event}” leaves no time for it."),
    "no-lunch.begins": N_("Time for lunch from"),
    "no-lunch.until": N_("Time for lunch until"),
    "no-lunch.minutes": N_("Least time for lunch (min)"),
    "no-lunch.name": N_("No lunch"),
    "no-lunch.why": N_(
        "A group does not find a table at short notice: write down who sees to the meal, or leave time."
    ),
    "no-supper": N_("{who}: no supper is planned for {day:short}, and “{event}” leaves no time for it."),
    "no-supper.begins": N_("Time for supper from"),
    "no-supper.until": N_("Time for supper until"),
    "no-supper.minutes": N_("Least time for supper (min)"),
    "no-supper.name": N_("No supper"),
    "no-supper.why": N_(
        "At seven in the evening no restaurant had room for a group of 15: write down who sees to the meal, or leave "
        "time."
    ),
    "long-day": N_("{who}: {day:short} is {lasts} long, from {begins:clock} to {ends:clock}."),
    "long-day.hours": N_("Longest day (h)"),
    "long-day.name": N_("Long day"),
    "long-day.why": N_("Guests and host families need the evening and the night; the next day begins early again."),
    "formal-events": N_("{who}: {count} official events on {day:short}."),
    "formal-events.events": N_("Most official events on a day"),
    "formal-events.name": N_("Many official events on a day"),
    "formal-events.why": N_("Speeches and standing in line tire people out, most of all in a foreign language."),
    "curfew": N_("“{event}” goes on until {until:short}; {who} should be home earlier."),
    "curfew.begins": N_("Minors are home by"),
    "curfew.name": N_("Minors out after the curfew"),
    "curfew.why": N_("Host families wait up for their guests; agree with them and the chaperones on exceptions."),
    "no-free-half-day": N_("{who}: no morning or afternoon is free from {first:short} to {last:short}."),
    "no-free-half-day.days": N_("Days in a row without one"),
    "no-free-half-day.name": N_("No free half-day"),
    "no-free-half-day.why": N_("One free half-day in three days lets people rest, wash, and be with their families."),
    "empty-day": N_("{who}: nothing is planned on {days:short}, while others have something."),
    "empty-day.name": N_("Day with nothing planned"),
    "empty-day.why": N_("Somebody left out is easily forgotten: say who looks after them, or enter a free day."),
}
