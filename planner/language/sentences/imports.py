"""What reading a sheet says: why a file is refused, what is to be reviewed, what was done; see `planner.intake`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    # A file that cannot be read.
    "sheet-missing": N_("There is no file “{file}”."),
    "sheet-folder": N_("“{file}” is a folder. Choose a file."),
    "sheet-unreadable": N_("“{file}” cannot be read. {reason}"),
    "sheet-empty": N_("There are no rows in “{file}”."),
    "sheet-too-big": N_("“{file}” is too big to be a form: {size} MB. Up to {limit} MB can be read."),
    "sheet-too-long": N_(
        "“{file}” reaches too far down: up to {limit} rows can be read. If it looks shorter, delete the empty rows "
        "and columns after the table, and save it again."
    ),
    "sheet-too-wide": N_(
        "“{file}” reaches too far to the right: {columns} columns; up to {limit} can be read. If it looks "
        "narrower, delete the empty columns after the table, and save it again."
    ),
    "sheet-locked": N_("“{file}” is protected by a password. Save a copy without the password and read that."),
    "sheet-damaged": N_("“{file}” is damaged and cannot be read. Ask for it to be sent again."),
    "sheet-event-comes-again": N_("“{title}” comes again and again in the calendar; its first time was read."),
    "sheet-binary": N_("“{file}” is not text, whatever its name says. Save it as CSV or as a spreadsheet first."),
    "sheet-wrong-kind": N_(
        "“{file}” is {kind}, not a form or spreadsheet. Spreadsheets (xlsx, xls, ods) and CSV can be read."
    ),
    "sheet-not-as-named": N_(
        "“{file}” is named like a spreadsheet, but what is in it is {kind}. Save it again as xlsx, ods or CSV in the "
        "program it comes from."
    ),
    "file-kind-plain-text": N_("plain text without a table"),
    "file-kind-unknown": N_("neither a spreadsheet nor text"),
    "file-kind-json": N_("data for programs (JSON)"),
    "file-kind-pdf": N_("a PDF document"),
    "file-kind-picture": N_("a picture"),
    "file-kind-text-document": N_("a text document"),
    "file-kind-slides": N_("a presentation"),
    "file-kind-numbers": N_("a Numbers document"),
    "file-kind-web-page": N_("a web page"),
    "file-kind-database": N_("a database"),
    "file-kind-card": N_("an address card"),
    "file-kind-archive": N_("an archive"),
    "file-kind-program": N_("a program"),
    "sheet-quote-open": N_("A quotation mark in row {row} is never closed; the lines after it went into its cell."),
    "sheet-formulas-unread": N_("Cells whose formula was never worked out are empty: {cells}."),
    "sheet-hidden": N_plural(
        "{count} sheet is hidden in this workbook and was not read: {sheets}. If it belongs to the visit, show it in "
        "the spreadsheet program, save, and drop the file again.",
        "{count} sheets are hidden in this workbook and were not read: {sheets}. If they belong to the visit, show "
        "them in the spreadsheet program, save, and drop the file again.",
    ),
    # A sheet that cannot be made sense of, or a proposal that is out of date.
    "import-no-name-column": N_("No column says whom or what the rows are about. Choose the column with the name."),
    "import-no-day-column": N_("No column says on which day things happen. Choose the column with the date."),
    "import-plan-moved": N_("The plan has changed since this sheet was looked at. Look at it again, then accept."),
    # Questions.
    "import-ask-day-order": N_("What day is {words} in this sheet?"),
    "import-answer-day": N_("{day}"),
    "import-ask-kind": N_("The headings do not tell what this sheet is. What is in its rows?"),
    "import-answer-kind": N_("{kind}"),
    "import-answer-kind-guessed": N_("{kind} (a guess)"),
    # What was done.
    "import-read-guests": N_plural("Read {file}: {count} guest", "Read {file}: {count} guests"),
    "import-read-hosts": N_plural("Read {file}: {count} family", "Read {file}: {count} families"),
    "import-read-interpreters": N_plural("Read {file}: {count} interpreter", "Read {file}: {count} interpreters"),
    "import-read-programme": N_plural("Read {file}: {count} event", "Read {file}: {count} events"),
    "import-read-again": N_plural(
        "Read {file}: {new} new, {count} row changed", "Read {file}: {new} new, {count} rows changed"
    ),
    "import-row-without-name": N_("The row names nobody."),
    "import-row-without-day": N_("The row has no day that can be understood."),
    "import-row-day-heading": N_("The row only names the day of those below it."),
    "import-row-removed-by-hand": N_("This was removed by hand since; the row has not changed."),
    "import-row-sent-again": N_("A later row of the same sheet replaced this one."),
    "import-row-skipped-before": N_("This row was not read last time either, and has not changed."),
    "import-heading": N_("Column “{heading}”"),
    # Why something is to be reviewed.
    "import-not-understood": N_("This was not understood."),
    "import-date-ambiguous": N_("This can be two different days."),
    "import-date-impossible": N_("There is no such day, or it cannot be meant."),
    "import-weekday-differs": N_("That day is another day of the week."),
    "import-outside-visit": N_("This lies outside the days of the visit."),
    "import-times-understood": N_("Understood as: {stretches}. Is that right?"),
    "import-half-day-assumed": N_("Morning or afternoon is not said; {time} was assumed."),
    "import-date-counted": N_("A bare number was taken for a day as spreadsheets count them."),
    "import-zone-assumed": N_("The time at the other end was taken as that of {zone}."),
    "import-time-impossible": N_("The clocks change in {zone} that night; this hour is missing or happens twice."),
    "import-end-before-start": N_("It would end before it starts."),
    "import-end-without-start": N_("There is an end but no start."),
    "import-name-not-split": N_("Which part is the family name cannot be told."),
    "import-name-not-found": N_("Nobody of the name “{name}” was found."),
    "import-name-ambiguous": N_("There are several people of the name “{name}”."),
    "import-maybe-same-person": N_("Somebody of this name is there already; the two were kept apart."),
    "import-phone-unlikely": N_("This is no telephone number that can be dialled."),
    "import-reaction-unstated": N_("Why is not said; until somebody asks, it is kept away as if by an allergy."),
    "import-smoking-place-unstated": N_("Where is not said; indoors was assumed."),
    "import-bed-kind-assumed": N_("What kind of bed is not said; a single bed was assumed."),
    "import-age-contradicts": N_("The age and the birthday do not agree."),
    "import-looks-like-formula": N_("This looks like a formula; it was kept as plain words."),
    "import-changed-in-both": N_("The sheet says this, but the plan was edited by hand and still says “{here}”."),
    "import-gone-from-sheet": N_("The sheet no longer has this; it was kept, since it was edited or is in use."),
    "import-column-unknown": N_("What this column means is not known."),
    "picture-missing": N_("{file} cannot be read; perhaps it has been moved."),
    "picture-unreadable": N_("{file} is no picture that can be read here. Choose a JPEG or PNG file."),
    "picture-heic": N_(
        "{file} is in the format HEIC of Apple’s telephones, which cannot be read here. Save or share it as JPEG first."
    ),
    "picture-too-large": N_("{file} is too large for a photo: more than 60 MB, or more than 89 million dots."),
    # What a column can mean, where no field of the plan has that name.
    "column-row-only": N_("Only kept with the row"),
    "column-name-ja": N_("Whole name (Japanese)"),
    "column-name-kana": N_("Whole name (kana)"),
    "column-name-en": N_("Whole name"),
    "column-guardian": N_("Parent or guardian"),
    "column-guardian-kana": N_("Parent or guardian (kana)"),
    "column-emergency-name": N_("Emergency contact"),
    "column-emergency-kana": N_("Emergency contact (kana)"),
    "column-emergency-phone": N_("Emergency telephone"),
    "column-emergency-email": N_("E-mail of the parent or emergency contact"),
    "column-english-level": N_("English, how well"),
    "column-japanese-level": N_("Japanese, how well"),
    "column-wish-together": N_("Would like to be with"),
    "column-wish-apart": N_("Not together with"),
    "column-smoke-hurts": N_("Tobacco smoke does harm"),
    "column-relations": N_("Own family who travel too"),
    "column-known-guests": N_("Guests whom they know already"),
    "column-notes": N_("Notes"),
    "column-faith-and-rules": N_("Faith and house rules"),
    "column-day": N_("Day"),
    "column-start": N_("Start"),
    "column-end": N_("End"),
    "column-place": N_("Place"),
    "column-who": N_("Who takes part"),
    "column-leader": N_("In charge"),
    "column-called": N_("Called"),
    "column-school": N_("School or organisation, and year"),
    "column-occupation": N_("Occupation or title"),
    "column-address": N_("Address"),
    "column-interests": N_("Interests"),
    "column-host-message": N_("Message to the host family"),
    "column-family": N_("Name of the family"),
    "column-letter": N_("Letter to the guest"),
    "column-cooks": N_("What they can cook for"),
    "column-transport": N_("Transport"),
    "column-dress": N_("Wear"),
    "column-bring": N_("Bring"),
    "column-meet-at": N_("Meet at"),
    "column-dismissal-at": N_("Dismissal at"),
    "column-rain": N_("If it rains"),
    "column-notes-hosts": N_("Notes for host families"),
    "column-notes-guests": N_("Notes for guests"),
}
