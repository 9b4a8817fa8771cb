"""What the rules find in a plan: see `planner.rules`."""

from __future__ import annotations

from planner.language.marking import N_, Words

SENTENCES: dict[str, Words] = {
    "essentials-missing": N_("{name}: not known yet: {fields}."),
    "essentials-no-duty-phone": N_("The visit has no duty phone yet that can be reached day and night."),
    "review-words": N_("“{words}” in {file}, row {row}, column “{column}”: {reason}"),
}
