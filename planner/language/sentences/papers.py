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
    "paper-unknown": N_("There is no paper called “{document}”."),
    "paper-blocked": N_("This paper may not be handed out yet: {reasons}"),
    "papers-findings-block": N_plural(
        "{count} finding (✕) blocks what stands on these papers: {findings}",
        "{count} findings (✕) block what stands on these papers, see check; the first of them: {findings}",
    ),
    "paper-places-not-in-japanese": N_plural(
        "{count} place has no Japanese name: {some}.", "{count} places have no Japanese name: {some}."
    ),
    "paper-places-not-in-english": N_plural(
        "{count} place has no English name: {some}.", "{count} places have no English name: {some}."
    ),
    "paper-titles-not-in-japanese": N_plural(
        "{count} event has no Japanese title: {some}.", "{count} events have no Japanese title: {some}."
    ),
    "paper-titles-not-in-english": N_plural(
        "{count} event has no English title: {some}.", "{count} events have no English title: {some}."
    ),
    "paper-texts-not-in-japanese": N_plural(
        "{count} text stands on the paper in English, since nobody has written it in Japanese: {some}.",
        "{count} texts stand on the paper in English, since nobody has written them in Japanese: {some}.",
    ),
    "paper-texts-not-in-english": N_plural(
        "{count} text stands on the paper in Japanese, since nobody has written it in English: {some}.",
        "{count} texts stand on the paper in Japanese, since nobody has written them in English: {some}.",
    ),
    "paper-names-more": N_("{count} more"),
    "paper-nights-undecided": N_plural(
        "{name}: {count} night has no bed yet; the paper says “To be decided”.",
        "{name}: {count} nights have no bed yet; the paper says “To be decided”.",
    ),
    "paper-groups-undecided": N_plural(
        "{who}: {count} event is for a group that nobody is in yet; the paper says “Group not decided yet”.",
        "{who}: {count} events are for groups that nobody is in yet; the paper says “Group not decided yet”.",
    ),
    "paper-duty-phone-missing": N_("The visit has no 24-hour duty phone yet; the cards leave room to write it in."),
    "paper-not-changed": N_("Nothing on it has changed since it was handed out."),
    "printer-refused": N_("The printer “{printer}” does not take the pages."),
}
