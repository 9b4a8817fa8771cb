"""How much of what is needed is there, stretch by stretch: for the strip under the needs and for each day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from planner.rules.interpreting import Roster, Wanted, uncovered

_MINUTE = dt.timedelta(minutes=1)


class Stretch(NamedTuple):
    """A stretch in which interpreters are wanted: how many, and how many of them are there."""

    start: dt.datetime
    end: dt.datetime
    wanted: int
    there: int


def stretches(needs: Iterable[Wanted], roster: Roster) -> list[Stretch]:
    """Cut time where anything changes; neighbours of the same needs with the same figures are one stretch."""
    found: list[tuple[Stretch, frozenset[int]]] = []
    told = [(one, uncovered(one, roster)) for one in needs]
    cuts = {cut for one, _ in told for cut in (one.start, one.end)}
    cuts |= {cut for _, lacks in told for lack in lacks for cut in (lack.start, lack.end)}
    for start, end in pairwise(sorted(cuts)):
        here = [(one, lacks) for one, lacks in told if one.start <= start and end <= one.end]
        if not here:
            continue
        wanted = sum(one.need.how_many or 1 for one, _ in here)
        missing = sum(lack.missing for _, lacks in here for lack in lacks if lack.start <= start and end <= lack.end)
        which = frozenset(one.need.id for one, _ in here)
        made = Stretch(start, end, wanted, wanted - missing)
        if found and found[-1][1] == which and found[-1][0].end == start and found[-1][0].there == made.there:
            made = made._replace(start=found.pop()[0].start)
        found.append((made, which))
    return [stretch for stretch, _ in found]


def minutes_of(needs: Iterable[Wanted], roster: Roster) -> tuple[int, int]:
    """Give persons times minutes that some needs ask for, and how many of them are there."""
    given = list(needs)
    wanted = sum((one.need.how_many or 1) * int((one.end - one.start) / _MINUTE) for one in given)
    return wanted, wanted - sum(lack.person_minutes for one in given for lack in uncovered(one, roster))


def is_covered(wanted: Wanted, roster: Roster) -> bool:
    """Whether a need lacks nobody at any moment."""
    return not uncovered(wanted, roster)
