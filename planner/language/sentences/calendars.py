"""What can keep a calendar from being written: see `planner.calendars`."""

from __future__ import annotations

from planner.language.marking import N_, Words

SENTENCES: dict[str, Words] = {
    "calendar-folder-refused": N_("The calendars cannot be saved in {folder}: {reason}"),
}
