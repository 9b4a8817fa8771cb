"""What the rules find in the programme: see `planner.rules.programme`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    "formal-after-landing": N_("“{event}”, {at:short}, is only {hours} h after landing ({landed:short})."),
    "formal-after-landing.hours": N_("Least time after landing (h)"),
    "formal-after-landing.name": N_("Formal event too soon after landing"),
    "formal-after-landing.why": N_(
        "After a flight over three time zones or more people need a night at home before they stand in line and listen."
    ),
    "formal-soon-after-landing": N_("“{event}”, {at:short}, is {hours} h after landing ({landed:short})."),
    "formal-soon-after-landing.since": N_("Later after landing than (h)"),
    "formal-soon-after-landing.hours": N_("Least time after landing (h)"),
    "formal-soon-after-landing.name": N_("Formal event on the first days"),
    "formal-soon-after-landing.why": N_("Jet lag is strongest on the first days: keep the event short."),
    "match-after-landing": N_("“{event}”, {at:short}: they play only {hours} h after landing ({landed:short})."),
    "match-after-landing.hours": N_("Least time after landing (h)"),
    "match-after-landing.name": N_("Match too soon after landing"),
    "match-after-landing.why": N_(
        "Athletes need two to three days after a long flight before they play at their best."
    ),
    "nobody-leads": N_("{who} are under 18, and no adult travels with them."),
    "nobody-leads.name": N_("No adult in the delegation"),
    "nobody-leads.why": N_("Somebody grown up has to be in charge of minors at all times."),
    "no-adult": N_("“{event}”, {at:short}: no adult of the delegation is with {who}."),
    "no-adult.name": N_("Minors without an adult"),
    "no-adult.why": N_("Somebody grown up has to be in charge of minors at all times."),
    "leader-elsewhere": N_("{said}"),
    "leader-elsewhere.name": N_("Leader who is not there"),
    "leader-elsewhere.why": N_("Everybody turns to the leader: at the meeting point, and when something happens."),
    "leader-absent": N_("“{event}”, {at:short}: {name} leads it and does not take part."),
    "leader-at-other": N_("“{event}”, {at:short}: {name} leads it and is at “{other}” then."),
    "nobody-attends": N_("Nobody takes part in “{event}”, {at:short}."),
    "nobody-attends.name": N_("Event that nobody attends"),
    "nobody-attends.why": N_("What nobody attends is printed in nobody’s programme."),
    "group-empty": N_plural(
        "Nobody is in “{group}” yet, and {count} event is for it.",
        "Nobody is in “{group}” yet, and {count} events are for it.",
    ),
    "group-empty.name": N_("Group without members"),
    "group-empty.why": N_("Until somebody is in a group, its events are checked for nobody."),
    "birthday": N_("{name} turns {age} on {day:short}."),
    "birthday.name": N_("Birthday during the visit"),
    "birthday.why": N_("Host families like to know of a birthday in time."),
    "allergen-severe": N_("{name} is severely allergic to {food}, and it is in the {meal} at “{event}”, {at:short}."),
    "allergen-severe.name": N_("Food that is dangerous to somebody"),
    "allergen-severe.why": N_("A severe allergy can cost a life within minutes."),
    "allergen": N_("{name} must avoid {food}, and it is in the {meal} at “{event}”, {at:short}."),
    "allergen.name": N_("Food that somebody must avoid"),
    "allergen.why": N_("Ask for another dish in time; labels differ between the two countries."),
    "allergen-a-little": N_(
        "{name} may eat {food} only cooked or in small amounts, and it is in the {meal} at “{event}”, {at:short}."
    ),
    "allergen-a-little.name": N_("Food of which somebody may eat only a little"),
    "allergen-a-little.why": N_("The kitchen and who sits beside them should know."),
    "diet": N_("{name} ({diets}): there is {food} in the {meal} at “{event}”, {at:short}."),
    "diet.name": N_("Meal that somebody does not eat"),
    "diet.why": N_("Who cannot eat what is served sits hungry among the others; kitchens can do much if told in time."),
    "diet-unknown": N_("The {meal} at “{event}”, {at:short}: nobody has said what there is for {guests}."),
    "diet-guests": N_("{names} ({diets})"),
    "diet-unknown.name": N_("Meal of which it is not said whether everybody can eat it"),
    "diet-unknown.why": N_("Ask the kitchen some days before: on the day it is too late for another dish."),
    "dish-of-pork": N_("pork"),
    "dish-of-beef": N_("beef"),
    "dish-of-meat": N_("meat"),
    "dish-of-fish": N_("fish"),
    "dish-of-shellfish": N_("shellfish"),
    "dish-of-egg": N_("egg"),
    "dish-of-milk": N_("milk"),
    "dish-of-gluten": N_("wheat or gluten"),
    "dish-of-alcohol": N_("alcohol"),
    "eve-of-departure": N_(
        "“{event}” leaves {at:short}, in the night of {evening:short}: be there by {there:short}."
    ),
    "eve-of-departure.minutes": N_("Be there before a flight (min)"),
    "eve-of-departure.name": N_("Departure in the small hours"),
    "eve-of-departure.why": N_("Who reads only the date comes a day late."),
    "holiday-traffic": N_("“{event}”, {at:short}: it is {name}, when airports, trains and roads are full."),
    "holiday-traffic.name": N_("Journey in holiday traffic"),
    "holiday-traffic.why": N_("Half the country travels in these days: reserve seats early, and allow more time."),
    "lands-on-other-day": N_("“{event}” leaves {departs:short} and arrives {arrives:short}."),
    "lands-on-other-day.name": N_("Arrival on another date"),
    "lands-on-other-day.why": N_("Whoever meets people needs the date at the place of arrival."),
    "no-rest-stop": N_("“{event}”, {at:short}, is on the road for {minutes} min: plan a stop."),
    "no-rest-stop.minutes": N_("On the road without a stop (min)"),
    "no-rest-stop.name": N_("Long coach ride without a stop"),
    "no-rest-stop-japan": N_("“{event}”, {at:short}, is on the road for {minutes} min: plan a stop."),
    "no-rest-stop-japan.minutes": N_("On the road without a stop (min)"),
    "no-rest-stop-japan.name": N_("Long coach ride without a stop in Japan"),
    "no-rest-stop-japan.why": N_(
        "A driver may be at the wheel for four hours at most without breaks of 30 minutes in all, on an expressway for "
        "about two; and people need a toilet and some steps."
    ),
    "no-rest-stop.why": N_("After two hours on the road people need a toilet and some steps."),
    "time-unclear": N_("“{event}”: {reason}"),
    "time-unclear.name": N_("Time that no clock shows, or that clocks show twice"),
    "time-unclear.why": N_("When clocks are changed, an hour is left out in spring and comes twice in autumn."),
    "change-over": N_("On {day:short} the clocks in {zone:zone} change; after that they show {shown:clock}."),
    "change-over.name": N_("Clocks change during the visit"),
    "change-over.why": N_("Calls home and times in the other city are another hour from that night on."),
}
