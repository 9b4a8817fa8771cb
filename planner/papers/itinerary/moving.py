"""When somebody takes their bags along because they sleep elsewhere the next night."""

from __future__ import annotations

import datetime as dt

from planner.language import N_, Words
from planner.papers.itinerary.days import Day, Night, Schedule

_DAY = dt.timedelta(days=1)


def packing(schedule: Schedule, day: Day) -> Words | None:
    """Say that one person packs on this day: from a bed to another, or to one that nobody has settled; else nothing.

    Who flies home knows that they pack.
    """
    if schedule.member is None or day.night is None:
        return None
    before = next((one.night for one in schedule.days if one.on == day.on - _DAY), None)
    if before is None or not before.number or not day.night.number:
        return None
    slept, sleeps = _where(before), _where(day.night)
    if slept is None or slept == sleeps:
        return None
    if sleeps is None:
        return N_("Pack all your bags: where you sleep tonight is still to be decided.")
    return N_("Pack all your bags and take them along: tonight you sleep elsewhere.")


def _where(night: Night) -> tuple[int | None, int | None] | None:
    """Give the home or the place in which a night is spent; None while that is not settled."""
    stay = next((one for one in night.stays if one.household is not None or one.place is not None), None)
    return None if stay is None else (stay.household_id, stay.place_id)
