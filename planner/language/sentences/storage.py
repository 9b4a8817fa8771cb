"""What can happen to a planner file: see `planner.storage`."""

from __future__ import annotations

from planner.language.marking import N_

SENTENCES = {
    "file-missing": N_("{file} is not there. It may have been moved or renamed."),
    "file-folder": N_("“{file}” is a folder. Choose a file."),
    "file-exists": N_("There is already a file named {file}. Choose another name."),
    "file-unreadable": N_("{file} cannot be read. Check that you may open it and that the disk is connected."),
    "file-empty": N_("{file} is empty. Perhaps it was not copied to the end."),
    "file-unfinished": N_(
        "The program or computer stopped while {file} was being saved, and that must be put in order first. "
        "Copy it together with {journal} to a folder where it can be changed, and open it there."
    ),
    "file-not-planner": N_("{file} is not a planner file."),
    "file-damaged": N_("{file} is damaged, and there is no good backup of it."),
    "file-damaged-with-backup": N_("{file} is damaged. There is a good backup of {made_at}."),
    "file-in-use": N_("{who} has this file open on {where} since {since}. You can look at it without changing it."),
    "file-in-use-unknown": N_("Somebody else has this file open. You can look at it without changing it."),
    "file-read-only": N_("This file can only be looked at. {reason}"),
    "file-older-unreadable": N_("{file} was made by an older version of Shimai, and cannot be read by this one."),
    "file-newer-unreadable": N_("{file} was made by a newer version of Shimai that this one cannot read."),
    "folder-read-only": N_("Nothing can be saved in {folder}. Choose another folder."),
    "read-only-asked": N_("That was chosen when it was opened."),
    "read-only-closed": N_("It has been closed."),
    "read-only-newer": N_("It was made by a newer version of Shimai."),
    "read-only-folder": N_("The file or its folder ({folder}) cannot be written."),
    "migration-failed": N_(
        "The file could not be brought up to date and is as it was before. A backup is kept as {backup}."
    ),
    "not-saved": N_(
        "{file} could not be saved, and this change was not made. Is the disk full, disconnected, or the file moved?"
    ),
    "already-there": N_("That is there already."),
    "restore-failed": N_("The backup {file} could not be put in place. The file is as it was before."),
    "visit-not-found": N_("That visit is not in this file."),
    "change-not-found": N_("That step is not in the history any more."),
    "undo-alone-touched": N_("This step cannot be undone alone: a later step builds on it ({step})."),
    "undo-alone-clashes": N_(
        "This step cannot be undone alone: what it changed or removed does not fit with what was done since."
    ),
    "undo-alone-needed": N_("This step cannot be undone alone: what it added is needed by something else."),
    "backup-failed": N_("No backup could be made. Is the disk full?"),
    "backup-damaged": N_("The backup {file} is damaged. Choose another one."),
    "backup-newer": N_("The backup {file} was made by a newer version of Shimai."),
    "undo-alone": N_("Undo: {step}"),
}
