"""What can be wrong with a local time: see `planner.clock`."""

from __future__ import annotations

from planner.language.marking import N_, Words

SENTENCES: dict[str, Words] = {
    "hour-missing": N_(
        "{at} on {on} does not exist in {zone:zone}: the clocks go forward. "
        "The nearest real times are {before:clock} and {after:clock}."
    ),
    "hour-doubled": N_(
        "{at} on {on} happens twice in {zone:zone}: the clocks go back. "
        "Choose the first ({first:clock}) or the second ({second:clock})."
    ),
    "year-beyond-zones": N_(
        "Local times in {year} cannot be planned yet: the time-zone rules are known up to {last}."
    ),
    "zone-unknown": N_("There is no time zone named “{zone}”."),
    # Windows for a call, and what speaks for or against them.
    "call-good": N_("Well within the day on both sides."),
    "call-decent": N_("A decent hour on both sides."),
    "call-early": N_("{at} is early in {zone:zone}."),
    "call-late": N_("{at} is late in {zone:zone}."),
    "call-day-off": N_("{day} in {zone:zone}."),
    "call-weekend": N_("It is {on:long-weekday} in {zone:zone}."),
    "call-clocks-forward": N_("The clocks in {zone:zone} go forward on {on:short}."),
    "call-clocks-back": N_("The clocks in {zone:zone} go back on {on:short}."),
    "call-shift-earlier": N_("From {on:short} this call is {by} earlier in {zone:zone}, at {call:clock}."),
    "call-shift-later": N_("From {on:short} this call is {by} later in {zone:zone}, at {call:clock}."),
    "call-moved": N_(
        "On {on:short} the clocks in {zone:zone} jump over the time of this call: that day it is at {call:clock}."
    ),
    "call-first-of-two": N_(
        "On {on:short} the clocks in {zone:zone} show the time of this call twice: it is at the first, {call:clock}."
    ),
    # What a leg does to the date and the nights.
    "leg-day-before": N_("It arrives on the day before: leaves {departs:short}, arrives {arrives:short}."),
    "leg-next-day": N_("It arrives on the next day: leaves {departs:short}, arrives {arrives:short}."),
    "leg-two-days-later": N_("It arrives two calendar days later: leaves {departs:short}, arrives {arrives:short}."),
    "leg-other-day": N_("It arrives on another day: leaves {departs:short}, arrives {arrives:short}."),
    "leg-lands-before-it-left": N_("By the clocks it arrives {by} before it left, on the same day."),
    "leg-date-line-west": N_("It crosses the date line westwards: a day is lost."),
    "leg-date-line-east": N_("It crosses the date line eastwards: a day is gained."),
    "leg-other-zone": N_("The clocks change on the way: when it leaves, it is {there} in {zone:zone}."),
    "leg-night-on-the-way": N_("The night of {night:short} is spent on the way: no bed is needed."),
    "leg-eve": N_("It leaves at {departs}, in the night of {evening:long-weekday}: be there by {there}."),
}
