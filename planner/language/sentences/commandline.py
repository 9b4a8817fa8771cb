"""What the command line refuses: see `planner.cli`."""

from __future__ import annotations

from planner.language.marking import N_, Words

SENTENCES: dict[str, Words] = {
    "city-unknown": N_("No city named “{words}” is known. Write it as “Portland, Maine” or 「品川区」."),
    "city-ambiguous": N_("There are several cities named “{words}”: {cities}. Add the state or prefecture."),
    "day-not-read": N_("“{words}” is not a day. Write year, month and day, such as 2027-07-22."),
    "photo-of-nobody": N_("{name} has no place for a photo: name a guest or a host family."),
    "day-two-readings": N_("“{words}” can be {first} or {second}. Write year, month and day, such as {iso}."),
    "guest-unknown": N_("No guest, host family or interpreter is named “{name}”."),
    "guest-ambiguous": N_("“{name}” can be several people or families: {guests}. Write the whole name."),
    "paper-not-theirs": N_("There is no {documents} for {name}."),
    "paper-take-back": N_("{document} for {name} is to be taken back: there is no such paper for them any more."),
    "paper-waits": N_("{document} for {name} has to wait: {reasons}"),
    "nothing-to-undo": N_("There is no step to take back."),
    "nothing-to-redo": N_("There is no step to do again."),
    "import-question-open": N_(
        "{question} Add --days month-first, --days day-first or --days year-first, as this sheet writes its days; "
        "nothing was read from it."
    ),
    "import-kind-open": N_(
        "The headings of “{file}” do not tell what its rows are (a guess: {kind}). Add --kind guests, --kind hosts, "
        "--kind interpreters or --kind programme; nothing was read from it."
    ),
}
