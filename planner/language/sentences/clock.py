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
}
