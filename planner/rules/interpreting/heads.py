"""How many interpreters an event usually takes, as interpreters of each country count (domain.md §4)."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass

from planner.language.marking import Pair
from planner.model.kinds import InterpretingMode, Preset
from planner.model.message import Message
from planner.rules.finding import Source
from planner.rules.interpreting.roster import Wanted, spoken_minutes

_CONSECUTIVE, _WHISPERED = InterpretingMode.CONSECUTIVE, InterpretingMode.WHISPERED
_SIMULTANEOUS, _ESCORT = InterpretingMode.SIMULTANEOUS, InterpretingMode.ESCORT

#: Up to so many minutes, so many interpreters; the last figure holds for whatever is longer.
Steps = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class HeadCount:
    """The figures of one country: by mode and minutes, and how many guests one escort looks after."""

    steps: Mapping[InterpretingMode, Steps]
    guests_to_an_escort: int
    source: Source


#: Simultaneous or whispered: one up to 40 minutes, two up to 4 hours, three up to 6, four up to 8; consecutive two for
#: a day of six hours (ATIO and AIIC Canada), one for half a day of up to four (AICE).
US = HeadCount(
    {
        _SIMULTANEOUS: ((40, 1), (240, 2), (360, 3), (480, 4)),
        _WHISPERED: ((40, 1), (240, 2), (360, 3), (480, 4)),
        _CONSECUTIVE: ((240, 1), (480, 2)),
    },
    10,
    Source(Pair("ATIO and AIIC Canada; AICE", "ATIO・AIICカナダ、AICE")),
)
#: Consecutive: one for half a day of up to four hours, two for a day of up to eight; simultaneous: two and three, two
#: even for two or three hours.
JAPAN = HeadCount(
    {
        _SIMULTANEOUS: ((240, 2), (480, 3)),
        _WHISPERED: ((240, 2), (480, 3)),
        _CONSECUTIVE: ((240, 1), (480, 2)),
    },
    10,
    Source(
        Pair("lang-edge.com, usual conditions in Japan", "lang-edge.com「日本の一般的な通訳条件」"),
        dt.date(2017, 12, 5),
    ),
)


def heads_for(preset: Preset) -> HeadCount:
    """Give the figures that a visit goes by: a Japanese municipality by Japan's, others by those of North America."""
    return JAPAN if preset is Preset.JAPANESE_MUNICIPALITY else US


def heads(mode: InterpretingMode, minutes: int, guests: int, table: HeadCount) -> int:
    """Give how many interpreters take so many minutes in a mode; escorts are counted by the guests."""
    if mode is _ESCORT:
        return max(1, math.ceil(guests / table.guests_to_an_escort))
    steps = table.steps[mode]
    return next((count for most, count in steps if minutes <= most), steps[-1][1])


def heads_of(wanted: Wanted, table: HeadCount) -> int:
    """Give how many interpreters a need usually takes."""
    return heads(wanted.need.mode, minutes_of(wanted), len(wanted.crowd), table)


def minutes_of(wanted: Wanted) -> int:
    """Give how many minutes of interpreting a need has."""
    return spoken_minutes(wanted, (wanted.start, wanted.end))


def heads_told(mode: InterpretingMode, minutes: int, guests: int, table: HeadCount) -> Message:
    """Say how many interpreters are usual, and by whose figures; one escort for so many guests is common practice."""
    count = heads(mode, minutes, guests, table)
    if mode is _ESCORT and not guests:
        return Message.of("heads-escort-open", count=count)
    if mode is _ESCORT:
        return Message.of("heads-escort", guests=guests, count=count)
    return Message.of("heads-mode", mode=mode, minutes=minutes, count=count, citation=table.source.citation)
