"""What the rules find about places and what is outdoors: see `planner.rules.programme`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    "place-hours": N_("{opens}–{closes}"),
    "outside-hours": N_("“{event}”, {at:short}: {place} is open {hours} that day."),
    "outside-hours.name": N_("Outside opening hours"),
    "outside-hours.why": N_(
        "Before opening and after closing people stand at a locked door, unless somebody has asked."
    ),
    "closed-weekday": N_("“{event}”, {at:short}: {place} is closed on that weekday."),
    "closed-weekday.name": N_("Place closed on that weekday"),
    "closed-weekday.why": N_(
        "Many museums close one day a week: in both countries often on Monday, in Japan then on the day after "
        "a holiday."
    ),
    "may-be-closed": N_("“{event}”, {at:short}: may be closed: “{words}”."),
    "may-be-closed.name": N_("Place that may be closed"),
    "may-be-closed.why": N_("A closed day that does not come every week has to be asked about."),
    "closed-asked": N_("“{event}”, {at:short}: the notes say “{words}”. Ask whether it is open."),
    "closed-asked.name": N_("Notes that speak of a closed day"),
    "closed-asked.why": N_("Somebody wrote this down, and nobody has entered the hours yet."),
    "on-holiday": N_("“{event}”: {day:short} is {name}, probably closed."),
    "on-holiday.name": N_("Office, school or museum on a day off"),
    "on-holiday.why": N_(
        "City halls and schools are closed on the public holidays of their country, and their people are away."
    ),
    "holiday": N_plural(
        "{day:short} is {name}, and {count} activity is planned for it.",
        "{day:short} is {name}, and {count} activities are planned for it.",
    ),
    "holiday.name": N_("Activities on a day off"),
    "holiday.why": N_("On days off trains and roads are full, and some shops and restaurants are closed."),
    "heads": N_plural("{count} person comes", "{count} people come"),
    "heads-with-hosts": N_("{count} people come ({hosts} from host families)"),
    "place-twice": N_("“{place}” and “{other}” may be one place: make them one on the page of places."),
    "place-twice.name": N_("One place under two names"),
    "place-twice.why": N_(
        "Papers would name two places where there is one, and address and Japanese name stand at one of them only."
    ),
    "capacity": N_("“{event}”, {at:short}: {people}, and {place} holds {most}."),
    "capacity.name": N_("Too many people for the place"),
    "capacity.why": N_("A room may hold only as many people as its fire rules allow."),
    "seats-short": N_("“{event}”, {at:short}: {people}, and {place} seats {most}."),
    "seats-short.name": N_("Not a seat for everybody"),
    "seats-short.why": N_("Who cannot stand for long should know in time where to sit."),
    "step-free": N_("“{event}”, {at:short}: there are steps at {place}, and {who} cannot take them."),
    "step-free.name": N_("Steps for somebody who cannot climb them"),
    "step-free.why": N_("Another entrance, a lift or somebody who helps can be asked for in time."),
    "step-free-unknown": N_("{place}: nobody knows yet whether there is a way without steps for {who}."),
    "step-free-unknown.name": N_("Place not yet asked about steps"),
    "step-free-unknown.why": N_("Another entrance, a lift or somebody who helps can be asked for in time."),
    "midday-heat": N_("“{event}”, {at:short}: {minutes} min outdoors in the heat of the day."),
    "midday-heat.name": N_("Outdoors in the midday heat"),
    "midday-heat.why": N_("Plan shade, water and breaks: in July and August people fall ill of the heat around noon."),
    "midday-heat.heat_from": N_("Hot from"),
    "midday-heat.heat_until": N_("Hot until"),
    "midday-heat.minutes": N_("Outdoors in the heat for so long or longer (min)"),
    "midday-heat.first_month": N_("First hot month (1–12)"),
    "midday-heat.last_month": N_("Last hot month (1–12)"),
    "desert-heat": N_("“{event}”, {at:short}: {minutes} min outdoors in the desert’s heat."),
    "desert-heat.name": N_("Outdoors in the desert’s heat"),
    "desert-heat.why": N_("In Arizona and Nevada it can be 45 °C in the shade: be indoors until evening."),
    "desert-heat.heat_from": N_("Hot from"),
    "desert-heat.heat_until": N_("Hot until"),
    "desert-heat.minutes": N_("Outdoors in the heat for so long or longer (min)"),
    "desert-heat.first_month": N_("First hot month (1–12)"),
    "desert-heat.last_month": N_("Last hot month (1–12)"),
    "no-rain-plan": N_("Outdoors without a plan for rain: {events}."),
    "event-at": N_("“{event}” ({at:short})"),
    "no-rain-plan.name": N_("Outdoors without a plan for rain"),
    "no-rain-plan.why": N_("On a wet morning it is too late to look for somewhere dry."),
    "no-rain-plan.together": N_("Of more events than these, say it once"),
}
