"""What the matcher says: see `planner.matching`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    # A plain problem read from a file: docs/matching-problem.md.
    "problem-file-missing": N_("There is no file “{file}”."),
    "problem-file-unreadable": N_("“{file}” cannot be read. Check that it is a text file that you may open."),
    "problem-not-json": N_("“{file}” is not JSON: something is wrong in line {line}, column {column}."),
    "problem-no-object": N_("A problem is one JSON object with “guests”, “homes” and “costs”."),
    "problem-key-unknown": N_("A problem has no “{key}”. It can have: {keys}."),
    "problem-key-missing": N_("The problem has no “{key}”."),
    "problem-no-list": N_("“{key}” has to be a list."),
    "problem-entry": N_("Entry {row} of “{key}” is neither a name nor an object."),
    "problem-name-twice": N_("“{key}” has two entries named “{name}”."),
    "problem-sense": N_("“sense” can be “min” or “max”, not “{words}”."),
    "problem-rows": N_("“{key}” has {found} rows. It needs {wanted}, one for each guest."),
    "problem-columns": N_("Row {row} of “{key}” has {found} numbers. It needs {wanted}, one for each home."),
    "problem-pair": N_("Entry {row} of “forbidden” is not a pair of a guest and a home."),
    "problem-guest-unknown": N_("Entry {row} of “forbidden”: no guest is named “{name}”."),
    "problem-home-unknown": N_("Entry {row} of “forbidden”: no home is named “{name}”."),
    "problem-negative": N_("Entry {row} of “{key}” has a negative size or capacity."),
    "problem-no-number": N_("Entry {row} of “{key}”: “{words}” is not a number."),
    "problem-cell-no-number": N_("“{key}”, row {row}, number {column}: “{words}” is not a number."),
    # Pairing a visit: see `planner.matching.homestays`.
    "pairing-outdated": N_("The stays have been changed since this was proposed. Pair again."),
    "bed-wanted-girl": N_("One more bed for a girl, {nights}."),
    "bed-wanted-boy": N_("One more bed for a boy, {nights}."),
    "bed-wanted-woman": N_("One more bed for a woman, {nights}."),
    "bed-wanted-man": N_("One more bed for a man, {nights}."),
    "bed-wanted-guest": N_("One more bed for a guest, {nights}."),
    "bed-wanted-girl-without": N_("One more bed for a girl, without {animals}, {nights}."),
    "bed-wanted-boy-without": N_("One more bed for a boy, without {animals}, {nights}."),
    "bed-wanted-woman-without": N_("One more bed for a woman, without {animals}, {nights}."),
    "bed-wanted-man-without": N_("One more bed for a man, without {animals}, {nights}."),
    "bed-wanted-guest-without": N_("One more bed for a guest, without {animals}, {nights}."),
    "flyer-title": N_("Host families wanted"),
    "flyer-visit": N_(
        "Guests from {home} stay with families in {host}, {first:long} to {last:long}. We are still looking for:"
    ),
    "flyer-bed": N_("– {bed}"),
    "flyer-beds": N_("– {bed} (× {count})"),
    "flyer-answer": N_("You need not have hosted before. If you can help, please let us know."),
    # A letter to a family that lacks a clearance.
    "letter-dear": N_("Dear {name} family,"),
    "letter-clearance": N_(
        "guests from {home} are with us from {first:long} to {last:long}. Every adult of a home in which minors sleep "
        "needs a background check that is good for every night. At your home this is still missing:"
    ),
    "letter-line": N_("– {words}"),
    "letter-clearance-please": N_(
        "Could you send us the certificate, or tell us when it has been applied for? Thank you very much."
    ),
    "pairing-unknown-family": N_("No family that hosts in this visit is named “{name}”."),
    "pairing-ambiguous-family": N_("“{name}” can be several families: {names}."),
    "pairing-unknown-guest": N_("No guest of this visit is named “{name}”."),
    "pairing-ambiguous-guest": N_("“{name}” can be several guests: {names}."),
    "pairing-away-not-read": N_("“{words}” is not a guest with nights, such as Sakura=2027-07-28..2027-07-30."),
    "pairing-possible-on": N_("Possible on {nights}; {score} points of 100:"),
    "pairing-costs-nothing": N_("It would cost nothing: everything else can be as good as in the best pairing."),
    "pairing-costs-nights": N_plural(
        "{count} more night would be without a bed.", "{count} more nights would be without a bed."
    ),
    "pairing-costs-moves": N_plural(
        "{count} more change of homes would be needed.", "{count} more changes of homes would be needed."
    ),
    "pairing-costs-lowest": N_("The lowest score of a pair would be {points} points lower."),
    "pairing-costs-total": N_("The points of all guests and nights together would be {points} fewer."),
    "pairing-shares-room": N_("{guest} would share a room with {names}."),
    "pairing-shares-home": N_("{names} would be at {home} too."),
    "pairing-elsewhere": N_("{names} would then be at {home}, not at {other}."),
    "pairing-elsewhere-more": N_plural(
        "{count} more guest would be in another home.", "{count} more guests would be in other homes."
    ),
    "pairing-elsewhere-no-longer": N_("{names} would then have no bed, and not be at {other}."),
    "pairing-elsewhere-at-last": N_("{names} would then be at {home}."),
    # Why a home has no guest.
    "home-unused-away": N_("it cannot host on any of these nights"),
    "home-unused-nobody": N_("no guest can live there: {rules}"),
    "home-unused-backup": N_plural(
        "kept as a backup home; {count} guest could live there",
        "kept as a backup home; {count} guests could live there",
    ),
    "home-unused-not-needed": N_plural(
        "not needed; {count} guest could live there, and is better off elsewhere",
        "not needed; {count} guests could live there, and are better off elsewhere",
    ),
    "pairing-night-outside": N_("{night:short} is no night of this visit."),
    # The bare problem of shifts: docs/shift-problem.md.
    "shifts-no-object": N_("A problem of shifts is one JSON object with “shifts” and “people”."),
    "shifts-key-unknown": N_("Entry {row} of “{where}” cannot have “{key}”. It can have: {keys}."),
    "shifts-entry": N_("Entry {row} of “{key}” has to look like this: {form}"),
    "shifts-pair": N_("Entry {row} of “{key}” is not a pair of a person and a shift."),
    "shifts-unknown": N_("Entry {row} of “{key}”: nothing is named “{name}”."),
    "shifts-no-name": N_("Entry {row} of “{where}”: “{key}” has to be a word."),
    "shifts-no-yes": N_("Entry {row} of “{where}”: “{key}” has to be true or false."),
    "shifts-no-numbers": N_("Entry {row} of “{where}”: “{key}” has to be a list of whole numbers."),
    "shifts-figure-missing": N_("Entry {row} of “{where}” has no “{key}”."),
    "shifts-no-words": N_("Entry {row} of “{where}”: “{key}” has to be a list of words."),
    "shifts-no-span": N_("Entry {row} of “{key}”: a stretch of time is two minutes, from and until."),
    "shifts-ends-first": N_("Entry {row} of “{key}” ends before it begins."),
    "shifts-no-whole": N_("Entry {row} of “{where}”: “{key}” has to be a whole number, not {words}."),
    "shifts-too-small": N_("Entry {row} of “{where}”: “{key}” cannot be less than {least}."),
    "shifts-too-large": N_("Entry {row} of “{where}”: “{key}” cannot be more than {most}."),
    "shifts-aim": N_("Entry {row} of “aims”: there is no “{words}”. There are: {keys}."),
}
