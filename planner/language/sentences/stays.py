"""What is said of nights that are put into beds: see `planner.commands.stays`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    "change-place": N_("Place {name}: {where}"),
    "change-place-all-the-same": N_("Place {name} all the same: {where}"),
    "change-move-stay": N_("Move {name}: {where}"),
    "change-resize-stay": N_("{name} at {where}: nights {first:day-month} to {last:day-month}"),
    "change-cut": N_("Split the stay of {name} on {night:day-month}"),
    "change-pin": N_("Pin {name}: {where}"),
    "change-unpin": N_("Unpin {name}: {where}"),
    "change-pin-several": N_plural("Pin {count} stay", "Pin {count} stays"),
    "change-unpin-several": N_plural("Unpin {count} stay", "Unpin {count} stays"),
    "change-swap": N_("{name} and {other} change places"),
    "change-take-away": N_("{name} no longer at {where}"),
    "change-take-away-several": N_plural("Take {count} stay away", "Take {count} stays away"),
    "change-pair": N_plural("Pair {count} guest", "Pair {count} guests"),
    "stay-locked": N_("{name} is pinned there. To move the stay all the same, first unpin it."),
    "cut-outside": N_("The stay of {name} cannot be split on {night:short}: it does not go on from the night before."),
}
