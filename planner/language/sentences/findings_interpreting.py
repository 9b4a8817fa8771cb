"""What the rules find about interpreters, their hours and what they are sent: see `planner.rules.interpreting`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

_SAID = N_("{name}, “{event}”: {said}.")

SENTENCES: dict[str, Words] = {
    # Why somebody cannot, or had better not.
    "way-too-short": N_("{gap} min to or from “{event}”, and the way takes {way} min"),
    "not-for-level": N_("{level}: not for {fields} matters"),
    "not-for-students": N_("a student does not do it alone ({mode})"),
    "medical-child": N_("is {age} years old: children do not interpret medical matters"),
    "medical-family": N_("seems to be of the family: relatives do not interpret medical matters"),
    "minors-not-cleared": N_("would be alone with minors and is not cleared for that ({answer})"),
    "chaperone-there": N_("looks after the group there as well ({role})"),
    "conflict-stated": N_("conflict of interest: {words}"),
    "field-unknown-to": N_("has not named {fields} among the fields they know"),
    "works-beside": N_("works only beside a practised interpreter, and nobody is there"),
    "over-the-day": N_("would interpret {hours} h that day, at most {limit} h"),
    "over-alone": N_("would interpret {hours} h that day without relief, at most {limit} h"),
    "long-alone": N_("{minutes} min without relief, at most {limit} min"),
    "long-at-a-stretch": N_("{minutes} min on end without relief or a pause, at most {limit} min"),
    "pause-due": N_("{minutes} min without a pause; one is due after {limit} min"),
    "no-time-to-eat": N_("no time for {meal}"),
    # What speaks for somebody.
    "merit-level": N_("{level}"),
    "merit-field": N_("knows {fields}"),
    "merit-knows-people": N_plural(
        "is with the same people at {count} other event", "is with the same people at {count} other events"
    ),
    "merit-hours": N_("would have {hours} of {limit} h that day"),
    # How many are usual.
    "heads-mode": N_plural(
        "{mode}, {minutes} min: {count} interpreter is usual ({citation})",
        "{mode}, {minutes} min: {count} interpreters are usual ({citation})",
    ),
    "heads-escort": N_plural(
        "Escort for {guests} guests: {count} is usual, one for eight to ten",
        "Escort for {guests} guests: {count} are usual, one for eight to ten",
    ),
    "heads-escort-open": N_("Escort: one for eight to ten guests; who comes is not said yet"),
    # The rules.
    "interpreter-two-places": N_("{name} is to interpret “{one}” and “{other}” at the same time, {at:short}."),
    "interpreter-two-places.name": N_("Interpreter at two things at once"),
    "interpreter-two-places.why": N_("One of the two would be without an interpreter."),
    "interpreter-two-modes": N_(
        "{name} is to interpret “{event}” in two modes at the same time, {day:short}, {start}–{end}: {one} and "
        "{other}. Have somebody else do one of them, or give each its hours."
    ),
    "interpreter-two-modes.name": N_("Interpreter in two modes at once"),
    "interpreter-two-modes.why": N_(
        "Nobody is in the booth and with the speaker at the same time. "
        "Only who comes along as an escort also interprets."
    ),
    "interpreter-way": N_("{name} has {gap} min from “{one}” to “{other}”, but the way takes {way} min."),
    "interpreter-way.name": N_("Interpreter’s way too short"),
    "interpreter-way.why": N_("Who arrives late has missed the names and the first sentences."),
    "interpreter-early": N_(
        "{name} cannot be early at “{other}”: {gap} min after “{one}”, {needed} min would be needed with the way."
    ),
    "interpreter-early.name": N_("Interpreter cannot be there early"),
    "interpreter-early.minutes": N_("To be there before the start (min)"),
    "interpreter-early.why": N_(
        "Interpreters come half an hour early, to see the room, the microphones and the names."
    ),
    "interpreter-not-free": N_("{name} is to interpret “{event}”, but {said}: {minutes} min are not covered."),
    "interpreter-not-free.name": N_("Interpreter cannot come then"),
    "interpreter-not-free.why": N_("By what the interpreter said, nobody interprets in that time."),
    "cover-incomplete": N_plural(
        "“{event}” on {day:short} lacks {count} interpreter from {start} to {end}: {minutes} min.",
        "“{event}” on {day:short} lacks {count} interpreters from {start} to {end}: {minutes} person-minutes.",
    ),
    "cover-incomplete.name": N_("Interpreting only for a part of the time"),
    "cover-incomplete.why": N_("For the rest of the time the two sides cannot follow each other."),
    "interpreter-direction": N_("Nobody at “{event}” on {day:short} interprets {pairs}."),
    "interpreter-direction.name": N_("Direction that nobody interprets"),
    "interpreter-direction.why": N_("One side is understood, the other is not."),
    "interpreter-mode": _SAID,
    "interpreter-mode.name": N_("Mode that the interpreter does not offer"),
    "interpreter-mode.why": N_("Simultaneous interpreting, for one, has to be learned."),
    "interpreter-level": _SAID,
    "interpreter-level.name": N_("Medical, police or legal matters for a volunteer"),
    "interpreter-level.why": N_("A mistake can harm somebody, and a volunteer cannot answer for it."),
    "interpreter-student": _SAID,
    "interpreter-student.name": N_("Student on stage or in a booth"),
    "interpreter-student.why": N_("Students learn beside somebody: let them assist, or escort a small group."),
    "interpreter-field": N_(
        "Nobody who interprets at “{event}” on {day:short} has named {fields} as a field they know."
    ),
    "interpreter-field.name": N_("Speciality that nobody knows"),
    "interpreter-field.why": N_("Terms of a field have to be known before; send a glossary early."),
    "interpreter-medical": _SAID,
    "interpreter-medical.name": N_("Child or relative for medical matters"),
    "interpreter-medical.why": N_("Relatives leave out what is hard to say, and children must not have to say it."),
    "interpreter-minors": _SAID,
    "interpreter-minors.name": N_("Minors alone with an interpreter who is not cleared"),
    "interpreter-minors.why": N_("Every adult who is alone with minors needs a clearance; or a chaperone comes along."),
    "interpreter-never-alone": _SAID,
    "interpreter-never-alone.name": N_("Interpreter alone who works only beside somebody"),
    "interpreter-never-alone.why": N_("Students and newcomers work beside somebody who can take over at any time."),
    "interpreter-conflict": _SAID,
    "interpreter-conflict.name": N_("Conflict of interest"),
    "interpreter-conflict.why": N_("Who has a stake in what is said is not believed, even when right."),
    "interpreter-chaperone": N_plural(
        "{name} interprets “{event}”, and looks after the group there as well ({role}).",
        "{name} interprets at {count} events, and looks after the group there as well ({role}).",
    ),
    "interpreter-chaperone.name": N_("Interpreter who also looks after the group"),
    "interpreter-chaperone.why": N_(
        "Who has to count heads or see to a sick child cannot interpret meanwhile: let somebody else be in charge then."
    ),
    "simultaneous-alone": N_(
        "{name} would interpret {minutes} min at “{event}” at the same time as the speakers, without relief; "
        "at most {limit} min are reasonable."
    ),
    "simultaneous-alone.name": N_("Simultaneous or whispered for long without relief"),
    "simultaneous-alone.minutes": N_("Alone at most (min)"),
    "simultaneous-alone.why": N_(
        "After that attention fades and mistakes go unnoticed. Two take turns every 15 to 30 minutes; a student "
        "does not count."
    ),
    "consecutive-long": N_(
        "{name} interprets {minutes} min without relief or a pause on {day:short}, from {start} to {end} "
        "(“{event}”); at most {limit} min are reasonable."
    ),
    "consecutive-long.name": N_("Consecutive for long without relief"),
    "consecutive-long.minutes": N_("Without relief at most (min)"),
    "consecutive-long.pause": N_("What counts as a pause (min)"),
    "consecutive-long.why": N_("One person can do about two hours at a time; plan a pause, or a second interpreter."),
    "interpreter-pause": N_("{name} has no pause on {day:short} from {start} to {end} ({minutes} min, “{event}”)."),
    "interpreter-pause.name": N_("No pause for an interpreter"),
    "interpreter-pause.minutes": N_("A pause after (min)"),
    "interpreter-pause.pause": N_("How long a pause is (min)"),
    "interpreter-pause.why": N_("Ten minutes every hour and a half keep the mind fresh."),
    "interpreter-day": N_("{name} on {day:short}: {said}."),
    "interpreter-day-hours": N_("{hours} h of interpreting, at most {limit} h"),
    "interpreter-day-alone": N_("{hours} h of interpreting without relief, at most {limit} h"),
    "interpreter-day.name": N_("Too many hours of a day"),
    "interpreter-day.alone": N_("Without relief at most (h)"),
    "interpreter-day.any": N_("In all at most (h)"),
    "interpreter-day.volunteer": N_("Volunteers and students at most (h)"),
    "interpreter-day.why": N_(
        "Tired interpreters leave things out. Where somebody has said how many hours they can do, that holds."
    ),
    "interpreter-meal": N_("{name} has no time for {meal} on {day:short}: “{event}” leaves {free} min."),
    "interpreter-meal-lunch": N_("lunch"),
    "interpreter-meal-supper": N_("supper"),
    "interpreter-meal.name": N_("No meal for an interpreter"),
    "interpreter-meal.minutes": N_("Long enough to eat (min)"),
    "interpreter-meal.lunch_begins": N_("Lunch from"),
    "interpreter-meal.lunch_ends": N_("Lunch until"),
    "interpreter-meal.supper_begins": N_("Supper from"),
    "interpreter-meal.supper_ends": N_("Supper until"),
    "interpreter-meal.why": N_(
        "Who interprets at the table does not eat: plan a meal before, or a second interpreter."
    ),
    "interpreting-uncovered": N_(
        "{minutes} of {whole} minutes of interpreting (for each interpreter asked for) are not covered yet, "
        "{important} of them at events where it matters most."
    ),
    "interpreting-uncovered.name": N_("Minutes of interpreting that nobody covers"),
    "interpreting-uncovered.why": N_(
        "Official events, and whatever is on stage, come first; then what is marked important."
    ),
    "interpreters-too-few": N_("“{event}” on {day:short}: {asked} asked for. {said}."),
    "interpreters-too-few.name": N_("Fewer interpreters asked for than usual"),
    "interpreters-too-few.why": N_(
        "How many an event takes depends on the mode, the minutes, and the number of guests: one escort for eight to "
        "ten."
    ),
    "speeches-too-long": N_(
        "“{event}”: the speeches take {minutes} min with their interpreting ({paper} min on paper), and there are "
        "{room} min. {said}"
    ),
    "speeches-cuts": N_("Cut first: {items}."),
    "speeches-cuts-short": N_("Even without {items} it is {minutes} min too long."),
    "speeches-no-cuts": N_("Nothing has been marked yet that could be cut."),
    "speeches-too-long.name": N_("Speeches do not fit into their time"),
    "speeches-too-long.factor": N_("Consecutive takes so many times as long"),
    "speeches-too-long.why": N_("What is interpreted consecutively takes a bit more than double."),
    "stated-speeches-too-long": N_(
        "“{event}”: {paper} min of speeches take {minutes} min with their interpreting, and there are {room} min."
    ),
    "stated-speeches-too-long.name": N_("Stated speeches do not fit into their time"),
    "stated-speeches-too-long.factor": N_("Consecutive takes so many times as long"),
    "stated-speeches-too-long.why": N_("What is interpreted consecutively takes a bit more than double."),
    "speech-text-missing": N_("{said}"),
    "speech-text-lacking": N_plural(
        "“{event}”: the text of {count} of {of} speeches is not there yet ({items}); due by {due:short}.",
        "“{event}”: the texts of {count} of {of} speeches are not there yet ({items}); due by {due:short}.",
    ),
    "speech-text-late": N_plural(
        "“{event}”: the text of {count} of {of} speeches came only on {came:short} ({items}); "
        "it was due by {due:short}.",
        "“{event}”: the texts of {count} of {of} speeches came late, the last on {came:short} ({items}); "
        "they were due by {due:short}.",
    ),
    "speech-text-missing.name": N_("Text of a speech missing"),
    "speech-text-missing.days": N_("Texts due before (days)"),
    "speech-text-missing.cir": N_("For a Coordinator for International Relations (days)"),
    "speech-text-missing.why": N_("Names, numbers and quotations cannot be interpreted well unseen."),
    "materials-not-sent": N_("{said}"),
    "materials-lacking": N_plural(
        "{name} has not been sent the materials for “{event}” yet; due by {due:short}.",
        "{name} has not been sent the materials for {count} events yet; those for the first, “{event}”, are due by "
        "{due:short}.",
    ),
    "materials-late": N_plural(
        "{name} was sent the materials for “{event}” only on {sent:short}; they were due by {due:short}.",
        "{name} was sent the materials for {count} events late: those for the first, “{event}”, on {sent:short}, "
        "due by {due:short}.",
    ),
    "materials-not-sent.name": N_("Materials not sent to an interpreter"),
    "materials-not-sent.days": N_("Due before the event (days)"),
    "materials-not-sent.why": N_("Programme, names, speeches and a glossary are what an interpreter prepares with."),
}
