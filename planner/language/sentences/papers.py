"""What can keep a paper from being printed: see `planner.papers`."""

from __future__ import annotations

from planner.language.marking import N_, N_plural, Words

SENTENCES: dict[str, Words] = {
    "paper-glyphs-missing": N_plural(
        "The character {characters} in “{text}” cannot be printed: our fonts do not have it.",
        "{count} characters cannot be printed, because our fonts do not have them: {characters}. "
        "The first stands in “{text}”.",
    ),
    "paper-recipient-unknown": N_("The person this paper was to be for is no longer in the plan."),
    "printer-refused": N_("The printer “{printer}” does not take the pages."),
}
