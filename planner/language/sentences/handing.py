"""What is said of finished papers and files as they are handed out: see `planner.outbox`, `planner.commands.holes`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    "paper-variant": N_(
        "{name}: our fonts have {character} only in its usual form, which is printed; {code} asks for another."
    ),
    "paper-hole": N_("{name}: no font has the character {character} ({code}). 〓 stands in its place."),
    "paper-hole-in": N_("“{text}”"),
    "paper-not-remembered": N_("That this was printed is not noted in the planner file. {reason}"),
    "calendar-empty": N_plural(
        "{count} calendar holds nothing yet: {some}.", "{count} calendars hold nothing yet: {some}."
    ),
    "calendar-not-remembered": N_(
        "That this was sent is not noted in the planner file, so the next one cannot say what has changed. {reason}"
    ),
    "out-no-space": N_(
        "{file} could not be saved: there is not enough space in {folder}. Make room or choose another folder."
    ),
    "out-in-use": N_(
        "{file} is there already and cannot be replaced. Is it open in another program? Close it there and try again."
    ),
    "out-folder-in-the-way": N_("{file} could not be saved: a folder of that name is in {folder} already."),
    "out-no-folder": N_("{folder} is not a folder, and none can be made there. Choose another one."),
    "out-name-too-long": N_("The name {file} is too long for this disk. Choose a shorter one."),
    "out-not-saved": N_("{file} could not be saved in {folder}. Is the disk still connected?"),
}
"""One sentence for each code."""
